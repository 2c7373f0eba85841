//! Everyone's reminders on the agenda: they follow the seats, the hours and the ladders.

use std::collections::BTreeSet;

use super::{Roster, notice};
use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::{GroupId, PersonId};
use crate::people::Person;
use crate::store::{Due, DueAct, StoreResult};
use crate::work::Work;

/// Saves what an act made of a roster, with everybody's reminders.
pub(crate) async fn save(work: &mut Work<'_>, before: Option<&Roster>, after: &Roster) -> StoreResult<()> {
    if before.is_none_or(|before| before.shift != after.shift) {
        work.save_shift(&after.shift).await?;
    }
    let Some(before) = before else { return Ok(()) };
    let changes = after.seat_changes(before);
    if changes.is_empty() {
        return replan(work, before, after, &BTreeSet::new()).await;
    }
    work.unit.save_seats(&after.shift, &changes).await?;
    work.card_changed(after.shift.group, after.shift.reference()).await?;
    let (were_in, are_in) = (in_seats(before), in_seats(after));
    let changed = were_in.symmetric_difference(&are_in).copied().collect();
    replan(work, before, after, &changed).await
}

fn in_seats(roster: &Roster) -> BTreeSet<PersonId> {
    roster.members_in().into_iter().collect()
}

/// Plans anew for those who came or went; for all, if the shift's hours did or it was cancelled.
async fn replan(work: &mut Work<'_>, before: &Roster, after: &Roster, changed: &BTreeSet<PersonId>) -> StoreResult<()> {
    let (old, new) = (&before.shift, &after.shift);
    if old.counted_from().at != new.counted_from().at || old.cancelled.is_some() != new.cancelled.is_some() {
        work.unit.unschedule(new.group, new.subject(), None).await?;
        for person in after.members_in() {
            plan(work, after, person).await?;
        }
        return Ok(());
    }
    for &person in changed {
        work.unit.unschedule(new.group, new.subject(), Some(person)).await?;
        if after.members_in().contains(&person) {
            plan(work, after, person).await?;
        }
    }
    Ok(())
}

/// Puts the rungs of somebody's ladder that are still to come on the agenda.
async fn plan(work: &mut Work<'_>, roster: &Roster, person: PersonId) -> StoreResult<()> {
    let shift = &roster.shift;
    let Some(person) = work.unit.person(person).await? else {
        return Ok(());
    };
    if shift.cancelled.is_some() {
        return Ok(());
    }
    for at in rungs(&person, shift.counted_from().at) {
        if at <= work.now {
            continue;
        }
        let due = Due {
            at,
            group: shift.group,
            subject: shift.subject(),
            act: DueAct::Remind,
            person: Some(person.id),
        };
        work.unit.schedule(&due).await?;
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
        let promoted = after.promote();
        save(work, Some(&before), &after).await?;
        replan(work, &before, &after, &BTreeSet::from([person])).await?;
        for due in held.iter().filter(|due| due.subject == after.shift.subject()) {
            work.unit.schedule(due).await?;
        }
        notice::promoted(work, &after, &promoted, None).await?;
    }
    Ok(())
}
