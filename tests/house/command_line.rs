//! The command line and the configuration, as an operator meets them.

use std::fs;
use std::io::Write;

use crate::desk;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn run_without_a_platform_is_an_error_and_no_console() {
    let output = desk().run(&["run"], "task add x\n");
    assert!(!output.status.success());
    assert!(
        text(&output.stderr).contains("no platform is configured"),
        "{}",
        text(&output.stderr)
    );
    assert!(output.stdout.is_empty());
}

#[test]
fn migrate_says_which_schema_the_database_has_and_can_be_run_again() {
    let desk = desk();
    let first = desk.run(&["migrate"], "");
    assert!(
        text(&first.stdout).starts_with("muster.db: schema "),
        "{}",
        text(&first.stdout)
    );
    assert_eq!(first.stdout, desk.run(&["migrate"], "").stdout);
}

#[test]
fn help_names_every_subcommand() {
    let help = text(&desk().run(&["--help"], "").stdout);
    for word in ["run", "console", "migrate", "muster.db"] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

#[test]
fn a_wrong_configuration_is_one_sentence_that_names_key_and_file() {
    let desk = desk();
    fs::write(desk.path().join("muster.toml"), "language = 'klingon'\n").unwrap();
    let output = desk.run(&["console"], "");
    assert!(!output.status.success());
    assert_eq!(
        text(&output.stderr),
        "muster: muster.toml, key language: must be one of en, es\n"
    );
}

#[test]
fn a_second_process_on_the_same_file_is_told_so() {
    let desk = desk();
    let mut running = desk.start("ana");
    let mut keyboard = running.keyboard();
    writeln!(keyboard, "help").unwrap();
    running.next_line().expect("the first process has the database open");
    let output = desk.run(&["console"], "");
    assert!(!output.status.success(), "{}", text(&output.stdout));
    assert!(text(&output.stderr).contains("muster.db"), "{}", text(&output.stderr));
}

#[test]
fn a_database_that_is_no_database_is_told_so_and_left_alone() {
    let desk = desk();
    fs::write(
        desk.path().join("muster.db"),
        "these are notes, not a database, and longer than a header is\n".repeat(20),
    )
    .unwrap();
    let before = fs::read(desk.path().join("muster.db")).unwrap();
    let output = desk.run(&["console"], "");
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("muster.db"), "{}", text(&output.stderr));
    assert_eq!(before, fs::read(desk.path().join("muster.db")).unwrap());
}
