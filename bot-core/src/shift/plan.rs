//! Everyone's reminders on the agenda: they follow the seats, the hours and the ladders.

use std::collections::BTreeSet;

use super::{Roster, Seat, Shift, notice, offer, search, short, thanks, turns};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, PersonId};
use crate::people::Person;
use crate::store::DueAct;
use crate::work::Work;

/// Saves what an act made of a roster, with everybody's reminders; a search for people goes on or ends by it.
pub(crate) async fn save(work: &mut Work<'_>, before: Option<&Roster>, after: &Roster) -> Result<(), Fault> {
    if before.is_none_or(|before| before.shift != after.shift) {
        work.save_shift(&after.shift).await?;
    }
    let Some(before) = before else {
        turns::plan(work, None, &after.shift).await?;
        return Ok(short::plan(work, &after.shift).await?);
    };
    let changes = after.seat_changes(before);
    if !changes.is_empty() {
        work.unit.save_seats(&after.shift, &changes).await?;
        work.card_changed(after.shift.group, after.shift.reference()).await?;
    }
    let (were, are) = (standings(before), standings(after));
    let changed = were.symmetric_difference(&are).map(|(person, _)| *person).collect();
    replan(work, before, after, &changed).await?;
    turns::plan(work, Some(before), &after.shift).await?;
    thanks::plan(work, before, after).await?;
    search::go_on(work, after).await
}

/// The members on a shift whose place plans something: those who are in, and those whom a seat is offered.
fn standings(roster: &Roster) -> BTreeSet<(PersonId, Option<Instant>)> {
    let planned = roster.seats.iter().filter(|seat| seat.takes_one());
    planned
        .filter_map(|seat| Some((seat.holder.member()?, seat.offered_at)))
        .collect()
}

/// Plans anew for those who came or went; for all, if the shift's hours did or it was cancelled.
async fn replan(
    work: &mut Work<'_>,
    before: &Roster,
    after: &Roster,
    changed: &BTreeSet<PersonId>,
) -> Result<(), Fault> {
    let (old, new) = (&before.shift, &after.shift);
    let moved = old.counted_from().at != new.counted_from().at;
    let all = moved || old.cancelled.is_some() != new.cancelled.is_some();
    if all {
        work.unit.unschedule(new.group, new.subject(), None).await?;
        short::plan(work, new).await?;
    }
    for &person in changed.iter().filter(|_| !all) {
        work.unit.unschedule(new.group, new.subject(), Some(person)).await?;
    }
    let planned = after.seats.iter().filter(|seat| seat.takes_one());
    for seat in planned {
        let person = seat.holder.member().filter(|person| all || changed.contains(person));
        if let Some(person) = person {
            plan(work, new, seat, person).await?;
        }
    }
    Ok(())
}

/// Puts on the agenda what a member's place asks for: the rungs of their ladder that are still to come, or the end of the
/// time in which they can take the seat that is offered.
async fn plan(work: &mut Work<'_>, shift: &Shift, seat: &Seat, person: PersonId) -> Result<(), Fault> {
    if shift.cancelled.is_some() {
        return Ok(());
    }
    let Some(reader) = work.unit.person(person).await? else {
        return Ok(());
    };
    let (act, instants) = if seat.is_in() {
        (DueAct::Remind, rungs(&reader, shift.counted_from().at))
    } else {
        let group = work.group(shift.group).await?;
        (DueAct::Lapse, vec![offer::ends_at(work, &group, &reader, shift)])
    };
    for at in instants.into_iter().filter(|at| *at > work.now) {
        work.unit.schedule(&shift.due(at, act, Some(person))).await?;
    }
    Ok(())
}

/// When somebody is reminded of what begins at `start`.
pub(super) fn rungs(person: &Person, start: Instant) -> Vec<Instant> {
    person.ladder.iter().map(|rung| start - *rung).collect()
}

/// Plans somebody's reminders of a group's shifts anew: after `me reminders`, and after two persons became one (which
/// may have freed a seat, so that those who wait move up).
pub async fn replan_person(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<(), Fault> {
    let mut held = work.unit.agenda_of(person).await?;
    held.retain(|due| due.act == DueAct::Held);
    let mine = work.unit.shifts_of(group, person, work.now, None).await?;
    for roster in mine {
        let Some(before) = work.unit.shift_for_update(group, roster.shift.number).await? else {
            continue;
        };
        let mut after = before.clone();
        let moves = after.promote(work.now);
        save(work, Some(&before), &after).await?;
        replan(work, &before, &after, &BTreeSet::from([person])).await?;
        for due in held.iter().filter(|due| due.subject == after.shift.subject()) {
            work.unit.schedule(due).await?;
        }
        notice::moves(work, &after, &moves, None).await?;
    }
    Ok(())
}
