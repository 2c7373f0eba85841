//! `shift cover`: to stay on a shift until somebody takes one's place.

use super::ask::said_begun;
use super::{for_update, seats, who_moved};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::locale::Phrase;
use crate::phrase;
use crate::reply::Card;
use crate::shift::command::Whom;
use crate::shift::cover::Covered;
use crate::shift::roster::Move;
use crate::shift::search::{self, FOR_COVER};
use crate::shift::{Holder, Roster, card, notice};

pub(super) async fn run(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let before = for_update(desk, shift).await?;
    let me = desk.me();
    let mut after = before.clone();
    match after.look_for_cover(me, desk.work.now)? {
        Covered::NotOnIt => Err(seats::not_on_it(&before, &Whom::Me).into()),
        Covered::Waits => Err(waits(&before).into()),
        Covered::Already => Ok(looking(desk, &before, &[])),
        Covered::Taken(moves) => {
            keep(desk, &before, &after, &moves).await?;
            taken(desk, &after, &moves).await
        }
        Covered::Looking(moves) => {
            keep(desk, &before, &after, &moves).await?;
            let begun = search::begin(&mut desk.work, &after, me, FOR_COVER).await?;
            let mut told = who_moved(desk, &moves).await?;
            if told.is_empty() {
                told.push(said_begun(desk, begun));
            }
            Ok(looking(desk, &after, &told))
        }
    }
}

async fn keep(desk: &mut Desk<'_>, before: &Roster, after: &Roster, moves: &[Move]) -> Outcome<()> {
    let me = desk.me();
    seats::keep(desk, before, after, &Holder::Member(me)).await?;
    notice::moves(&mut desk.work, after, moves, Some(me)).await?;
    Ok(())
}

/// "You stay on S12 until somebody takes your place."
fn looking(desk: &Desk<'_>, roster: &Roster, told: &[Phrase]) -> Answer {
    let (shift, voice) = (&roster.shift, &desk.voice);
    let said = if told.is_empty() {
        phrase!("shift-cover-already", shift = word shift.reference(), title = user shift.title)
    } else {
        phrase!("shift-cover-begun", shift = word shift.reference(), title = user shift.title)
    };
    let card: Card = voice.say(&said).line(card::facts(shift, voice));
    let card = told.iter().fold(card, |card, phrase| card.line(voice.line(phrase)));
    card.actions(voice, [card::stay_button(shift, voice)], notice::confirm_command(shift))
        .into()
}

/// "Dev takes your place in S12." Nothing is left to do.
async fn taken(desk: &mut Desk<'_>, roster: &Roster, moves: &[Move]) -> Outcome<Answer> {
    let shift = &roster.shift;
    let said = phrase!("shift-dropped", shift = word shift.reference(), title = user shift.title);
    let card = desk.voice.say(&said);
    let up: Vec<Move> = moves
        .iter()
        .filter(|moved| matches!(moved, Move::Up(_)))
        .cloned()
        .collect();
    let said = who_moved(desk, &up).await?;
    let card = said
        .iter()
        .fold(card, |card, phrase| card.line(desk.voice.line(phrase)));
    let buttons = [card::roster_button(shift, &desk.voice)];
    Ok(card
        .actions(&desk.voice, buttons, format!("shift claim {}", shift.reference()))
        .into())
}

/// Whoever waits has no place that anybody could take.
fn waits(roster: &Roster) -> UserError {
    let shift = roster.shift.reference();
    UserError::new(phrase!("shift-cover-waits", shift = word shift)).type_next(format!("shift drop {shift}"))
}
