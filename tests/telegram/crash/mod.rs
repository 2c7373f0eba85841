//! The engine's crash matrix on Telegram: the whole binary with a broadcast to many, reminders that fall due and a stream
//! of commands, typed and tapped, in a group and in private, is killed at every named point and at random moments, while
//! connections are cut and answers spoilt, and started again each time. Commands take effect exactly once, copies and
//! reminders are never lost; what is seen again is marked. What Telegram allows is kept, but for a few requests after a kill.
//!
//! - [`town`]: the desk; [`load`]: what people do meanwhile; [`mishaps`]: what goes wrong with the connection
//! - [`matrix`]: the kills; [`count`]: what was lost or doubled

mod count;
mod load;
mod matrix;
mod mishaps;
mod town;

use std::sync::Arc;

use muster_storage::SqliteStore;
use muster_test_servers::bot::Bot;
use muster_test_servers::postgres;
use tokio::runtime::Runtime;

use crate::scene::{bot, bot_on};
use matrix::Matrix;
use muster_test_servers::full;
use town::Town;

/// How large the matrix is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) people: usize,
    pub(crate) reminders: usize,
    /// How often it is killed at every named point.
    pub(crate) rounds: usize,
    /// How many kills at random moments, after those.
    pub(crate) random_kills: usize,
    pub(crate) seed: u64,
}

const SEED: u64 = 20_261_126;

/// What every run plays.
const LARGE: Size = Size {
    people: 200,
    reminders: 80,
    rounds: 1,
    random_kills: 20,
    seed: SEED,
};
const SMALL: Size = Size {
    people: 100,
    reminders: 40,
    random_kills: 8,
    ..LARGE
};
/// What `--full` plays.
const FULL: Size = Size {
    people: 1_000,
    reminders: 200,
    rounds: 3,
    random_kills: 150,
    seed: SEED,
};

fn size(in_every_run: Size) -> Size {
    if full() { FULL } else { in_every_run }
}

fn on_sqlite(size: Size) {
    let town = Town::new(size);
    let bot = bot(&town.api);
    Runtime::new().unwrap().block_on(async {
        let store = SqliteStore::open(bot.folder().join("muster.db")).await.unwrap();
        store.migrate().await.unwrap();
        town.fill(Arc::new(store.clone()), size).await;
        store.close().await;
    });
    let database = format!("sqlite:{}", bot.folder().join("muster.db").display());
    Matrix::new(size, town, vec![bot], &database).play("SQLite");
}

fn on_postgres(size: Size, nodes: usize) {
    let town = Town::new(size);
    let database = Runtime::new().unwrap().block_on(async {
        let (store, database) = postgres::fresh().await;
        town.fill(Arc::new(store.clone()), size).await;
        store.close().await;
        database
    });
    let node = |_| -> Bot { bot_on(&town.api, database.url()).with("MUSTER_LEASE", "2s") };
    let bots: Vec<Bot> = (0..nodes).map(node).collect();
    let name = if nodes > 1 {
        "two nodes on PostgreSQL"
    } else {
        "PostgreSQL"
    };
    Matrix::new(size, town, bots, database.url()).play(name);
}

#[test]
fn one_node_on_sqlite_loses_nothing_and_doubles_nothing_unmarked() {
    on_sqlite(size(LARGE));
}

#[test]
fn one_node_on_postgres_loses_nothing_and_doubles_nothing_unmarked() {
    on_postgres(size(SMALL), 1);
}

/// Under `--full` alone.
#[test]
fn two_nodes_on_postgres_lose_nothing_and_double_nothing_unmarked() {
    if full() {
        on_postgres(FULL, 2);
    }
}

/// The same with other seeds, under `--full` alone.
#[test]
fn other_dice_fall_otherwise() {
    if full() {
        for seed in SEED + 1..SEED + 4 {
            on_sqlite(Size { seed, ..LARGE });
        }
    }
}
