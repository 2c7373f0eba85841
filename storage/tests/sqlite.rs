//! What is SQLite's own: the file, its lock, its migrations, its queue of writers, and what it forgets.
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use muster_core::ids::{OutboxId, PersonId};
use muster_core::locale::Language;
use muster_core::people::Person;
use muster_core::reply::{Block, Card, Line, Span};
use muster_core::store::{Ended, OutboxKind, OutboxRow, OutboxState, Store, StoreError};
use muster_core::surface::{Address, Author, Content, Inbound, Platform, Standing};
use muster_core::testing::contract::fixtures::{at, id, person, room};
use muster_core::testing::post::lease;
use muster_storage::{MigrationError, OpenError, SqliteStore};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection};
use tempfile::TempDir;

/// What nobody may find in the file afterwards.
const SECRET: &str = "the meeting point behind the old mill";

fn database() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("muster.db");
    (folder, path)
}

async fn open(path: &Path) -> SqliteStore {
    let store = SqliteStore::open(path).await.unwrap();
    store.migrate().await.unwrap();
    store
}

/// Runs a statement on a file that nobody has open.
async fn meddle(path: &Path, statement: &'static str) {
    let mut connection = SqliteConnectOptions::new().filename(path).connect().await.unwrap();
    sqlx::query(statement).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

async fn save(store: &SqliteStore, person: &Person) {
    let mut unit = store.begin().await.unwrap();
    unit.save_person(person).await.unwrap();
    unit.commit().await.unwrap();
}

async fn find(store: &SqliteStore, id: PersonId) -> Result<Option<Person>, StoreError> {
    store.read().await.unwrap().person(id).await
}

#[tokio::test]
async fn what_was_committed_is_there_after_a_restart() {
    let (_folder, path) = database();
    let ana = person(1, "Ana");
    let store = open(&path).await;
    save(&store, &ana).await;
    store.close().await;
    let store = open(&path).await;
    assert_eq!(find(&store, ana.id).await.unwrap(), Some(ana));
}

#[tokio::test]
async fn a_file_serves_one_at_a_time() {
    let (_folder, path) = database();
    let store = open(&path).await;
    let refused = SqliteStore::open(&path).await.unwrap_err();
    assert!(matches!(&refused, OpenError::InUse(named) if *named == path));
    assert!(refused.to_string().contains("in use by another process"), "{refused}");
    store.close().await;
    SqliteStore::open(&path).await.unwrap();
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_named() {
    let (_folder, path) = database();
    let nowhere = path.join("muster.db");
    let refused = SqliteStore::open(&nowhere).await.unwrap_err();
    assert!(refused.to_string().contains("muster.db"), "{refused}");
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    let (_folder, path) = database();
    let store = open(&path).await;
    save(&store, &person(1, "Ana")).await;
    store.migrate().await.unwrap();
    assert!(find(&store, PersonId(id(1))).await.unwrap().is_some());
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    let (_folder, path) = database();
    open(&path).await.close().await;
    meddle(
        &path,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'from the future', TRUE, x'00', 0)",
    )
    .await;
    let store = SqliteStore::open(&path).await.unwrap();
    let refused = store.migrate().await.unwrap_err();
    assert!(matches!(refused, MigrationError::Newer(9999)), "{refused}");
}

#[tokio::test]
async fn a_changed_migration_is_refused() {
    let (_folder, path) = database();
    open(&path).await.close().await;
    meddle(&path, "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 2").await;
    let store = SqliteStore::open(&path).await.unwrap();
    let refused = store.migrate().await.unwrap_err();
    assert!(matches!(refused, MigrationError::Changed(2)), "{refused}");
}

#[tokio::test]
async fn a_corrupt_row_is_named() {
    let (_folder, path) = database();
    let store = open(&path).await;
    save(&store, &person(1, "Ana")).await;
    store.close().await;
    meddle(&path, "UPDATE people SET language = 'klingon'").await;
    let corrupt = find(&open(&path).await, PersonId(id(1))).await.unwrap_err();
    let sentence = corrupt.to_string();
    assert!(
        sentence.contains("people.language") && sentence.contains(&id(1).to_string()),
        "{sentence}"
    );
}

/// Polls a future `times` times, then drops it where it stands.
fn cut_off(future: impl Future, times: usize) -> bool {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..times {
        if future.as_mut().poll(&mut context).is_ready() {
            return true;
        }
        std::thread::yield_now();
    }
    false
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_that_is_cut_off_anywhere_leaves_nothing() {
    let (_folder, path) = database();
    let store = open(&path).await;
    for times in (1..16).cycle().take(60) {
        let writing = async {
            let mut unit = store.begin().await.unwrap();
            for n in 1..9 {
                unit.save_person(&person(n, "Ana")).await.unwrap();
            }
            drop(unit);
        };
        cut_off(writing, times);
        let mut unit = store.begin().await.unwrap();
        for n in 1..9 {
            assert_eq!(unit.person(PersonId(id(n))).await.unwrap(), None, "after {times} polls");
        }
        unit.save_person(&person(100, "Ben")).await.unwrap();
        unit.commit().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_is_cut_off_is_whole_or_nothing() {
    let (_folder, path) = database();
    let store = open(&path).await;
    for round in 0..40_u128 {
        let ids = [id(1000 + round * 2), id(1001 + round * 2)];
        let mut unit = store.begin().await.unwrap();
        for id in ids {
            let half = Person {
                id: PersonId(id),
                ..person(1, "Ana")
            };
            unit.save_person(&half).await.unwrap();
        }
        cut_off(unit.commit(), 1 << (round % 14));
        let mut unit = store.begin().await.unwrap();
        let first = unit.person(PersonId(ids[0])).await.unwrap().is_some();
        let second = unit.person(PersonId(ids[1])).await.unwrap().is_some();
        assert_eq!(first, second);
    }
}

#[tokio::test]
async fn writers_take_their_turns_in_the_order_they_came() {
    let (_folder, path) = database();
    let store = open(&path).await;
    let first = store.begin().await.unwrap();
    let came = std::sync::Mutex::new(Vec::new());
    let writer = |n| {
        let (store, came) = (&store, &came);
        async move {
            let unit = store.begin().await.unwrap();
            came.lock().unwrap().push(n);
            unit.commit().await.unwrap();
        }
    };
    let leaving = async { drop(first) };
    let everyone = async { tokio::join!(writer(1), writer(2), writer(3), writer(4), leaving) };
    tokio::time::timeout(Duration::from_secs(20), everyone).await.unwrap();
    assert_eq!(came.into_inner().unwrap(), [1, 2, 3, 4]);
}

#[tokio::test]
async fn nobody_is_referred_to_who_is_not_there() {
    let (_folder, path) = database();
    let store = open(&path).await;
    let mut unit = store.begin().await.unwrap();
    let stray = muster_core::people::Account {
        platform: Platform::Console,
        account: "ana".to_owned(),
        person: PersonId(id(1)),
        name: "Ana".to_owned(),
        handle: None,
        seen_at: at(0),
    };
    assert!(matches!(unit.save_account(&stray).await, Err(StoreError::Backend(_))));
}

fn secret_event() -> Inbound {
    Inbound {
        event: "1".to_owned(),
        room: room("main"),
        place_name: "Ward 3".to_owned(),
        author: Author::new("ana", "Ana", Standing::Member),
        content: Content::Typed(SECRET.to_owned()),
        on: None,
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: at(0),
    }
}

fn secret_message() -> OutboxRow {
    OutboxRow {
        id: OutboxId(id(1)),
        key: "notice/1".to_owned(),
        kind: OutboxKind::Notice,
        to: Address::Account {
            platform: Platform::Console,
            account: "ana".to_owned(),
        },
        person: None,
        author: None,
        card: Card {
            blocks: vec![Block::Line(Line(vec![Span::User(SECRET.to_owned())]))],
        },
        language: Language::English,
        about: None,
        state: OutboxState::Pending,
        not_before: at(0),
        created_at: at(0),
        owner: None,
        leased_until: None,
        attempts: 0,
        doubtful_since: None,
    }
}

/// How often the secret stands in the files of the database.
fn traces(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
    files
        .map(|bytes| {
            bytes
                .windows(SECRET.len())
                .filter(|window| *window == SECRET.as_bytes())
                .count()
        })
        .sum()
}

/// Accepts the secret event and puts the secret message in the post.
async fn keep_a_secret(store: &SqliteStore) {
    let mut unit = store.begin().await.unwrap();
    unit.receive(&secret_event()).await.unwrap();
    unit.enqueue(&secret_message()).await.unwrap();
    unit.commit().await.unwrap();
}

/// Marks the event done and the message delivered, which blanks both.
async fn blank_the_secret(store: &SqliteStore) {
    let mut unit = store.begin().await.unwrap();
    unit.finish(&secret_event(), Ended::TookEffect, at(1)).await.unwrap();
    lease(&mut *unit, "a", at(1), at(2), 9).await.unwrap();
    let delivered = unit
        .settle_sending(OutboxId(id(1)), "a", OutboxState::Delivered, at(1))
        .await;
    assert!(delivered.unwrap());
    unit.commit().await.unwrap();
}

#[tokio::test]
async fn what_is_done_and_delivered_leaves_no_trace_in_the_file() {
    let (folder, path) = database();
    let store = open(&path).await;
    keep_a_secret(&store).await;
    store.close().await;
    assert_eq!(traces(folder.path()), 2);

    let store = open(&path).await;
    blank_the_secret(&store).await;
    store.close().await;
    assert_eq!(traces(folder.path()), 0);
}

#[tokio::test]
async fn scrubbing_takes_what_was_blanked_off_the_disk_while_the_desk_is_open() {
    let (folder, path) = database();
    let store = open(&path).await;
    keep_a_secret(&store).await;
    assert!(store.scrub().await.unwrap());
    assert_eq!(traces(folder.path()), 2, "in the file");
    blank_the_secret(&store).await;
    assert_ne!(traces(folder.path()), 0, "the write-ahead log is not folded in yet");
    assert!(store.scrub().await.unwrap());
    assert_eq!(traces(folder.path()), 0);
}

#[tokio::test]
async fn scrubbing_says_that_somebody_was_reading() {
    let (folder, path) = database();
    let store = open(&path).await;
    keep_a_secret(&store).await;
    let reader = store.read().await.unwrap();
    blank_the_secret(&store).await;
    assert!(!store.scrub().await.unwrap());
    drop(reader);
    assert!(store.scrub().await.unwrap());
    assert_eq!(traces(folder.path()), 0);
}
