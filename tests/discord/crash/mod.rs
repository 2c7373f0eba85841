//! The engine's crash matrix on Discord: the whole binary with a broadcast to many, reminders that fall due and a stream of
//! slash commands, taps and mentions is killed at every named point and at random moments, while connections are cut and
//! answers spoilt, and started again each time. What was accepted takes effect exactly once and is told; what was not is
//! seen to have failed; nothing is left half done. Copies and reminders are never lost and never seen twice. What Discord
//! allows is kept, but for a few requests after a kill.
//!
//! - [`town`]: the desk; [`load`]: what people do meanwhile; [`mishaps`]: what goes wrong with the connection
//! - [`matrix`]: the kills; [`count`]: what was lost, doubled or half done

mod count;
mod load;
mod matrix;
mod mishaps;
mod town;

use std::sync::Arc;

use muster_storage::SqliteStore;
use muster_test_servers::full;
use muster_test_servers::postgres;
use tokio::runtime::Runtime;

use crate::scene::{bot, bot_on};
use matrix::Matrix;
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
const MODERATE: Size = Size {
    people: 80,
    reminders: 40,
    rounds: 1,
    random_kills: 8,
    seed: SEED,
};
/// What `--full` plays.
const FULL: Size = Size {
    people: 400,
    reminders: 150,
    rounds: 3,
    random_kills: 100,
    seed: SEED,
};

fn on_sqlite(size: Size) {
    let town = Town::new(size);
    let bot = bot(&town.discord);
    let path = bot.folder().join("muster.db");
    Runtime::new().unwrap().block_on(async {
        let store = SqliteStore::open(&path).await.unwrap();
        store.migrate().await.unwrap();
        town.fill(Arc::new(store.clone()), size).await;
        store.close().await;
    });
    let database = format!("sqlite:{}", path.display());
    Matrix::new(size, town, bot, &database).play("SQLite");
}

fn on_postgres(size: Size) {
    let town = Town::new(size);
    let database = Runtime::new().unwrap().block_on(async {
        let (store, database) = postgres::fresh().await;
        town.fill(Arc::new(store.clone()), size).await;
        store.close().await;
        database
    });
    let bot = bot_on(&town.discord, database.url()).with("MUSTER_LEASE", "2s");
    Matrix::new(size, town, bot, database.url()).play("PostgreSQL");
}

#[test]
fn on_sqlite_nothing_is_lost_doubled_or_half_done() {
    on_sqlite(if full() { FULL } else { MODERATE });
}

/// Under `--full` alone.
#[test]
fn on_postgres_nothing_is_lost_doubled_or_half_done() {
    if full() {
        on_postgres(Size { seed: SEED + 1, ..FULL });
    }
}

/// The same with other seeds, under `--full` alone.
#[test]
fn other_dice_fall_otherwise() {
    if full() {
        for seed in SEED + 2..SEED + 5 {
            on_sqlite(Size { seed, ..MODERATE });
        }
    }
}
