//! `tests/scenarios/election-weekend.txt`: sixty volunteers in four teams and three rooms, forty shifts from Friday to Election
//! Tuesday, and every message that the bot writes: to whom, why and when.
//!
//! ```text
//! # a comment
//! :on Discord Abe, Amy
//! :clock 2026-10-28 18:00
//! Abe, Amy> shift claim S1
//!   Abe, Amy: You are in S1, Canvass.
//! -- Fri 30 Oct, 10:00 New York time --
//!   Abe: S1 · Canvass is in 1 day: Sat 31 Oct, 10:00–13:00 New York time
//! Abe taps Confirm under S1
//!   Abe: Thanks, you are confirmed for S1, Canvass.
//! ```
//!
//! A line `NAMES> text` is typed by each of them in their room, as it is typed there; with `, in private` before the `>` in
//! their private chats, and with `, in full` every line of what comes of it is shown, of which else the first says why it was
//! written. Who sees the same stands in one line. `:calendar NAME` reads somebody's feed as a calendar program would, and
//! `:count` counts what each was sent without having asked, and holds it against the ladder.
//!
//! - [`script`]: what is done; [`stage`]: where it is done
//! - [`page`]: what is seen, on every platform in the same words
//! - [`ladder`]: the reasons for which the bot writes; [`feed`]: a calendar as it is read

mod feed;
mod ladder;
mod page;
mod script;
mod stage;

use std::fs;
use std::path::{Path, PathBuf};

use muster_core::clock::Instant;
use muster_test_servers::full;
use muster_test_servers::scenario::{self, backstage::Backstage};

use crate::play::{PLATFORMS, replayed};
use script::Act;
use stage::{Restarts, Stage};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/election-weekend.txt")
}

/// The story as it is when it is played on that database.
fn played(story: &str, restarts: Restarts, database: impl FnOnce(Instant) -> Backstage) -> String {
    let clock = story
        .lines()
        .find(|line| line.starts_with(":clock"))
        .expect("a beginning");
    let mut stage = Stage::new(database(scenario::beginning(clock)), restarts);
    let page = replayed(story, |line| Some(stage.plays(Act::read(line)?)));
    stage.ends_well();
    page
}

/// What the file says of it, whenever and on whatever it is played.
fn is_as_written(restarts: Restarts, database: impl FnOnce(Instant) -> Backstage) {
    let story = fs::read_to_string(file()).unwrap();
    let played = played(&story, restarts, database);
    scenario::holds(&file(), "together weekend", &played);
    let trouble: Vec<&str> = played
        .lines()
        .filter(|line| line.starts_with(ladder::TROUBLE))
        .collect();
    assert!(trouble.is_empty(), "{trouble:#?}");
}

fn on_postgres(begins: Instant) -> Backstage {
    Backstage::new(&PLATFORMS, begins)
}

fn on_sqlite(begins: Instant) -> Backstage {
    Backstage::on_sqlite(&PLATFORMS, begins)
}

#[test]
fn an_election_weekend() {
    is_as_written(Restarts::Never, on_postgres);
}

/// 184 kills; only under `--full`, as the next.
#[test]
fn an_election_weekend_on_sqlite_killed_every_hour() {
    if full() {
        is_as_written(Restarts::EveryHour, on_sqlite);
    }
}

#[test]
fn an_election_weekend_on_postgres_killed_every_hour() {
    if full() {
        is_as_written(Restarts::EveryHour, on_postgres);
    }
}
