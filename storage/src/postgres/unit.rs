//! A unit of work: an open transaction and the connection that it is on.

use std::fmt;

use async_trait::async_trait;
use muster_core::store::{StoreResult, UnitOfWork};
use sqlx::{PgConnection, Postgres, Transaction};

use crate::failure::failed;

/// A unit of work on PostgreSQL. Each repository is implemented in a file of its own.
pub(crate) struct PostgresUnit(Transaction<'static, Postgres>);

impl PostgresUnit {
    pub(super) const fn new(transaction: Transaction<'static, Postgres>) -> Self {
        Self(transaction)
    }

    /// Where its statements go.
    pub(crate) fn connection(&mut self) -> &mut PgConnection {
        &mut self.0
    }
}

impl fmt::Debug for PostgresUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresUnit").finish_non_exhaustive()
    }
}

#[async_trait]
impl UnitOfWork for PostgresUnit {
    async fn commit(self: Box<Self>) -> StoreResult<()> {
        self.0.commit().await.map_err(failed)
    }
}
