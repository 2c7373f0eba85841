//! What is PostgreSQL's own: connections, isolation, and many nodes on one database.
//!
//! A unit that writes is READ COMMITTED: a use case loads what it changes with a locking loader, so whoever comes second
//! waits for the row and then reads what the first one left. What a lock cannot serve, two first acts of one account for
//! instance, ends in a conflict that is [`Contended`](muster_core::store::StoreError::Contended): nothing happened, run
//! it again. A unit that only reads is one snapshot (REPEATABLE READ, READ ONLY) on connections of its own, so that
//! showing something never waits for somebody who is changing it.

mod hints;
mod seat;
mod unit;

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use async_trait::async_trait;
use muster_core::store::{Hints, Store, StoreError, StoreResult, UnitOfWork};
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::query_scalar;
use sqlx::{Connection, PgConnection};

use crate::failure::{MigrationError, OpenError, failed};
use hints::PostgresHints;
pub(crate) use seat::SeatLock;
pub(crate) use unit::PostgresUnit;

/// How many change something at once. Those who want the same row stand in its queue with a connection each, so more
/// would only lengthen that queue; fewer would let a busy shift keep everything else waiting. Several nodes still fit
/// into the 100 connections that a PostgreSQL has by default.
const WRITERS: u32 = 10;
/// How many read at once: what is shown and completed, which takes a millisecond each.
const READERS: u32 = 4;

/// What every connection is told. A unit of work takes milliseconds and never awaits the network: whoever waits for a row
/// for ten seconds runs again from the start, and a node that froze within a unit loses its rows after a minute.
const SETTINGS: &str = "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'";

/// A snapshot begins with the first statement that reads: this one.
const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SELECT 1";
/// Said whole, whatever the operator made the default.
const BEGIN_WRITING: &str = "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE";

/// Whether somebody's snapshot is older than what is to be scrubbed: a row's `xmin` is the transaction that wrote it.
const STILL_SEEN: &str = "SELECT EXISTS (
    SELECT 1 FROM pg_stat_activity AS others, scrubs
    WHERE others.datname = current_database() AND others.pid <> pg_backend_pid()
        AND others.backend_xmin IS NOT NULL AND age(others.backend_xmin) >= age(scrubs.xmin))";

/// The tables through which a secret vote passes, or who has none, without what is gone from them.
const WRITE_ANEW: &str = "VACUUM (FULL) sealed_ballots, poll_keys, secret_votes, inbox, outbox, undo, agenda";

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations/postgres");

/// A store on a PostgreSQL database, which other nodes may use as well. Clones share it.
#[derive(Clone)]
pub struct PostgresStore {
    writers: PgPool,
    readers: PgPool,
    options: PgConnectOptions,
}

impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresStore").finish_non_exhaustive()
    }
}

impl PostgresStore {
    /// Connects to a database. Does not migrate it.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let options = PgConnectOptions::from_str(url)
            .map_err(refused)?
            .application_name("muster");
        // A pool goes on trying for half a minute and does not say why; one connection says at once what is wrong.
        let tried = connect(&options).await?;
        tried.close().await.map_err(refused)?;
        Ok(Self {
            writers: pool(WRITERS).connect_lazy_with(options.clone()),
            readers: pool(READERS).connect_lazy_with(options.clone()),
            options,
        })
    }

    /// Keeps every other console from the database.
    pub(crate) async fn take_seat(&self) -> Result<SeatLock, OpenError> {
        SeatLock::take(&self.options).await
    }

    /// Brings the tables up to date. A database that is newer than this program is left as it is.
    pub async fn migrate(&self) -> Result<(), MigrationError> {
        Ok(MIGRATIONS.run(&self.writers).await?)
    }

    /// The number of the newest migration that this program knows: a migrated database has it.
    pub fn newest_schema() -> i64 {
        MIGRATIONS
            .iter()
            .map(|migration| migration.version)
            .max()
            .unwrap_or_default()
    }

    /// Waits for the units of work under way and disconnects.
    pub async fn close(self) {
        self.readers.close().await;
        self.writers.close().await;
    }
}

async fn connect(options: &PgConnectOptions) -> Result<PgConnection, OpenError> {
    PgConnection::connect_with(options).await.map_err(refused)
}

fn refused(source: sqlx::Error) -> OpenError {
    OpenError::Server {
        source: Box::new(source),
    }
}

fn pool(connections: u32) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .idle_timeout(Duration::from_mins(10))
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(SETTINGS).execute(connection).await?;
                Ok(())
            })
        })
}

#[async_trait]
impl Store for PostgresStore {
    async fn begin(&self) -> StoreResult<Box<dyn UnitOfWork>> {
        let transaction = self.writers.begin_with(BEGIN_WRITING).await.map_err(failed)?;
        Ok(Box::new(PostgresUnit::new(transaction)))
    }

    async fn read(&self) -> StoreResult<Box<dyn UnitOfWork>> {
        let transaction = self.readers.begin_with(BEGIN_READING).await.map_err(failed)?;
        Ok(Box::new(PostgresUnit::new(transaction)))
    }

    /// The rows that are gone stay in its files until PostgreSQL itself vacuums and recycles them: that is the server's
    /// to time, but for what a secret poll left. The tables that held it are written anew, which holds up whoever wants
    /// them; it is put off while a snapshot may still see what is gone, since that would be written anew as well.
    async fn scrub(&self) -> StoreResult<bool> {
        let mut connection = self.writers.acquire().await.map_err(failed)?;
        let owed: bool = query_scalar("SELECT EXISTS (SELECT 1 FROM scrubs)")
            .fetch_one(&mut *connection)
            .await
            .map_err(failed)?;
        if !owed {
            return Ok(true);
        }
        let seen: bool = query_scalar(STILL_SEEN)
            .fetch_one(&mut *connection)
            .await
            .map_err(failed)?;
        if seen {
            return Ok(false);
        }
        match sqlx::raw_sql(WRITE_ANEW)
            .execute(&mut *connection)
            .await
            .map_err(failed)
        {
            Ok(_) => Ok(true),
            Err(StoreError::Contended) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn is_shared(&self) -> bool {
        true
    }

    async fn announce(&self, node: &str) -> StoreResult<()> {
        hints::announce(&self.readers, node).await
    }

    async fn listen(&self, node: &str) -> StoreResult<Box<dyn Hints>> {
        Ok(Box::new(PostgresHints::listen(&self.options, node).await?))
    }
}
