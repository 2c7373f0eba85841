//! An administrator who writes as the place itself: may administer, but nobody is told who it is. So they are in no
//! register, and do nothing that somebody does for themselves.

use crate::catalogue::{Command, CommandSpec};
use crate::error::UserError;
use crate::ids::GroupId;
use crate::people::command::{GroupCommand, PeopleCommand};
use crate::people::link::is_confirm;
use crate::people::{Group, Role};
use crate::phrase;
use crate::shift::command::{ShiftCommand, Whom};
use crate::store::{StoreResult, UnitOfWork};

/// What somebody does for themselves, beside all of `me`. What may be done for another too is in [`is_own`].
const PERSONAL: &[&str] = &[
    "task claim",
    "task release",
    "remind me",
    "broadcast ack",
    "poll vote",
    "group use",
    "group leave",
    "team join",
    "team leave",
];

/// What changes nothing: open to whoever looks in. Joining this place to a group is an administrator's act wherever it is.
const OPEN: &[&str] = &[
    "shift list",
    "shift show",
    "shift roster",
    "task list",
    "task show",
    "remind list",
    "broadcast list",
    "broadcast show",
    "poll list",
    "poll show",
    "group",
    "group members",
    "group link",
    "team list",
    "team show",
    "help",
    "doctor",
];

/// What they are in a group: its organizer where nobody meets but in this place, else no more than anybody.
pub(crate) async fn role_of_a_place(unit: &mut dyn UnitOfWork, group: GroupId) -> StoreResult<Role> {
    Ok(match unit.places_of(group).await?.len() {
        0 | 1 => Role::Organizer,
        _ => Role::Member,
    })
}

/// Refuses what somebody does for themselves, as far as the words of the command tell.
pub(super) fn may_name(spec: &CommandSpec) -> Result<(), UserError> {
    if spec.area() == "me" || PERSONAL.contains(&spec.path) {
        return Err(nameless());
    }
    Ok(())
}

/// Refuses what only somebody with a name can do.
pub(super) fn may(spec: &CommandSpec, command: &Command, group: Option<&Group>, role: Role) -> Result<(), UserError> {
    if is_own(command) {
        return Err(nameless());
    }
    match group {
        Some(group) if role < Role::Organizer && !OPEN.contains(&spec.path) => {
            Err(phrase!("anonymous-guest", group = user group.name).into())
        }
        _ => Ok(()),
    }
}

/// Whether the command is done for whoever types it: a seat, or an organizer's word for another place.
fn is_own(command: &Command) -> bool {
    match command {
        Command::Shift(command) => matches!(
            **command,
            ShiftCommand::Claim { whom: Whom::Me, .. }
                | ShiftCommand::Drop { whom: Whom::Me, .. }
                | ShiftCommand::Confirm { member: None, .. }
        ),
        Command::People(PeopleCommand::Group(GroupCommand::Link(code))) => code.as_deref().is_none_or(is_confirm),
        _ => false,
    }
}

fn nameless() -> UserError {
    phrase!("anonymous-personal").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::specs;

    #[test]
    fn every_path_is_a_commands_and_stands_once() {
        let named: Vec<_> = PERSONAL.iter().chain(OPEN).collect();
        for path in &named {
            assert!(specs().any(|spec| spec.path == **path), "{path}");
            assert_eq!(named.iter().filter(|other| other == &path).count(), 1, "{path}");
        }
    }
}
