//! Whatever people type in whatever order, they read the same on memory, SQLite and PostgreSQL, nothing breaks, and what must
//! always hold of a group holds after every step.
//!
//! A failing case is printed as a transcript and made as small as proptest can.
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

mod talk;

use std::sync::Arc;

use muster_core::testing::{MemoryStore, World};
use muster_storage::SqliteStore;
use muster_test_servers::{postgres, scratch};
use proptest::collection::vec;
use proptest::prelude::*;

use talk::invariants::hold;
use talk::step::{PEOPLE, Step};
use talk::turns::turn;

/// What everybody finds there, so that references mean something: roles, teams, shifts, tasks, reminders and polls, some
/// of them repeated or secret.
const BEGINNING: &[(&str, &str)] = &[
    ("ana", "team add North"),
    ("ben", "team join North"),
    ("cleo", "team list"),
    ("dev", "team list"),
    ("eva", "team list"),
    ("fay", "team list"),
    ("ian", "team list"),
    ("ana", "group role ben captain"),
    ("ana", "group role cleo captain team:North"),
    ("ana", "shift add Canvass sat 10am-1pm needs:driver=1,knocker=2"),
    ("ben", "shift add Phone bank sun 2pm-4pm needs:1 cutoff:1d"),
    ("ben", "shift add Night watch dec 20 8pm-10pm needs:2"),
    ("cleo", "task add Print flyers due:fri"),
    ("dev", "remind here every day 8am check the mail"),
    ("eva", "poll new Pizza or tacos? pizza, tacos kind:approval"),
    ("ana", "poll new Red or blue? red, blue until:sun 18:00 secret:yes"),
    ("ana", "shift add Canteen tue 18:30-20:00 repeat:\"every tue\" needs:2"),
    ("ana", "task add Water plants due:fri repeat:\"every fri\""),
    ("ana", "broadcast everyone Meet at the hall ack:yes"),
];

/// The same people on every store.
struct Worlds {
    memory: World,
    sqlite: World,
    postgres: World,
}

impl Worlds {
    /// One step in each; what is read must be the same.
    async fn take(&mut self, step: &Step) -> Result<String, TestCaseError> {
        let in_memory = step.take(&mut self.memory).await;
        let on_file = step.take(&mut self.sqlite).await;
        let on_server = step.take(&mut self.postgres).await;
        prop_assert_eq!(&in_memory, &on_file, "{} reads otherwise on SQLite", step);
        prop_assert_eq!(&in_memory, &on_server, "{} reads otherwise on PostgreSQL", step);
        Ok(in_memory)
    }

    async fn live_through(mut self, steps: Vec<Step>) -> Result<(), TestCaseError> {
        for (name, text) in BEGINNING {
            self.take(&Step::say(name, text)).await?;
        }
        let mut code = String::new();
        let mut transcript = String::new();
        for step in steps {
            let step = step.with_code(&code);
            let read = self.take(&step).await?;
            if let Some(shown) = talk::step::code_in(&read) {
                code = shown;
            }
            transcript = format!("{transcript}{step}\n{read}\n");
            // The others read the same, so what is looked at after each step is looked at where that costs least.
            holds_in(&self.memory, &transcript).await?;
        }
        holds_in(&self.sqlite, &transcript).await?;
        holds_in(&self.postgres, &transcript).await?;
        self.export().await
    }

    /// At the end everything that is kept of everybody, and of the group, is the same, too.
    async fn export(&mut self) -> Result<(), TestCaseError> {
        for name in PEOPLE {
            self.take(&Step::privately(name, "me export")).await?;
            self.take(&Step::privately(name, "group export")).await?;
        }
        Ok(())
    }
}

async fn holds_in(world: &World, transcript: &str) -> Result<(), TestCaseError> {
    hold(&**world.app().store(), world.app().clock().now())
        .await
        .map_err(|broken| TestCaseError::fail(format!("{broken}, after\n{transcript}")))
}

/// Few enough for every day; twenty times as many where the long matrices were asked for (`tests/run --full`).
fn cases() -> u32 {
    if muster_test_servers::full() { 240 } else { 12 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn people_read_the_same_on_every_store(turns in vec(turn(), 10..110)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = scratch::folder();
            let sqlite = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
            sqlite.migrate().await.unwrap();
            let (postgres, _database) = postgres::fresh().await;
            let worlds = Worlds {
                memory: World::on(Arc::new(MemoryStore::default())),
                sqlite: World::on(Arc::new(sqlite)),
                postgres: World::on(Arc::new(postgres)),
            };
            worlds.live_through(turns.concat()).await
        })?;
    }
}
