//! The commands of the day of a shift, and of what comes of it.

use super::ShiftCommand;
use super::specs::{GUEST, NOTE, SHIFT, TEAM, number, shift};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::reply::Visibility;
use crate::shift::report::{MOST_COUNTED, Told};

/// The most people that one command checks in by name; `all` has no bound.
const MOST_NAMED: usize = 40;

const MEMBERS: ArgSpec = ArgSpec::new(
    "members",
    "member",
    ArgKind::Member,
    Shape::Many {
        min: 0,
        max: MOST_NAMED,
    },
);
const COUNT: ArgKind = ArgKind::Number {
    min: 0,
    max: MOST_COUNTED,
};

/// A command of the day. Shifts go by the number of their reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttendanceCommand {
    /// `shift checkin`
    CheckIn(Named),
    /// `shift checkout`
    CheckOut(Named),
    /// `shift noshow`
    NoShow {
        /// The shift.
        shift: u32,
        /// Who did not come, by name.
        member: String,
    },
    /// `shift hours`
    Hours(WhoseHours),
    /// `shift report`
    Report {
        /// The shift.
        shift: u32,
        /// How it went.
        told: Told,
    },
}

/// A shift, and who on it is meant: whoever types where nobody is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The shift.
    pub shift: u32,
    /// Members, by name; `all` for everybody.
    pub members: Vec<String>,
    /// A guest, by name.
    pub guest: Option<String>,
}

/// Whose hours are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhoseHours {
    /// Those of whoever asks.
    Mine,
    /// Those of a member, by name.
    Of(String),
    /// Those of everybody on the shifts that whoever asks runs; with a name, on those of that team.
    Everybody(Option<String>),
}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    CommandSpec {
        path: "shift checkin",
        args: &[SHIFT, MEMBERS, GUEST],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |args| Ok(attendance(AttendanceCommand::CheckIn(named(args)?))),
    },
    CommandSpec {
        path: "shift checkout",
        args: &[SHIFT, MEMBERS, GUEST],
        access: Access::Member,
        visibility: Visibility::Public,
        build: |args| Ok(attendance(AttendanceCommand::CheckOut(named(args)?))),
    },
    CommandSpec {
        path: "shift noshow",
        args: &[
            SHIFT,
            ArgSpec::new("member", "member", ArgKind::Member, Shape::Required),
        ],
        access: Access::Captain,
        visibility: Visibility::Private,
        build: |mut args| {
            Ok(attendance(AttendanceCommand::NoShow {
                shift: number(&mut args)?,
                member: args.required_text("member")?,
            }))
        },
    },
    CommandSpec {
        path: "shift hours",
        args: &[
            ArgSpec::new("whose", "me|<member>|all", ArgKind::Member, Shape::Optional),
            TEAM,
        ],
        access: Access::Member,
        visibility: Visibility::Private,
        build: |mut args| Ok(attendance(AttendanceCommand::Hours(whose_hours(&mut args)?))),
    },
    CommandSpec {
        path: "shift report",
        args: &[
            SHIFT,
            ArgSpec::new("conversations", "number", COUNT, Shape::Keyed),
            ArgSpec::new("doors", "number", COUNT, Shape::Keyed),
            NOTE,
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |mut args| {
            Ok(attendance(AttendanceCommand::Report {
                shift: number(&mut args)?,
                told: Told {
                    conversations: args.number("conversations"),
                    doors: args.number("doors"),
                    note: args.text("note"),
                },
            }))
        },
    },
];

fn attendance(command: AttendanceCommand) -> Command {
    shift(ShiftCommand::Attendance(command))
}

fn named(mut args: Args) -> Result<Named, UserError> {
    Ok(Named {
        shift: number(&mut args)?,
        members: args.many("members").unwrap_or_default(),
        guest: args.text("guest"),
    })
}

fn whose_hours(args: &mut Args) -> Result<WhoseHours, UserError> {
    let (whose, team) = (args.text("whose"), args.text("team"));
    match (whose, team) {
        (None, None) => Ok(WhoseHours::Mine),
        (None, Some(team)) => Ok(WhoseHours::Everybody(Some(team))),
        (Some(whose), None) if whose.eq_ignore_ascii_case("me") => Ok(WhoseHours::Mine),
        (Some(whose), None) if whose.eq_ignore_ascii_case("all") => Ok(WhoseHours::Everybody(None)),
        (Some(whose), None) => Ok(WhoseHours::Of(whose)),
        (Some(_), Some(_)) => Err(crate::phrase!("shift-hours-member-or-team").into()),
    }
}
