//! What the adapter of a test platform and its server say to each other: lines of JSON over a Unix socket.
//!
//! A connection carries one request at a time, and each request one answer, as plain HTTP does: requests that run at
//! the same time have a connection each, so that cutting one cuts one request. The exception is [`Request::Listen`]:
//! from then on the server pushes [`Reply::Events`] until the connection ends.
//!
//! ```text
//! → {"poll":{"acknowledged":17}}
//! ← {"events":{"events":[{"event":"e18","room":"square",…}],"next":18}}
//! → {"send":{"to":{"room":"square"},"answers":null,"key":"0193…","message":{"text":"S1 · Canvass","buttons":[],"files":[]}}}
//! ← {"done":"m5"}
//! ```

use muster_core::reply::{Block, Button, Card, plain};
use muster_core::surface::{Content, Refusal};
use serde::{Deserialize, Serialize};

/// What the adapter asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// To be told of every event as it happens (profile `Deadline`). Whoever asks last is told.
    Listen,
    /// The next events, once there are some (the other profiles).
    Poll {
        /// The [`next`](Reply::Events) of the events that may be forgotten; `None` right after a start.
        acknowledged: Option<u64>,
    },
    /// To show a message.
    Send {
        /// Where.
        to: Chat,
        /// The event that it answers.
        answers: Option<String>,
        /// What the platform knows the message again by, where it does.
        key: Option<String>,
        /// What.
        message: Message,
    },
    /// To answer an event with a message, as its first answer (profile `Deadline`).
    Respond {
        /// The event.
        event: String,
        /// Whether only the person who acted sees it.
        private: bool,
        /// What.
        message: Message,
    },
    /// To say that the event's answer is under way, as its first answer (profile `Deadline`).
    Defer {
        /// The event.
        event: String,
        /// Whether only the person who acted will see it.
        private: bool,
    },
    /// To show this as the event's answer, whatever was its first answer (profile `Deadline`).
    EditOriginal {
        /// The event.
        event: String,
        /// What.
        message: Message,
    },
    /// Whether somebody administers the place (profile `NoIdempotency`, whose events do not say).
    Standing {
        /// The account.
        account: String,
    },
    /// To change a message.
    Edit {
        /// Its receipt.
        receipt: String,
        /// What it shows now.
        message: Message,
    },
}

/// What the server says to that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// What happened.
    Events {
        /// In the order in which it shall be taken.
        events: Vec<Event>,
        /// What acknowledges these and all before.
        next: u64,
    },
    /// Somebody else is being told of the events.
    Conflict,
    /// Done; with the receipt of the message, where there is one.
    Done(Option<String>),
    /// What somebody is.
    Standing {
        /// Whether they administer the place.
        administrator: bool,
    },
    /// Never.
    Refused(Refusal),
    /// The event has its first answer already.
    AlreadyAcknowledged,
    /// The event can be answered no more.
    Expired,
    /// Too much at once.
    TooMany {
        /// Whether the whole account has to pause, or only this chat.
        account: bool,
        /// For how long, in milliseconds.
        retry_after_ms: u64,
    },
    /// Not now.
    Unavailable,
    /// The room goes by this name now.
    Moved(String),
    /// The request makes no sense on a platform of this profile.
    BadRequest(String),
}

/// Where a message is shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chat {
    /// A room.
    Room(String),
    /// The private chat of that account with the bot.
    Private(String),
}

impl Chat {
    /// The chat that a room's name means: `@ana` is Ana's private chat.
    pub fn of_room(room: &str) -> Self {
        match room.strip_prefix('@') {
            Some(account) => Self::Private(account.to_owned()),
            None => Self::Room(room.to_owned()),
        }
    }

    /// The room's name.
    pub fn room(&self) -> String {
        match self {
            Self::Room(room) => room.clone(),
            Self::Private(account) => format!("@{account}"),
        }
    }
}

/// What a message shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The card as plain text, without its files.
    pub text: String,
    /// Its buttons.
    pub buttons: Vec<Button>,
    /// Its files.
    pub files: Vec<File>,
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl From<&Card> for Message {
    fn from(card: &Card) -> Self {
        let (mut files, mut buttons) = (Vec::new(), Vec::new());
        let mut shown = Card::new();
        for block in &card.blocks {
            match block {
                Block::Document { name, text, .. } => files.push(File {
                    name: name.clone(),
                    text: text.clone(),
                }),
                Block::Picture(_) => {} // the platform shows none
                block => {
                    if let Block::Actions(actions) = block {
                        buttons.extend(actions.buttons.iter().cloned());
                    }
                    shown.blocks.push(block.clone());
                }
            }
        }
        Self {
            text: plain::render(&shown),
            buttons,
            files,
        }
    }
}

/// What a person did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id: the same whenever it is told of.
    pub event: String,
    /// The place that the room belongs to.
    pub place: String,
    /// That place's name.
    pub place_name: String,
    /// Where it was done.
    pub chat: Chat,
    /// By whom.
    pub account: String,
    /// What they are called.
    pub name: String,
    /// Whether they administer the place.
    pub administrator: bool,
    /// What they did.
    pub content: Content,
    /// The receipt of the message that they did it to, where that can be edited.
    pub on: Option<String>,
    /// The event that this is an edited form of.
    pub edits: Option<String>,
}
