//! The use cases of shifts: load, decide, save.
//!
//! - `seats`: claim and drop; `said`: what is answered to them · `confirm`: confirm · `calendar`: calendar
//! - `attendance`: the day of the shift, and what comes of it
//! - `cover`, `ask`: looking for people, and their no
//! - `header`: add, edit, move, cancel; `series`: the same of dates of a series
//! - `posting`: shifts for which the people are known already
//! - `template`: shifts saved and posted again · `copying`: a week copied
//! - `list`: list, and the shifts that a half-typed command may mean; `week`: the list of a week

mod ask;
mod attendance;
mod calendar;
mod confirm;
pub(super) mod copying;
mod cover;
pub(super) mod header;
mod list;
mod posting;
mod said;
mod seats;
pub(super) mod series;
mod skilled;
pub(super) mod template;
mod week;

pub(super) use attendance::report_example;
pub use list::completions;
pub(crate) use list::open_lines;
pub(crate) use posting::{post_with, warnings};

use super::card::{self, Sheet};
use super::command::ShiftCommand;
use super::roster::Move;
use super::{Roster, Seat};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, Reference};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::Card;

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: ShiftCommand) -> Outcome<Answer> {
    match command {
        ShiftCommand::Add(add) => header::add(desk, add).await,
        ShiftCommand::List(filter) => list::list(desk, filter).await,
        ShiftCommand::Show(shift) => show(desk, shift).await,
        ShiftCommand::Claim { shift, role, whom } => seats::claim(desk, shift, role.as_deref(), &whom).await,
        ShiftCommand::Drop { shift, whom, sure } => seats::drop_out(desk, shift, &whom, sure).await,
        ShiftCommand::Cover(shift) => cover::run(desk, shift).await,
        ShiftCommand::Ask { shift, at_once } => ask::ask(desk, shift, at_once).await,
        ShiftCommand::Decline(shift) => ask::decline(desk, shift).await,
        ShiftCommand::Confirm { shift, member } => confirm::run(desk, shift, member.as_deref()).await,
        ShiftCommand::Attendance(command) => attendance::run(desk, command).await,
        ShiftCommand::Roster(shift) => roster(desk, shift).await,
        ShiftCommand::Calendar(shift) => calendar::run(desk, shift).await,
        ShiftCommand::Edit(edit) => header::edit(desk, edit).await,
        ShiftCommand::Move { target, when } => header::move_to(desk, &target, &when).await,
        ShiftCommand::Cancel { target, reason } => header::cancel(desk, &target, reason).await,
        ShiftCommand::Save { shift, template } => template::save(desk, shift, &template).await,
        ShiftCommand::Templates => template::list(desk).await,
        ShiftCommand::Forget(template) => template::forget(desk, &template).await,
        ShiftCommand::CopyWeek(when) => copying::copy(desk, &when).await,
    }
}

async fn show(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let sheet = sheet(desk, shift).await?;
    let reference = sheet.roster.shift.reference();
    Ok(Answer::live(reference, card::card(&sheet, &desk.voice)))
}

async fn roster(desk: &mut Desk<'_>, shift: u32) -> Outcome<Answer> {
    let sheet = sheet(desk, shift).await?;
    Ok(card::roster(&sheet, &desk.voice).into())
}

async fn sheet(desk: &mut Desk<'_>, shift: u32) -> Outcome<Sheet> {
    let group = desk.group()?.id;
    let roster = desk
        .work
        .unit
        .shift(group, shift)
        .await?
        .ok_or_else(|| unknown(shift))?;
    Ok(Sheet::load(&mut desk.work, roster).await?)
}

/// A shift to be changed.
pub(super) async fn for_update(desk: &mut Desk<'_>, shift: u32) -> Outcome<Roster> {
    let group = desk.group()?.id;
    let roster = desk.work.unit.shift_for_update(group, shift).await?;
    Ok(roster.ok_or_else(|| unknown(shift))?)
}

fn unknown(shift: u32) -> UserError {
    UserError::new(phrase!("shift-unknown", shift = word Reference::new(Kind::Shift, shift))).type_next("shift list")
}

/// "Fay moves up from the waiting list, and I'm writing to them.", or what else became of those who moved, in a sentence
/// for each kind. Nothing, if nobody did.
pub(super) async fn who_moved(desk: &mut Desk<'_>, moves: &[Move]) -> Outcome<Vec<Phrase>> {
    let up = moved_up(desk, moves).await?;
    let mut asked = Vec::new();
    let mut relieved = Vec::new();
    for moved in moves {
        let names = match moved {
            Move::Up(_) => continue,
            Move::Asked(_) => &mut asked,
            Move::Relieved(_) => &mut relieved,
        };
        names.push(whose(desk, moved.seat()).await?);
    }
    let (many_asked, many_relieved) = (asked.len(), relieved.len());
    let asked = (many_asked > 0).then(|| phrase!("shift-offering", names = list asked, count = number many_asked));
    let relieved =
        (many_relieved > 0).then(|| phrase!("shift-relieving", names = list relieved, count = number many_relieved));
    Ok(up.into_iter().chain(asked).chain(relieved).collect())
}

/// Of those who moved up. Whoever acts is not written to; of a guest their host is told.
async fn moved_up(desk: &mut Desk<'_>, moves: &[Move]) -> Outcome<Option<Phrase>> {
    let mut names = Vec::new();
    let mut told = Vec::new();
    for moved in moves {
        let Move::Up(seat) = moved else { continue };
        names.push(whose(desk, seat).await?);
        let answerable = seat.holder.answerable();
        if answerable != desk.me() {
            let name = Arg::Person(desk.work.name_of(answerable).await?);
            if !told.contains(&name) {
                told.push(name);
            }
        }
    }
    let count = names.len();
    Ok(match &told[..] {
        _ if names.is_empty() => None,
        [] => Some(phrase!("shift-moved-up-untold", names = list names, count = number count)),
        _ if told == names => Some(phrase!("shift-moved-up", names = list names, count = number count)),
        _ => Some(phrase!("shift-moved-up-telling", names = list names, count = number count, told = list told)),
    })
}

/// Whose seat it is, by name.
pub(super) async fn whose(desk: &mut Desk<'_>, seat: &Seat) -> Outcome<Arg> {
    Ok(match &seat.holder {
        super::Holder::Member(person) => Arg::Person(desk.work.name_of(*person).await?),
        super::Holder::Guest { name, .. } => Arg::User(name.clone()),
    })
}

/// The card of a shift below the lines that say what was done.
pub(crate) async fn with_card(desk: &mut Desk<'_>, said: Vec<Phrase>, roster: Roster) -> Outcome<Answer> {
    let sheet = Sheet::load(&mut desk.work, roster).await?;
    let mut blocks = said
        .iter()
        .fold(Card::new(), |card, phrase| card.line(desk.voice.line(phrase)))
        .blocks;
    blocks.extend(card::card(&sheet, &desk.voice).blocks);
    let card = Card { blocks };
    // What was said above the card would go with its first change.
    Ok(if said.is_empty() {
        Answer::live(sheet.roster.shift.reference(), card)
    } else {
        card.into()
    })
}
