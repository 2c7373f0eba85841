//! `undo`: my last act in this group, within ten minutes.
//!
//! To make an act undoable: a variant of [`Undo`] that holds what puts things back, remembered by the use case with
//! [`Desk::remember_undo`]; an arm in [`run`] that calls the domain, which refuses with [`changed_since`] if somebody
//! acted in between, checks that the person may still do so, and says what was taken back.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::catalogue::{Access, Command, CommandSpec};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::TeamId;
use crate::phrase;
use crate::reply::Visibility;

/// How long an act can be taken back.
pub const WINDOW: TimeDelta = TimeDelta::minutes(10);

/// What takes an act back, one variant a domain. A header (shift, task, reminder, poll, person, group) is put back as it
/// was, if its version is still the one that the act left; seats and ballots have acts of their own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undo {
    /// The act stays: there is nothing that takes it back, and the act before it is out of reach.
    Lasting,
    /// Take an act on people, the group or a team back.
    People(crate::people::undo::PeopleUndo),
    /// Take an act on a poll back.
    Poll(crate::poll::undo::PollUndo),
    /// Take an act on a broadcast back.
    Broadcast(crate::broadcast::undo::BroadcastUndo),
    /// Take an act on a shift back.
    Shift(crate::shift::undo::ShiftUndo),
    /// Put a task back; one of version 0 was added by the act.
    Task(Box<crate::task::Task>),
    /// Put a reminder back; one of version 0 was set by the act.
    Reminder(Box<crate::reminder::Reminder>),
    /// Put several reminders back that one act changed together.
    Reminders(Vec<crate::reminder::Reminder>),
}

/// The command.
pub const SPECS: &[CommandSpec] = &[CommandSpec {
    path: "undo",
    args: &[],
    access: Access::Member,
    visibility: Visibility::Public,
    build: |_| Ok(Command::Undo),
}];

/// Takes the last act back. A refusal leaves it standing.
pub async fn run(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let me = desk.me();
    let last = desk.work.unit.take_undo(group, me).await?;
    // One sentence for what is too late and for what was never done: the store forgets the one at some hour.
    let last = last.filter(|last| desk.work.now - last.at <= WINDOW);
    let last = last.ok_or_else(|| phrase!("undo-nothing"))?;
    match last.undo {
        Undo::Lasting => Err(phrase!("undo-lasting").into()),
        Undo::People(undo) => crate::people::undo::run(desk, undo).await,
        Undo::Poll(undo) => crate::poll::undo::run(desk, undo).await,
        Undo::Broadcast(undo) => crate::broadcast::undo::run(desk, undo).await,
        Undo::Shift(undo) => crate::shift::undo::restore(desk, undo).await,
        Undo::Task(before) => crate::task::undo::put_back(desk, *before).await,
        Undo::Reminder(before) => crate::reminder::undo::put_back(desk, *before).await,
        Undo::Reminders(before) => crate::reminder::undo::put_all_back(desk, before).await,
    }
}

/// Refuses to put back what belongs to a team that was taken away in between.
pub async fn must_still_be(desk: &mut Desk<'_>, team: Option<TeamId>) -> Outcome<()> {
    let Some(team) = team else { return Ok(()) };
    let group = desk.group()?.id;
    let teams = desk.work.unit.teams(group).await?;
    let found = teams.iter().find(|known| known.id == team);
    Ok(found.map(|_| ()).ok_or_else(changed_since)?)
}

/// The refusal of an undo whose subject somebody changed in between.
pub fn changed_since() -> UserError {
    UserError::new(phrase!("undo-changed-since"))
}
