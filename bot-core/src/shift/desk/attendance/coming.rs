//! `shift checkin` and `shift checkout`: for oneself, or for others by whoever runs the shift.

use super::said::{self, CameIn, WentOut};
use super::{Act, authority, holders, keep, record};
use crate::catalogue::quoted;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::SeatId;
use crate::phrase;
use crate::shift::attendance::record::{CheckedIn, CheckedOut};
use crate::shift::claim::{By, Claimed};
use crate::shift::command::{Named, Whom};
use crate::shift::desk::{for_update, said as claims, seats};
use crate::shift::{Holder, Roster, Seat, near, notice};

/// Checks people in. A member without a seat takes one that is open; whoever runs the shift checks in anybody.
pub(super) async fn check_in(desk: &mut Desk<'_>, named: &Named) -> Outcome<Answer> {
    let before = for_update(desk, named.shift).await?;
    let holders = holders(desk, &before, named, before.awaited()).await?;
    let by = authority(desk, &before, &holders)?;
    before.shift.must_take_checkins(by, desk.work.now)?;
    let mut after = before.clone();
    let mut moves = Vec::new();
    let mut came = CameIn::default();
    if holders == [Holder::Member(desk.me())] && has_place_without_seat(&after, &holders[0]) {
        match seats::take(desk, &mut after, &holders[0], None).await? {
            Claimed::Which(roles) => return Ok(claims::which(desk, &before, &roles, &Whom::Me)),
            Claimed::In { moves: made, .. } => {
                moves = made;
                let me = desk.me();
                came.overlaps = near::overlaps(&mut desk.work, &after.shift, me).await?;
            }
            _ => {}
        }
    }
    for holder in holders {
        take_in(desk, &mut after, holder, by, &mut came)?;
    }
    if keep(desk, &before, &after).await? {
        record(desk, &after, Act::CheckedIn, &came.all_new()).await?;
        let me = desk.me();
        notice::moves(&mut desk.work, &after, &moves, Some(me)).await?;
    }
    said::came_in(desk, &after, &came).await
}

/// Whether a seat is open for somebody who has none.
fn has_place_without_seat(roster: &Roster, holder: &Holder) -> bool {
    !roster.seat_of(holder).is_some_and(Seat::is_in) && roster.free_seat(None).is_ok()
}

fn take_in(desk: &Desk<'_>, roster: &mut Roster, holder: Holder, by: By, came: &mut CameIn) -> Outcome<()> {
    let (me, now) = (desk.me(), desk.work.now);
    let other = (holder.answerable() != me).then_some(me);
    match roster.check_in(&holder, other, now) {
        CheckedIn::Now => came.now.push(holder),
        CheckedIn::Already => came.already.push(holder),
        CheckedIn::NoSeat if by == By::Member => return Err(no_seat(desk, roster).into()),
        CheckedIn::NoSeat => {
            roster.walk_in(&holder, SeatId::new(desk.work.ids, now), me, now);
            came.beyond.push(holder);
        }
    }
    Ok(())
}

/// Checks people out.
pub(super) async fn check_out(desk: &mut Desk<'_>, named: &Named) -> Outcome<Answer> {
    let before = for_update(desk, named.shift).await?;
    let holders = holders(desk, &before, named, before.present()).await?;
    authority(desk, &before, &holders)?;
    before.shift.must_be_open_to_completion(desk.work.now)?;
    let mut after = before.clone();
    let mut went = WentOut::default();
    for holder in holders {
        match after.check_out(&holder, desk.work.now) {
            CheckedOut::Now(length) => went.now.push((holder, length)),
            CheckedOut::Already(length) => went.already.push((holder, length)),
            CheckedOut::NotHere => return Err(not_here(desk, &before, &holder).await?.into()),
        }
    }
    if keep(desk, &before, &after).await? {
        record(desk, &after, Act::CheckedOut, &went.all_new()).await?;
    }
    said::went_out(desk, &after, &went).await
}

/// A member without a seat, on a shift without an open one.
fn no_seat(desk: &Desk<'_>, roster: &Roster) -> UserError {
    let shift = roster.shift.reference();
    let typed = format!("shift checkin {shift} {}", quoted(&desk.actor.person.name));
    phrase!("shift-checkin-no-seat", shift = word shift, typed = command typed).into()
}

async fn not_here(desk: &mut Desk<'_>, roster: &Roster, holder: &Holder) -> Outcome<UserError> {
    let shift = roster.shift.reference();
    if *holder == Holder::Member(desk.me()) {
        let error = UserError::new(phrase!("shift-checkout-not-here", shift = word shift));
        return Ok(error.type_next(format!("shift checkin {shift}")));
    }
    let who = said::name(desk, holder).await?;
    let error = UserError::new(phrase!("shift-checkout-not-here-other", who = list vec![who], shift = word shift));
    Ok(error.type_next(format!("shift roster {shift}")))
}
