//! Both databases have the same tables, columns, keys and indexes once they are migrated.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

use std::collections::BTreeSet;

use muster_storage::SqliteStore;
use muster_test_servers::postgres;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection, query_as};

/// What each type of a column is called here: SQLite's, then those of PostgreSQL that stand for it.
const TYPES: [(&str, &[&str]); 3] = [
    ("BLOB", &["uuid", "bytea"]),
    ("INTEGER", &["bigint", "boolean"]),
    ("TEXT", &["text"]),
];

/// sqlx keeps its own book there, with other types on each database.
const NOT_OURS: &str = "_sqlx_migrations";

/// One line a fact, the same words for both databases.
type Schema = BTreeSet<String>;

async fn of_sqlite() -> Schema {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("muster.db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let mut connection = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let statements = [
        "SELECT t.name, 'column ' || c.name || ' ' || c.type || CASE c.\"notnull\" WHEN 0 THEN '' ELSE ' NOT NULL' END
         FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'",
        "SELECT t.name, 'primary key ' || (SELECT group_concat(name, ', ') FROM
             (SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk))
         FROM sqlite_schema AS t WHERE t.type = 'table'
             AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)",
        "SELECT t.name, CASE i.origin WHEN 'u' THEN 'unique' ELSE CASE i.\"unique\" WHEN 1 THEN 'unique ' ELSE '' END ||
                 'index ' || i.name END || ' (' || (SELECT group_concat(name, ', ') FROM
                 (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')' ||
                 CASE i.partial WHEN 1 THEN ' of some' ELSE '' END
         FROM sqlite_schema AS t JOIN pragma_index_list(t.name) AS i WHERE t.type = 'table' AND i.origin <> 'pk'",
        "SELECT t.name, 'reference (' || (SELECT group_concat(\"from\", ', ') FROM
                 (SELECT \"from\" FROM pragma_foreign_key_list(t.name) WHERE id = f.id ORDER BY seq)) || ') to ' ||
                 f.\"table\" || ' (' || (SELECT group_concat(\"to\", ', ') FROM
                 (SELECT \"to\" FROM pragma_foreign_key_list(t.name) WHERE id = f.id ORDER BY seq)) || ') ' || f.on_delete
         FROM sqlite_schema AS t JOIN pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table' AND f.seq = 0",
    ];
    let mut schema = Schema::new();
    for statement in statements {
        let facts: Vec<(String, String)> = query_as(statement).fetch_all(&mut connection).await.unwrap();
        schema.extend(facts.into_iter().filter_map(|(table, fact)| ours(&table, &fact)));
    }
    schema
}

async fn of_postgres() -> Schema {
    let database = postgres::migrated().await;
    let mut connection = PgConnection::connect(database.url()).await.unwrap();
    let statements = [
        "SELECT table_name::text, 'column ' || column_name || ' ' || data_type ||
             CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
         FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT c.conrelid::regclass::text, CASE c.contype WHEN 'p' THEN 'primary key ' ELSE 'unique (' END ||
             (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY AS k(attnum, n)
                  JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.attnum) ||
             CASE c.contype WHEN 'p' THEN '' ELSE ')' END
         FROM pg_constraint AS c WHERE c.contype IN ('p', 'u') AND c.connamespace = 'public'::regnamespace",
        "SELECT i.indrelid::regclass::text, CASE WHEN i.indisunique THEN 'unique ' ELSE '' END || 'index ' ||
             i.indexrelid::regclass::text || ' (' ||
             (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ', ' ORDER BY k)
                  FROM generate_series(1, i.indnkeyatts) AS k) || ')' ||
             CASE WHEN i.indpred IS NULL THEN '' ELSE ' of some' END
         FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid
         WHERE t.relnamespace = 'public'::regnamespace
             AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))",
        "SELECT c.conrelid::regclass::text, 'reference (' ||
             (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY AS k(attnum, n)
                  JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = k.attnum) || ') to ' ||
             c.confrelid::regclass::text || ' (' ||
             (SELECT string_agg(a.attname, ', ' ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY AS k(attnum, n)
                  JOIN pg_attribute AS a ON a.attrelid = c.confrelid AND a.attnum = k.attnum) || ') ' ||
             CASE c.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'c' THEN 'CASCADE' ELSE 'ON DELETE ' || c.confdeltype::text END
         FROM pg_constraint AS c WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace",
    ];
    let mut schema = Schema::new();
    for statement in statements {
        let facts: Vec<(String, String)> = query_as(statement).fetch_all(&mut connection).await.unwrap();
        let facts = facts.into_iter().filter(|(table, _)| table != NOT_OURS);
        schema.extend(facts.filter_map(|(table, fact)| ours(&table, &in_words_of_sqlite(fact))));
    }
    schema
}

fn ours(table: &str, fact: &str) -> Option<String> {
    let ours = table != NOT_OURS && !table.starts_with("sqlite_");
    ours.then(|| format!("{table}: {fact}"))
}

/// A column's fact with the type that it has on SQLite.
fn in_words_of_sqlite(fact: String) -> String {
    let Some(column) = fact.strip_prefix("column ") else {
        return fact;
    };
    let mut words: Vec<&str> = column.split(' ').collect();
    let known = TYPES.iter().find(|(_, theirs)| theirs.contains(&words[1]));
    words[1] = known
        .unwrap_or_else(|| panic!("{fact}: a type that SQLite has no match for"))
        .0;
    format!("column {}", words.join(" "))
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let (sqlite, postgres) = (of_sqlite().await, of_postgres().await);
    let only_sqlite: Vec<_> = sqlite.difference(&postgres).collect();
    let only_postgres: Vec<_> = postgres.difference(&sqlite).collect();
    assert!(
        only_sqlite.is_empty() && only_postgres.is_empty(),
        "only SQLite has {only_sqlite:#?}, only PostgreSQL has {only_postgres:#?}"
    );
    for known in [
        "people: column id BLOB NOT NULL",
        "shifts: primary key group_id, id",
        "shifts: unique (group_id, number)",
        "ballots: reference (group_id, poll_id) to polls (group_id, id) NO ACTION",
        "agenda: unique index agenda_of_all (group_id, subject_id, kind, act, at) of some",
    ] {
        assert!(sqlite.contains(known), "{known} is not among {sqlite:#?}");
    }
}

#[test]
fn both_have_the_same_migrations() {
    let names = |folder: &str| -> BTreeSet<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../migrations")
            .join(folder);
        let files = std::fs::read_dir(folder).unwrap();
        files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
