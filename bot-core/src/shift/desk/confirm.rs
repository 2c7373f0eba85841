//! `shift confirm`: for oneself, or as a captain for a member.

use super::seats::{by_name, not_on_it};
use super::{for_update, whose};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::reply::{Button, Card};
use crate::shift::command::Whom;
use crate::shift::confirm::Confirmed;
use crate::shift::undo::ShiftUndo;
use crate::shift::{Holder, Roster, card, notice, plan};
use crate::undo::Undo;

/// Confirms that whoever types, or the member of that name, will come.
pub(super) async fn run(desk: &mut Desk<'_>, shift: u32, named: Option<&str>) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    let member = match named {
        Some(name) => desk.find_member(name).await?.person,
        None => desk.me(),
    };
    let mine = member == desk.me();
    if !mine {
        desk.must_run(before.shift.team)?;
    }
    let whom = named
        .filter(|_| !mine)
        .map_or(Whom::Me, |name| Whom::Member(name.to_owned()));
    let whom = by_name(desk, &whom).await?;
    let mut after = before.clone();
    match after.confirm(member, desk.work.now)? {
        Confirmed::NotOnIt => Err(not_on_it(&before, &whom).into()),
        Confirmed::Waits => Err(waits(&before, &whom).into()),
        Confirmed::Promised => Err(promised(&before).into()),
        Confirmed::Already => said(desk, &after, Holder::Member(member), true).await,
        Confirmed::Now => {
            plan::save(&mut desk.work, Some(&before), &after).await?;
            desk.remember_undo(Undo::Shift(ShiftUndo::Confirmed { shift, member }))
                .await?;
            if !mine {
                let me = desk.actor.person.clone();
                notice::confirmed_for(&mut desk.work, &after.shift, member, (me.id, &me.name)).await?;
            }
            said(desk, &after, Holder::Member(member), false).await
        }
    }
}

/// Whoever was asked may still take the place.
fn promised(roster: &Roster) -> UserError {
    let shift = roster.shift.reference();
    UserError::new(phrase!("shift-confirm-promised", shift = word shift)).type_next(format!("shift roster {shift}"))
}

/// Whoever waits has nothing to confirm yet.
fn waits(roster: &Roster, whom: &Whom) -> UserError {
    let shift = roster.shift.reference();
    let told = match whom {
        Whom::Me => phrase!("shift-confirm-waits", shift = word shift),
        Whom::Member(name) | Whom::Guest(name) => {
            phrase!("shift-confirm-waits-other", who = user name, shift = word shift)
        }
    };
    UserError::new(told).type_next(format!("shift roster {shift}"))
}

/// What whoever confirmed sees, and how many have by now.
async fn said(desk: &mut Desk<'_>, roster: &Roster, holder: Holder, already: bool) -> Outcome<Answer> {
    let (shift, title) = (roster.shift.reference(), &roster.shift.title);
    let mine = holder == Holder::Member(desk.me());
    let who = match roster.seat_of(&holder) {
        Some(seat) if !mine => vec![whose(desk, seat).await?],
        _ => Vec::new(),
    };
    let told = match (mine, already) {
        (true, false) => phrase!("shift-confirmed", shift = word shift, title = user title),
        (true, true) => phrase!("shift-confirmed-already", shift = word shift, title = user title),
        (false, false) => phrase!("shift-confirmed-other", who = list who, shift = word shift, title = user title),
        (false, true) => {
            phrase!("shift-confirmed-already-other", who = list who, shift = word shift, title = user title)
        }
    };
    let (confirmed, all) = roster.count_confirmed();
    let count = phrase!("shift-count-confirmed", confirmed = number confirmed, all = number all);
    let voice = desk.voice.clone();
    let card: Card = voice
        .say(&told)
        .line(card::facts(&roster.shift, &voice))
        .line(voice.line(&count));
    let buttons: [Option<Button>; 2] = [
        card::drop_button(&roster.shift, &voice).filter(|_| mine),
        card::roster_button(&roster.shift, &voice),
    ];
    let typed = if mine {
        notice::drop_command(&roster.shift)
    } else {
        format!("shift roster {shift}")
    };
    Ok(card.actions(&voice, buttons, typed).into())
}
