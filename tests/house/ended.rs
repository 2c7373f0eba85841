//! The process is asked to end in a stream of commands: what was answered is there, the database is one file again, and
//! what was to leave the disk has left it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

use muster_storage::DatabaseUrl;
use muster_test_servers::desk::DeskFolder;
use muster_test_servers::dice::Dice;
use muster_test_servers::full;

use crate::desk;
use crate::killed::kept_tasks;

/// The tasks `job-N` that a text shows.
fn jobs(shown: &str) -> BTreeSet<String> {
    let words = shown.split_whitespace().filter(|word| word.starts_with("job-"));
    words.map(str::to_owned).collect()
}

/// Types commands as fast as they are read, sends the signal at a random moment, and returns what was shown.
fn end_in_a_stream(desk: &DeskFolder, dice: &mut Dice, round: usize, signal: &str) -> String {
    let mut running = desk.start("ana");
    let mut keyboard = running.keyboard();
    let typing = std::thread::spawn(move || {
        for n in 0.. {
            // The second command is refused; its text is kept nowhere once it is answered. The process ends while this
            // types.
            let typed = writeln!(
                keyboard,
                "task add job-{round}-{n}\ntask add Jabberfusk-{n} due:Snorvelock"
            );
            if typed.is_err() {
                return;
            }
        }
    });
    let mut shown = vec![running.next_line().expect("something is shown before the end")];
    shown.extend(running.lines_until(Instant::now() + Duration::from_micros(dice.below(150_000))));
    let (rest, code) = running.end(signal);
    shown.extend(rest);
    typing.join().unwrap();
    assert_eq!(code, Some(0), "round {round}, {signal}");
    shown.join("\n")
}

fn the_disk_is_tidy(desk: &DeskFolder, round: usize) {
    for entry in fs::read_dir(desk.path()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        let bytes = fs::read(&path).unwrap();
        assert!(
            !name.ends_with("-wal") || bytes.is_empty(),
            "round {round}: {name} holds {} bytes",
            bytes.len()
        );
        let text = String::from_utf8_lossy(&bytes);
        for word in ["Jabberfusk", "Snorvelock"] {
            assert!(!text.contains(word), "round {round}: {word} is in {name}");
        }
    }
}

#[test]
fn what_was_answered_is_there_and_the_disk_is_tidy() {
    let desk = desk();
    desk.seen("ana", "main", ":clock 2026-12-01 09:00\n");
    let mut dice = Dice::new(20_261_123);
    let mut answered = BTreeSet::new();
    for round in 0..if full() { 50 } else { 10 } {
        let signal = dice.pick(&["TERM", "INT", "HUP"]);
        let shown = end_in_a_stream(&desk, &mut dice, round, signal);
        answered.extend(jobs(&shown));
        the_disk_is_tidy(&desk, round);
    }
    assert!(!answered.is_empty(), "something was answered");
    let kept = kept_tasks(&DatabaseUrl::Sqlite(desk.path().join("muster.db")));
    let kept: BTreeSet<String> = kept.into_values().collect();
    assert!(
        kept.is_superset(&answered),
        "answered and lost: {:?}",
        answered.difference(&kept)
    );
}

#[test]
fn a_desk_that_waits_for_its_keyboard_ends_at_once() {
    let desk = desk();
    let mut running = desk.start("ana");
    let mut keyboard = running.keyboard();
    writeln!(keyboard, "task add Sweep").unwrap();
    running.next_line().expect("the desk is up");
    let (_, code) = running.end("TERM");
    assert_eq!(code, Some(0));
    drop(keyboard);
    the_disk_is_tidy(&desk, 0);
}
