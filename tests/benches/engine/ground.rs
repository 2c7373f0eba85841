//! A database of its own for each measurement.

use std::sync::Once;
use std::time::Duration;

use muster_storage::Database;
use muster_test_servers::postgres::{self, TestDatabase};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::desk::Desk;

/// A kind of database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// A database, and a folder for whoever works on it. Dropped means gone.
pub(crate) struct Ground {
    folder: TempDir,
    server: Option<TestDatabase>,
    /// How long a platform stays a dead node's, where it is not what it is for everybody.
    pub(crate) lease: Option<Duration>,
}

impl Ground {
    /// An empty one, without tables, on a disk that keeps what it says it keeps.
    pub(crate) fn empty(kind: Kind) -> Self {
        static DURABLE: Once = Once::new();
        let server = (kind == Kind::Postgres).then(postgres::empty);
        if server.is_some() {
            DURABLE.call_once(postgres::be_durable);
        }
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            server,
            lease: None,
        }
    }

    /// The same with a lease of that length.
    pub(crate) fn with_lease(self, lease: Duration) -> Self {
        Self {
            lease: Some(lease),
            ..self
        }
    }

    /// One with a desk on it that is filled like that.
    pub(crate) fn with(kind: Kind, fill: impl AsyncFnOnce(&Desk)) -> Self {
        let ground = Self::empty(kind);
        Runtime::new().expect("a runtime").block_on(async {
            let database = Database::open(&ground.url().parse().expect("a URL")).await;
            let database = database.expect("the database is there");
            database.migrate().await.expect("its tables");
            fill(&Desk::found(database.store()).await).await;
            database.close().await;
        });
        ground
    }

    /// What opens it.
    pub(crate) fn url(&self) -> String {
        match &self.server {
            Some(database) => database.url().to_owned(),
            None => format!("sqlite:{}", self.folder.path().join("muster.db").display()),
        }
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}
