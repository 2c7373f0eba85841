//! What must hold of a group whatever was typed.

use muster_core::clock::Instant;
use muster_core::ids::GroupId;
use muster_core::people::{Member, Role};
use muster_core::shift::Roster;
use muster_core::store::{Store, UnitOfWork};
use muster_core::surface::Platform;

/// Says what does not hold.
pub(crate) async fn hold(store: &dyn Store, now: Instant) -> Result<(), String> {
    let mut unit = store.read().await.unwrap();
    let place = unit.place(Platform::Console, "console").await.unwrap().unwrap();
    let members = unit.members(place.group).await.unwrap();
    if !members.is_empty() && !members.iter().any(|member| member.role == Role::Organizer) {
        return Err("the group has no organizer".to_owned());
    }
    shifts_hold(&mut *unit, place.group, &members, now).await?;
    polls_hold(&mut *unit, place.group, &members, now).await?;
    broadcasts_hold(&mut *unit, place.group, now).await
}

async fn shifts_hold(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    members: &[Member],
    now: Instant,
) -> Result<(), String> {
    let mut number = 1;
    while let Some(roster) = unit.shift(group, number).await.unwrap() {
        roster_holds(&roster, members, now).map_err(|broken| format!("S{number}: {broken}"))?;
        number += 1;
    }
    Ok(())
}

fn roster_holds(roster: &Roster, members: &[Member], now: Instant) -> Result<(), String> {
    let needs = &roster.shift.needs;
    if needs.total().is_some_and(|total| roster.count_in() > total) {
        return Err(format!("{} are in where {needs} fit", roster.count_in()));
    }
    if let Some(need) = needs
        .roles()
        .iter()
        .find(|need| roster.count_as(&need.role) > need.seats)
    {
        return Err(format!("too many are in as {}", need.role));
    }
    if !needs.roles().is_empty() && roster.seated().any(|seat| roster.role_of(seat).is_none()) {
        return Err("somebody is in without a role that the shift has".to_owned());
    }
    let open = |wish: Option<&str>| match needs.roles() {
        [] => roster.to_give() != Some(0),
        _ => roster
            .roles_to_give()
            .iter()
            .any(|need| wish.is_none_or(|wish| need.role.to_lowercase() == wish.to_lowercase())),
    };
    let is_to_come = roster.shift.cancelled.is_none() && roster.shift.start.at > now;
    let mut unasked = roster.waiting().filter(|seat| seat.offered_at.is_none());
    if let Some(waits) = unasked.find(|seat| is_to_come && open(seat.role.as_deref())) {
        return Err(format!("{:?} waits while a seat is open", waits.holder));
    }
    for (at, seat) in roster.seats.iter().enumerate() {
        if roster.seats[..at].iter().any(|other| other.holder.is(&seat.holder)) {
            return Err(format!("{:?} is there twice", seat.holder));
        }
        let is_gone = |person| !members.iter().any(|member| member.person == person);
        if is_to_come && seat.holder.member().is_some_and(is_gone) {
            return Err(format!("{:?} is of nobody in the group", seat.holder));
        }
    }
    Ok(())
}

async fn polls_hold(unit: &mut dyn UnitOfWork, group: GroupId, members: &[Member], now: Instant) -> Result<(), String> {
    let mut number = 1;
    while let Some(poll) = unit.poll_by_number(group, number).await.unwrap() {
        let ballots = if poll.is_open(now) {
            unit.ballots(group, poll.id).await.unwrap()
        } else {
            Vec::new()
        };
        if ballots.len() > members.len() {
            return Err(format!("P{number} has more ballots than the group has members"));
        }
        let is_member = |person| members.iter().any(|member| member.person == person);
        if !ballots.iter().all(|ballot| is_member(ballot.person)) {
            return Err(format!("P{number} has a ballot of somebody who is no member"));
        }
        number += 1;
    }
    Ok(())
}

async fn broadcasts_hold(unit: &mut dyn UnitOfWork, group: GroupId, now: Instant) -> Result<(), String> {
    let mut number = 1;
    while let Some(broadcast) = unit.broadcast_by_number(group, number).await.unwrap() {
        let counts = unit.count_copies(group, broadcast.id).await.unwrap();
        let open = unit.open_copies(group, broadcast.id, u32::MAX).await.unwrap();
        if broadcast.state(now).is_before_the_first() && counts.all() > 0 {
            return Err(format!("B{number} went to somebody before it was sent"));
        }
        if broadcast.finished_at.is_some() && open > 0 {
            return Err(format!("B{number} is finished, and {open} copies are on their way"));
        }
        number += 1;
    }
    Ok(())
}
