//! `shift claim` and `shift drop`: for oneself, for a member, for a guest.

use super::{for_update, moved_up, whose};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::SeatId;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::{Button, Card};
use crate::shift::claim::{By, Claimed};
use crate::shift::command::Whom;
use crate::shift::undo::ShiftUndo;
use crate::shift::{Holder, Roster, Seat, card, notice, plan};
use crate::undo::Undo;

/// Takes a seat, or a place on the waiting list.
pub(super) async fn claim(desk: &mut Desk<'_>, shift: u32, role: Option<&str>, whom: &Whom) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    let holder = holder(desk, whom).await?;
    may_claim(desk, &before, &holder)?;
    let mut after = before.clone();
    let id = SeatId::new(desk.work.ids, desk.work.now);
    let claimed = after.claim(&holder, role, id, desk.work.now)?;
    if let Claimed::Which(roles) = &claimed {
        return Ok(which(desk, &after, roles, whom));
    }
    keep(desk, &before, &after, &holder).await?;
    if let (Whom::Member(_), Claimed::In { seat, .. } | Claimed::Waiting(seat)) = (whom, &claimed) {
        let me = desk.actor.person.clone();
        notice::put_in(&mut desk.work, &after.shift, seat, (me.id, &me.name)).await?;
    }
    match claimed {
        Claimed::In { seat, promoted } => is_in(desk, &after, &seat, &promoted, whom).await,
        Claimed::AlreadyIn(seat) => already_in(desk, &after, &seat, whom).await,
        Claimed::Waiting(seat) => waits(desk, &after, &seat, whom, false).await,
        Claimed::AlreadyWaiting(seat) => waits(desk, &after, &seat, whom, true).await,
        Claimed::Which(_) => Ok(Card::new().into()),
    }
}

/// Frees a seat, or a place on the waiting list.
pub(super) async fn drop_out(desk: &mut Desk<'_>, shift: u32, whom: &Whom) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    before.shift.must_be_live(desk.work.now)?;
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
    keep(desk, &before, &after, &seat.holder).await?;
    let me = desk.actor.person.clone();
    if seat.holder.answerable() != me.id {
        notice::taken_off(&mut desk.work, &after.shift, &seat, (me.id, &me.name)).await?;
        let (group, reference) = (after.shift.group, after.shift.reference());
        desk.work
            .audit(group, me.id, "shift.removed", Some(reference), seat.holder.member())
            .await?;
    }
    notice::promoted(&mut desk.work, &after, &dropped.promoted, Some(me.id)).await?;
    is_out(desk, &after, &seat, &dropped.promoted).await
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
        Holder::Guest { .. } if mine.is_some_and(Seat::is_in) => Ok(()),
        Holder::Guest { .. } => Err(UserError::new(phrase!("shift-guest-needs-host", shift = word shift))
            .type_next(format!("shift claim {shift}"))),
    }
}

/// Saves what was done, and what takes it back.
async fn keep(desk: &mut Desk<'_>, before: &Roster, after: &Roster, holder: &Holder) -> Outcome<()> {
    if before == after {
        return Ok(());
    }
    plan::save(&mut desk.work, Some(before), after).await?;
    let undo = ShiftUndo::Seat {
        shift: after.shift.number,
        holder: holder.clone(),
        before: before.seat_of(holder).cloned(),
    };
    desk.remember_undo(Undo::Shift(undo)).await
}

async fn is_in(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, promoted: &[Seat], whom: &Whom) -> Outcome<Answer> {
    let shift = &roster.shift;
    let me = desk.me();
    notice::promoted(&mut desk.work, roster, promoted, Some(me)).await?;
    let clashes = match seat.holder.member() {
        Some(person) => notice::clashes(&mut desk.work, shift, person).await?,
        None => Vec::new(),
    };
    let up = moved_up(desk, promoted).await?;
    let voice = desk.voice.clone();
    let mut card = voice
        .say(&said_in(desk, roster, seat, whom).await?)
        .line(card::facts(shift, &voice));
    let who = whose(desk, seat).await?;
    let clashes = clashes.iter().map(|other| match whom {
        Whom::Me => notice::clash(other),
        _ => notice::clash_of(other, &who),
    });
    for phrase in clashes.chain(up) {
        card = card.line(voice.line(&phrase));
    }
    Ok(way_out(desk, card, roster, whom))
}

async fn already_in(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, whom: &Whom) -> Outcome<Answer> {
    let (shift, who) = (roster.shift.reference(), whose(desk, seat).await?);
    let said = match (whom, roster.role_of(seat)) {
        (Whom::Me, None) => phrase!("shift-already-in", shift = word shift),
        (Whom::Me, Some(role)) => phrase!("shift-already-in-as", shift = word shift, role = user role),
        (_, None) => phrase!("shift-already-in-other", who = list vec![who], shift = word shift),
        (_, Some(role)) => {
            phrase!("shift-already-in-other-as", who = list vec![who], shift = word shift, role = user role)
        }
    };
    let card = desk.voice.say(&said);
    Ok(way_out(desk, card, roster, whom))
}

async fn said_in(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, whom: &Whom) -> Outcome<Phrase> {
    let (shift, title) = (roster.shift.reference(), &roster.shift.title);
    let who = whose(desk, seat).await?;
    Ok(match (whom, roster.role_of(seat)) {
        (Whom::Me, None) => phrase!("shift-claimed", shift = word shift, title = user title),
        (Whom::Me, Some(role)) => phrase!("shift-claimed-as", shift = word shift, title = user title, role = user role),
        (_, None) => phrase!("shift-claimed-other", who = list vec![who], shift = word shift, title = user title),
        (_, Some(role)) => {
            phrase!("shift-claimed-other-as", who = list vec![who], shift = word shift, title = user title, role = user role)
        }
    })
}

