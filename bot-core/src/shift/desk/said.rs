//! What is answered to a claim and to a drop.

use super::{skilled, who_moved, whose};
use crate::catalogue::quoted;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::{Button, Card};
use crate::shift::command::Whom;
use crate::shift::roster::Move;
use crate::shift::{Holder, Roster, Seat, card, near, notice};

/// What somebody who is in now sees, and who moved up by it.
pub(super) async fn is_in(
    desk: &mut Desk<'_>,
    roster: &Roster,
    seat: &Seat,
    moves: &[Move],
    whom: &Whom,
) -> Outcome<Answer> {
    let shift = &roster.shift;
    let who = whose(desk, seat).await?;
    let other = Some(&who).filter(|_| *whom != Whom::Me);
    let warnings = match seat.holder.member() {
        Some(person) => near::warnings(&mut desk.work, shift, person, other).await?,
        None => Vec::new(),
    };
    let moved = who_moved(desk, moves).await?;
    let skill = skilled::next_time(desk, roster, seat).await?;
    let voice = desk.voice.clone();
    let mut card = voice
        .say(&said_in(desk, roster, seat, whom).await?)
        .line(card::facts(shift, &voice));
    for phrase in warnings.into_iter().chain(moved).chain(skill) {
        card = card.line(voice.line(&phrase));
    }
    Ok(way_out(desk, card, roster, whom))
}

/// What somebody sees who was in already.
pub(super) async fn already_in(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, whom: &Whom) -> Outcome<Answer> {
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
pub(super) async fn waits(
    desk: &mut Desk<'_>,
    roster: &Roster,
    seat: &Seat,
    whom: &Whom,
    already: bool,
) -> Outcome<Answer> {
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

/// What somebody who is out now sees.
pub(super) async fn is_out(desk: &mut Desk<'_>, roster: &Roster, seat: &Seat, moves: &[Move]) -> Outcome<Answer> {
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
    let moved = who_moved(desk, moves).await?;
    if moved.is_empty() {
        card = card.line(card::open(roster, &voice));
    }
    card = moved.iter().fold(card, |card, phrase| card.line(voice.line(phrase)));
    if mine {
        card = guests_left(roster, seat)
            .iter()
            .fold(card, |card, phrase| card.line(voice.line(phrase)));
    }
    let typed = format!("shift claim {shift}");
    Ok(card
        .actions(&voice, [card::open_claim_button(&roster.shift, &voice)], typed)
        .into())
}

/// Asks whether to look for somebody first, where to leave now leaves a gap that is hard to fill.
pub(super) fn drop_or_cover(desk: &Desk<'_>, roster: &Roster) -> Answer {
    let (shift, voice) = (&roster.shift, &desk.voice);
    let reference = shift.reference();
    let asked = phrase!("shift-drop-or-cover", shift = word reference, title = user shift.title);
    let leave = Button::new(
        voice.text(&phrase!("shift-button-leave")),
        shift.group,
        format!("shift drop {reference} now"),
    );
    let card = voice.say(&asked).line(card::facts(shift, voice));
    let buttons = [card::cover_button(shift, voice), leave];
    card.actions(voice, buttons, notice::cover_command(shift)).into()
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
pub(super) fn which(desk: &Desk<'_>, roster: &Roster, roles: &[String], whom: &Whom) -> Answer {
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
    let voice = &desk.voice;
    let own = |button: Option<Button>| button.filter(|_| *whom == Whom::Me);
    let buttons = [
        own(card::drop_button(shift, voice)),
        card::roster_button(shift, voice),
        own(card::calendar_button(shift, voice)),
    ];
    card.actions(&desk.voice, buttons, command(roster, "drop", None, whom))
        .into()
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
    format!("{command} {key}:{}", quoted(name))
}
