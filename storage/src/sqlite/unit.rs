//! A unit of work: an open transaction and the connection that it is on.

use std::collections::BTreeSet;
use std::fmt;

use async_trait::async_trait;
use muster_core::ids::GroupId;
use muster_core::store::{StoreResult, UnitOfWork};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use super::writer::Turn;
use crate::failure::failed;

/// A unit of work on SQLite. Each repository is implemented in a file of its own.
pub(crate) struct SqliteUnit {
    on: On,
    /// The groups whose boards show something else after the commit.
    pub(crate) boards: BTreeSet<GroupId>,
    /// Whether a scrub is owed for what was done in it.
    pub(crate) owes_scrub: bool,
}

/// What it is on.
enum On {
    Reading(Transaction<'static, Sqlite>),
    Writing(Turn),
}

impl SqliteUnit {
    pub(super) const fn reading(transaction: Transaction<'static, Sqlite>) -> Self {
        Self::new(On::Reading(transaction))
    }

    pub(super) const fn writing(turn: Turn) -> Self {
        Self::new(On::Writing(turn))
    }

    const fn new(on: On) -> Self {
        Self {
            on,
            boards: BTreeSet::new(),
            owes_scrub: false,
        }
    }

    /// Where its statements go.
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        match &mut self.on {
            On::Reading(transaction) => transaction,
            On::Writing(turn) => turn.connection(),
        }
    }
}

impl fmt::Debug for SqliteUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteUnit").finish_non_exhaustive()
    }
}

#[async_trait]
impl UnitOfWork for SqliteUnit {
    async fn commit(mut self: Box<Self>) -> StoreResult<()> {
        self.count_boards().await?;
        match self.on {
            On::Reading(transaction) => transaction.commit().await.map_err(failed),
            On::Writing(turn) => turn.commit().await,
        }
    }

    fn owes_scrub(&self) -> bool {
        self.owes_scrub
    }
}
