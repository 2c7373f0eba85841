//! From a database's errors to those of the core, and why a database cannot be used at all.

use std::path::PathBuf;

use muster_core::store::{StoreError, StoreResult};
use sqlx::postgres::PgDatabaseError;

/// `SQLITE_BUSY` (<https://www.sqlite.org/rescode.html#busy>): another connection has the lock.
const SQLITE_BUSY: u32 = 5;
/// `SQLITE_LOCKED` (<https://www.sqlite.org/rescode.html#locked>): the same within one cache.
const SQLITE_LOCKED: u32 = 6;
/// `SQLITE_READONLY` (<https://www.sqlite.org/rescode.html#readonly>): also a write under `query_only`.
const SQLITE_READONLY: u32 = 8;

// PostgreSQL's, by the names that its manual has (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
const FOREIGN_KEY_VIOLATION: &str = "23503";
const UNIQUE_VIOLATION: &str = "23505";
const READ_ONLY_SQL_TRANSACTION: &str = "25006";
const SERIALIZATION_FAILURE: &str = "40001";
const DEADLOCK_DETECTED: &str = "40P01";
const LOCK_NOT_AVAILABLE: &str = "55P03";

/// Why a database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process has it.
    #[error("{0} is in use by another process: a database file serves one muster at a time")]
    InUse(PathBuf),
    /// The lock file beside it cannot be made.
    #[error("cannot make the lock file {path}")]
    Lock {
        /// The lock file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Another console sits at the PostgreSQL database.
    #[error("another console sits at this database: one at a time. End that one with :quit, then start this again")]
    Occupied,
    /// PostgreSQL does not let us in.
    #[error("cannot connect to PostgreSQL")]
    Server {
        /// Why not.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// SQLite does not open it.
    #[error("cannot open the database {path}")]
    Database {
        /// The database file.
        path: PathBuf,
        /// Why not.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// Why a database cannot be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// It has been used by a later version of this program.
    #[error(
        "the database is newer than this muster: it has migration {0}, which this version does not know; install the newer version"
    )]
    Newer(i64),
    /// A migration that was applied is not the one that this program carries.
    #[error("migration {0} of the database is not the one that this muster carries")]
    Changed(i64),
    /// It did not work; the database is as it was before the migration that failed.
    #[error("cannot migrate the database")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl From<sqlx::migrate::MigrateError> for MigrationError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        use sqlx::migrate::MigrateError;
        match error {
            MigrateError::VersionMissing(version) => Self::Newer(version),
            MigrateError::VersionMismatch(version) => Self::Changed(version),
            other => Self::Failed(Box::new(other)),
        }
    }
}

/// What a failed statement means to the core.
pub(crate) fn failed(error: sqlx::Error) -> StoreError {
    let known = error
        .as_database_error()
        .and_then(|error| match error.try_downcast_ref::<PgDatabaseError>() {
            Some(error) => postgres(error.code()),
            None => sqlite(error.code()?.parse().ok()?),
        });
    known.unwrap_or_else(|| StoreError::Backend(Box::new(error)))
}

/// An extended result code carries the primary one in its low byte.
const fn sqlite(code: u32) -> Option<StoreError> {
    match code & 0xff {
        SQLITE_BUSY | SQLITE_LOCKED => Some(StoreError::Contended),
        SQLITE_READONLY => Some(StoreError::ReadOnly),
        _ => None,
    }
}

/// Use cases look before they write. Where PostgreSQL then finds that a key is taken or a row is gone, somebody else was
/// quicker in between, and the unit that is run again will see it.
fn postgres(sqlstate: &str) -> Option<StoreError> {
    match sqlstate {
        UNIQUE_VIOLATION | FOREIGN_KEY_VIOLATION | SERIALIZATION_FAILURE | DEADLOCK_DETECTED | LOCK_NOT_AVAILABLE => {
            Some(StoreError::Contended)
        }
        READ_ONLY_SQL_TRANSACTION => Some(StoreError::ReadOnly),
        _ => None,
    }
}

/// Whether PostgreSQL waited for a lock in vain.
pub(crate) fn is_lock_not_available(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.as_deref() == Some(LOCK_NOT_AVAILABLE)
}

/// Checks that a write hit exactly one row.
pub(crate) fn expect_one(hit: u64, table: &'static str) -> StoreResult<()> {
    if hit == 1 {
        return Ok(());
    }
    Err(StoreError::WrongCount {
        table,
        expected: 1,
        hit,
    })
}
