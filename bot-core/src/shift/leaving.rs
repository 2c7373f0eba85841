//! What becomes of somebody's seats when they go out of a group, or turn out to be somebody else as well.

use super::roster::Move;
use super::{Holder, Roster, Seat, notice, plan};
use crate::error::Fault;
use crate::ids::{GroupId, PersonId, Reference};
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
        vacate(work, group, roster.shift.number, person, is_seat_of).await?;
    }
    Ok(())
}

/// Before two persons become one: where both are on a shift that is to come, one seat stays (that of `into`, unless only
/// `from` is in), the other is freed, and those who wait move up. The shifts.
pub(crate) async fn keep_one_seat(
    work: &mut Work<'_>,
    group: GroupId,
    from: PersonId,
    into: PersonId,
) -> Result<Vec<Reference>, Fault> {
    let mut shared = Vec::new();
    for roster in coming(work, group, from).await? {
        let theirs = roster.seat_of(&Holder::Member(from));
        let (Some(theirs), Some(mine)) = (theirs, roster.seat_of(&Holder::Member(into))) else {
            continue;
        };
        let goes = if theirs.is_in() && !mine.is_in() { into } else { from };
        vacate(work, group, roster.shift.number, goes, is_seat_of).await?;
        shared.push(roster.shift.reference());
    }
    Ok(shared)
}

fn is_seat_of(seat: &Seat, person: PersonId) -> bool {
    seat.holder == Holder::Member(person)
}

/// Takes the guests whom somebody brings off a shift, where they go for good: what a guest is called is their words. The
/// names, as they were removed.
pub(crate) async fn take_guests_off(
    work: &mut Work<'_>,
    group: GroupId,
    number: u32,
    person: PersonId,
) -> Result<Vec<String>, Fault> {
    let seats = vacate(work, group, number, person, is_guest_of).await?;
    let guests = seats.into_iter().filter_map(|seat| match seat.holder {
        Holder::Guest { name, .. } => Some(name),
        Holder::Member(_) => None,
    });
    Ok(guests.collect())
}

fn is_guest_of(seat: &Seat, person: PersonId) -> bool {
    matches!(&seat.holder, Holder::Guest { host, .. } if *host == person)
}

/// Takes those seats off a shift; where it is to come, those who wait move up and hear of it. The seats as they were.
async fn vacate(
    work: &mut Work<'_>,
    group: GroupId,
    number: u32,
    person: PersonId,
    goes: fn(&Seat, PersonId) -> bool,
) -> Result<Vec<Seat>, Fault> {
    let Some(before) = work.unit.shift_for_update(group, number).await? else {
        return Ok(Vec::new());
    };
    let mut after = before.clone();
    let vacated: Vec<Seat> = after.seats.extract_if(.., |seat| goes(seat, person)).collect();
    if vacated.is_empty() {
        return Ok(vacated);
    }
    after.next_turn();
    let is_coming = after.shift.cancelled.is_none() && after.shift.start.at > work.now;
    let moves = if is_coming { after.promote(work.now) } else { Vec::new() };
    plan::save(work, Some(&before), &after).await?;
    notice::moves(work, &after, &moves, None).await?;
    Ok(vacated)
}

/// Takes those off a roster who went out of the group while it was cancelled or had begun, since now it is to come
/// again; who moves up by that.
pub(super) async fn without_those_gone(work: &mut Work<'_>, roster: &mut Roster) -> StoreResult<Vec<Move>> {
    let members = work.unit.members(roster.shift.group).await?;
    let is_gone = |seat: &Seat| {
        let member = seat.holder.member();
        member.is_some_and(|person| !members.iter().any(|member| member.person == person))
    };
    roster.seats.retain(|seat| !is_gone(seat));
    Ok(roster.promote(work.now))
}
