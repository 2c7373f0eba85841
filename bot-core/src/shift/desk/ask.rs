//! `shift ask` and `shift decline`: asking those whom a shift may suit, and their no.

use super::for_update;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::locale::Phrase;
use crate::phrase;
use crate::shift::search::{self, Begun, FOR_CAPTAINS};
use crate::shift::{Roster, card};
use crate::time::Moment;

/// Asks as many people for a shift that has seats to give.
pub(super) async fn ask(desk: &mut Desk<'_>, shift: u32, at_once: Option<u32>) -> Outcome<Answer> {
    let roster = for_update(desk, shift).await?;
    desk.must_run(roster.shift.team)?;
    must_need_people(desk, &roster)?;
    let me = desk.me();
    let begun = search::begin(&mut desk.work, &roster, me, at_once.unwrap_or(FOR_CAPTAINS)).await?;
    let voice = desk.voice.clone();
    let card = voice
        .say(&said_begun(desk, begun))
        .line(card::title(&roster.shift))
        .line(card::facts(&roster.shift, &voice))
        .line(card::taken(&roster, &voice));
    let typed = match begun {
        Begun::Nobody => format!("broadcast everyone \"{} …\"", roster.shift.reference()),
        _ => format!("shift roster {}", roster.shift.reference()),
    };
    let buttons = [card::roster_button(&roster.shift, &voice)];
    Ok(card.actions(&voice, buttons, typed).into())
}

fn must_need_people(desk: &Desk<'_>, roster: &Roster) -> Result<(), UserError> {
    let shift = roster.shift.reference();
    roster.shift.must_be_ahead(desk.work.now)?;
    if desk.group()?.asks == 0 {
        let refusal = UserError::new(phrase!("shift-ask-off"));
        return Err(refusal.type_next(format!("group set asks {}", search::ASKS_A_WEEK)));
    }
    match roster.to_give() {
        None => {
            let refusal = UserError::new(phrase!("shift-ask-unlimited", shift = word shift));
            Err(refusal.type_next(format!("shift edit {shift} needs:6")))
        }
        Some(0) => {
            let refusal = UserError::new(phrase!("shift-ask-full", shift = word shift));
            Err(refusal.type_next(format!("shift roster {shift}")))
        }
        Some(_) => Ok(()),
    }
}

/// "I'm asking 5 people now, least recently asked first."
pub(super) fn said_begun(desk: &Desk<'_>, begun: Begun) -> Phrase {
    match begun {
        Begun::Asking(0) => phrase!("shift-ask-waiting"),
        Begun::Asking(count) => phrase!("shift-asking-people", count = number count),
        Begun::From(at) => {
            let from = Moment::at(at, desk.voice.zone.clone());
            phrase!("shift-asking-from", from = moment from)
        }
        Begun::Opens(at) => {
            let opens = Moment::at(at, desk.voice.zone.clone());
            phrase!("shift-asking-opens", opens = moment opens)
        }
        Begun::Nobody => phrase!("shift-asking-nobody"),
    }
}

/// Takes down that somebody who was asked cannot; the next is asked.
pub(super) async fn decline(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let roster = for_update(desk, shift).await?;
    let (me, now, reference) = (desk.me(), desk.work.now, roster.shift.reference());
    let (group, id) = (roster.shift.group, roster.shift.id);
    if !desk.work.unit.decline_ask(group, id, me, now).await? {
        let refusal = UserError::new(phrase!("shift-decline-unasked", shift = word reference));
        return Err(refusal.type_next(format!("shift show {reference}")).into());
    }
    search::go_on(&mut desk.work, &roster).await?;
    Ok(desk.say(&phrase!("shift-declined", shift = word reference)))
}
