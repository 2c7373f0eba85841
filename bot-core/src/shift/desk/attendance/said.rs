//! What is answered to a check-in and to a check-out.

use chrono::TimeDelta;

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::shift::{Holder, Roster, card};

/// What became of those who were to be checked in.
#[derive(Debug, Default)]
pub(super) struct CameIn {
    /// They are there now.
    pub(super) now: Vec<Holder>,
    /// They had no seat, and are there beyond the plan.
    pub(super) beyond: Vec<Holder>,
    /// They were there before.
    pub(super) already: Vec<Holder>,
    /// What is to be known of other shifts by a member who took a seat by it.
    pub(super) overlaps: Vec<Phrase>,
}

/// What became of those who were to be checked out, and how long they were there.
#[derive(Debug, Default)]
pub(super) struct WentOut {
    /// They have left now.
    pub(super) now: Vec<(Holder, TimeDelta)>,
    /// They had left before.
    pub(super) already: Vec<(Holder, TimeDelta)>,
}

impl CameIn {
    pub(super) fn all_new(&self) -> Vec<Holder> {
        self.now.iter().chain(&self.beyond).cloned().collect()
    }
}

impl WentOut {
    pub(super) fn all_new(&self) -> Vec<Holder> {
        self.now.iter().map(|(holder, _)| holder.clone()).collect()
    }
}

/// Who is there now, who was, and how many are in all.
pub(super) async fn came_in(desk: &mut Desk<'_>, roster: &Roster, came: &CameIn) -> Outcome<Answer> {
    let (shift, title) = (roster.shift.reference(), &roster.shift.title);
    let me = Holder::Member(desk.me());
    let mine = came.now == [me.clone()] || came.already == [me.clone()] && came.now.is_empty();
    let mine = mine && came.beyond.is_empty();
    let mut said = Vec::new();
    if mine && came.now.is_empty() {
        said.push(phrase!("shift-checked-in-already", shift = word shift, title = user title));
    } else if mine {
        let role = roster.seat_of(&me).and_then(|seat| roster.role_of(seat));
        said.push(match role {
            None => phrase!("shift-checked-in", shift = word shift, title = user title),
            Some(role) => phrase!("shift-checked-in-as", shift = word shift, title = user title, role = user role),
        });
        said.extend(came.overlaps.iter().cloned());
    } else {
        let (now, count) = (names(desk, &came.now).await?, came.now.len());
        if count > 0 {
            said.push(
                phrase!("shift-checked-in-others", who = list now, count = number count, shift = word shift, title = user title),
            );
        }
        let (beyond, count) = (names(desk, &came.beyond).await?, came.beyond.len());
        if count > 0 {
            said.push(
                phrase!("shift-checked-in-beyond", who = list beyond, count = number count, shift = word shift, title = user title),
            );
        }
        let (already, count) = (names(desk, &came.already).await?, came.already.len());
        if count > 0 {
            said.push(phrase!("shift-checked-in-already-others", who = list already, count = number count));
        }
        if said.is_empty() {
            said.push(phrase!("shift-checked-in-nobody", shift = word shift));
        }
    }
    said.push(phrase!("shift-count-came", came = number roster.count_came()));
    let buttons = [card::checkout_button(&roster.shift, &desk.voice).filter(|_| mine)];
    let buttons = buttons
        .into_iter()
        .chain([card::roster_button(&roster.shift, &desk.voice)]);
    let typed = if mine { "checkout" } else { "roster" };
    let card = said.iter().fold(crate::reply::Card::new(), |card, phrase| {
        card.line(desk.voice.line(phrase))
    });
    Ok(card
        .actions(&desk.voice, buttons, format!("shift {typed} {shift}"))
        .into())
}

/// Who has left now, and after how long.
pub(super) async fn went_out(desk: &mut Desk<'_>, roster: &Roster, went: &WentOut) -> Outcome<Answer> {
    let shift = &roster.shift;
    let mut said = Vec::new();
    for (holder, length) in &went.now {
        said.push(went_one(desk, roster, holder, *length, false).await?);
    }
    for (holder, length) in &went.already {
        said.push(went_one(desk, roster, holder, *length, true).await?);
    }
    if said.is_empty() {
        said.push(phrase!("shift-checked-out-nobody", shift = word shift.reference()));
    }
    let card = said.iter().fold(crate::reply::Card::new(), |card, phrase| {
        card.line(desk.voice.line(phrase))
    });
    let typed = format!("shift roster {}", shift.reference());
    Ok(card
        .actions(&desk.voice, [card::roster_button(shift, &desk.voice)], typed)
        .into())
}

async fn went_one(
    desk: &mut Desk<'_>,
    roster: &Roster,
    holder: &Holder,
    length: TimeDelta,
    already: bool,
) -> Outcome<Phrase> {
    let (shift, title) = (roster.shift.reference(), &roster.shift.title);
    if *holder == Holder::Member(desk.me()) {
        return Ok(if already {
            phrase!("shift-checked-out-already", shift = word shift, title = user title, length = hours length)
        } else {
            phrase!("shift-checked-out", shift = word shift, title = user title, length = hours length)
        });
    }
    let who = vec![name(desk, holder).await?];
    Ok(if already {
        phrase!("shift-checked-out-already-other", who = list who, shift = word shift, length = hours length)
    } else {
        phrase!("shift-checked-out-other", who = list who, shift = word shift, title = user title, length = hours length)
    })
}

/// Somebody by name.
pub(super) async fn name(desk: &mut Desk<'_>, holder: &Holder) -> Outcome<Arg> {
    Ok(match holder {
        Holder::Member(person) => Arg::Person(desk.work.name_of(*person).await?),
        Holder::Guest { name, .. } => Arg::User(name.clone()),
    })
}

async fn names(desk: &mut Desk<'_>, holders: &[Holder]) -> Outcome<Vec<Arg>> {
    let mut names = Vec::new();
    for holder in holders {
        names.push(name(desk, holder).await?);
    }
    Ok(names)
}
