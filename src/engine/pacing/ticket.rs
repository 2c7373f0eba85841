//! What is queued, and the leave to send it.

use std::sync::Arc;

use muster_core::surface::{Address, RoomAddress};

/// A message that waits for its slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket<T> {
    /// The message, or what it is found by.
    pub item: T,
    /// Where it goes.
    pub chat: Chat,
    /// How much it presses.
    pub urgency: Urgency,
    /// Whether none of the platform's limits counts it. Only an [`Urgency::Answer`] can be free; elsewhere this says
    /// nothing.
    pub free: bool,
}

impl<T> Ticket<T> {
    pub(super) fn is_free(&self) -> bool {
        self.free && self.urgency == Urgency::Answer
    }
}

/// Where a message goes, as far as the platform's limits tell chats apart. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Chat {
    /// With one person, by the platform's id of the account or of the private room.
    Private(Arc<str>),
    /// In a room of several.
    Room(Arc<RoomAddress>),
}

impl Chat {
    /// The chat of that address. A private room and the account in it are the same chat where the platform gives them
    /// the same id (Telegram), and two chats elsewhere.
    pub fn of(to: &Address) -> Self {
        match to {
            Address::Room { room, .. } => Self::room(room),
            Address::Account { account, .. } => Self::Private(account.as_str().into()),
        }
    }

    /// The chat of that room.
    pub fn room(room: &RoomAddress) -> Self {
        if room.private {
            Self::Private(room.room.as_str().into())
        } else {
            Self::Room(Arc::new(room.clone()))
        }
    }
}

/// How much a message presses, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// The answer to somebody who is waiting for it.
    Answer,
    /// Something that fell due.
    Reminder,
    /// News of what somebody else did.
    Notice,
    /// The same to many.
    Broadcast,
    /// A card that was delivered shows something else now.
    Edit,
}

impl Urgency {
    /// Every urgency, the most pressing first.
    pub const ALL: [Self; 5] = [Self::Answer, Self::Reminder, Self::Notice, Self::Broadcast, Self::Edit];
}

/// One entry for each urgency, found by `urgency as usize`.
pub(super) type Each<V> = [V; Urgency::ALL.len()];

/// The urgencies of which something may go.
pub(super) type Ready = Each<bool>;

/// The most pressing of them.
pub(super) fn foremost(ready: Ready) -> Option<Urgency> {
    Urgency::ALL.into_iter().find(|&urgency| ready[urgency as usize])
}

/// The slot that an attempt has. It is held until it is handed back, by [`Pacer::ended`](super::Pacer::ended) or by
/// [`Pacer::give_back`](super::Pacer::give_back): one that is dropped is held for good.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "a slot is held until it is handed back"]
pub struct Permit(pub(super) Option<Slot>);

/// Whose slot it is; what is free has none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) chat: ChatId,
    pub(super) urgency: Urgency,
}

/// A chat while the pacer remembers it; never given twice, so that a stale one finds nothing.
pub(super) type ChatId = u64;
