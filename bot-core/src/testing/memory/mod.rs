//! A store that forgets everything: the rows in ordered maps behind a mutex.
//!
//! A unit of work works on a copy (only the tables that it writes are copied), and its commit is a compare-and-swap on
//! the revision that it began with: whoever commits in between makes it [`StoreError::Contended`].
//!
//! One file a repository. To add one: its rows in `Rows`, its trait on `MemoryUnit`.

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

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;

use crate::ids::OutboxId;
use crate::store::{Hints, OutboxRow, Silence, Store, StoreError, StoreResult, UnitOfWork};

/// A store in memory. Clones share their rows.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore(Arc<Mutex<Committed>>);

/// What lasts.
#[derive(Debug, Default)]
struct Committed {
    /// Counts the commits.
    revision: u64,
    rows: Rows,
}

/// The tables, one field a repository.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    agenda: Table<agenda::Rows>,
    asks: Table<asks::Rows>,
    audit: Table<audit::Rows>,
    broadcasts: Table<broadcasts::Rows>,
    calendar_feeds: Table<calendar_feeds::Rows>,
    imports: Table<imports::Rows>,
    inbox: Table<inbox::Rows>,
    instance: Table<instance::Rows>,
    keystores: Table<keystores::Rows>,
    leases: Table<leases::Rows>,
    link_codes: Table<link_codes::Rows>,
    live_cards: Table<live_cards::Rows>,
    outbox: Table<outbox::Rows>,
    people: Table<people::Rows>,
    polls: Table<polls::Rows>,
    reminders: Table<reminders::Rows>,
    role_mappings: Table<role_mappings::Rows>,
    secret_ballots: Table<secret_ballots::Rows>,
    series: Table<series::Rows>,
    shift_templates: Table<shift_templates::Rows>,
    shifts: Table<shifts::Rows>,
    skills: Table<skills::Rows>,
    tasks: Table<tasks::Rows>,
    teams: Table<teams::Rows>,
    undo: Table<undo::Rows>,
}

/// Rows that are shared until somebody writes.
#[derive(Debug, Default)]
pub(crate) struct Table<T>(Arc<T>);

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Table<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Table<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

/// A unit of work in memory.
#[derive(Debug)]
pub(crate) struct MemoryUnit {
    store: MemoryStore,
    /// The revision that it began with.
    revision: u64,
    rows: Rows,
    may_write: bool,
    wrote: bool,
    owes_scrub: bool,
}

impl MemoryUnit {
    /// The rows as this unit of work sees them.
    fn rows(&self) -> &Rows {
        &self.rows
    }

    /// The same to be changed; an error where it may only read.
    fn write(&mut self) -> StoreResult<&mut Rows> {
        if !self.may_write {
            return Err(StoreError::ReadOnly);
        }
        self.wrote = true;
        Ok(&mut self.rows)
    }
}

impl MemoryStore {
    /// A store of its own that begins with these rows.
    #[must_use]
    pub fn fork(&self) -> Self {
        let Committed { revision, rows } = &*self.committed();
        Self(Arc::new(Mutex::new(Committed {
            revision: *revision,
            rows: rows.clone(),
        })))
    }

    /// What there is to see of a message, settled or not; `None` if there is none.
    pub fn message<T>(&self, id: OutboxId, look: impl FnOnce(&OutboxRow) -> T) -> Option<T> {
        self.committed().rows.outbox.messages.get(&id).map(look)
    }

    /// Changes a message past every rule: for tests that break one on purpose, and must see that it is noticed.
    pub fn tamper(&self, id: OutboxId, change: impl FnOnce(&mut OutboxRow)) {
        let mut committed = self.committed();
        committed.revision += 1;
        committed.rows.outbox.messages.get_mut(&id).map(change);
    }

    fn committed(&self) -> MutexGuard<'_, Committed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn unit(&self, may_write: bool) -> Box<dyn UnitOfWork> {
        let committed = self.committed();
        Box::new(MemoryUnit {
            store: self.clone(),
            revision: committed.revision,
            rows: committed.rows.clone(),
            may_write,
            wrote: false,
            owes_scrub: false,
        })
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn begin(&self) -> StoreResult<Box<dyn UnitOfWork>> {
        Ok(self.unit(true))
    }

    async fn read(&self) -> StoreResult<Box<dyn UnitOfWork>> {
        Ok(self.unit(false))
    }

    async fn scrub(&self) -> StoreResult<bool> {
        Ok(true)
    }

    fn is_shared(&self) -> bool {
        false
    }

    async fn announce(&self, _: &str) -> StoreResult<()> {
        Ok(())
    }

    async fn listen(&self, _: &str) -> StoreResult<Box<dyn Hints>> {
        Ok(Box::new(Silence))
    }
}

#[async_trait]
impl UnitOfWork for MemoryUnit {
    async fn commit(self: Box<Self>) -> StoreResult<()> {
        if !self.wrote {
            return Ok(());
        }
        let mut committed = self.store.committed();
        if committed.revision != self.revision {
            return Err(StoreError::Contended);
        }
        committed.revision += 1;
        committed.rows = self.rows;
        Ok(())
    }

    fn owes_scrub(&self) -> bool {
        self.owes_scrub
    }
}
