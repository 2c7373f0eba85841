//! The morning digest: what a day holds for somebody, in each group of theirs, at the time of day that they asked for.
//!
//! - here: its line on the agenda, one a group, always the next one
//! - `day`: what the day holds; `card`: how it is said
//! - `due`: what happens when its time comes
//!
//! Its subject on the agenda is a reminder with the person's own id: it is the reminder of their day.

mod card;
mod day;
pub(crate) mod due;
#[cfg(test)]
mod tests;

use chrono::{Days, NaiveTime};

use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId};
use crate::people::{Group, Person};
use crate::store::{Due, DueAct, StoreResult, Subject};
use crate::time::Zone;
use crate::work::Work;

/// Puts somebody's next digest of a group on the agenda, in place of what stands there: none where they want none.
pub(crate) async fn plan(work: &mut Work<'_>, group: &Group, person: &Person) -> StoreResult<()> {
    end(work, group.id, person.id).await?;
    let zone = work.voice_of(person, group).zone;
    let Some(at) = person.digest.and_then(|time| next(time, &zone, work.now)) else {
        return Ok(());
    };
    let due = Due {
        at,
        group: group.id,
        subject: subject(person.id),
        act: DueAct::Digest,
        person: Some(person.id),
    };
    work.unit.schedule(&due).await
}

/// The same for somebody who has just come into the group.
pub(crate) async fn plan_for(work: &mut Work<'_>, group: &Group, person: PersonId) -> StoreResult<()> {
    match work.unit.person(person).await? {
        Some(person) if person.digest.is_some() => plan(work, group, &person).await,
        _ => Ok(()),
    }
}

/// Takes somebody's digests of a group off the agenda.
pub(crate) async fn end(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<()> {
    work.unit.unschedule(group, subject(person), None).await
}

/// Plans anew for the members whose mornings are those of the group's zone, where it has another one now.
pub(crate) async fn follow_zone(work: &mut Work<'_>, before: &Group, after: &Group) -> StoreResult<()> {
    if before.zone == after.zone {
        return Ok(());
    }
    for member in work.unit.members(after.id).await? {
        let person = work.unit.person(member.person).await?;
        if let Some(person) = person.filter(|person| person.zone.is_none() && person.digest.is_some()) {
            plan(work, after, &person).await?;
        }
    }
    Ok(())
}

const fn subject(person: PersonId) -> Subject {
    Subject {
        kind: Kind::Reminder,
        id: person.0,
    }
}

/// The first instant after `now` at which the wall clock of the zone shows that time.
fn next(time: NaiveTime, zone: &Zone, now: Instant) -> Option<Instant> {
    let yesterday = zone.to_local(now).date().checked_sub_days(Days::new(1))?;
    let days = yesterday.iter_days().take(4);
    days.map(|day| zone.resolve(day.and_time(time))).find(|at| *at > now)
}

/// When that time was today by the wall clock of the zone, if it has come.
fn of_today(time: NaiveTime, zone: &Zone, now: Instant) -> Option<Instant> {
    let at = zone.resolve(zone.to_local(now).date().and_time(time));
    Some(at).filter(|at| *at <= now)
}
