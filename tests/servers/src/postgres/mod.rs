//! A PostgreSQL of our own, and a database on it for each test.
//!
//! `tests/run` starts one server for the whole run and tells it in `MUSTER_TEST_POSTGRES_URL`. Without that, each test
//! process starts one when its first test asks. Where PostgreSQL is not installed the tests fail and say what to do.

mod server;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use muster_storage::PostgresStore;
use tokio::sync::OnceCell;

pub use server::Server;

/// Where the server is that `tests/run` started: a URL that ends in the name of a database to connect to first.
const VARIABLE: &str = "MUSTER_TEST_POSTGRES_URL";

/// A database of a test's own. Dropped means gone.
#[derive(Debug)]
pub struct TestDatabase {
    name: String,
    url: String,
}

impl TestDatabase {
    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        server().tell(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

/// The server of this run.
#[expect(
    clippy::disallowed_methods,
    reason = "how tests/run tells the tests; the bot itself reads no such variable"
)]
fn server() -> &'static Server {
    static SERVER: OnceLock<Server> = OnceLock::new();
    SERVER.get_or_init(|| std::env::var(VARIABLE).map_or_else(|_| Server::start(), Server::at))
}

/// A database without any tables.
pub fn empty() -> TestDatabase {
    made_from("template0")
}

/// A database with every table and nothing in them.
pub async fn migrated() -> TestDatabase {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    let template = TEMPLATE.get_or_init(async || {
        let template = empty();
        let store = open(&template).await;
        store.migrate().await.expect("the database is migrated");
        store.close().await;
        let name = template.name.clone();
        // It serves until the server ends.
        std::mem::forget(template);
        name
    });
    made_from(template.await)
}

/// A store on a migrated database, which goes when what comes beside it is dropped.
pub async fn fresh() -> (PostgresStore, TestDatabase) {
    let database = migrated().await;
    (open(&database).await, database)
}

/// A store on that database, which is not migrated by this.
pub async fn open(database: &TestDatabase) -> PostgresStore {
    PostgresStore::open(database.url())
        .await
        .expect("the database is there")
}

/// A copy of a database that nobody has open.
pub fn copy_of(database: &TestDatabase) -> TestDatabase {
    made_from(&database.name)
}

/// How many bytes a database takes on the disk.
pub fn size_of(database: &TestDatabase) -> u64 {
    let size = server().asked(&format!("SELECT pg_database_size('{}')", database.name));
    size.parse().expect("a number of bytes")
}

/// Everything that is in a database, as an operator's dump has it.
pub fn dump_of(database: &TestDatabase) -> Vec<u8> {
    server().dumped(&database.url)
}

/// From here on the server keeps what it says it keeps, as an operator's does: for whoever measures it.
pub fn be_durable() {
    for setting in ["fsync", "synchronous_commit", "full_page_writes"] {
        server().tell(&format!("ALTER SYSTEM SET {setting} = on"));
    }
    server().tell("SELECT pg_reload_conf()");
}

fn made_from(template: &str) -> TestDatabase {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let name = format!("test_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    server().tell(&format!("CREATE DATABASE {name} TEMPLATE {template}"));
    let url = server().url_of(&name);
    TestDatabase { name, url }
}
