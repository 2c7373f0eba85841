//! `undo`: my last act in this group, within ten minutes.

use serde::{Deserialize, Serialize};

use crate::catalogue::CommandSpec;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;

/// What takes an act back. A header (shift, task, reminder, poll, person, group) is put back as it was, if its
/// version is still the one that the act left; seats and ballots have acts of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undo {
    /// Put a person's settings back.
    Person(crate::people::Person),
    /// Put a group's settings back.
    Group(crate::people::Group),
    /// Take an act on a poll back.
    Poll(crate::poll::undo::PollUndo),
    /// Take an act on a shift back.
    Shift(crate::shift::undo::ShiftUndo),
    /// Put a task back; one of version 0 was added by the act.
    Task(Box<crate::task::Task>),
    /// Put a reminder back; one of version 0 was set by the act.
    Reminder(Box<crate::reminder::Reminder>),
}

/// The command.
pub const SPECS: &[CommandSpec] = &[];

/// Takes the last act back.
pub async fn run(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let me = desk.me();
    let last = desk.work.unit.take_undo(group, me).await?;
    match last.map(|last| last.undo) {
        Some(Undo::Task(before)) => crate::task::undo::put_back(desk, *before).await,
        Some(Undo::Reminder(before)) => crate::reminder::undo::put_back(desk, *before).await,
        _ => Err(crate::error::Fault::Invariant("undo is not in the catalogue yet").into()),
    }
}

/// The refusal of an undo whose subject somebody changed in between.
pub fn changed_since() -> UserError {
    UserError::new(phrase!("undo-changed-since"))
}
