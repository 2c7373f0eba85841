//! `group`: the group, its roles, its settings, its places.

use super::{PeopleCommand, bare};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::people::Role;
use crate::people::mapping::ROLE_CHARS;
use crate::phrase;
use crate::reply::Visibility;

/// A command about the group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupCommand {
    /// `group`
    Show,
    /// `group members [page]`
    Members(u32),
    /// `group use`, `group use <group>`
    Use(Option<String>),
    /// `group leave`, `group leave yes`
    Leave {
        /// Whether it was asked and meant.
        sure: bool,
    },
    /// `group remove <member>`, `group remove <member> yes`
    Remove {
        /// The member, by name.
        member: String,
        /// Whether it was asked and meant.
        sure: bool,
    },
    /// `group role <member> organizer|captain|member [team:<team>]`
    Role {
        /// The member, by name.
        member: String,
        /// The role.
        role: Role,
        /// In that team only.
        team: Option<String>,
    },
    /// `group map`, `group map <platform role> captain|none`, `group map <platform role> team:<team>`
    Map(Option<Mapped>),
    /// `group set timezone <value>`
    SetTimezone(String),
    /// `group set language <value>`
    SetLanguage(String),
    /// `group set name <value>`
    SetName(String),
    /// `group set prefix <value>`
    SetPrefix(String),
    /// `group set asks <value>`
    SetAsks(String),
    /// `group set rest <value>`
    SetRest(String),
    /// `group link`, `group link <code>`, `group link confirm`
    Link(Option<String>),
    /// `group audit`
    Audit,
    /// `group export`
    Export,
    /// `group board`
    Board,
}

/// What a platform's role shall give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The role, as typed.
    pub role: String,
    /// What it gives.
    pub to: MapsTo,
}

/// What a platform's role can be said to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapsTo {
    /// Captain of the whole group.
    Captain,
    /// A place in a team, by name.
    Team(String),
    /// Nothing any more.
    Nothing,
}

const ROLES: &[&str] = &["organizer", "captain", "member"];
/// What turns a question into the act.
const SURE: ArgSpec = ArgSpec::new("sure", "yes", ArgKind::Choice(&["yes"]), Shape::Optional);
const SETTINGS: &[&str] = &["timezone", "language", "name", "prefix", "asks", "rest"];

pub(super) const SHOW: CommandSpec = bare("group", Access::Member, Visibility::Public, |_| {
    group(GroupCommand::Show)
});

pub(super) const MEMBERS: CommandSpec = CommandSpec {
    path: "group members",
    args: &[ArgSpec::new(
        "page",
        "page",
        ArgKind::Number { min: 1, max: 9_999 },
        Shape::Optional,
    )],
    access: Access::Member,
    visibility: Visibility::Public,
    build: |mut args: Args| group(GroupCommand::Members(args.number("page").unwrap_or(1))),
};

/// Whoever writes: in private the group is what is not known yet.
pub(super) const USE: CommandSpec = CommandSpec {
    path: "group use",
    args: &[ArgSpec::new("group", "group", ArgKind::Group, Shape::Optional)],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| group(GroupCommand::Use(args.text("group"))),
};

pub(super) const LEAVE: CommandSpec = CommandSpec {
    path: "group leave",
    args: &[SURE],
    access: Access::Member,
    visibility: Visibility::Public,
    build: |mut args: Args| {
        group(GroupCommand::Leave {
            sure: args.choice("sure").is_some(),
        })
    },
};

pub(super) const REMOVE: CommandSpec = CommandSpec {
    path: "group remove",
    args: &[ArgSpec::new("member", "member", ArgKind::Member, Shape::Required), SURE],
    access: Access::Organizer,
    visibility: Visibility::Public,
    build: |mut args: Args| {
        group(GroupCommand::Remove {
            member: args.required_text("member")?,
            sure: args.choice("sure").is_some(),
        })
    },
};

pub(super) const ROLE: CommandSpec = CommandSpec {
    path: "group role",
    args: &[
        ArgSpec::new("member", "member", ArgKind::Member, Shape::Required),
        ArgSpec::new(
            "role",
            "organizer|captain|member",
            ArgKind::Choice(ROLES),
            Shape::Required,
        ),
        ArgSpec::new("team", "team", ArgKind::Team, Shape::Keyed),
    ],
    access: Access::Organizer,
    visibility: Visibility::Public,
    build: role,
};

