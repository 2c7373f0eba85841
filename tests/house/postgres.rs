//! The binary on PostgreSQL: what an operator meets, and that nobody reads a password.

use std::io::Write;

use muster_test_servers::desk::DeskFolder;
use muster_test_servers::postgres::{self, TestDatabase};

use crate::desk;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn desk_on(database: &TestDatabase) -> DeskFolder {
    desk().with("MUSTER_DATABASE_URL", database.url())
}

#[test]
fn migrate_says_which_schema_the_database_has_and_can_be_run_again() {
    let database = postgres::empty();
    let desk = desk_on(&database);
    let first = desk.run(&["migrate"], "");
    let said = text(&first.stdout);
    assert!(
        said.starts_with("postgres://muster@") && said.contains(": schema "),
        "{said}{}",
        text(&first.stderr)
    );
    assert_eq!(first.stdout, desk.run(&["migrate"], "").stdout);
}

#[test]
fn what_is_typed_is_there_the_next_time() {
    let database = postgres::empty();
    let desk = desk_on(&database);
    desk.seen("ana", "main", "task add Print flyers\n");
    let seen = desk.seen("ben", "main", "task list\n");
    assert!(seen.contains("T1 · Print flyers"), "{seen}");
}

#[test]
fn one_console_sits_at_a_database_and_the_next_may_when_it_is_gone() {
    let database = postgres::empty();
    let desk = desk_on(&database);
    let mut running = desk.start("ana");
    let mut keyboard = running.keyboard();
    writeln!(keyboard, "help").unwrap();
    running.next_line().expect("the first console sits at the database");
    let refused = desk.run(&["console"], "help\n");
    assert!(!refused.status.success(), "{}", text(&refused.stdout));
    let said = text(&refused.stderr);
    assert!(
        said.contains("key database_url") && said.contains("another console sits at this database"),
        "{said}"
    );
    running.kill();
    desk.seen("ana", "main", "help\n");
}

#[test]
fn a_password_is_in_no_log_and_in_no_error() {
    let database = postgres::empty();
    let there = database.url().replacen("muster@", "muster:Krumplestein@", 1);
    let nowhere = "postgres://ana:Krumplestein@127.0.0.1:1/desk".to_owned();
    let misspelt = "postgres://ana@127.0.0.1:1/desk?pasword=Krumplestein".to_owned();
    let unreadable = "postgres://ana:Krumplestein/@127.0.0.1:1/desk".to_owned();
    for (url, works) in [(there, true), (nowhere, false), (misspelt, false), (unreadable, false)] {
        let desk = desk().with("MUSTER_DATABASE_URL", &url).with("MUSTER_LOG", "trace");
        for arguments in [&["migrate"][..], &["console"]] {
            let output = desk.run(arguments, "help\n");
            let said = text(&output.stdout) + text(&output.stderr).as_str();
            assert_eq!(output.status.success(), works, "{said}");
            assert!(!said.contains("Krumplestein"), "{said}");
            assert!(
                works || said.contains("DATABASE_URL") || said.contains("database_url"),
                "{said}"
            );
        }
    }
}