/// "S12 is full. You are 2nd on the waiting list, …"
async fn waits(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, whom: &Whom, already: bool) -> Outcome<Answer> {
    let (shift, place) = (roster.shift.reference(), roster.place_of(seat));
    let role = roster.role_of(seat);
    let full = match role.filter(|_| !roster.is_full()) {
        None if already => phrase!("shift-still-full", shift = word shift),
        None => phrase!("shift-full", shift = word shift),
        Some(role) if already => phrase!("shift-still-full-role", shift = word shift, role = user role),
        Some(role) => phrase!("shift-full-role", shift = word shift, role = user role),
    };
    let leave = command(roster, "drop", None, whom);
    let who = whose(desk, seat).await?;
    let said = match (whom, role) {
        (Whom::Me, None) => phrase!("shift-waits", full = phrase full, place = number place, leave = command leave),
        (Whom::Me, Some(role)) => {
            phrase!("shift-waits-as", full = phrase full, place = number place, role = user role, leave = command leave)
        }
        (_, None) => {
            phrase!("shift-waits-other", full = phrase full, who = list vec![who], place = number place, leave = command leave)
        }
        (_, Some(role)) => {
            phrase!("shift-waits-other-as", full = phrase full, who = list vec![who], place = number place, role = user role, leave = command leave)
        }
    };
    Ok(desk.say(&said))
}

async fn is_out(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, promoted: &[Seat]) -> Outcome<Answer> {
    let (shift, title) = (roster.shift.reference(), &roster.shift.title);
    let mine = seat.holder == Holder::Member(desk.me());
    let who = whose(desk, seat).await?;
    let said = match (mine, seat.is_in()) {
        (true, true) => phrase!("shift-dropped", shift = word shift, title = user title),
        (true, false) => phrase!("shift-left-list", shift = word shift, title = user title),
        (false, true) => phrase!("shift-dropped-other", who = list vec![who], shift = word shift, title = user title),
        (false, false) => {
            phrase!("shift-left-list-other", who = list vec![who], shift = word shift, title = user title)
        }
    };
    let voice = desk.voice.clone();
    let mut card = voice.say(&said);
    card = match moved_up(desk, promoted).await? {
        Some(up) => card.line(voice.line(&up)),
        None => card.line(card::open(roster, &voice)),
    };
    if mine {
        card = guests_left(roster, seat)
            .iter()
            .fold(card, |card, phrase| card.line(voice.line(phrase)));
    }
    let typed = format!("shift claim {shift}");
    Ok(card
        .actions(&voice, [card::claim_button(&roster.shift, &voice)], typed)
        .into())
}

/// Guests stay when their host drops out; the host is told how to take them off.
fn guests_left(roster: &Roster, left: &Seat) -> Vec<Phrase> {
    let shift = roster.shift.reference();
    let host = left.holder.answerable();
    let guests = roster.seats.iter().filter_map(|seat| match &seat.holder {
        Holder::Guest { name, host: theirs } if *theirs == host => Some(name),
        _ => None,
    });
    guests
        .map(|name| {
            let leave = command(roster, "drop", None, &Whom::Guest(name.clone()));
            phrase!("shift-guest-stays", name = user name, shift = word shift, leave = command leave)
        })
        .collect()
}

/// Asks for the role, with a button for each that has open seats.
fn which(desk: &Desk<'_>, roster: &Roster, roles: &[String], whom: &Whom) -> Answer {
    let shift = &roster.shift;
    let names: Vec<Arg> = roles.iter().map(|role| Arg::User(role.clone())).collect();
    let asked = phrase!("shift-which-role", shift = word shift.reference(), roles = list names);
    let buttons = roles
        .iter()
        .map(|role| Button::new(role.as_str(), shift.group, command(roster, "claim", Some(role), whom)));
    let typed = command(roster, "claim", roles.first().map(String::as_str), whom);
    desk.voice.say(&asked).actions(&desk.voice, buttons, typed).into()
}

fn way_out(desk: &Desk<'_>, card: Card, roster: &Roster, whom: &Whom) -> Answer {
    let shift = &roster.shift;
    let drop = match whom {
        Whom::Me => card::drop_button(shift, &desk.voice),
        _ => None,
    };
    let buttons = [drop, card::roster_button(shift, &desk.voice)];
    card.actions(&desk.voice, buttons, command(roster, "drop", None, whom))
        .into()
}

fn not_on_it(roster: &Roster, whom: &Whom) -> UserError {
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

/// The command as typed: `shift claim S12 driver guest:"Tom Lee"`.
fn command(roster: &Roster, act: &str, role: Option<&str>, whom: &Whom) -> String {
    let mut command = format!("shift {act} {}", roster.shift.reference());
    if let Some(role) = role {
        command.push(' ');
        command.push_str(role);
    }
    let (key, name) = match whom {
        Whom::Me => return command,
        Whom::Member(name) => ("for", name),
        Whom::Guest(name) => ("guest", name),
    };
    let quote = if name.contains(char::is_whitespace) { "\"" } else { "" };
    format!("{command} {key}:{quote}{name}{quote}")
}
