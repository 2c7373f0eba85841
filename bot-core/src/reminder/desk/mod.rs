//! The use cases of reminders: load, decide, save.
//!
//! - here: `remind snooze`, `remind pause`, `remind resume`, and what the others share
//! - `set`: `remind me`, `remind here`; `edit`: `remind edit`; `cancel`: `remind cancel`
//! - `list`: `remind list`, and the reminders that a half-typed command may mean

mod cancel;
mod edit;
mod list;
mod set;

pub use list::completions;

use super::command::ReminderCommand;
use super::rules::No;
use super::{Audience, Reminder, card, schedule};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, Reference};
use crate::locale::Phrase;
use crate::phrase;
use crate::reply::{Block, Card};
use crate::series;
use crate::time::Duration;
use crate::work::Personal;

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: ReminderCommand) -> Outcome<Answer> {
    match command {
        ReminderCommand::Me(asked) => set::run(desk, asked, Audience::Creator).await,
        ReminderCommand::Here(asked) => {
            let audience = if desk.room.private {
                Audience::Creator
            } else {
                Audience::Room(desk.room.clone())
            };
            set::run(desk, asked, audience).await
        }
        ReminderCommand::List => list::run(desk).await,
        ReminderCommand::Edit(edit) => edit::run(desk, *edit).await,
        ReminderCommand::Cancel { reminder, dates } => cancel::run(desk, reminder, dates).await,
        ReminderCommand::Snooze { reminder, by } => snooze(desk, reminder, by).await,
        ReminderCommand::Pause(number) => pause(desk, number).await,
        ReminderCommand::Resume(number) => resume(desk, number).await,
    }
}

async fn snooze(desk: &mut Desk<'_>, number: u32, by: Duration) -> Outcome<Answer> {
    let reminder = find(desk, number).await?;
    let snoozed = allowed(&reminder, reminder.snooze(by, desk.work.now))?;
    let reminder = schedule::make(desk, reminder, snoozed).await?;
    let sentence = reminder
        .snoozed
        .as_ref()
        .map(|at| phrase!("reminder-snoozed", reminder = command reminder.reference(), at = moment at));
    Ok(say(desk, &reminder, sentence))
}

async fn pause(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let reminder = find(desk, number).await?;
    let paused = allowed(&reminder, reminder.pause())?;
    let reminder = schedule::make(desk, reminder, paused).await?;
    let sentence = phrase!("reminder-paused", reminder = command reminder.reference());
    Ok(say(desk, &reminder, Some(sentence)))
}

async fn resume(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let reminder = find(desk, number).await?;
    let resumed = allowed(&reminder, reminder.resume(desk.work.now))?;
    let reminder = schedule::make(desk, reminder, resumed).await?;
    let sentence = reminder
        .coming()
        .map(|at| phrase!("reminder-resumed", reminder = command reminder.reference(), at = moment at));
    Ok(say(desk, &reminder, sentence))
}

/// Where somebody changes another person's reminder, that person hears of it.
async fn tell_creator(desk: &mut Desk<'_>, reminder: &Reminder, news: Phrase) -> Outcome<()> {
    let group = desk.group()?.clone();
    let personal = Personal::news(format_args!("{}/{}", reminder.id.0, reminder.version), reminder.creator);
    desk.work
        .notify(&group, reminder.creator, personal, |voice| voice.say(&news))
        .await?;
    Ok(())
}

/// What follows where somebody changes another person's reminder: that person hears of it, and the log has it.
async fn tell_of_change(desk: &mut Desk<'_>, reminder: &Reminder) -> Outcome<()> {
    if reminder.creator == desk.me() {
        return Ok(());
    }
    let reference = reminder.reference();
    let news = phrase!(
        "reminder-notice-changed",
        actor = person desk.actor.person.name,
        reminder = command reference,
        text = user reminder.text
    );
    tell_creator(desk, reminder, news).await?;
    let (group, me) = (reminder.group, desk.me());
    desk.work
        .audit(group, me, "reminder.changed", Some(reference), None)
        .await?;
    Ok(())
}

/// The question which dates are meant.
fn ask(desk: &Desk<'_>, reminder: &Reminder) -> Answer {
    series::card::which(reminder.reference(), reminder.group, &desk.typed, &desk.voice).into()
}

/// Sentences, then the reminder as it stands now.
fn show(desk: &Desk<'_>, reminder: &Reminder, sentences: &[Phrase]) -> Answer {
    let lines = sentences.iter().map(|sentence| Block::Line(desk.voice.line(sentence)));
    let opening = Card {
        blocks: lines.collect(),
    };
    card::card_below(opening, reminder, &desk.voice).into()
}

/// The reminder of that number, if whoever acts may change it: their own, and as a captain any room's. Nobody learns
/// of another person's own.
async fn find(desk: &mut Desk<'_>, number: u32) -> Outcome<Reminder> {
    let group = desk.group()?.id;
    let reference = Reference::new(Kind::Reminder, number);
    let found = desk.work.unit.reminder_by_number_for_update(group, number).await?;
    match found {
        Some(reminder) if reminder.creator == desk.me() => Ok(reminder),
        Some(reminder) if reminder.audience != Audience::Creator => {
            if desk.runs(None) {
                return Ok(reminder);
            }
            let name = desk.work.name_of(reminder.creator).await?;
            Err(phrase!("reminder-not-yours", reminder = command reference, person = person name).into())
        }
        _ => Err(
            UserError::new(phrase!("reminder-unknown", reminder = command reference))
                .type_next("remind list")
                .into(),
        ),
    }
}

/// What the rules allow; a refusal in words, with what to type next.
fn allowed<T>(reminder: &Reminder, decided: Result<T, No>) -> Result<T, UserError> {
    let reference = reminder.reference();
    let snooze = format!("remind snooze {reference} 1h");
    decided.map_err(|no| match no {
        No::Cancelled => {
            UserError::new(phrase!("reminder-is-cancelled", reminder = command reference)).type_next("remind list")
        }
        No::Over => UserError::new(phrase!("reminder-is-over", reminder = command reference)).type_next(snooze),
        No::Paused => UserError::new(phrase!("reminder-is-paused", reminder = command reference))
            .type_next(format!("remind resume {reference}")),
        No::NotPaused => {
            UserError::new(phrase!("reminder-not-paused", reminder = command reference)).type_next("remind list")
        }
        No::Missed(at) => {
            UserError::new(phrase!("reminder-missed", reminder = command reference, at = moment at)).type_next(snooze)
        }
        No::TooFar => UserError::new(phrase!("reminder-too-far")).type_next(snooze),
    })
}

/// A sentence, then what can be done with the reminder now.
fn say(desk: &Desk<'_>, reminder: &Reminder, sentence: Option<Phrase>) -> Answer {
    let opening = sentence.map_or_else(Card::new, |sentence| desk.voice.say(&sentence));
    card::with_actions(reminder, opening, &desk.voice).into()
}
