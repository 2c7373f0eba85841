//! The commands of people and places, as data: `me`, `group`, `team`.

mod group;
mod me;
mod team;

pub use group::{GroupCommand, Mapped, MapsTo};
pub(crate) use me::FORGET;
pub use me::{CalendarAct, MeCommand};
pub use team::TeamCommand;

use crate::catalogue::{Access, Args, Command, CommandSpec};
use crate::error::UserError;
use crate::reply::Visibility;

/// A command of people and places.
#[derive(Debug, Clone, PartialEq)]
pub enum PeopleCommand {
    /// What concerns the person who acts.
    Me(MeCommand),
    /// What concerns the group.
    Group(GroupCommand),
    /// What concerns a team of the group.
    Team(TeamCommand),
}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    me::SHOW,
    me::TIMEZONE,
    me::LANGUAGE,
    me::REMINDERS,
    me::QUIET,
    me::PAUSE,
    me::DIGEST,
    me::PREFER,
    me::SKILLS,
    me::LINK,
    me::CALENDAR,
    me::EXPORT,
    me::FORGET,
    group::SHOW,
    group::MEMBERS,
    group::BOARD,
    group::USE,
    group::ROLE,
    group::MAP,
    group::SET,
    group::LINK,
    group::AUDIT,
    group::EXPORT,
    group::LEAVE,
    group::REMOVE,
    team::ADD,
    team::LIST,
    team::SHOW,
    team::JOIN,
    team::LEAVE,
];

/// A command without arguments.
const fn bare(
    path: &'static str,
    access: Access,
    visibility: Visibility,
    build: fn(Args) -> Result<Command, UserError>,
) -> CommandSpec {
    CommandSpec {
        path,
        args: &[],
        access,
        visibility,
        build,
    }
}
