//! Messages on their way out, and what the platform says of them.

use async_trait::async_trait;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Caps, Platform, RoomAddress};
use crate::ids::OutboxId;
use crate::locale::Language;
use crate::people::Prefix;
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
        /// The inbound event that this answers: what its answer is to [carry](super::Inbound::answer_by), else its id. It may be none of the platform's own, of a place that moved since: then there
        /// is nothing to answer in place.
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
    /// The language that it is in, for what the adapter adds.
    pub language: Language,
    /// What stands before a command in the room, where [`Caps::prefix`] says that something does.
    pub prefix: Prefix,
    /// An earlier attempt was cut off, so that the platform may have it already. Where people may see it twice the card
    /// says so itself.
    pub possibly_repeated: bool,
    /// Once delivered it is to be pinned in its room. That it cannot be pinned is no reason not to deliver it.
    pub pin: bool,
}

/// A message that was delivered and shall show something else now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The room that it is in.
    pub room: RoomAddress,
    /// The platform's id of the message: the receipt of its delivery.
    pub message: String,
    /// What it shall show.
    pub card: Card,
    /// The language that it is in, for what the adapter adds.
    pub language: Language,
    /// What stands before a command in the room, where [`Caps::prefix`] says that something does.
    pub prefix: Prefix,
}

/// Why a platform will never deliver a message, as far as anybody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The person blocked the bot.
    Blocked,
    /// The person never opened a private chat with the bot.
    NeverStarted,
    /// The person takes no private messages.
    PrivateClosed,
    /// The person closed their account.
    Deactivated,
    /// The person or the bot left the room.
    Left,
    /// The bot may not write there.
    Forbidden,
    /// Nobody may write there at the moment: the room is closed.
    Closed,
    /// The room, or the message that was to be edited, is gone.
    Gone,
    /// It is longer than the platform takes.
    TooLong,
    /// The platform could not be reached in as many attempts as are made.
    Unreachable,
}

impl Refusal {
    /// Every refusal.
    pub const ALL: [Self; 10] = [
        Self::Blocked,
        Self::NeverStarted,
        Self::PrivateClosed,
        Self::Deactivated,
        Self::Left,
        Self::Forbidden,
        Self::Closed,
        Self::Gone,
        Self::TooLong,
        Self::Unreachable,
    ];

    /// Whether it is about the account that was written to, so that another one of the same person may be reached.
    pub const fn is_of_one_account(self) -> bool {
        match self {
            Self::Blocked
            | Self::NeverStarted
            | Self::PrivateClosed
            | Self::Deactivated
            | Self::Left
            | Self::Forbidden
            | Self::Gone
            | Self::Unreachable => true,
            Self::Closed | Self::TooLong => false,
        }
    }
}

/// What became of an attempt to deliver or to edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The platform took it; the receipt is its id of the message.
    Delivered {
        /// The platform's id of the message, where it gives one.
        receipt: Option<String>,
    },
    /// It was certainly not delivered, for a reason that may pass (an outage, a refused connection).
    Retry {
        /// How long to wait, where the platform says so.
        after: Option<TimeDelta>,
    },
    /// Too much at once: it was certainly not delivered, and is no attempt.
    Paused {
        /// What has to pause.
        scope: PauseScope,
        /// How long.
        length: TimeDelta,
    },
    /// Never.
    Refused(Refusal),
    /// The room goes by another address now, which will take it.
    Moved(RoomAddress),
    /// It may or may not have been delivered.
    Unknown,
}

/// What a platform's demand for a pause is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PauseScope {
    /// Everything that the bot's account sends.
    Account,
    /// The one chat.
    Chat,
}

/// Delivers messages to one platform.
#[async_trait]
pub trait Courier: Send + Sync {
    /// What the platform can do.
    fn caps(&self) -> Caps;

    /// Whether an answer to an event would be given, as things stand, without a message that [`Caps::rates`] count.
    fn answers_in_place(&self, _to: &Address, _card: &Card) -> bool {
        self.caps().rates.free_answers
    }

    /// Makes one attempt. Never an error: whatever happens is a [`Verdict`].
    async fn deliver(&self, delivery: &Delivery) -> Verdict;

    /// Makes one attempt to change a message that was delivered. Asked only where [`Caps::edits`] says that it can.
    async fn edit(&self, edit: &Edit) -> Verdict;
}
