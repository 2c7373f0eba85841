//! A desk on PostgreSQL goes into a file and comes out of it again, on either database, with nothing lost or changed.
//! (The drill with the binary, on SQLite, is in the house suite.)
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

use std::path::Path;
use std::sync::Arc;

use muster_core::reply::plain;
use muster_core::store::Store;
use muster_core::surface::Content;
use muster_core::testing::World;
use muster_core::testing::world::answered;
use muster_storage::SqliteStore;
use muster_storage::backup::{self, BackupError};
use muster_test_servers::postgres;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Row, SqliteConnection, ValueRef, query, query_scalar};

/// Something in most tables, of every type of column.
const TYPED: &[(&str, &str)] = &[
    ("ana", "team add North"),
    ("ben", "team join North"),
    ("ana", "group role ben captain team:North"),
    (
        "ana",
        "shift add Canvass sat 10am-1pm needs:driver=1,knocker=2 at:\"Main Library\" cutoff:3h",
    ),
    ("ben", "shift claim S1 driver"),
    ("cleo", "shift claim S1 driver"),
    ("ben", "shift claim S1 knocker guest:\"Tía Núñez\""),
    ("cleo", "task add Print flyers due:fri"),
    ("dev", "remind here every day 8am check the mail"),
    ("dev", "remind me fri 9am ask for the key"),
    ("ana", "poll new Pizza or tacos? pizza, tacos kind:approval"),
    ("ben", "poll vote P1 pizza, tacos"),
    ("ben", "me link"),
];

async fn lived_in(store: Arc<dyn Store>) {
    let mut world = World::on(store);
    for (name, typed) in TYPED {
        world.say(name, typed).await;
    }
}

/// Every row of every table of a file, in an order that does not hang on who wrote it.
async fn rows(file: &Path) -> Vec<String> {
    let mut connection: SqliteConnection = SqliteConnectOptions::new().filename(file).connect().await.unwrap();
    let tables: Vec<String> = query_scalar("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name <> 'sqlite_sequence'")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    let mut rows = Vec::new();
    for table in tables {
        let select = format!("SELECT * FROM {table}");
        for row in query(AssertSqlSafe(select)).fetch_all(&mut connection).await.unwrap() {
            let values = (0..row.len()).map(|column| {
                let value = row.try_get_raw(column).unwrap();
                let is_null = value.is_null();
                let bytes: Vec<u8> = row.try_get_unchecked(column).unwrap_or_default();
                format!("{is_null} {bytes:?}")
            });
            rows.push(format!("{table}: {}", values.collect::<Vec<_>>().join(", ")));
        }
    }
    rows.sort();
    rows
}

#[tokio::test]
async fn what_was_on_postgresql_is_all_in_the_file_and_all_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let [first, second] = ["first.db", "second.db"].map(|name| folder.path().join(name));
    let (store, database) = postgres::fresh().await;
    lived_in(Arc::new(store)).await;
    let contents = backup::back_up_postgres(database.url(), &first).await.unwrap();
    assert_eq!((contents.groups, contents.people), (1, 4));

    let elsewhere = postgres::empty();
    let restored = backup::restore_postgres(&first, elsewhere.url()).await.unwrap();
    assert_eq!(restored, contents);
    backup::back_up_postgres(elsewhere.url(), &second).await.unwrap();
    assert_eq!(rows(&first).await, rows(&second).await);
}

#[tokio::test]
async fn the_same_conversation_leaves_the_same_file_on_both_databases() {
    let folder = tempfile::tempdir().unwrap();
    let [lived, from_sqlite, from_postgres] =
        ["lived.db", "sqlite.db", "postgres.db"].map(|name| folder.path().join(name));
    let sqlite = SqliteStore::open(&lived).await.unwrap();
    sqlite.migrate().await.unwrap();
    lived_in(Arc::new(sqlite)).await;
    let (store, database) = postgres::fresh().await;
    lived_in(Arc::new(store)).await;
    backup::back_up_sqlite(&lived, &from_sqlite).await.unwrap();
    backup::back_up_postgres(database.url(), &from_postgres).await.unwrap();
    assert_eq!(rows(&from_sqlite).await, rows(&from_postgres).await);
}

#[tokio::test]
async fn a_desk_moves_from_sqlite_to_postgresql_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let [lived, file] = ["lived.db", "backup.db"].map(|name| folder.path().join(name));
    let sqlite = SqliteStore::open(&lived).await.unwrap();
    sqlite.migrate().await.unwrap();
    lived_in(Arc::new(sqlite)).await;
    backup::back_up_sqlite(&lived, &file).await.unwrap();
    let database = postgres::empty();
    backup::restore_postgres(&file, database.url()).await.unwrap();

    let mut world = World::on(Arc::new(postgres::open(&database).await));
    world.at("2026-12-01 10:00");
    let mut typed = world.inbound(
        "ben",
        "main".to_owned(),
        false,
        Content::Typed("shift drop S1".to_owned()),
    );
    "after the move".clone_into(&mut typed.event);
    let seen = plain::render(&answered(world.app(), &typed).await.card);
    assert!(seen.contains("cleo moves up from the waiting list"), "{seen}");
}

#[tokio::test]
async fn two_desks_are_never_mixed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup.db");
    let (store, database) = postgres::fresh().await;
    lived_in(Arc::new(store)).await;
    backup::back_up_postgres(database.url(), &file).await.unwrap();
    let refused = backup::restore_postgres(&file, database.url()).await.unwrap_err();
    assert!(matches!(refused, BackupError::NotEmpty(_)), "{refused}");
    let again = backup::back_up_postgres(database.url(), &file).await.unwrap_err();
    assert!(matches!(again, BackupError::Exists(_)), "{again}");
}

#[tokio::test]
async fn tables_of_another_version_are_not_copied() {
    let folder = tempfile::tempdir().unwrap();
    let database = postgres::empty();
    let refused = backup::back_up_postgres(database.url(), &folder.path().join("backup.db")).await;
    assert!(refused.is_err());
    assert_eq!(folder.path().read_dir().unwrap().count(), 0, "no half a backup is left");
}
