//! What an adapter sees of the core: what comes in, what goes out, what a platform can do.
//!
//! - [`Inbound`]: a platform event, reduced to what the bot understands, and who will see its answer; a [`Notice`] where
//!   nobody asked for anything
//! - [`Delivery`], [`Edit`] and [`Courier`]: a message on its way out, and the platform's [`Verdict`]
//! - [`Caps`]: the limits and abilities of a platform, declared by its adapter
//! - [`Adapter`] and [`Intake`]: how the engine runs a platform, and where what is received goes; [`Sharded`]: where several
//!   nodes share that
//! - [`Standing`] and [`Rights`]: what a platform says of a person and of the bot, where it is asked

pub mod adapter;
mod answer;
pub mod caps;
pub mod courier;
mod notice;
pub mod platform;
pub mod rights;
pub mod sharing;

use serde::{Deserialize, Serialize};

use crate::catalogue::RawInvocation;
use crate::clock::Instant;

pub use adapter::{Adapter, Cut, Intake, NotAccepted, NotTold, Skipped};
pub use caps::{Caps, Limit, Rates};
pub use courier::{Address, Courier, Delivery, Edit, PauseScope, Refusal, Verdict};
pub use notice::Notice;
pub use platform::Platform;
pub use rights::{Ability, Rights, Told, Trouble};
pub use sharing::{Sharded, Share, Turns};

/// A room on a platform.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RoomAddress {
    /// The platform.
    pub platform: Platform,
    /// The place that the room belongs to (a guild, a chat, a space), by the platform's id.
    pub place: String,
    /// The room, by the platform's id.
    pub room: String,
    /// Whether only one person and the bot are in it.
    pub private: bool,
}

impl RoomAddress {
    /// The same room after its place, which went by `from`, goes by `to`. The place's first room goes by the place's own id,
    /// and a topic in it by that, a slash and the topic's: these follow. Any other room goes by what it went by.
    #[must_use]
    pub fn moved(&self, from: &str, to: &str) -> Self {
        let topic = self.room.strip_prefix(from);
        let topic = topic.filter(|topic| topic.is_empty() || topic.starts_with('/'));
        Self {
            place: to.to_owned(),
            room: topic.map_or_else(|| self.room.clone(), |topic| format!("{to}{topic}")),
            ..self.clone()
        }
    }
}

/// What the platform says of a person in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// May administer the place.
    Administrator,
    /// Anyone else.
    Member,
    /// The event does not say; it is asked where a command needs it. Until then it is no right.
    Untold,
}

impl Standing {
    /// Whether the platform said that they may administer the place.
    pub const fn administers(self) -> bool {
        matches!(self, Self::Administrator)
    }
}

/// Who acted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The account, by the platform's id.
    pub account: String,
    /// The name that the platform shows.
    pub name: String,
    /// What people there call them by, without an @, where the platform has such handles: unique there at a time.
    #[serde(default)]
    pub handle: Option<String>,
    /// What the platform says of them here.
    pub standing: Standing,
    /// The roles that the platform gave them in the place, by its ids, where it has such roles and says so.
    #[serde(default)]
    pub roles: Vec<String>,
    /// An administrator who writes as the place itself, whose account this is then; who it is nobody is told.
    #[serde(default)]
    pub anonymous: bool,
}

impl Author {
    /// Whether they administer the place, as far as is told.
    pub const fn administers(&self) -> bool {
        self.anonymous || self.standing.administers()
    }
}

impl Author {
    /// Somebody with an account, and no handle that is known.
    pub fn new(account: impl Into<String>, name: impl Into<String>, standing: Standing) -> Self {
        Self {
            account: account.into(),
            name: name.into(),
            handle: None,
            roles: Vec::new(),
            standing,
            anonymous: false,
        }
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A command as text.
    Typed(String),
    /// A command with its arguments already apart (a slash command, a form).
    Invoked(RawInvocation),
    /// An action token of a button, a reaction or a numbered reply.
    Action(String),
    /// A form that was filled in: the action token of its command, and the fields by name.
    Filled {
        /// The [form](crate::reply::form::Form)'s token.
        token: String,
        /// The fields that are not empty, by name.
        named: Vec<(String, String)>,
    },
    /// Something happened in the place, and nobody asked for anything.
    Noticed(Notice),
}

/// A platform event, reduced to what the bot understands. Stored in the inbox before its source is acknowledged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inbound {
    /// The platform's id of the event, unique in its room: a redelivery carries the same.
    pub event: String,
    /// Where it happened.
    pub room: RoomAddress,
    /// The place's name as the platform shows it: names a group that is founded there.
    pub place_name: String,
    /// Who acted.
    pub author: Author,
    /// What was done.
    pub content: Content,
    /// The card that a tap, a reaction or a reply was about: the platform's id of the message, in this room. Named only
    /// where the platform can edit it.
    #[serde(default)]
    pub on: Option<String>,
    /// What the platform wants an answer in its place to carry, where the event's id is not enough. It is a secret of that
    /// answer: kept in no log.
    #[serde(default)]
    pub answer_by: Option<String>,
    /// Whether nobody but its author sees it and its answer, in a room of several.
    #[serde(default)]
    pub unseen: bool,
    /// The earlier event of this room that this is an edited form of: always the message's first form.
    #[serde(default)]
    pub edits: Option<String>,
    /// What stood before the command, in a room where commands are told from talk by a sign: it is left out of the content.
    /// An event with a sign that is not [the group's](crate::people::Prefix) is for somebody else.
    #[serde(default)]
    pub prefix: Option<String>,
    /// When it was said, where the platform says so and may tell of it long after.
    #[serde(default)]
    pub said_at: Option<Instant>,
    /// When the bot accepted it.
    pub received_at: Instant,
}
