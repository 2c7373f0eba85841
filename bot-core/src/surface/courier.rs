//! Messages on their way out, and what the platform says of them.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::{Platform, RoomAddress};
use crate::clock::Instant;
use crate::ids::OutboxId;
use crate::reply::{Card, Visibility};

/// Whom a message is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// A room; `only_for` names the account that alone may see it there.
    Room {
        /// The room.
        room: RoomAddress,
        /// The account, by the platform's id, that alone sees it; `None` for everyone in the room.
        only_for: Option<String>,
        /// The inbound event that this answers.
        answers: Option<String>,
    },
    /// A person, in private: the adapter finds or opens the private room.
    Account {
        /// The platform.
        platform: Platform,
        /// The account, by the platform's id.
        account: String,
    },
}

impl Address {
    /// The platform that delivers it.
    pub const fn platform(&self) -> Platform {
        match self {
            Self::Room { room, .. } => room.platform,
            Self::Account { platform, .. } => *platform,
        }
    }

    /// Who sees it.
    pub const fn visibility(&self) -> Visibility {
        match self {
            Self::Room { only_for: None, .. } => Visibility::Public,
            Self::Room { .. } | Self::Account { .. } => Visibility::Private,
        }
    }
}

/// A message on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The outbox row, the source of every idempotency key.
    pub id: OutboxId,
    /// Whom it is for.
    pub to: Address,
    /// What they see.
    pub card: Card,
    /// An earlier attempt was cut off, so that this may be shown twice.
    pub possibly_repeated: bool,
}

/// Why a platform will never deliver a message, as far as anybody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The person blocked the bot.
    Blocked,
    /// The person never opened a private chat with the bot.
    NeverStarted,
    /// The person takes no private messages.
    PrivateClosed,
    /// The person or the bot left the room.
    Left,
    /// The bot may not write there.
    Forbidden,
    /// The room is gone.
    Gone,
}

/// What became of an attempt to deliver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The platform took it; the receipt is its id of the message.
    Delivered {
        /// The platform's id of the message, where it gives one.
        receipt: Option<String>,
    },
    /// Not now.
    Retry {
        /// Not before this instant.
        not_before: Instant,
    },
    /// Never.
    Refused(Refusal),
    /// It may or may not have been delivered.
    Unknown,
}

/// The limits and abilities of a platform. An adapter declares its own; the core asks for abilities, never for names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// The most characters a message may have.
    pub message_chars: usize,
    /// Whether cards have buttons.
    pub buttons: bool,
    /// Whether an answer in a room can be shown to one person only.
    pub ephemeral: bool,
}

/// Delivers messages to one platform.
#[async_trait]
pub trait Courier: Send {
    /// What the platform can do.
    fn caps(&self) -> Caps;

    /// Makes one attempt. Never an error: whatever happens is a [`Verdict`].
    async fn deliver(&mut self, delivery: &Delivery) -> Verdict;
}
