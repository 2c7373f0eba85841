//! The one catalogue of commands: data, from which parser, help, usage lines, completion, menus and the
//! command reference are pure functions.
//!
//! - [`CommandSpec`], [`ArgSpec`]: the data
//! - [`RawInvocation`]: what every surface yields
//! - [`SPECS`]: the ordered slice
//!
//! To add a command: write its spec in the domain's `command.rs`, give it a `build` function and its sentences
//! `command-<path>` in every language; the table tests say what is missing.

pub mod complete;
mod decode;

pub use decode::{Args, decode, find, nearest};

use serde::{Deserialize, Serialize};

use crate::error::UserError;
use crate::ids::Kind;
use crate::reply::Visibility;

/// What a person typed or chose, before anything is judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawInvocation {
    /// The words of the command and everything after them, as typed (a text surface).
    pub text: String,
    /// Arguments that came apart already, by name (a form, typed options).
    pub named: Vec<(String, String)>,
}

/// Who may use a command. The use cases refine it (a team's captain, an own task).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Access {
    /// Everyone, in a group or not.
    Anyone,
    /// Whoever acts in a group; the first act enters the person in its register.
    Member,
    /// Captains of the group or of a team, and organizers.
    Captain,
    /// Organizers.
    Organizer,
}

/// A command.
#[derive(Debug)]
pub struct CommandSpec {
    /// Its words: `"shift claim"`, `"undo"`.
    pub path: &'static str,
    /// Its arguments: positional ones in order, then options.
    pub args: &'static [ArgSpec],
    /// Who may use it.
    pub access: Access,
    /// Who sees the answer; fixed by the command, since a platform may need it before the answer is known.
    pub visibility: Visibility,
    /// Makes the command of its decoded arguments.
    pub build: fn(Args) -> Result<Command, UserError>,
}

impl PartialEq for CommandSpec {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

/// An argument of a command.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArgSpec {
    /// Its name: the key of an option, the field of a form.
    pub name: &'static str,
    /// What usage lines show for its value: `title`, `6|driver=2,knocker=6`.
    pub usage: &'static str,
    /// What it may be.
    pub kind: ArgKind,
    /// Where it stands and whether it must.
    pub shape: Shape,
}

/// Where an argument stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// By position, always.
    Required,
    /// By position, where given.
    Optional,
    /// By position, all the rest, at least and at most so many.
    Many {
        /// At least.
        min: usize,
        /// At most.
        max: usize,
    },
    /// As `name:value`, anywhere.
    Keyed,
}

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgKind {
    /// A reference of that kind.
    Reference(Kind),
    /// A `<when>`.
    When,
    /// A length of time.
    Duration,
    /// Free text of at most so many characters.
    Text {
        /// The most characters.
        max: usize,
    },
    /// One word (or quoted words) of at most so many characters.
    Word {
        /// The most characters.
        max: usize,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number in that range.
    Number {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A member: a mention, a handle, a quoted name.
    Member,
    /// A team's name.
    Team,
}

/// A decoded argument.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Of [`ArgKind::Reference`].
    Reference(crate::ids::Reference),
    /// Of [`ArgKind::When`].
    When(crate::time::When),
    /// Of [`ArgKind::Duration`].
    Duration(crate::time::Duration),
    /// Of [`ArgKind::Text`], [`ArgKind::Word`], [`ArgKind::Member`] and [`ArgKind::Team`].
    Text(String),
    /// Of [`ArgKind::Choice`].
    Choice(&'static str),
    /// Of [`ArgKind::Number`].
    Number(u32),
    /// Of [`Shape::Many`].
    Many(Vec<String>),
}

/// A command with typed arguments, one variant a domain.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Of [`crate::shift`].
    Shift(crate::shift::command::ShiftCommand),
    /// Of [`crate::task`].
    Task(crate::task::command::TaskCommand),
    /// Of [`crate::reminder`].
    Reminder(crate::reminder::command::ReminderCommand),
    /// Of [`crate::poll`].
    Poll(crate::poll::command::PollCommand),
    /// Of [`crate::people`]: `me`, `group`, `team`.
    People(crate::people::command::PeopleCommand),
    /// Of [`crate::help`] .
    Help(crate::help::HelpCommand),
    /// Of [`crate::undo`].
    Undo,
}

/// Every command, in the order of help and menus.
pub fn specs() -> impl Iterator<Item = &'static CommandSpec> {
    [
        crate::shift::command::SPECS,
        crate::task::command::SPECS,
        crate::reminder::command::SPECS,
        crate::poll::command::SPECS,
        crate::people::command::SPECS,
        crate::help::SPECS,
        crate::undo::SPECS,
    ]
    .into_iter()
    .flatten()
}
