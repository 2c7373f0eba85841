//! Every event comes three times and in another order than it happened: it takes effect once, and is answered once.

use std::collections::BTreeSet;

use muster_test_servers::dice::Dice;
use muster_test_servers::platform::{Shown, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::bot::{self, Bot};
use crate::scene::{answers, ask, connected, database, each_is_answered_once, square};

const SEED: u64 = 20_261_126;
const PEOPLE: [&str; 8] = ["ben", "cleo", "dev", "eva", "finn", "gus", "hal", "ida"];
const ROOMS: [&str; 3] = ["main", "kitchen", "attic"];
const SEATS: usize = 3;
const TASKS_EACH: usize = 6;

#[test]
fn on_sqlite_what_comes_three_times_happens_once() {
    println!("seed {SEED}");
    for profile in Profile::ALL {
        let platform = square(profile);
        happens_once(&platform, &bot::on_sqlite(&[&platform]), SEED);
    }
}

#[test]
fn on_postgresql_what_comes_three_times_happens_once() {
    println!("seed {SEED}");
    for profile in Profile::ALL {
        let (platform, database) = (square(profile), database());
        happens_once(&platform, &bot::on_database(&[&platform], database.url()), SEED);
    }
}

fn happens_once(platform: &TestPlatform, bot: &Bot, seed: u64) {
    let run = bot.start();
    connected(platform);
    ask(
        platform,
        "main",
        "ana",
        &format!("shift add Canvass sat 10am-1pm needs:{SEATS}"),
    );
    ask(platform, "main", "ana", "poll new Pizza or tacos? pizza, tacos");
    platform.shuffle_events(3, 20, seed);
    let (mut acts, mut dice) = (acts(), Dice::new(seed));
    let mut events = Vec::new();
    while !acts.is_empty() {
        let act = acts.swap_remove(usize::try_from(dice.below(acts.len() as u64)).unwrap());
        events.push((platform.say(dice.pick::<&str>(&ROOMS), act.0, &act.1), act.1));
    }
    platform.flush();
    let ids: Vec<_> = events.iter().map(|(event, _)| event.clone()).collect();
    let answers = answers(platform, &ids);
    assert_eq!(run.end(), Some(0));
    let seen = platform.seen();
    each_is_answered_once(&seen, &ids);
    assert!(ids.iter().all(|event| seen.event(event).unwrap().told == 3));
    let answered = |command: &str| -> Vec<&Shown> {
        let asked = events
            .iter()
            .zip(&answers)
            .filter(|((_, text), _)| text.starts_with(command));
        asked.map(|(_, answer)| answer).collect()
    };
    seats_are_taken_once(&answered("shift claim"));
    tasks_are_added_once(&answered("task add"));
    let run = bot.start();
    connected(platform);
    platform.shuffle_events(1, 1, seed);
    let poll = ask(platform, "main", "ana", "poll show P1").text;
    assert!(poll.contains(&format!("{} voted", PEOPLE.len())), "{poll}");
    let shift = ask(platform, "main", "ana", "shift show S1").text;
    assert!(shift.contains(&format!("{SEATS} of {SEATS}")), "{shift}");
    assert_eq!(run.end(), Some(0));
}

/// What everybody does: a claim, a vote, and some tasks.
fn acts() -> Vec<(&'static str, String)> {
    let mut acts = Vec::new();
    for who in PEOPLE {
        acts.push((who, "shift claim S1".to_owned()));
        acts.push((who, "poll vote P1 tacos".to_owned()));
        acts.extend((0..TASKS_EACH).map(|n| (who, format!("task add Bag {n} of {who}"))));
    }
    acts
}

/// As many as there are seats are in, and each of the others has a place of their own in the queue.
fn seats_are_taken_once(claims: &[&Shown]) {
    let (seated, waiting): (Vec<&Shown>, Vec<&Shown>) =
        claims.iter().partition(|shown| shown.text.contains("You are in S1"));
    assert_eq!(
        (seated.len(), waiting.len()),
        (SEATS, PEOPLE.len() - SEATS),
        "{claims:#?}"
    );
    let places: BTreeSet<_> = waiting.iter().map(|shown| shown.text.lines().next()).collect();
    assert_eq!(places.len(), waiting.len(), "{places:#?}");
}

/// The tasks have the numbers from 1 on, each once.
fn tasks_are_added_once(added: &[&Shown]) {
    let numbers: BTreeSet<usize> = added.iter().map(|shown| number(&shown.text)).collect();
    assert_eq!(numbers, (1..=PEOPLE.len() * TASKS_EACH).collect());
}

/// The number of a task on its card: `T12 · Bag 3 of ben`.
fn number(card: &str) -> usize {
    let line = card.lines().find_map(|line| line.strip_prefix('T')?.split_once(" · "));
    line.and_then(|(number, _)| number.parse().ok())
        .unwrap_or_else(|| panic!("no card of a task: {card}"))
}
