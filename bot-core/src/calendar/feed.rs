//! Somebody's own calendar: their shifts in all their groups, at an address that only they know.
//!
//! It has a shift of theirs that was cancelled, as cancelled; one that they dropped is simply gone.
//! Nobody else stands in it.

use chrono::TimeDelta;

use super::give::{Own, own};
use crate::clock::Instant;
use crate::door::Defaults;
use crate::error::Fault;
use crate::locale::Voice;
use crate::people::link::Code;
use crate::phrase;
use crate::store::UnitOfWork;

/// How long after its end a shift stays in it.
const KEPT: TimeDelta = TimeDelta::days(30);

/// The address of the calendar with that secret, on a desk that is reached at `public_url`.
pub(crate) fn address(public_url: &str, secret: Code) -> String {
    format!("{public_url}/calendar/{secret}.ics")
}

/// The calendar of whoever was given that secret, as iCalendar.
pub(crate) async fn read(
    unit: &mut dyn UnitOfWork,
    secret: Code,
    defaults: &Defaults,
    now: Instant,
) -> Result<Option<String>, Fault> {
    let Some(person) = unit.calendar_at(&secret.hash()).await? else {
        return Ok(None);
    };
    let missing = Fault::Invariant("a calendar is somebody's");
    let person = unit.person(person).await?.ok_or(missing)?;
    let groups = unit.groups_of(person.id).await?;
    let first = groups.first();
    let voice = Voice {
        language: person
            .language
            .or(first.map(|group| group.language))
            .unwrap_or(defaults.language),
        zone: person
            .zone
            .or(first.map(|group| group.zone.clone()))
            .unwrap_or_else(|| defaults.zone.clone()),
        now,
    };
    let mut shifts = Vec::new();
    for group in groups {
        for (shift, standing) in unit.calendar_of(group.id, person.id, now - KEPT).await? {
            let group = group.name.clone();
            shifts.push(Own { group, shift, standing });
        }
    }
    let name = voice.text(&phrase!("calendar-own"));
    Ok(Some(own(&name, &voice.zone, &shifts, now)))
}
