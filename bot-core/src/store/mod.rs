//! What storage implements: one repository trait a domain, all of them on one unit of work.
//!
//! A [`UnitOfWork`] is one transaction over everything. Use cases get it as `&mut dyn UnitOfWork`, load what they
//! decide on, decide with pure rules, and save. Dropped means rolled back. It never awaits the network.
//!
//! - [`People`], [`Teams`], [`LinkCodes`]: who is who · [`Shifts`], [`ShiftSeries`], [`ShiftTemplates`], [`Tasks`], [`Reminders`], [`Polls`],
//!   [`Broadcasts`]: their work
//! - [`RoleMappings`]: what a platform's roles give · [`Skills`]: what people can do · [`Asks`]: who is asked for a shift
//! - [`SecretBallots`]: what a secret poll keeps until it closes, and after
//! - [`Agenda`]: what falls due · [`UndoLog`]: what takes the last acts back · [`Audit`]: who did what
//! - [`Privacy`]: what is held on one person, and its end
//! - [`Moving`]: places that go by another id
//! - [`Imports`]: what was taken from calendar files · [`CalendarFeeds`]: where people's own calendars are
//! - [`Inbox`], [`Outbox`]: what came in, and what is on its way out · [`LiveCards`]: what is kept up to date
//! - [`Leases`]: which node serves what · [`Keystores`]: which one alone may · [`Instance`]: what there is once
//!
//! To add a repository: a trait here, in a file of its own, named in [`UnitOfWork`]; its implementation in
//! `testing/memory/` and in `muster-storage`; its behaviours in the contract suite `testing/contract/`.

mod agenda;
mod asks;
mod audit;
mod broadcasts;
mod calendar_feeds;
mod imports;
mod inbox;
mod instance;
mod keystores;
mod leases;
mod link_codes;
mod live_cards;
mod moving;
mod outbox;
mod people;
mod polls;
mod privacy;
mod reminders;
mod role_mappings;
mod secret_ballots;
mod series;
mod shift_templates;
mod shifts;
mod skills;
mod tasks;
mod teams;
mod undo;

use async_trait::async_trait;

pub use agenda::{Agenda, Due, DueAct, Subject};
pub use asks::Asks;
pub use audit::{Audit, AuditEntry};
pub use broadcasts::{Among, Broadcasts};
pub use calendar_feeds::CalendarFeeds;
pub use imports::{Imported, Imports};
pub use inbox::{Ended, Inbox, Received, Waiting};
pub use instance::Instance;
pub use keystores::Keystores;
pub use leases::{Hold, Leases, NodeLease};
pub use link_codes::LinkCodes;
pub use live_cards::{CardCopy, Kept, LiveCards};
pub use moving::Moving;
pub use outbox::{AccountKey, Depth, Later, Lease, Outbox, OutboxKind, OutboxRow, OutboxState, Sent};
pub use people::People;
pub use polls::Polls;
pub use privacy::{EventKey, Privacy};
pub use reminders::Reminders;
pub use role_mappings::RoleMappings;
pub use secret_ballots::{SecretBallots, VoteEvent};
pub use series::ShiftSeries;
pub use shift_templates::ShiftTemplates;
pub use shifts::Shifts;
pub use skills::Skills;
pub use tasks::Tasks;
pub use teams::Teams;
pub use undo::{UndoEntry, UndoLog};

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else changed the same rows: run the unit of work again.
    #[error("the unit of work met another one: run it again")]
    Contended,
    /// A row that cannot be what we wrote.
    #[error("corrupt row in {table}.{column}, id {id}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row's key.
        id: String,
    },
    /// A write that must hit a certain number of rows hit another.
    #[error("a write to {table} hit {hit} rows instead of {expected}")]
    WrongCount {
        /// The table.
        table: &'static str,
        /// How many rows it must hit.
        expected: u64,
        /// How many it hit.
        hit: u64,
    },
    /// A write in a unit of work that only reads.
    #[error("a write in a unit of work that only reads")]
    ReadOnly,
    /// The database failed.
    #[error("the database failed")]
    Backend(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The result of a store operation.
pub type StoreResult<T> = Result<T, StoreError>;

/// A desk's store.
#[async_trait]
pub trait Store: Send + Sync {
    /// Begins a unit of work that may write. On a store with one writer this waits its turn.
    async fn begin(&self) -> StoreResult<Box<dyn UnitOfWork>>;

    /// Begins a unit of work that only reads: a snapshot that never waits for a writer. Writing in it is an error.
    async fn read(&self) -> StoreResult<Box<dyn UnitOfWork>>;

    /// Takes what committed units of work have blanked or removed off the disk too, as far as this store can; `false`
    /// if it could not yet, since somebody was reading: ask again. What it cannot reach (a file system's own copies,
    /// backups) is the operator's. Called between units of work: whoever holds one open waits for themselves.
    async fn scrub(&self) -> StoreResult<bool>;

    /// Whether other nodes may use the same store while this one does.
    fn is_shared(&self) -> bool;

    /// Tells the other nodes on this store that there may be something to do: a hint, which may be lost. `node` is who
    /// tells it.
    async fn announce(&self, node: &str) -> StoreResult<()>;

    /// An ear for what other nodes than `node` announce.
    async fn listen(&self, node: &str) -> StoreResult<Box<dyn Hints>>;
}

/// What other nodes announce.
#[async_trait]
pub trait Hints: Send {
    /// Waits for the next hint, or for several at once.
    async fn next(&mut self) -> StoreResult<()>;
}

/// The hints of a store that has no other nodes: none ever comes.
#[derive(Debug, Clone, Copy)]
pub struct Silence;

#[async_trait]
impl Hints for Silence {
    async fn next(&mut self) -> StoreResult<()> {
        std::future::pending().await
    }
}

/// One transaction over every repository.
#[async_trait]
pub trait UnitOfWork:
    Agenda
    + Asks
    + Audit
    + Broadcasts
    + CalendarFeeds
    + Imports
    + Inbox
    + Instance
    + Keystores
    + Leases
    + LinkCodes
    + LiveCards
    + Moving
    + Outbox
    + People
    + Polls
    + Privacy
    + Reminders
    + RoleMappings
    + SecretBallots
    + ShiftSeries
    + ShiftTemplates
    + Shifts
    + Skills
    + Tasks
    + Teams
    + UndoLog
    + Send
{
    /// Makes everything done so far last. [`StoreError::Contended`] means that nothing happened.
    async fn commit(self: Box<Self>) -> StoreResult<()>;

    /// Whether a scrub [is owed](SecretBallots::owe_scrub) for what was done in it.
    fn owes_scrub(&self) -> bool;
}
