//! `shift claim` and `shift drop`: for oneself, for a member, for a guest.

use super::{for_update, said, skilled};
use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::SeatId;
use crate::phrase;
use crate::shift::claim::{By, Claimed, Dropped};
use crate::shift::command::Whom;
use crate::shift::undo::ShiftUndo;
use crate::shift::{Holder, Roster, Seat, given, notice, plan, short};
use crate::undo::Undo;

/// The most guests that a member brings to a shift: more are a group of their own, which a captain plans for.
const MOST_GUESTS: u32 = 5;

/// Takes a seat, or a place on the waiting list.
pub(super) async fn claim(desk: &mut Desk<'_>, shift: u32, role: Option<&str>, whom: &Whom) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    let whom = &by_name(desk, whom).await?;
    let holder = holder(desk, whom).await?;
    may_claim(desk, &before, &holder)?;
    if !desk.runs(before.shift.team) {
        before.must_be_open_to(&holder, desk.work.now)?;
    }
    let mut after = before.clone();
    let claimed = take(desk, &mut after, &holder, role).await?;
    if holder != Holder::Member(desk.me()) && holder.member().is_some() {
        after.given(&holder, &before, desk.me());
    }
    keep(desk, &before, &after, &holder).await?;
    let me = desk.actor.person.clone();
    if let (Whom::Member(_), Claimed::In { seat, .. } | Claimed::Waiting(seat)) = (whom, &claimed) {
        notice::put_in(&mut desk.work, &after.shift, seat, (me.id, &me.name)).await?;
    }
    if let Claimed::In { moves, .. } = &claimed {
        notice::moves(&mut desk.work, &after, moves, Some(me.id)).await?;
    }
    match claimed {
        Claimed::In { seat, moves } => said::is_in(desk, &after, &seat, &moves, whom).await,
        Claimed::AlreadyIn(seat) => said::already_in(desk, &after, &seat, whom).await,
        Claimed::Waiting(seat) => said::waits(desk, &after, &seat, whom, false).await,
        Claimed::AlreadyWaiting(seat) => said::waits(desk, &after, &seat, whom, true).await,
        Claimed::Which(roles) => Ok(said::which(desk, &after, &roles, whom)),
    }
}

/// Takes a seat (or a place on the waiting list) for somebody, in the role that they name, else in the one open role that
/// they can do. Whether they may is asked before: of whoever claims more than of whoever is there on the day.
pub(super) async fn take(
    desk: &mut Desk<'_>,
    roster: &mut Roster,
    holder: &Holder,
    role: Option<&str>,
) -> Outcome<Claimed> {
    let now = desk.work.now;
    let id = SeatId::new(desk.work.ids, now);
    let claimed = roster.claim(holder, role, id, now)?;
    match skilled::suited(desk, holder, &claimed).await? {
        Some(role) => Ok(roster.claim(holder, Some(&role), id, now)?),
        None => Ok(claimed),
    }
}

/// Frees a seat, or a place on the waiting list.
pub(super) async fn drop_out(desk: &mut Desk<'_>, shift: u32, whom: &Whom, sure: bool) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    before.shift.must_be_live(desk.work.now)?;
    let whom = &by_name(desk, whom).await?;
    let holder = holder(desk, whom).await?;
    let Some(seat) = before.seat_of(&holder).cloned() else {
        return Err(not_on_it(&before, whom).into());
    };
    let runs = desk.runs(before.shift.team);
    if seat.holder.answerable() != desk.me() {
        desk.must_run(before.shift.team)?;
    }
    let mut after = before.clone();
    let by = if runs { By::Captain } else { By::Member };
    let dropped = after.leave(&seat, by, desk.work.now)?;
    if *whom == Whom::Me && !sure && leaves_a_gap(&seat, &dropped, &after, desk.work.now) {
        return Ok(said::drop_or_cover(desk, &after));
    }
    keep(desk, &before, &after, &seat.holder).await?;
    let me = desk.actor.person.clone();
    if seat.holder.answerable() != me.id {
        notice::taken_off(&mut desk.work, &after.shift, &seat, (me.id, &me.name)).await?;
        let (group, reference) = (after.shift.group, after.shift.reference());
        desk.work
            .audit(group, me.id, "shift.removed", Some(reference), seat.holder.member())
            .await?;
    }
    given::declined(&mut desk.work, &after, &seat, (me.id, &me.name)).await?;
    notice::moves(&mut desk.work, &after, &dropped.moves, Some(me.id)).await?;
    short::tell(&mut desk.work, &after, Some(me.id)).await?;
    said::is_out(desk, &after, &seat, &dropped.moves).await
}

