//! `team`: the teams of the group.

use super::{PeopleCommand, bare};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::people::MOST_TEAM_NAME;
use crate::reply::Visibility;

/// A command about a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TeamCommand {
    /// `team add <name>`
    Add(String),
    /// `team list`
    List,
    /// `team show <team>`
    Show(String),
    /// `team join <team>`
    Join(String),
    /// `team leave <team>`
    Leave(String),
}

pub(super) const ADD: CommandSpec = CommandSpec {
    path: "team add",
    args: &[ArgSpec::new(
        "name",
        "name",
        ArgKind::Word { max: MOST_TEAM_NAME },
        Shape::Required,
    )],
    access: Access::Captain,
    visibility: Visibility::Public,
    build: |mut args: Args| team(TeamCommand::Add(args.required_text("name")?)),
};

pub(super) const LIST: CommandSpec = bare("team list", Access::Member, Visibility::Public, |_| {
    team(TeamCommand::List)
});

pub(super) const SHOW: CommandSpec = of_team("team show", |mut args| {
    team(TeamCommand::Show(args.required_text("team")?))
});

pub(super) const JOIN: CommandSpec = of_team("team join", |mut args| {
    team(TeamCommand::Join(args.required_text("team")?))
});

pub(super) const LEAVE: CommandSpec = of_team("team leave", |mut args| {
    team(TeamCommand::Leave(args.required_text("team")?))
});

const OF_TEAM: &[ArgSpec] = &[ArgSpec::new("team", "team", ArgKind::Team, Shape::Required)];

/// A command that every member may use on a team.
const fn of_team(path: &'static str, build: fn(Args) -> Result<Command, UserError>) -> CommandSpec {
    CommandSpec {
        path,
        args: OF_TEAM,
        access: Access::Member,
        visibility: Visibility::Public,
        build,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a build function")]
const fn team(command: TeamCommand) -> Result<Command, UserError> {
    Ok(Command::People(PeopleCommand::Team(command)))
}
