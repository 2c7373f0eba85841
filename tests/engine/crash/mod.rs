//! The crash matrix: the whole binary with a broadcast to many, reminders that are due and a stream of commands is killed
//! at every named point and at random moments, and started again each time. Nothing is lost. Nothing is seen twice where
//! the platform knows a message again by its key; where it does not, what is seen again is marked.
//!
//! - `square`: the desk; `load`: what people do meanwhile; `matrix`: the kills; `count`: what was lost or doubled

mod count;
mod load;
mod matrix;
mod square;

use muster_storage::SqliteStore;
use muster_test_servers::crowd::member;
use muster_test_servers::platform::TestPlatform;
use muster_test_servers::postgres::{self, TestDatabase};
use muster_test_servers::profile::Profile;

use crate::bot;
use matrix::Matrix;
use muster_test_servers::full;
use square::fill;

/// How large the matrix is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) people: usize,
    pub(crate) reminders: usize,
    /// How many kills at random moments, after one at every named point.
    pub(crate) random_kills: usize,
    pub(crate) seed: u64,
}

/// What every run plays, and what `--full` does.
fn size(in_every_run: usize) -> Size {
    let (people, random_kills) = if full() { (10_000, 200) } else { (2_000, in_every_run) };
    Size {
        people,
        reminders: 200,
        random_kills,
        seed: 20_261_126,
    }
}

/// A platform on which everybody has a private chat with the bot.
fn platform(profile: Profile, size: Size) -> TestPlatform {
    let platform = TestPlatform::start(profile);
    platform.administrator("ana");
    platform.start_private("ana");
    for n in 0..size.people {
        platform.start_private(&member(n));
    }
    platform
}

fn on_sqlite(profile: Profile) {
    let size = size(20);
    let platform = platform(profile, size);
    let bot = bot::on_sqlite(&[&platform]);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open(bot.folder().join("muster.db")).await.unwrap();
        store.migrate().await.unwrap();
        fill(std::sync::Arc::new(store.clone()), profile.platform(), size).await;
        store.close().await;
    });
    let database = format!("sqlite:{}", bot.folder().join("muster.db").display());
    Matrix::new(profile, size, platform, vec![bot], &database).play("SQLite");
}

fn database_of(runtime: &tokio::runtime::Runtime, profile: Profile, size: Size) -> TestDatabase {
    runtime.block_on(async {
        let (store, database) = postgres::fresh().await;
        fill(std::sync::Arc::new(store.clone()), profile.platform(), size).await;
        store.close().await;
        database
    })
}

fn on_postgres(profile: Profile, nodes: usize) {
    let size = size(8);
    let platform = platform(profile, size);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = database_of(&runtime, profile, size);
    let bots = (0..nodes)
        .map(|_| bot::on_database(&[&platform], database.url()).with("MUSTER_LEASE", "2s"))
        .collect();
    let name = if nodes > 1 {
        "two nodes on PostgreSQL"
    } else {
        "PostgreSQL"
    };
    Matrix::new(profile, size, platform, bots, database.url()).play(name);
}

#[test]
fn with_a_deadline_on_sqlite() {
    on_sqlite(Profile::Deadline);
}

#[test]
fn without_keys_on_sqlite() {
    on_sqlite(Profile::NoIdempotency);
}

#[test]
fn with_transaction_ids_on_sqlite() {
    on_sqlite(Profile::TransactionIds);
}

#[test]
fn with_a_deadline_on_postgres() {
    on_postgres(Profile::Deadline, 1);
}

#[test]
fn without_keys_on_postgres() {
    on_postgres(Profile::NoIdempotency, 1);
}

#[test]
fn with_transaction_ids_on_postgres() {
    on_postgres(Profile::TransactionIds, 1);
}

#[test]
fn without_keys_on_two_nodes() {
    on_postgres(Profile::NoIdempotency, 2);
}

#[test]
fn with_transaction_ids_on_two_nodes() {
    on_postgres(Profile::TransactionIds, 2);
}
