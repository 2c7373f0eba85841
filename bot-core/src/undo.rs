//! `undo`: my last act in this group, within ten minutes.

use serde::{Deserialize, Serialize};

use crate::catalogue::CommandSpec;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;

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
}

/// The command.
pub const SPECS: &[CommandSpec] = &[];

/// Carries it out.
pub async fn run(_desk: &mut Desk<'_>) -> Outcome<Answer> {
    Err(crate::error::Fault::Invariant("undo is not in the catalogue yet").into())
}
