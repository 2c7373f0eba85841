//! The privacy map has a line for every column that a migrated database has, and no other line.

use std::collections::BTreeSet;

use muster_core::privacy::{self, Care};
use muster_storage::SqliteStore;
use muster_test_servers::postgres;
use sqlx::Connection as _;

/// A table and one of its columns.
type Column = (String, String);

fn mapped() -> BTreeSet<Column> {
    let columns = privacy::tables().flat_map(|table| {
        let named = |column: &privacy::Column| (table.name.to_owned(), column.name.to_owned());
        table.columns.iter().map(named)
    });
    let all: Vec<Column> = columns.collect();
    let once: BTreeSet<Column> = all.iter().cloned().collect();
    assert_eq!(all.len(), once.len(), "a column has two lines in the privacy map");
    once
}

/// Holds the map against the columns that a database has.
fn holds(database: &str, columns: &[Column]) {
    let columns: BTreeSet<Column> = columns
        .iter()
        .filter(|(table, _)| table != "_sqlx_migrations")
        .cloned()
        .collect();
    let mapped = mapped();
    let missing: Vec<_> = columns.difference(&mapped).collect();
    let idle: Vec<_> = mapped.difference(&columns).collect();
    assert!(
        missing.is_empty(),
        "{database} has columns without a line in the privacy map: {missing:?}. Add each to its table in \
         bot-core/src/privacy/map/: personal(name, what export does, what forget does) if it refers to a person or \
         holds what somebody typed, else impersonal(name, why not); let export/person/ show it and `me forget` take \
         it; then refresh docs/privacy.md"
    );
    assert!(
        idle.is_empty(),
        "the privacy map has lines for columns that {database} does not have: {idle:?}. Take them out of \
         bot-core/src/privacy/map/"
    );
}

#[tokio::test]
async fn every_column_on_sqlite_has_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("muster.db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let url = format!("sqlite://{}", path.display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let columns: Vec<Column> = sqlx::query_as(
        "SELECT tables.name, columns.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
         WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    holds("SQLite", &columns);
}

#[tokio::test]
async fn every_column_on_postgresql_has_its_line() {
    let database = postgres::migrated().await;
    let mut connection = sqlx::PgConnection::connect(database.url()).await.unwrap();
    let columns: Vec<Column> = sqlx::query_as(
        "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = 'public'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    holds("PostgreSQL", &columns);
}

#[test]
fn a_column_that_refers_to_a_person_is_never_called_impersonal() {
    for table in privacy::tables() {
        for column in table.columns {
            let refers = [
                "person_id",
                "account",
                "author",
                "creator_id",
                "owner_id",
                "done_by",
                "host_id",
            ];
            let impersonal = matches!(column.care, Care::Impersonal(_));
            assert!(
                !(impersonal && refers.contains(&column.name)),
                "{}.{} refers to a person",
                table.name,
                column.name
            );
        }
    }
}
