//! How each database would carry out a statement: by an index, or by looking through a whole table.
//!
//! PostgreSQL is told to do that only where no index serves, so that the tables may be empty. SQLite's plan does not depend
//! on how many rows there are, since nothing is analyzed.

use std::collections::BTreeSet;

use muster_storage::SqliteStore;
use muster_test_servers::{postgres, scratch};
use serde_json::Value;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, Connection as _, Executor as _};

/// A statement, and the tables that it looks through from end to end.
type Plan = (String, BTreeSet<String>);

/// What may be looked through: tables of a row or two, and those of what ends within minutes.
const SMALL: &[&str] = &[
    "instance",
    "leases",    // a row a platform
    "keystores", // the same
    "scrubs",
    "link_codes",
    "wrong_codes",
    "undo",
    "sqlite_schema",
    "_sqlx_migrations",
    "free",         // what a node takes of the outbox, chosen by an index
    "some_of_them", // no more copies of a broadcast than are asked for, chosen by an index
];

/// What is wanted whole, or once a start.
const WHOLE: &[&str] = &[
    "SELECT * FROM groups ORDER BY founded_at, id",
    "SELECT account FROM accounts WHERE platform <> $1 LIMIT 1",
];

pub(crate) fn none_looks_through_a_table(database: &str, plans: Vec<Plan>) {
    assert!(
        plans.len() > 100,
        "{database} was asked about more than {} statements",
        plans.len()
    );
    let looked: Vec<Plan> = plans
        .into_iter()
        .filter(|(statement, _)| !WHOLE.iter().any(|whole| statement.contains(whole)))
        .map(|(statement, mut tables)| {
            tables.retain(|table| !SMALL.contains(&table.as_str()));
            (statement, tables)
        })
        .filter(|(_, tables)| !tables.is_empty())
        .collect();
    assert!(looked.is_empty(), "{database} has no index for these: {looked:#?}");
}

/// What can be explained; the log shortens long statements in their summary, and has them whole beside it.
fn explainable(statements: &BTreeSet<String>) -> impl Iterator<Item = &String> {
    statements.iter().filter(|statement| {
        let begins = |word: &&str| statement.starts_with(word);
        ["SELECT ", "UPDATE ", "DELETE ", "INSERT ", "WITH "].iter().any(begins) && !statement.ends_with('…')
    })
}

pub(crate) async fn sqlite(statements: &BTreeSet<String>) -> Vec<Plan> {
    let folder = scratch::folder();
    let path = folder.path().join("muster.db");
    let store = SqliteStore::open(&path).await.unwrap();
    store.migrate().await.unwrap();
    store.close().await;
    let mut connection = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    let mut plans = Vec::new();
    for statement in explainable(statements) {
        let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
        let steps: Vec<(i64, i64, i64, String)> = sqlx::query_as(explain).fetch_all(&mut connection).await.unwrap();
        let through = steps.into_iter().filter_map(|(_, _, _, step)| scanned(&step));
        plans.push((statement.clone(), through.collect()));
    }
    plans
}

/// The table, if a step of SQLite's goes through one; a partial index holds only what is looked for.
fn scanned(step: &str) -> Option<String> {
    let rest = step.strip_prefix("SCAN ")?;
    (!rest.contains(" INDEX ") && !rest.contains("CONSTANT ROW")).then(|| rest.to_owned())
}

pub(crate) async fn postgres(statements: &BTreeSet<String>) -> Vec<Plan> {
    let database = postgres::migrated().await;
    let mut connection = PgConnection::connect(database.url()).await.unwrap();
    for setting in ["enable_seqscan = off", "plan_cache_mode = force_generic_plan"] {
        connection
            .execute(AssertSqlSafe(format!("SET {setting}")))
            .await
            .unwrap();
    }
    let mut plans = Vec::new();
    for statement in explainable(statements) {
        let through = explained(&mut connection, statement).await;
        plans.push((statement.clone(), through));
    }
    plans
}

async fn explained(connection: &mut PgConnection, statement: &str) -> BTreeSet<String> {
    connection
        .execute(AssertSqlSafe(format!("PREPARE asked AS {statement}")))
        .await
        .unwrap();
    let arguments = (1..)
        .take_while(|n| statement.contains(&format!("${n}")))
        .map(|_| "NULL");
    let arguments = arguments.collect::<Vec<_>>().join(", ");
    let arguments = if arguments.is_empty() {
        arguments
    } else {
        format!("({arguments})")
    };
    let explain = AssertSqlSafe(format!("EXPLAIN (FORMAT JSON) EXECUTE asked{arguments}"));
    let plan: Value = sqlx::query_scalar(explain).fetch_one(&mut *connection).await.unwrap();
    connection.execute("DEALLOCATE asked").await.unwrap();
    let mut found = BTreeSet::new();
    look(&plan[0]["Plan"], &mut found);
    found
}

/// The tables that this node of a plan of PostgreSQL's goes through, or one below it.
fn look(node: &Value, found: &mut BTreeSet<String>) {
    let text = |name: &str| node[name].as_str().unwrap_or_default();
    let by_nothing =
        text("Node Type").starts_with("Index") && node["Index Cond"].is_null() && !is_partial(text("Index Name"));
    if text("Node Type") == "Seq Scan" || by_nothing {
        found.insert(text("Relation Name").to_owned());
    }
    for below in node["Plans"].as_array().into_iter().flatten() {
        look(below, found);
    }
}

/// The indexes of what is still to be done, or was left undone: who goes through one of them finds nothing else.
fn is_partial(index: &str) -> bool {
    ["inbox_waiting", "outbox_to_send", "outbox_next", "outbox_unknown"].contains(&index)
}
