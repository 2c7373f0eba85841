//! The database that an operator configured, whichever it is.

mod url;

use std::sync::Arc;

use muster_core::store::Store;

use crate::failure::{MigrationError, OpenError};
use crate::postgres::{PostgresStore, SeatLock};
use crate::sqlite::SqliteStore;

pub use url::{DatabaseUrl, PostgresUrl, UrlError};

/// An open database.
#[derive(Debug, Clone)]
pub enum Database {
    /// On a file that this process has for itself.
    Sqlite(SqliteStore),
    /// On a server that other processes may use as well.
    Postgres(Box<PostgresStore>),
}

impl Database {
    /// Opens it. Does not migrate it.
    pub async fn open(url: &DatabaseUrl) -> Result<Self, OpenError> {
        Ok(match url {
            DatabaseUrl::Sqlite(path) => Self::Sqlite(SqliteStore::open(path).await?),
            DatabaseUrl::Postgres(url) => Self::Postgres(Box::new(PostgresStore::open(url.with_password()).await?)),
        })
    }

    /// Brings the tables up to date. A database that is newer than this program is left as it is.
    pub async fn migrate(&self) -> Result<(), MigrationError> {
        match self {
            Self::Sqlite(store) => store.migrate().await,
            Self::Postgres(store) => store.migrate().await,
        }
    }

    /// The number of the newest migration that this program knows, the same on both.
    pub fn newest_schema() -> i64 {
        SqliteStore::newest_schema()
    }

    /// Keeps every other console from it. A file that is open is kept already.
    pub async fn take_seat(&self) -> Result<ConsoleSeat, OpenError> {
        Ok(ConsoleSeat(match self {
            Self::Sqlite(_) => None,
            Self::Postgres(store) => Some(store.take_seat().await?),
        }))
    }

    /// The store on it.
    pub fn store(&self) -> Arc<dyn Store> {
        match self {
            Self::Sqlite(store) => Arc::new(store.clone()),
            Self::Postgres(store) => Arc::new(PostgresStore::clone(store)),
        }
    }

    /// Waits for the units of work under way and closes it.
    pub async fn close(self) {
        match self {
            Self::Sqlite(store) => store.close().await,
            Self::Postgres(store) => store.close().await,
        }
    }
}

/// The one console's place at a database, from [`Database::take_seat`] until it is left, or until the process ends.
#[derive(Debug)]
pub struct ConsoleSeat(Option<SeatLock>);

impl ConsoleSeat {
    /// Lets another console sit down.
    pub async fn leave(self) {
        if let Some(lock) = self.0 {
            lock.release().await;
        }
    }
}
