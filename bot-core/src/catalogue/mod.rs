//! The one catalogue of commands: data, from which parser, help, usage lines, completion, menus and the
//! command reference are pure functions.
//!
//! - [`CommandSpec`], [`ArgSpec`]: the data; [`specs`]: all of it, in order; [`by_area`], [`areas`]
//! - [`RawInvocation`]: what every surface yields
//! - [`find()`]: the command that the words name; [`decode()`]: its typed arguments, [`Args`]
//! - [`usage`](usage()), [`example`], [`retyped`], [`nearest`]: what people are told; `refuse`: what is said of what does not fit
//! - [`complete`]: what could come next · [`forms`]: what is asked of whoever gives a command without its arguments
//!
//! To add a command: write its spec in the domain's `command.rs`, give it a `build` function and its sentence
//! `command-<path>` in every language; the table tests say what is missing.

pub mod complete;
pub(crate) mod decode;
mod find;
pub mod forms;
mod near;
mod quoting;
mod refuse;
#[cfg(test)]
mod tests;
mod usage;

pub(crate) use decode::tokens::is_quote;
pub use decode::{Args, decode};
pub use find::{INPUT_CHARS, find};
pub use near::nearest;
pub use quoting::{quoted, sought};
pub use usage::{example, retyped, usage};

use serde::{Deserialize, Serialize};

use crate::broadcast::audience::Asked;
use crate::error::UserError;
use crate::ids::Kind;
use crate::people::Role;
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

impl Access {
    /// Whether somebody with that role, who is a captain of a team or is not, may use such a command at all.
    pub const fn admits(self, role: Role, captain_somewhere: bool) -> bool {
        match self {
            Self::Anyone | Self::Member => true,
            Self::Captain => captain_somewhere || matches!(role, Role::Captain | Role::Organizer),
            Self::Organizer => matches!(role, Role::Organizer),
        }
    }
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

impl CommandSpec {
    /// The words of its path.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.path.split(' ')
    }

    /// The area that it belongs to: its first word.
    pub fn area(&self) -> &'static str {
        self.path.split_once(' ').map_or(self.path, |(area, _)| area)
    }

    /// The kind of its first argument, if that is a reference.
    pub fn opening_reference(&self) -> Option<Kind> {
        match self.args.first()?.kind {
            ArgKind::Reference(kind) => Some(kind),
            _ => None,
        }
    }

    /// The key of the sentence that says what it does: `command-shift-claim`.
    pub fn summary_key(&self) -> String {
        format!("command-{}", self.path.replace(' ', "-"))
    }
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

impl ArgSpec {
    /// An argument of that name, which usage lines show as `usage`.
    pub const fn new(name: &'static str, usage: &'static str, kind: ArgKind, shape: Shape) -> Self {
        Self {
            name,
            usage,
            kind,
            shape,
        }
    }
}

/// Where an argument stands. A text in front of a [`When`](ArgKind::When) takes all that is no `<when>`; a text in front
/// of [`Many`](Self::Many) is a question: its first quoted group, else up to the first word that ends in `?`, else its
/// first line. The last text takes all the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// By position, always.
    Required,
    /// By position, where given.
    Optional,
    /// By position, all the rest, at least and at most so many: words and quoted groups, or, where line breaks
    /// stand outside quotes, what they separate, else what commas do.
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
    /// A `<when>`, or `none` to take away what was there; an option only.
    WhenOrNone,
    /// A length of time.
    Duration,
    /// A length of time, or `none` to take away what was there; an option only.
    DurationOrNone,
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
    /// One of the person's groups, by its name or its number in their list, `#2`.
    Group,
    /// A time zone, by its IANA name or a city; read by whoever takes it.
    Zone,
    /// Whom a broadcast is for: `everyone`, `captains`, `team:<team>`, `roster:S12`, `unconfirmed:S12`, `nonvoters:P4`.
    Audience,
}

impl ArgKind {
    /// Whether that word can open such an argument, where only words of a closed set can; `None` where any word can.
    /// A command whose first argument is of a closed set may be the beginning of longer ones: a slip in theirs is none of
    /// its words.
    pub fn opens_with(self, word: &str) -> Option<bool> {
        match self {
            Self::Choice(choices) => Some(choices.iter().any(|choice| choice.eq_ignore_ascii_case(word))),
            Self::Audience => Some(Asked::opens(word)),
            _ => None,
        }
    }
}

/// A decoded argument.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Of [`ArgKind::Reference`].
    Reference(crate::ids::Reference),
    /// Of [`ArgKind::When`] and [`ArgKind::WhenOrNone`].
    When(Box<crate::time::When>),
    /// `none` of [`ArgKind::WhenOrNone`] and [`ArgKind::DurationOrNone`].
    Nothing,
    /// Of [`ArgKind::Duration`] and [`ArgKind::DurationOrNone`].
    Duration(crate::time::Duration),
    /// Of [`ArgKind::Text`], [`ArgKind::Word`], [`ArgKind::Member`], [`ArgKind::Team`], [`ArgKind::Group`] and
    /// [`ArgKind::Zone`].
    Text(String),
    /// Of [`ArgKind::Choice`].
    Choice(&'static str),
    /// Of [`ArgKind::Number`].
    Number(u32),
    /// Of [`Shape::Many`].
    Many(Vec<String>),
    /// Of [`ArgKind::Audience`].
    Audience(Asked),
}

/// A command with typed arguments, one variant a domain.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Of [`crate::shift`].
    Shift(Box<crate::shift::command::ShiftCommand>),
    /// Of [`crate::task`].
    Task(crate::task::command::TaskCommand),
    /// Of [`crate::reminder`].
    Reminder(Box<crate::reminder::command::ReminderCommand>),
    /// Of [`crate::poll`].
    Poll(crate::poll::command::PollCommand),
    /// Of [`crate::broadcast`].
    Broadcast(crate::broadcast::command::BroadcastCommand),
    /// Of [`crate::people`]: `me`, `group`, `team`.
    People(crate::people::command::PeopleCommand),
    /// Of [`crate::doctor`].
    Doctor,
    /// Of [`crate::help`] .
    Help(crate::help::HelpCommand),
    /// Of [`crate::undo`].
    Undo,
}

/// Every command, in the order of help and menus.
pub fn specs() -> impl Iterator<Item = &'static CommandSpec> {
    [
        crate::shift::command::SPECS,
        crate::shift::command::ATTENDANCE_SPECS,
        crate::task::command::SPECS,
        crate::reminder::command::SPECS,
        crate::broadcast::command::SPECS,
        crate::poll::command::SPECS,
        crate::people::command::SPECS,
        crate::doctor::SPECS,
        crate::help::SPECS,
        crate::undo::SPECS,
    ]
    .into_iter()
    .flatten()
}

/// The commands of that area, in order.
pub fn by_area(area: &str) -> impl Iterator<Item = &'static CommandSpec> {
    specs().filter(move |spec| spec.area() == area)
}

/// Whether the text begins with the name of an area: a whole command does, and a reference does not.
pub fn opens_with_an_area(text: &str) -> bool {
    let first = text.split_whitespace().next();
    first.is_some_and(|first| areas().any(|area| area.eq_ignore_ascii_case(first)))
}

/// The areas, in the order of help.
pub fn areas() -> impl Iterator<Item = &'static str> {
    let mut last = None;
    specs()
        .map(CommandSpec::area)
        .filter(move |area| last.replace(*area) != Some(*area))
}
