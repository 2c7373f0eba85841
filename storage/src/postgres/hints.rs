//! What nodes tell each other: LISTEN and NOTIFY. A hint wakes a node before it would look by itself, and no more.

use std::fmt;

use async_trait::async_trait;
use muster_core::store::{Hints, StoreResult};
use sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};

use crate::failure::failed;

/// The channel of every node on the database.
const CHANNEL: &str = "muster";

pub(super) async fn announce(pool: &PgPool, node: &str) -> StoreResult<()> {
    sqlx::query("SELECT pg_notify($1, $2)")
        .bind(CHANNEL)
        .bind(node)
        .execute(pool)
        .await
        .map_err(failed)?;
    Ok(())
}

/// An ear on a connection of its own.
pub(super) struct PostgresHints {
    listener: PgListener,
    node: String,
}

impl fmt::Debug for PostgresHints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresHints").finish_non_exhaustive()
    }
}

impl PostgresHints {
    pub(super) async fn listen(options: &PgConnectOptions, node: &str) -> StoreResult<Self> {
        let pool = PgPoolOptions::new()
            .max_connections(1)
            .connect_lazy_with(options.clone());
        let mut listener = PgListener::connect_with(&pool).await.map_err(failed)?;
        listener.listen(CHANNEL).await.map_err(failed)?;
        Ok(Self {
            listener,
            node: node.to_owned(),
        })
    }
}

#[async_trait]
impl Hints for PostgresHints {
    async fn next(&mut self) -> StoreResult<()> {
        loop {
            // A connection that was lost counts as a hint: something may have been missed.
            match self.listener.try_recv().await.map_err(failed)? {
                Some(heard) if heard.payload() == self.node => {}
                _ => return Ok(()),
            }
        }
    }
}
