//! Every SQL text of a repository is carried out on both databases by the contract suite: none can be added that only one
//! of them takes, and none that looks through a whole table where there may be many rows.
//!
//! The texts are found in the sources and the statements in sqlx's log, so that nothing has to be registered.

#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

mod plans;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use muster_core::store::Store;
use muster_storage::SqliteStore;
use muster_test_servers::postgres::{self, TestDatabase};
use tempfile::TempDir;
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

/// What was carried out since it was last looked at.
#[derive(Clone, Default)]
struct Statements(Arc<Mutex<BTreeSet<String>>>);

impl Statements {
    fn take(&self) -> BTreeSet<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

impl<S: Subscriber> Layer<S> for Statements {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            event.record(&mut self.clone());
        }
    }
}

impl Visit for Statements {
    fn record_str(&mut self, field: &Field, value: &str) {
        // What is short enough stands whole in the summary.
        if ["summary", "db.statement"].contains(&field.name()) {
            self.0.lock().unwrap().insert(one_line(value));
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sources of the repositories: what has a line for PostgreSQL, and what lies beside that in its folder.
fn repositories() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                if let Some(lines) = text.find("!(PostgresUnit").filter(|_| !path.ends_with("lib.rs")) {
                    // The arguments of a macro differ by what they are for.
                    let code = text[..lines]
                        .rsplit_once("!(SqliteUnit")
                        .map_or(&text[..lines], |(code, _)| code);
                    files.push((path, code.to_owned()));
                }
            }
        }
    }
    files
}

/// The texts between double quotes.
fn texts(code: &str) -> Vec<String> {
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.to_owned() + "\n")
        .collect();
    let texts = code.split('"').skip(1).step_by(2);
    texts.map(|text| one_line(&text.replace("\\\n", " "))).collect()
}

fn is_sql(text: &str) -> bool {
    [
        "SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WHERE ", "FROM ", " AND ", "ORDER BY", " IS ",
    ]
    .iter()
    .any(|word| format!("{text} ").contains(word))
}

fn all_were_carried_out(database: &str, carried_out: &BTreeSet<String>) {
    let (mut known, mut missing) = (0, Vec::new());
    for (path, code) in repositories() {
        for sql in texts(&code).into_iter().filter(|text| is_sql(text)) {
            known += 1;
            if !carried_out.iter().any(|statement| statement.contains(&sql)) {
                missing.push(format!("{}: {sql}", path.display()));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{database} never carried these out: give the contract suite a behaviour that needs them: {missing:#?}"
    );
    assert!(known > 100, "the sources hold more than {known} texts");
}

async fn on_sqlite() -> (Arc<dyn Store>, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    (Arc::new(store), folder)
}

async fn on_postgres() -> (Arc<dyn Store>, TestDatabase) {
    let (store, database) = postgres::fresh().await;
    (Arc::new(store), database)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sql_text_is_carried_out_on_both_databases() {
    let statements = Statements::default();
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(statements.clone())).unwrap();
    muster_core::store_contract!(every on_sqlite);
    let on_sqlite = statements.take();
    muster_core::store_contract!(every on_postgres);
    let on_postgres = statements.take();

    all_were_carried_out("SQLite", &on_sqlite);
    all_were_carried_out("PostgreSQL", &on_postgres);
    plans::none_looks_through_a_table("SQLite", plans::sqlite(&on_sqlite).await);
    plans::none_looks_through_a_table("PostgreSQL", plans::postgres(&on_postgres).await);
}