/// Whether nobody is there for a seat so near the start that the group may not find anybody by itself.
fn leaves_a_gap(seat: &Seat, dropped: &Dropped, after: &Roster, now: Instant) -> bool {
    let limited = after.shift.needs.total().is_some();
    seat.is_in()
        && seat.cover_since.is_none()
        && limited
        && dropped.moves.is_empty()
        && short::is_near(&after.shift, now)
}

/// Who is mentioned goes by their name from there on: an answer that says what to type holds no account's number.
pub(super) async fn by_name(desk: &mut Desk<'_>, whom: &Whom) -> Outcome<Whom> {
    Ok(match whom {
        Whom::Member(typed) if typed.trim_start().starts_with("<@") => {
            Whom::Member(desk.find_member(typed).await?.name)
        }
        whom => whom.clone(),
    })
}

/// Whose seat it is about.
async fn holder(desk: &mut Desk<'_>, whom: &Whom) -> Outcome<Holder> {
    Ok(match whom {
        Whom::Me => Holder::Member(desk.me()),
        Whom::Member(name) => Holder::Member(desk.find_member(name).await?.person),
        Whom::Guest(name) => Holder::Guest {
            name: name.clone(),
            host: desk.me(),
        },
    })
}

/// Captains claim for others and for guests; a member who is in may bring guests, who take seats like anybody else.
fn may_claim(desk: &Desk<'_>, roster: &Roster, holder: &Holder) -> Result<(), UserError> {
    if *holder == Holder::Member(desk.me()) || desk.runs(roster.shift.team) {
        return Ok(());
    }
    let mine = roster.seat_of(&Holder::Member(desk.me()));
    let shift = roster.shift.reference();
    match holder {
        Holder::Member(_) => desk.must_run(roster.shift.team),
        Holder::Guest { .. } if !mine.is_some_and(Seat::is_in) => {
            Err(UserError::new(phrase!("shift-guest-needs-host", shift = word shift))
                .type_next(format!("shift claim {shift}")))
        }
        Holder::Guest { host, .. } if roster.seat_of(holder).is_none() && roster.guests_of(*host) >= MOST_GUESTS => {
            Err(UserError::new(phrase!(
                "shift-guests-enough",
                shift = word shift,
                most = number MOST_GUESTS
            )))
        }
        Holder::Guest { .. } => Ok(()),
    }
}

/// Saves what was done, and what takes it back.
pub(super) async fn keep(desk: &mut Desk<'_>, before: &Roster, after: &Roster, holder: &Holder) -> Outcome<()> {
    if before == after {
        return Ok(());
    }
    plan::save(&mut desk.work, Some(before), after).await?;
    let undo = ShiftUndo::Seat {
        shift: after.shift.number,
        holder: holder.clone(),
        before: before.seat_of(holder).cloned(),
        version: after.shift.version,
    };
    desk.remember_undo(Undo::Shift(undo)).await
}

/// Whoever is meant is not on the shift.
pub(super) fn not_on_it(roster: &Roster, whom: &Whom) -> UserError {
    let shift = roster.shift.reference();
    let error = match whom {
        Whom::Me => {
            return UserError::new(phrase!("shift-not-on-it", shift = word shift))
                .type_next(format!("shift claim {shift}"));
        }
        Whom::Member(name) | Whom::Guest(name) => phrase!("shift-other-not-on-it", who = user name, shift = word shift),
    };
    UserError::new(error).type_next(format!("shift roster {shift}"))
}
