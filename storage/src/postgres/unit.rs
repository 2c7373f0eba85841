//! A unit of work: an open transaction and the connection that it is on.

use std::collections::BTreeSet;
use std::fmt;

use async_trait::async_trait;
use muster_core::ids::GroupId;
use muster_core::store::{StoreResult, UnitOfWork};
use sqlx::{PgConnection, Postgres, Transaction};

use crate::failure::failed;

/// A unit of work on PostgreSQL. Each repository is implemented in a file of its own.
pub(crate) struct PostgresUnit {
    transaction: Transaction<'static, Postgres>,
    /// The groups whose boards show something else after the commit.
    pub(crate) boards: BTreeSet<GroupId>,
    /// Whether a scrub is owed for what was done in it.
    pub(crate) owes_scrub: bool,
}

impl PostgresUnit {
    pub(super) const fn new(transaction: Transaction<'static, Postgres>) -> Self {
        Self {
            transaction,
            boards: BTreeSet::new(),
            owes_scrub: false,
        }
    }

    /// Where its statements go.
    pub(crate) fn connection(&mut self) -> &mut PgConnection {
        &mut self.transaction
    }
}

impl fmt::Debug for PostgresUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresUnit").finish_non_exhaustive()
    }
}

#[async_trait]
impl UnitOfWork for PostgresUnit {
    async fn commit(mut self: Box<Self>) -> StoreResult<()> {
        self.count_boards().await?;
        self.transaction.commit().await.map_err(failed)
    }

    fn owes_scrub(&self) -> bool {
        self.owes_scrub
    }
}
