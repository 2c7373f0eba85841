//! The outbox: what people are to see, until it is known what became of it.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{CardOf, GroupId, OutboxId, PersonId, Reference};
use crate::locale::Language;
use crate::people::Account;
use crate::reply::Card;
use crate::surface::{Address, Platform, Refusal, RoomAddress};

/// Why a message is sent: answers (a farewell among them) go before reminders, reminders before notices, and broadcasts
/// last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxKind {
    /// The answer to a command.
    Answer,
    /// The answer to somebody who was forgotten: nothing of it is kept once it is known what became of it.
    Farewell,
    /// Something that fell due.
    Reminder,
    /// News of what somebody else did.
    Notice,
    /// One person's copy of a broadcast.
    Broadcast,
}

impl OutboxKind {
    /// Every kind, in the order in which they go.
    pub const ALL: [Self; 5] = [
        Self::Answer,
        Self::Farewell,
        Self::Reminder,
        Self::Notice,
        Self::Broadcast,
    ];

    /// The name that the store keeps.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Farewell => "farewell",
            Self::Reminder => "reminder",
            Self::Notice => "notice",
            Self::Broadcast => "broadcast",
        }
    }
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// Nobody has taken it.
    Pending,
    /// A node has taken it and not begun to send.
    Leased,
    /// A node has begun to send.
    Sending,
    /// An attempt failed, and another one will be made.
    Retry,
    /// The platform took it.
    Delivered,
    /// The platform will never take it.
    Refused(Refusal),
    /// It may or may not have been delivered, and is not sent again.
    Unknown,
}

/// A message on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxRow {
    /// Its id.
    pub id: OutboxId,
    /// What makes it the same message if it is made again; unique.
    pub key: String,
    /// Why it is sent.
    pub kind: OutboxKind,
    /// Whom it is for.
    pub to: Address,
    /// The person it is for, where it is personal.
    pub person: Option<PersonId>,
    /// The account whose act it answers.
    pub author: Option<String>,
    /// What they see.
    pub card: Card,
    /// The language that it is in.
    pub language: Language,
    /// Of a [broadcast](OutboxKind::Broadcast), which; of any other message, whose card it is, to be kept up to date
    /// where the platform can.
    pub about: Option<(GroupId, CardOf)>,
    /// Where it stands.
    pub state: OutboxState,
    /// Not to be sent before (quiet hours, a platform's pause).
    pub not_before: Instant,
    /// When it was made.
    pub created_at: Instant,
    /// The node that holds it, while it is leased or sending.
    pub owner: Option<String>,
    /// When that node's hold ends.
    pub leased_until: Option<Instant>,
    /// How many attempts were begun that the platform did not put off.
    pub attempts: u32,
    /// Since when it may have been delivered without our knowing: the beginning of the first attempt of which nobody
    /// knows the end.
    pub doubtful_since: Option<Instant>,
}

/// An account, by its platform and the platform's id.
pub type AccountKey = (Platform, String);

/// How a message is put back that was not delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// Not to be sent again before.
    pub not_before: Instant,
    /// Whether what was tried counts as an attempt: not where the platform asked for a pause.
    pub counts: bool,
    /// Since when it may have been delivered all the same.
    pub doubtful_since: Option<Instant>,
}

/// A message that was sent, or may have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Why.
    pub kind: OutboxKind,
    /// Whom it was for.
    pub to: Address,
    /// When, at the latest.
    pub at: Instant,
}

/// How many messages of one kind are on their way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depth {
    /// The platform.
    pub platform: Platform,
    /// Why they are sent.
    pub kind: OutboxKind,
    /// How many.
    pub messages: u64,
}

impl OutboxRow {
    /// Whether only that account sees it, or it answers an act of theirs.
    pub fn is_for(&self, account: &Account) -> bool {
        let to = match &self.to {
            Address::Room { only_for, .. } => only_for.as_ref(),
            Address::Account { account, .. } => Some(account),
        };
        let is_theirs = |other: Option<&String>| other == Some(&account.account);
        self.to.platform() == account.platform && (is_theirs(to) || is_theirs(self.author.as_ref()))
    }
}

/// A node's hold on a message, so that it is theirs to deliver.
#[derive(Debug, Clone, Copy)]
pub struct Lease<'a> {
    /// The node.
    pub owner: &'a str,
    /// When its hold ends.
    pub until: Instant,
}

