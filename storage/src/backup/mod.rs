//! Backups: a file with the whole desk as it stood at one instant, made while it goes on, and a desk made of one.
//!
//! - [`back_up_sqlite`], [`restore_sqlite`]: from and to an SQLite file
//! - [`back_up_postgres`], [`restore_postgres`]: from and to a PostgreSQL database
//! - `file`: a file that is only kept once it is whole; `copying`: from one database's tables to the other's
//!
//! A backup is itself an SQLite database of the schema that it was taken from, whatever the desk stands on, so that it
//! can be looked into with any SQLite tool and restored elsewhere.

mod copying;
mod file;
mod postgres;

use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;

use crate::failure::{MigrationError, OpenError};
use crate::sqlite::{self, FileLock};
use file::{Draft, open};

pub use postgres::{back_up_postgres, restore_postgres};

/// Why there is no backup, or no desk made of one. Nothing is left half done.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is nothing to read.
    #[error("{0} is not there")]
    Missing(PathBuf),
    /// There is something already, and it is never written over.
    #[error("{0} is there already: name another file, or move this one away")]
    Exists(PathBuf),
    /// The database already holds something, and a restore never mixes two desks.
    #[error("the database is not empty: there is something in its table {0}")]
    NotEmpty(String),
    /// The database has the tables of another version.
    #[error("the database has schema {found} and this muster knows {known}: type muster migrate first")]
    OtherSchema {
        /// Its schema.
        found: i64,
        /// That of this program.
        known: i64,
    },
    /// A column that cannot be copied.
    #[error("column {column} of table {table} is of the unknown type {data_type}")]
    UnknownType {
        /// Its table.
        table: String,
        /// The column.
        column: String,
        /// Its type.
        data_type: String,
    },
    /// The file is no database of this program, or a damaged one.
    #[error("{path} is no whole muster database: {trouble}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        trouble: String,
    },
    /// The file cannot be read or written.
    #[error("{path} cannot be read or written")]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The database cannot be opened, or is in use.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It cannot be brought to this version's schema.
    #[error(transparent)]
    Migration(#[from] MigrationError),
    /// The database failed on the way.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

/// What is in a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// The newest migration of its schema.
    pub schema: i64,
    /// How many groups there are.
    pub groups: i64,
    /// How many people have an account.
    pub people: i64,
    /// How many messages were on their way. The platforms may have them by now, so they may come twice.
    pub unsent: i64,
}

/// Writes what the SQLite file `database` holds at this instant to the new file `to`; whoever has it open goes on.
pub async fn back_up_sqlite(database: &Path, to: &Path) -> Result<Contents, BackupError> {
    let draft = Draft::for_file(to)?;
    let mut source = open(database).await?;
    sqlx::query("VACUUM INTO $1")
        .bind(draft.path_text()?)
        .execute(&mut source)
        .await?;
    let contents = inspect(draft.path(), to).await?;
    draft.keep()?;
    Ok(contents)
}

/// Makes the SQLite file `database`, which must not be there, of the backup `from`, and brings it to this version's
/// schema. The backup stays as it is.
pub async fn restore_sqlite(from: &Path, database: &Path) -> Result<Contents, BackupError> {
    let _lock = FileLock::beside(database)?;
    for leftover in [
        database.to_owned(),
        beside(database, "-wal"),
        beside(database, "-journal"),
    ] {
        if leftover.exists() {
            return Err(BackupError::Exists(leftover));
        }
    }
    let draft = Draft::for_file(database)?;
    inspect(from, from).await?;
    draft.fill_from(from)?;
    sqlite::migrate_file(draft.path()).await?;
    let contents = inspect(draft.path(), from).await?;
    draft.keep()?;
    Ok(contents)
}

/// A file that SQLite keeps beside a database.
fn beside(database: &Path, suffix: &str) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

/// Checks a database file, which errors call `name`, from end to end, and counts what is in it.
async fn inspect(path: &Path, name: &Path) -> Result<Contents, BackupError> {
    let mut file = open(path).await?;
    let damaged = |trouble: String| BackupError::Damaged {
        path: name.to_owned(),
        trouble,
    };
    let unreadable = |error: sqlx::Error| damaged(error.to_string());
    let verdict: String = sqlx::query_scalar("PRAGMA integrity_check(1)")
        .fetch_one(&mut file)
        .await
        .map_err(unreadable)?;
    if verdict != "ok" {
        return Err(damaged(verdict));
    }
    let orphan = sqlx::query("PRAGMA foreign_key_check")
        .fetch_optional(&mut file)
        .await
        .map_err(unreadable)?;
    if orphan.is_some() {
        return Err(damaged("a row refers to one that is not there".to_owned()));
    }
    count(&mut file).await.map_err(unreadable)
}

async fn count(file: &mut SqliteConnection) -> Result<Contents, sqlx::Error> {
    let (schema, groups, people, unsent) = sqlx::query_as(
        "SELECT (SELECT max(version) FROM _sqlx_migrations),
             (SELECT count(*) FROM groups),
             (SELECT count(DISTINCT person_id) FROM accounts),
             (SELECT count(*) FROM outbox WHERE settled_at IS NULL)",
    )
    .fetch_one(file)
    .await?;
    Ok(Contents {
        schema,
        groups,
        people,
        unsent,
    })
}
