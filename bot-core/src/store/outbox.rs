//! The outbox: what people are to see, until it is known what became of it.

use async_trait::async_trait;
use serde::{Deserialize, Serialize};

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{OutboxId, PersonId};
use crate::people::Account;
use crate::reply::Card;
use crate::surface::{Address, Refusal};

/// Why a message is sent: answers (a farewell among them) go before reminders, reminders before notices.
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
    /// How often it was begun to be sent.
    pub attempts: u32,
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

    /// Takes messages that are pending, or whose hold ended, and may be sent at `now`: answers before reminders before
    /// notices, then the oldest; at most `limit`. They come back leased to `owner` until `until`, or still `Sending`
    /// where an attempt was cut off.
    async fn lease(&mut self, owner: &str, now: Instant, until: Instant, limit: u32) -> StoreResult<Vec<OutboxRow>>;

    /// Counts an attempt and marks the message `Sending`, before the attempt is made. `false` if `owner` does not
    /// hold it any more.
    async fn begin_sending(&mut self, id: OutboxId, owner: &str) -> StoreResult<bool>;

    /// Writes down what became of it; delivered, refused and unknown blank the payload. `false` if `owner` does not
    /// hold it any more.
    async fn settle_sending(
        &mut self,
        id: OutboxId,
        owner: &str,
        state: OutboxState,
        now: Instant,
    ) -> StoreResult<bool>;

    /// Puts it back, not to be sent before `not_before`. `false` if `owner` does not hold it any more.
    async fn postpone(&mut self, id: OutboxId, owner: &str, not_before: Instant) -> StoreResult<bool>;

    /// Ends every hold of another owner than `owner`: for a store that only one node can open.
    async fn take_over(&mut self, owner: &str, now: Instant) -> StoreResult<u64>;

    /// The earliest instant at which a message can be [leased](Self::lease): a pending one may be sent, or a hold ends.
    async fn next_sending(&mut self) -> StoreResult<Option<Instant>>;

    /// Forgets what was delivered, refused or given up before `before`; how many messages. The same message can be made
    /// again after that.
    async fn forget_settled(&mut self, before: Instant) -> StoreResult<u64>;

    /// Personal messages that wait beyond `at`, and were never begun to be sent, may be sent from `at` on; how many. What
    /// a platform put off stays put off.
    async fn release_held_messages(&mut self, person: PersonId, at: Instant) -> StoreResult<u64>;

    /// Turns the personal messages of `from` into those of `into`, before the two are merged.
    async fn reassign_outbox(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
