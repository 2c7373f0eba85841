//! Filled databases, each filled once a run and then copied for whoever needs one.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};
use std::time::Instant;

use muster_storage::Database;
use muster_test_servers::postgres::{self, TestDatabase};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::stock::Stock;

/// A kind of database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// A database that is gone when this is dropped.
pub(crate) enum Shelved {
    File(TempDir),
    Server(TestDatabase),
}

impl Shelved {
    /// An empty one.
    fn empty(kind: Kind) -> Self {
        match kind {
            Kind::Sqlite => Self::File(tempfile::tempdir().expect("a folder")),
            Kind::Postgres => Self::Server(postgres::empty()),
        }
    }

    fn copied(&self) -> Self {
        match self {
            Self::File(folder) => {
                let copy = tempfile::tempdir().expect("a folder");
                std::fs::copy(folder.path().join("muster.db"), copy.path().join("muster.db")).expect("a copy");
                Self::File(copy)
            }
            Self::Server(database) => Self::Server(postgres::copy_of(database)),
        }
    }

    /// What opens it.
    pub(crate) fn url(&self) -> String {
        match self {
            Self::File(folder) => format!("sqlite:{}", folder.path().join("muster.db").display()),
            Self::Server(database) => database.url().to_owned(),
        }
    }

    /// How much it takes on the disk.
    fn bytes(&self) -> u64 {
        match self {
            Self::File(folder) => std::fs::metadata(folder.path().join("muster.db"))
                .expect("a file")
                .len(),
            Self::Server(database) => postgres::size_of(database),
        }
    }

    /// A store on it.
    pub(crate) async fn open(&self) -> Database {
        let url = self.url().parse().expect("a database's URL");
        let database = Database::open(&url).await.expect("the database is there");
        database.migrate().await.expect("its tables");
        database
    }
}

/// A copy of a database with that stock, and how many bytes it had when it was filled.
pub(crate) fn take(kind: Kind, stock: Stock) -> Shelved {
    static SHELF: OnceLock<Mutex<HashMap<(Kind, Stock), Shelved>>> = OnceLock::new();
    let mut shelf = SHELF.get_or_init(Mutex::default).lock().expect("the shelf");
    shelf
        .entry((kind, stock))
        .or_insert_with(|| filled(kind, stock))
        .copied()
}

fn filled(kind: Kind, stock: Stock) -> Shelved {
    let begun = Instant::now();
    let shelved = Shelved::empty(kind);
    Runtime::new().expect("a runtime").block_on(async {
        let opened = shelved.open().await;
        stock.fill(opened.store()).await;
        opened.close().await;
    });
    if kind == Kind::Postgres {
        postgres::be_durable();
    }
    let kilobytes = shelved.bytes() / 1024;
    eprintln!(
        "{kind:?} with {stock:?}: {kilobytes} KiB, filled in {:.1?}",
        begun.elapsed()
    );
    shelved
}
