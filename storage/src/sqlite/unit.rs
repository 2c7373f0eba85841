//! A unit of work: an open transaction and the connection that it is on.

use std::collections::BTreeSet;
use std::fmt;

use async_trait::async_trait;
use muster_core::ids::GroupId;
use muster_core::store::{StoreResult, UnitOfWork};
use sqlx::{Sqlite, SqliteConnection, Transaction};

use crate::failure::failed;

/// A unit of work on SQLite. Each repository is implemented in a file of its own.
pub(crate) struct SqliteUnit {
    transaction: Transaction<'static, Sqlite>,
    /// The groups whose boards show something else after the commit.
    pub(crate) boards: BTreeSet<GroupId>,
}

impl SqliteUnit {
    pub(super) const fn new(transaction: Transaction<'static, Sqlite>) -> Self {
        Self {
            transaction,
            boards: BTreeSet::new(),
        }
    }

    /// Where its statements go.
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
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
        self.transaction.commit().await.map_err(failed)
    }
}
