//! What becomes of somebody's seats when they go out of a group.

use super::{Holder, Roster, Seat, notice, plan};
use crate::error::Fault;
use crate::ids::{GroupId, PersonId};
use crate::store::StoreResult;
use crate::work::Work;

/// The shifts that have not begun and that somebody is in or waits for.
pub(crate) async fn coming(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<Vec<Roster>> {
    let mut shifts = work.unit.shifts_of(group, person, work.now, None).await?;
    shifts.retain(|roster| roster.shift.start.at > work.now);
    Ok(shifts)
}

/// Frees somebody's seats on what has not begun, whatever the cut-off; those who wait move up and hear of it. Guests
/// keep their seats, as they do when a host drops.
pub(crate) async fn free_seats(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<(), Fault> {
    for roster in coming(work, group, person).await? {
        let Some(before) = work.unit.shift_for_update(group, roster.shift.number).await? else {
            continue;
        };
        let Some(seat) = before.seat_of(&Holder::Member(person)).cloned() else {
            continue;
        };
        let mut after = before.clone();
        let dropped = after.free(&seat);
        plan::save(work, Some(&before), &after).await?;
        notice::promoted(work, &after, &dropped.promoted, None).await?;
    }
    Ok(())
}

/// Takes those off a roster who went out of the group while it was cancelled or had begun, since now it is to come
/// again; who moves up by that.
pub(super) async fn without_those_gone(work: &mut Work<'_>, roster: &mut Roster) -> StoreResult<Vec<Seat>> {
    let members = work.unit.members(roster.shift.group).await?;
    let is_gone = |seat: &Seat| {
        let member = seat.holder.member();
        member.is_some_and(|person| !members.iter().any(|member| member.person == person))
    };
    roster.seats.retain(|seat| !is_gone(seat));
    Ok(roster.promote())
}
