//! What is SQLite's own: one connection that writes, several that read, and one process a file.
//!
//! Writers queue for the one writing connection (`writer`) and begin with `BEGIN IMMEDIATE`, so that within a process nobody
//! ever meets `SQLITE_BUSY`. Readers are in WAL mode and never wait for the writer. A unit of work that is dropped, even
//! inside a cancelled future, is taken back before the next one has its turn.

mod lock;
mod unit;
mod writer;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use muster_core::store::{Hints, Silence, Store, StoreResult, UnitOfWork};
use sqlx::SqliteConnection;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use crate::failure::{MigrationError, OpenError, failed};
pub(crate) use lock::FileLock;
pub(crate) use unit::SqliteUnit;
use writer::Writer;

/// How many read at once.
const READERS: u32 = 4;
/// How long to wait for what holds the file outside this process, a backup for instance.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long emptying the write-ahead log waits for readers; it is tried again later.
const SCRUB_PATIENCE: Duration = Duration::from_millis(250);

/// A deferred transaction takes its snapshot with its first read: this one.
const BEGIN_READING: &str = "BEGIN; SELECT 1 FROM sqlite_schema LIMIT 1";

static MIGRATIONS: Migrator = sqlx::migrate!("../migrations/sqlite");

/// A store on an SQLite file, which it holds for itself. Clones share it.
#[derive(Clone)]
pub struct SqliteStore {
    writer: Writer,
    readers: SqlitePool,
    path: PathBuf,
    /// Held until the last clone is gone; the operating system frees it if the process is killed.
    _lock: Arc<lock::FileLock>,
}

impl fmt::Debug for SqliteStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteStore")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl SqliteStore {
    /// Opens a database file, or makes it, and keeps every other process from it. Does not migrate it.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let path = path.as_ref().to_owned();
        let lock = lock::FileLock::beside(&path)?;
        let options = SqliteConnectOptions::new()
            .filename(&path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "ON");
        let refused = |source: sqlx::Error| OpenError::Database {
            path: path.clone(),
            source: Box::new(source),
        };
        let writer = Writer::connect(options.clone()).await.map_err(refused)?;
        let read_only = options.create_if_missing(false).pragma("query_only", "ON");
        let readers = pool(READERS).connect_with(read_only).await.map_err(refused)?;
        Ok(Self {
            writer,
            readers,
            path,
            _lock: Arc::new(lock),
        })
    }

    /// Brings the tables up to date. A database that is newer than this program is left as it is.
    pub async fn migrate(&self) -> Result<(), MigrationError> {
        let mut line = self
            .writer
            .alone()
            .await
            .map_err(|error| MigrationError::Failed(Box::new(error)))?;
        Ok(MIGRATIONS.run(line.connection()).await?)
    }

    /// The number of the newest migration that this program knows: a migrated database has it.
    pub fn newest_schema() -> i64 {
        MIGRATIONS
            .iter()
            .map(|migration| migration.version)
            .max()
            .unwrap_or_default()
    }

    /// Waits for the units of work under way and closes the file.
    pub async fn close(self) {
        self.readers.close().await;
        if let Ok(mut line) = self.writer.alone().await {
            line.close().await;
        }
    }
}

/// Brings the tables of a file that nobody else has open up to date, and leaves nothing beside it.
pub(crate) async fn migrate_file(path: &Path) -> Result<(), MigrationError> {
    let failed = |error: sqlx::Error| MigrationError::from(MigrateError::from(error));
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
    let mut connection = options.connect().await.map_err(failed)?;
    MIGRATIONS.run(&mut connection).await?;
    connection.close().await.map_err(failed)
}

/// Connections that stay open: nothing about a local file gets better by opening it again.
fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}

/// How long a connection waits for what others hold.
async fn wait_at_most(connection: &mut SqliteConnection, patience: Duration) -> StoreResult<()> {
    let statement = format!("PRAGMA busy_timeout = {}", patience.as_millis());
    sqlx::query(sqlx::AssertSqlSafe(statement))
        .execute(connection)
        .await
        .map_err(failed)?;
    Ok(())
}

#[async_trait]
impl Store for SqliteStore {
    async fn begin(&self) -> StoreResult<Box<dyn UnitOfWork>> {
        Ok(Box::new(SqliteUnit::writing(self.writer.begin().await?)))
    }

    async fn read(&self) -> StoreResult<Box<dyn UnitOfWork>> {
        let transaction = self.readers.begin_with(BEGIN_READING).await.map_err(failed)?;
        Ok(Box::new(SqliteUnit::reading(transaction)))
    }

    /// Folds the write-ahead log into the file, where `secure_delete` has overwritten what is gone, and empties it. It
    /// needs a moment in which nobody reads, and waits for one shortly, since writers wait meanwhile.
    async fn scrub(&self) -> StoreResult<bool> {
        let mut line = self.writer.alone().await?;
        let writer = line.connection();
        wait_at_most(writer, SCRUB_PATIENCE).await?;
        let busy: Result<i64, _> = sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)")
            .fetch_one(&mut *writer)
            .await;
        wait_at_most(writer, PATIENCE).await?;
        Ok(busy.map_err(failed)? == 0)
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