/// The outbox.
#[async_trait]
pub trait Outbox {
    /// Adds a message; `false` and nothing happens if one with the same key stands already.
    async fn enqueue(&mut self, row: &OutboxRow) -> StoreResult<bool>;

    /// Takes messages of one kind to a platform that may be sent at `now`, and nobody holds: those that may go longest
    /// first, at most `limit`. They come back leased.
    async fn lease(
        &mut self,
        platform: Platform,
        kind: OutboxKind,
        lease: Lease<'_>,
        now: Instant,
        limit: u32,
    ) -> StoreResult<Vec<OutboxRow>>;

    /// Counts an attempt and marks the message `Sending` and doubtful, before the attempt is made; holds it for that
    /// long. `false` if the owner of the lease does not hold it any more, or has begun to send it already.
    async fn begin_sending(&mut self, id: OutboxId, lease: Lease<'_>, now: Instant) -> StoreResult<bool>;

    /// Writes down what became of it; delivered, refused and unknown blank the payload. `false` if `owner` does not
    /// hold it any more.
    async fn settle_sending(
        &mut self,
        id: OutboxId,
        owner: &str,
        state: OutboxState,
        now: Instant,
    ) -> StoreResult<bool>;

    /// Puts a message back of which an attempt failed. `false` if `owner` does not hold it any more.
    async fn postpone(&mut self, id: OutboxId, owner: &str, later: Later) -> StoreResult<bool>;

    /// The accounts that a message was for before it was [redirected](Self::redirect).
    async fn tried(&mut self, id: OutboxId) -> StoreResult<Vec<AccountKey>>;

    /// Gives a message that a platform refused to another account of its person, to be sent from `now` on as if it was new.
    /// `tried` is whom it was for so far. `false` if `owner` does not hold it any more.
    async fn redirect(
        &mut self,
        id: OutboxId,
        owner: &str,
        to: &AccountKey,
        tried: &[AccountKey],
        now: Instant,
    ) -> StoreResult<bool>;

    /// Puts a message back that was leased and not begun to be sent, free at that instant. `false` if `owner` does not
    /// hold it any more, or has begun to send it.
    async fn put_back(&mut self, id: OutboxId, owner: &str, free_at: Instant) -> StoreResult<bool>;

    /// Ends every hold of `owner` at `now`: it stops. How many.
    async fn hand_back(&mut self, owner: &str, now: Instant) -> StoreResult<u64>;

    /// Ends every hold of another owner than `owner` on messages to a platform that `owner` alone sends for now.
    async fn take_over(&mut self, platform: Platform, owner: &str, now: Instant) -> StoreResult<u64>;

    /// Counts what may have been delivered to a platform as older than whatever the platform remembers. How many messages.
    async fn outlive_memory(&mut self, platform: Platform) -> StoreResult<u64>;

    /// Sends what was for a room to the address that it goes by now. How many messages.
    async fn readdress(&mut self, from: &RoomAddress, to: &RoomAddress) -> StoreResult<u64>;

    /// Takes away the messages of a broadcast that no attempt was made to send; whose they were.
    async fn withdraw(&mut self, group: GroupId, broadcast: Reference) -> StoreResult<Vec<PersonId>>;

    /// The earliest instant at which a message to that platform can be [leased](Self::lease): it may be sent, or a hold
    /// ends.
    async fn next_sending(&mut self, platform: Platform) -> StoreResult<Option<Instant>>;

    /// What was sent to a platform after `since`, as far as it is not forgotten, and what may have been sent until `now`
    /// since nobody knows the end of an attempt; the oldest first.
    async fn sent_since(&mut self, platform: Platform, since: Instant, now: Instant) -> StoreResult<Vec<Sent>>;

    /// How many messages are not settled, by platform and kind, in the order of both; kinds without any are left out.
    async fn outbox_depth(&mut self) -> StoreResult<Vec<Depth>>;

    /// How many messages are settled as unknown, and not forgotten yet.
    async fn count_unknown(&mut self) -> StoreResult<u64>;

    /// Forgets what was delivered, refused or given up before `before`; how many messages. The same message can be made
    /// again after that.
    async fn forget_settled(&mut self, before: Instant) -> StoreResult<u64>;

    /// Personal messages that wait beyond `at`, and were not tried yet, may be sent from `at` on; how many. What was tried
    /// and failed stays put off.
    async fn release_held_messages(&mut self, person: PersonId, at: Instant) -> StoreResult<u64>;

    /// Turns the personal messages of `from` into those of `into`, before the two are merged.
    async fn reassign_outbox(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
