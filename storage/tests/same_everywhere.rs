//! Whatever is done in whatever order, memory, SQLite and PostgreSQL answer alike and end alike.
//!
//! A failing case is printed whole and made as small as proptest can; its seed is kept under `proptest-regressions`.
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

mod same;

use std::sync::Arc;

use muster_core::store::Store;
use muster_core::testing::MemoryStore;
use muster_storage::SqliteStore;
use muster_test_servers::{postgres, scratch};
use proptest::collection::vec;
use proptest::prelude::*;

use same::act::{Act, act, perform};
use same::world::{found, observe};

/// Acts that are committed or rolled back together.
#[derive(Debug, Clone)]
struct Unit {
    acts: Vec<Act>,
    commits: bool,
}

fn unit() -> impl Strategy<Value = Unit> {
    (vec(act(), 1..6), prop::bool::weighted(0.8)).prop_map(|(acts, commits)| Unit { acts, commits })
}

/// What the acts answered, and how everything stood after each unit.
async fn story(store: Arc<dyn Store>, units: &[Unit]) -> Vec<String> {
    found(&*store).await;
    let mut told = Vec::new();
    let mut steps = 1..;
    for Unit { acts, commits } in units {
        let mut unit = store.begin().await.unwrap();
        for act in acts {
            let step = steps.next().unwrap();
            told.push(format!("{act:?} -> {}", perform(&mut *unit, act, step).await));
        }
        if *commits {
            unit.commit().await.unwrap();
        }
        told.push(observe(&*store).await);
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_store_tells_the_same_story(units in vec(unit(), 1..12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (in_memory, on_file, on_server) = runtime.block_on(async {
            let folder = scratch::folder();
            let sqlite = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
            sqlite.migrate().await.unwrap();
            let in_memory = story(Arc::new(MemoryStore::default()), &units).await;
            let (postgres, _database) = postgres::fresh().await;
            let on_file = story(Arc::new(sqlite), &units).await;
            (in_memory, on_file, story(Arc::new(postgres), &units).await)
        });
        prop_assert_eq!(&in_memory, &on_file);
        prop_assert_eq!(in_memory, on_server);
    }
}
