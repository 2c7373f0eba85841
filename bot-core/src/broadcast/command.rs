//! The commands of broadcasts, as data.

use super::TEXT_CHARS;
use super::audience::Asked;
use crate::catalogue::forms::{Begins, FieldSpec, FormSpec};
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::ids::Kind;
use crate::phrase;
use crate::reply::Visibility;
use crate::time::{Moment, When};

/// A command of broadcasts. They go by the number of their reference.
#[derive(Debug, Clone, PartialEq)]
pub enum BroadcastCommand {
    /// `broadcast <audience> <text> [at:<when>] [ack:yes]`
    Draft(Box<Draft>),
    /// `broadcast list`
    List,
    /// `broadcast show B6`
    Show(u32),
    /// `broadcast send B6`
    Send(u32),
    /// `broadcast stop B6`
    Stop(u32),
    /// `broadcast mention B6`
    Mention(u32),
    /// `broadcast ack B6`
    Acknowledge(u32),
}

/// What `broadcast <audience> <text>` asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Whom it is for.
    pub audience: Asked,
    /// What it says.
    pub text: String,
    /// When it is to go out.
    pub at: Option<Moment>,
    /// Whether it asks for *Got it*.
    pub asks: bool,
}

const BROADCAST: ArgSpec = ArgSpec::new(
    "broadcast",
    "broadcast",
    ArgKind::Reference(Kind::Broadcast),
    Shape::Required,
);

const fn about(
    path: &'static str,
    access: Access,
    visibility: Visibility,
    build: fn(Args) -> Result<Command, UserError>,
) -> CommandSpec {
    CommandSpec {
        path,
        args: &[BROADCAST],
        access,
        visibility,
        build,
    }
}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    CommandSpec {
        path: "broadcast",
        args: &[
            ArgSpec::new("audience", "audience", ArgKind::Audience, Shape::Required),
            ArgSpec::new("text", "text", ArgKind::Text { max: TEXT_CHARS }, Shape::Required),
            ArgSpec::new("at", "when", ArgKind::When, Shape::Keyed),
            ArgSpec::new("ack", "yes", ArgKind::Choice(&["yes"]), Shape::Keyed),
        ],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: draft,
    },
    CommandSpec {
        path: "broadcast list",
        args: &[],
        access: Access::Captain,
        visibility: Visibility::Public,
        build: |_| Ok(Command::Broadcast(BroadcastCommand::List)),
    },
    about("broadcast show", Access::Captain, Visibility::Public, |args| {
        number(args, BroadcastCommand::Show)
    }),
    about("broadcast send", Access::Captain, Visibility::Public, |args| {
        number(args, BroadcastCommand::Send)
    }),
    about("broadcast stop", Access::Captain, Visibility::Public, |args| {
        number(args, BroadcastCommand::Stop)
    }),
    about("broadcast mention", Access::Captain, Visibility::Public, |args| {
        number(args, BroadcastCommand::Mention)
    }),
    about("broadcast ack", Access::Member, Visibility::Private, |args| {
        number(args, BroadcastCommand::Acknowledge)
    }),
];

/// Their forms.
pub const FORMS: &[FormSpec] = &[FormSpec {
    name: "broadcast",
    path: "broadcast",
    begins: Begins::Empty,
    fields: &[
        FieldSpec::new("audience").required(),
        FieldSpec::new("text").required().long(),
        FieldSpec::new("at"),
        FieldSpec::new("ack"),
    ],
}];

fn draft(mut args: Args) -> Result<Command, UserError> {
    let audience = args.required_audience("audience")?;
    Ok(Command::Broadcast(BroadcastCommand::Draft(Box::new(Draft {
        audience,
        text: args.required_text("text")?,
        at: args.when("at").as_ref().map(sending_time).transpose()?,
        asks: args.choice("ack").is_some(),
    }))))
}

fn number(mut args: Args, build: fn(u32) -> BroadcastCommand) -> Result<Command, UserError> {
    let number = args.required_reference("broadcast")?.number;
    Ok(Command::Broadcast(build(number)))
}

/// When it is to go out, as typed: one point in time.
fn sending_time(at: &When) -> Result<Moment, UserError> {
    if at.end.is_some() || at.repeat.is_some() || !at.timed {
        return Err(phrase!("broadcast-at-one-time").into());
    }
    Ok(at.start.clone())
}
