//! The process is killed at random points in a stream of commands: every answered command is there afterwards,
//! nothing is half done, and nothing happens twice.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::time::{Duration, Instant};

use muster_adapter_console::PLACE;
use muster_core::surface::Platform;
use muster_storage::{Database, DatabaseUrl};
use muster_test_servers::desk::{DeskFolder, RunningDesk};
use muster_test_servers::dice::Dice;
use muster_test_servers::full;
use muster_test_servers::postgres;

use crate::desk;

const SEATS: usize = 3;

/// What a stream of commands may be, `n` being a number that no other command has.
fn command(dice: &mut Dice, n: usize) -> String {
    let name = dice.pick(&["ana", "ben", "cleo", "dev", "eva", "fay"]);
    match dice.below(5) {
        0 => format!("{name}: shift claim S1"),
        1 => format!("{name}: shift drop S1"),
        2 => format!("{name}: remind me in 9h job-{n}"),
        _ => format!("{name}: task add job-{n}"),
    }
}

/// The jobs that were answered: the reference that a line shows, and the job.
fn answered(lines: &[String]) -> BTreeMap<String, String> {
    let jobs = lines.iter().filter_map(|line| {
        let (reference, job) = line.split_once(" · ")?;
        let is_reference = reference.len() > 1 && reference[1..].bytes().all(|byte| byte.is_ascii_digit());
        (is_reference && job.starts_with("job-")).then(|| (reference.to_owned(), job.to_owned()))
    });
    jobs.collect()
}

/// Types commands as fast as they are read, and kills the process at a random moment. What was shown is returned.
fn kill_in_a_stream(desk: &DeskFolder, dice: &mut Dice, round: usize) -> Vec<String> {
    let mut running: RunningDesk = desk.start("ana");
    let mut keyboard = running.keyboard();
    let commands: Vec<String> = (0..400).map(|n| command(dice, round * 1000 + n)).collect();
    let typing = std::thread::spawn(move || {
        for command in commands {
            // The process is killed while this types.
            if writeln!(keyboard, "{command}").is_err() {
                return;
            }
        }
    });
    let mut shown = vec![running.next_line().expect("something is shown before the kill")];
    shown.extend(running.lines_until(Instant::now() + Duration::from_micros(dice.below(150_000))));
    shown.extend(running.kill());
    typing.join().unwrap();
    shown
}

#[test]
fn what_was_answered_is_there_and_nothing_is_half_done() {
    let desk = desk();
    let database = DatabaseUrl::Sqlite(desk.path().join("muster.db"));
    kill_again_and_again(&desk, &database, if full() { 500 } else { 50 });
}

#[test]
fn on_postgres_too() {
    let database = postgres::empty();
    let desk = desk().with("MUSTER_DATABASE_URL", database.url());
    kill_again_and_again(&desk, &database.url().parse().unwrap(), if full() { 50 } else { 5 });
}

#[expect(clippy::print_stdout, reason = "the counts are read in the output of the run")]
fn kill_again_and_again(desk: &DeskFolder, database: &DatabaseUrl, kills: usize) {
    let seed = 20_261_122;
    let mut dice = Dice::new(seed);
    desk.seen(
        "ana",
        "main",
        &format!(":clock 2026-12-01 09:00\nshift add Canvass sat 10am-1pm needs:{SEATS}\n"),
    );
    let mut jobs = BTreeMap::new();
    for round in 0..kills {
        let shown = kill_in_a_stream(desk, &mut dice, round);
        for (reference, job) in answered(&shown) {
            let known = jobs.insert(reference.clone(), job.clone());
            assert!(
                known.is_none_or(|known| known == job),
                "seed {seed}, round {round}: {reference} was given twice"
            );
        }
        nothing_is_half_done(desk, seed, round);
    }
    let kept = kept_tasks(database);
    let titles: BTreeSet<&String> = kept.values().collect();
    assert_eq!(titles.len(), kept.len(), "seed {seed}: a task was added twice");
    for (reference, job) in jobs.iter().filter(|(reference, _)| reference.starts_with('T')) {
        assert_eq!(
            kept.get(reference),
            Some(job),
            "seed {seed}: {reference} {job} was answered and is lost"
        );
    }
    println!(
        "killed {kills} times with seed {seed}: {} answered jobs, {} tasks kept, 0 lost, 0 twice",
        jobs.len(),
        kept.len()
    );
}

/// The tasks in the database, once everything that was accepted is carried out.
pub(crate) fn kept_tasks(database: &DatabaseUrl) -> BTreeMap<String, String> {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Database::open(database).await.unwrap().store();
        let mut unit = store.read().await.unwrap();
        assert!(
            unit.waiting(Platform::Console, None, 1).await.unwrap().is_empty(),
            "an accepted command was not carried out"
        );
        let group = unit.place(Platform::Console, PLACE).await.unwrap().unwrap().group;
        let tasks = unit.open_tasks(group).await.unwrap();
        tasks
            .into_iter()
            .map(|task| (task.reference().to_string(), task.title))
            .collect()
    })
}

/// The roster holds no more than its seats, nobody twice, and what was accepted is carried out by the next start.
fn nothing_is_half_done(desk: &DeskFolder, seed: u64, round: usize) {
    let seen = desk.seen("ana", "main", "shift show S1\n");
    let people = |heading: &str| -> Vec<String> {
        let line = seen
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix(heading))
            .unwrap_or_default();
        line.split(", ")
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (seated, waiting) = (people("In: "), people("Waiting: "));
    assert!(
        seated.len() <= SEATS,
        "seed {seed}, round {round}: oversubscribed: {seen}"
    );
    assert!(
        waiting.is_empty() || seated.len() == SEATS,
        "seed {seed}, round {round}: a seat is kept empty: {seen}"
    );
    let everyone: BTreeSet<&String> = seated.iter().chain(&waiting).collect();
    assert_eq!(
        everyone.len(),
        seated.len() + waiting.len(),
        "seed {seed}, round {round}: somebody twice: {seen}"
    );
}
