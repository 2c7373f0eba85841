//! The commands of reminders, as data.

use super::TEXT_MAX;
use crate::catalogue::{Access, ArgKind, ArgSpec, Args, Command, CommandSpec, Shape};
use crate::error::UserError;
use crate::ids::Kind;
use crate::reply::Visibility;
use crate::series::Scope;
use crate::series::course::target::{ON, Part, Which};
use crate::time::{Duration, When};

/// A command of reminders. Reminders go by the number of their reference.
#[derive(Debug, Clone, PartialEq)]
pub enum ReminderCommand {
    /// `remind me`
    Me(Set),
    /// `remind here`
    Here(Set),
    /// `remind list`
    List,
    /// `remind cancel`
    Cancel {
        /// The reminder.
        reminder: u32,
        /// Which of its dates.
        dates: Which,
    },
    /// `remind edit`
    Edit(Box<Edit>),
    /// `remind snooze`
    Snooze {
        /// The reminder.
        reminder: u32,
        /// For how long.
        by: Duration,
    },
    /// `remind pause`
    Pause(u32),
    /// `remind resume`
    Resume(u32),
}

/// `remind me` and `remind here`
#[derive(Debug, Clone, PartialEq)]
pub struct Set {
    /// When it comes.
    pub when: When,
    /// What it says.
    pub text: String,
}

/// `remind edit`: what is not given stays.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edit {
    /// The reminder.
    pub reminder: u32,
    /// What it says.
    pub text: Option<String>,
    /// When it comes.
    pub when: Option<When>,
    /// How it repeats.
    pub repeat: Part<When>,
    /// Which of its dates.
    pub dates: Which,
}

const REMINDER: ArgSpec = ArgSpec::new("reminder", "R5", ArgKind::Reference(Kind::Reminder), Shape::Required);
const WHEN: ArgSpec = ArgSpec::new("when", "when", ArgKind::When, Shape::Required);
const TEXT: ArgSpec = ArgSpec::new("text", "text", ArgKind::Text { max: TEXT_MAX }, Shape::Required);
const DURATION: ArgSpec = ArgSpec::new("duration", "duration", ArgKind::Duration, Shape::Required);

const NEW_TEXT: ArgSpec = ArgSpec::new("text", "text", ArgKind::Text { max: TEXT_MAX }, Shape::Keyed);
const NEW_WHEN: ArgSpec = ArgSpec::new("when", "when", ArgKind::When, Shape::Keyed);
const NEW_REPEAT: ArgSpec = ArgSpec::new("repeat", "<rule>|none", ArgKind::WhenOrNone, Shape::Keyed);

const fn command(
    path: &'static str,
    args: &'static [ArgSpec],
    visibility: Visibility,
    build: fn(Args) -> Result<Command, UserError>,
) -> CommandSpec {
    CommandSpec {
        path,
        args,
        access: Access::Member,
        visibility,
        build,
    }
}

/// The commands, in the order of help.
pub const SPECS: &[CommandSpec] = &[
    command("remind me", &[WHEN, TEXT], Visibility::Private, |args| {
        Ok(typed(ReminderCommand::Me(set(args)?)))
    }),
    command("remind here", &[WHEN, TEXT], Visibility::Public, |args| {
        Ok(typed(ReminderCommand::Here(set(args)?)))
    }),
    command("remind list", &[], Visibility::Private, |_| {
        Ok(typed(ReminderCommand::List))
    }),
    command(
        "remind edit",
        &[REMINDER, NEW_TEXT, NEW_WHEN, NEW_REPEAT, Scope::ARG, ON],
        Visibility::Private,
        |mut args| {
            Ok(typed(ReminderCommand::Edit(Box::new(Edit {
                reminder: number(&mut args)?,
                text: args.text("text"),
                when: args.when("when"),
                repeat: Part::given(args.when_or_none("repeat")),
                dates: Which::take(&mut args),
            }))))
        },
    ),
    command(
        "remind cancel",
        &[REMINDER, Scope::ARG, ON],
        Visibility::Private,
        |mut args| {
            Ok(typed(ReminderCommand::Cancel {
                reminder: number(&mut args)?,
                dates: Which::take(&mut args),
            }))
        },
    ),
    command(
        "remind snooze",
        &[REMINDER, DURATION],
        Visibility::Private,
        |mut args| {
            Ok(typed(ReminderCommand::Snooze {
                reminder: number(&mut args)?,
                by: args.required_duration("duration")?,
            }))
        },
    ),
    command("remind pause", &[REMINDER], Visibility::Private, |args| {
        about(args, ReminderCommand::Pause)
    }),
    command("remind resume", &[REMINDER], Visibility::Private, |args| {
        about(args, ReminderCommand::Resume)
    }),
];

fn set(mut args: Args) -> Result<Set, UserError> {
    Ok(Set {
        when: args.required_when("when")?,
        text: args.required_text("text")?,
    })
}

/// A command that takes a reminder and nothing else.
fn typed(command: ReminderCommand) -> Command {
    Command::Reminder(Box::new(command))
}

fn about(mut args: Args, build: fn(u32) -> ReminderCommand) -> Result<Command, UserError> {
    Ok(typed(build(number(&mut args)?)))
}

fn number(args: &mut Args) -> Result<u32, UserError> {
    Ok(args.required_reference("reminder")?.number)
}