pub(super) const MAP: CommandSpec = CommandSpec {
    path: "group map",
    args: &[
        ArgSpec::new(
            "role",
            "platform role",
            ArgKind::Word { max: 2 * ROLE_CHARS },
            Shape::Optional,
        ),
        ArgSpec::new(
            "gives",
            "captain|none",
            ArgKind::Choice(&["captain", "none"]),
            Shape::Optional,
        ),
        ArgSpec::new("team", "team", ArgKind::Team, Shape::Keyed),
    ],
    access: Access::Organizer,
    visibility: Visibility::Public,
    build: map,
};

pub(super) const SET: CommandSpec = CommandSpec {
    path: "group set",
    args: &[
        ArgSpec::new(
            "setting",
            "timezone|language|name|prefix|asks|rest",
            ArgKind::Choice(SETTINGS),
            Shape::Required,
        ),
        ArgSpec::new("value", "value", ArgKind::Text { max: 64 }, Shape::Required),
    ],
    access: Access::Organizer,
    visibility: Visibility::Public,
    build: set,
};

/// Whoever writes, since the administrator of a place that joins is in no group there yet, and must not found one.
pub(super) const LINK: CommandSpec = CommandSpec {
    path: "group link",
    args: &[ArgSpec::new(
        "code",
        "code|confirm",
        ArgKind::Text { max: 64 },
        Shape::Optional,
    )],
    access: Access::Anyone,
    visibility: Visibility::Private,
    build: |mut args: Args| group(GroupCommand::Link(args.text("code"))),
};

pub(super) const AUDIT: CommandSpec = bare("group audit", Access::Organizer, Visibility::Private, |_| {
    group(GroupCommand::Audit)
});

pub(super) const EXPORT: CommandSpec = bare("group export", Access::Organizer, Visibility::Private, |_| {
    group(GroupCommand::Export)
});

pub(super) const BOARD: CommandSpec = bare("group board", Access::Captain, Visibility::Public, |_| {
    group(GroupCommand::Board)
});

fn role(mut args: Args) -> Result<Command, UserError> {
    let role = match args.required_choice("role")? {
        "organizer" => Role::Organizer,
        "captain" => Role::Captain,
        _ => Role::Member,
    };
    group(GroupCommand::Role {
        member: args.required_text("member")?,
        role,
        team: args.text("team"),
    })
}

fn map(mut args: Args) -> Result<Command, UserError> {
    let (role, gives, team) = (args.text("role"), args.choice("gives"), args.text("team"));
    let to = match (gives, team) {
        (Some("captain"), None) => Some(MapsTo::Captain),
        (Some(_), None) => Some(MapsTo::Nothing),
        (None, Some(team)) => Some(MapsTo::Team(team)),
        (None, None) => None,
        (Some(_), Some(_)) => return Err(phrase!("mapping-one").into()),
    };
    let mapped = match (role, to) {
        (None, None) => None,
        (Some(role), Some(to)) => Some(Mapped { role, to }),
        (Some(role), None) => return Err(phrase!("mapping-what", role = user role).into()),
        (None, Some(to)) => {
            let gives = match &to {
                MapsTo::Captain => "captain",
                MapsTo::Nothing => "none",
                MapsTo::Team(team) => team,
            };
            return Err(phrase!("mapping-which", gives = user gives).into());
        }
    };
    group(GroupCommand::Map(mapped))
}

fn set(mut args: Args) -> Result<Command, UserError> {
    let value = args.required_text("value")?;
    group(match args.required_choice("setting")? {
        "timezone" => GroupCommand::SetTimezone(value),
        "language" => GroupCommand::SetLanguage(value),
        "prefix" => GroupCommand::SetPrefix(value),
        "asks" => GroupCommand::SetAsks(value),
        "rest" => GroupCommand::SetRest(value),
        _ => GroupCommand::SetName(value),
    })
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a build function")]
const fn group(command: GroupCommand) -> Result<Command, UserError> {
    Ok(Command::People(PeopleCommand::Group(command)))
}
