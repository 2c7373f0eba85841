//! The captain hears two days ahead where people are missing, once a shift, with *Ask 5* on the card.

use chrono::TimeDelta;

use super::search::FOR_CAPTAINS;
use super::{Roster, Shift, card};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::locale::Voice;
use crate::people::leads;
use crate::phrase;
use crate::reply::Card;
use crate::store::{Due, DueAct, StoreResult};
use crate::work::{Personal, Work};

/// How long before the start the captain hears of it.
const AHEAD: TimeDelta = TimeDelta::hours(48);

/// Puts the look at a shift on the agenda, unless it is nearer than that already: whoever posts it knows.
pub(in crate::shift) async fn plan(work: &mut Work<'_>, shift: &Shift) -> StoreResult<()> {
    let at = shift.counted_from().at - AHEAD;
    if at <= work.now || shift.cancelled.is_some() || shift.needs.total().is_none() {
        return Ok(());
    }
    work.unit.schedule(&shift.due(at, DueAct::Short, None)).await
}

/// Whether the captain has been told by now, or would have been.
pub(super) fn is_near(shift: &Shift, now: Instant) -> bool {
    let start = shift.counted_from().at;
    start - AHEAD <= now && now < start
}

/// What the agenda asks for.
pub(super) async fn run(work: &mut Work<'_>, due: &Due, number: u32) -> Result<(), Fault> {
    match work.unit.shift(due.group, number).await? {
        Some(roster) => tell(work, &roster, None).await,
        None => Ok(()),
    }
}

/// Tells those who run a shift that is near how many are missing, unless they were told of it before; whoever acts sees
/// it.
pub(super) async fn tell(work: &mut Work<'_>, roster: &Roster, acts: Option<PersonId>) -> Result<(), Fault> {
    let shift = &roster.shift;
    let missing = roster.open().unwrap_or_default();
    if missing == 0 || shift.cancelled.is_some() || !is_near(shift, work.now) {
        return Ok(());
    }
    let group = work.group(shift.group).await?;
    let leads = leads::of(work, shift.group, shift.team).await?;
    for person in leads.into_iter().filter(|person| acts != Some(*person)) {
        let start = shift.counted_from().at;
        let event = format!("{}/short/{}", shift.id.0, start.timestamp());
        let personal = Personal::news(event, person).until(Some(start));
        work.notify(&group, person, personal, |voice| notice(roster, missing, voice))
            .await?;
    }
    Ok(())
}

/// "S12, Canvass, has 2 seats open."
fn notice(roster: &Roster, missing: u32, voice: &Voice) -> Card {
    let shift = &roster.shift;
    let told =
        phrase!("shift-news-short", shift = word shift.reference(), title = user shift.title, open = number missing);
    voice
        .say(&told)
        .line(card::facts(shift, voice))
        .line(card::taken(roster, voice))
        .line(card::opens(shift, voice))
        .actions(
            voice,
            [card::ask_button(shift, voice), card::roster_button(shift, voice)],
            format!("shift ask {} {FOR_CAPTAINS}", shift.reference()),
        )
}
