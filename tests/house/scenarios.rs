//! Every transcript under `tests/scenarios` says the same on every store, and with a restart after every line; but for those
//! whose people are on several platforms, which `tests/together` plays.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use muster::console::Console;
use muster_adapter_console::Seat;
use muster_adapter_console::session::MAIN_ROOM;
use muster_adapter_console::transcript;
use muster_core::door::Defaults;
use muster_core::locale::Language;
use muster_core::retention::Retention;
use muster_core::store::Store;
use muster_core::testing::memory::MemoryStore;
use muster_core::time::Zone;
use muster_storage::SqliteStore;
use muster_test_servers::postgres;

use crate::desk;

/// What is not played at a console.
const ON_PLATFORMS: [&str; 2] = ["three-rooms-one-group", "election-weekend"];

fn scenarios() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.retain(|file| {
        !ON_PLATFORMS
            .iter()
            .any(|name| file.file_stem().is_some_and(|stem| stem == *name))
    });
    files.sort();
    assert!(!files.is_empty(), "there are transcripts to play");
    files
}

async fn plays_as_written(file: &Path, store: Arc<dyn Store>) {
    let console = Console {
        store,
        defaults: Defaults {
            zone: Zone::parse("America/New_York").unwrap(),
            language: Language::English,
        },
        retention: Retention::default(),
        seat: Seat {
            name: "you".to_owned(),
            room: MAIN_ROOM.to_owned(),
        },
    };
    let played = console.play(&fs::read_to_string(file).unwrap()).await.unwrap();
    assert!(played.differences.is_empty(), "{}: {played}", file.display());
}

#[tokio::test]
async fn in_memory() {
    for file in scenarios() {
        plays_as_written(&file, Arc::new(MemoryStore::default())).await;
    }
}

#[tokio::test]
async fn on_sqlite() {
    for file in scenarios() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
        store.migrate().await.unwrap();
        plays_as_written(&file, Arc::new(store)).await;
    }
}

#[tokio::test]
async fn on_postgres() {
    for file in scenarios() {
        let (store, _database) = postgres::fresh().await;
        plays_as_written(&file, Arc::new(store)).await;
    }
}

#[test]
fn through_the_binary_on_postgres() {
    for file in scenarios() {
        let database = postgres::empty();
        let desk = desk().with("MUSTER_DATABASE_URL", database.url());
        let output = desk.run(&["console", "--script", file.to_str().unwrap()], "");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn through_the_binary() {
    for file in scenarios() {
        let output = desk().run(&["console", "--script", file.to_str().unwrap()], "");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn a_transcript_that_people_do_not_see_fails_and_says_where() {
    let desk = desk();
    fs::write(desk.path().join("wrong.txt"), "ana> shift list\nThere are 3 shifts.\n").unwrap();
    let output = desk.run(&["console", "--script", "wrong.txt"], "");
    assert!(!output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("line 1: ana> shift list\n-There are 3 shifts.\n+"),
        "{said}"
    );
}

#[test]
fn with_a_restart_after_every_line() {
    for file in scenarios() {
        let acts = transcript::read(&fs::read_to_string(&file).unwrap()).unwrap();
        let name = transcript::first_speaker(&acts).unwrap().to_owned();
        let desk = desk();
        let mut room = MAIN_ROOM.to_owned();
        for act in &acts {
            let seen = desk.seen(&name, &room, &format!("{}\n", act.line()));
            if let Some(difference) = act.difference(&seen) {
                panic!("{}, restarted after every line: {difference}", file.display());
            }
            if let Some(entered) = act.typed.strip_prefix(":room ") {
                entered.clone_into(&mut room);
            }
        }
    }
}
