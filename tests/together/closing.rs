//! Votes that race the closing of their poll, and votes around the end of the process.

use muster_core::chrono::TimeDelta;
use muster_test_servers::bot::Bot;
use muster_test_servers::clock::ClockControl;
use muster_test_servers::discord::{Discord, Options};
use muster_test_servers::full;

use crate::account::Account;
use crate::ballot::Cast;
use crate::scene::{BINARY, Town, counts};

/// How long a poll is open.
const OPEN: TimeDelta = TimeDelta::minutes(10);
/// How many vote in each poll.
const VOTERS: usize = 12;

/// How often the closing is raced.
fn rounds() -> usize {
    if full() { 60 } else { 12 }
}

/// What became of votes.
#[derive(Debug, Default)]
struct Count {
    counted: usize,
    refused: usize,
}

impl Count {
    fn of(town: &Town, votes: &[Cast]) -> Self {
        let mut count = Self::default();
        for vote in votes {
            let told = town.told_of(vote);
            match (told.starts_with("Your vote"), told.contains(" closed ")) {
                (true, false) => count.counted += 1,
                (false, true) => count.refused += 1,
                _ => panic!("neither counted nor refused: {told}"),
            }
        }
        count
    }
}

#[test]
fn a_vote_at_the_very_instant_of_the_closing_is_counted_or_refused_and_told() {
    let clock = ClockControl::start("2026-12-01T14:00:00Z".parse().unwrap());
    let discord = Options::generous().starts_at(clock.now().timestamp());
    let town = Town::linked_by(Bot::on_sqlite(BINARY).by(&clock), discord.start());
    let people = (0..VOTERS).map(|number| match number % 2 {
        0 => town.on_discord(&format!("D{number}")),
        _ => town.on_telegram(&format!("T{number}")),
    });
    let people: Vec<_> = people.collect();
    for person in &people {
        town.asks(person, "poll list");
    }
    let mut all = [Count::default(), Count::default()];
    for round in 0..rounds() {
        let polls = [2 * round + 1, 2 * round + 2].map(|number| format!("P{number}"));
        for options in ["", " secret:yes"] {
            let opened = town.asks(
                &town.ana,
                &format!("poll new \"Lunch?\" Pizza Tacos until:in 10m{options}"),
            );
            assert!(opened.contains("Lunch?"), "{opened}");
        }
        let mut votes = [Vec::new(), Vec::new()];
        let (before, after) = people.split_at(VOTERS / 2);
        let cast = |votes: &mut [Vec<Cast>; 2], people: &[Account]| {
            for person in people {
                for (votes, poll) in votes.iter_mut().zip(&polls) {
                    votes.push(town.casts(person, poll, "pizza"));
                }
            }
        };
        cast(&mut votes, before);
        // Some were told when the clock strikes, others are on their way.
        for votes in &votes {
            town.told_of(&votes[round % before.len()]);
        }
        clock.set(clock.now() + OPEN);
        cast(&mut votes, after);
        for ((poll, votes), all) in polls.iter().zip(&votes).zip(&mut all) {
            let count = Count::of(&town, votes);
            town.run.wait_until_quiet();
            let card = town.asks(&town.ana, &format!("poll show {poll}"));
            assert!(
                card.contains("closed") && says_voted(&card, count.counted),
                "{count:?}: {card}"
            );
            all.counted += count.counted;
            all.refused += count.refused;
        }
        clock.set(clock.now() + OPEN);
    }
    println!("{} rounds; open and secret: {all:?}", rounds());
    for count in all {
        assert_eq!(count.counted + count.refused, rounds() * VOTERS);
        assert!(count.counted > 0 && count.refused > 0, "it was raced: {count:?}");
    }
    town.ends_well();
}

/// Whether a card says that so many voted.
fn says_voted(card: &str, count: usize) -> bool {
    let mut said = card.match_indices(" voted").map(|(at, _)| &card[..at]);
    said.any(|before| before.rsplit(|char: char| !char.is_ascii_digit()).next() == Some(&count.to_string()))
}

/// Those on Discord have voted before: what is said there while nobody listens, nobody hears.
#[test]
fn a_vote_is_counted_once_however_often_the_process_is_killed_meanwhile() {
    let bot = Bot::on_sqlite(BINARY).with("MUSTER_LEASE", "3s");
    let mut town = Town::linked_by(bot, Discord::start());
    town.asks(&town.ana, "poll new \"Lunch?\" Pizza Tacos Soup");
    let early = ["Ben", "Cleo", "Dev"].map(|name| town.on_discord(name));
    // On Matrix, they bring the keys of their first words there with their votes.
    let late = [
        town.on_telegram("Eva"),
        town.on_matrix("Fay"),
        town.on_matrix("Gus"),
        town.on_telegram("Hal"),
    ];
    for choice in ["Pizza", "Tacos", "Soup"] {
        let vote = format!("poll vote P1 {choice}");
        for person in &early {
            town.asks(person, &vote);
        }
        let begin = |town: &Town, people: &[Account]| people.iter().for_each(|person| town.begins(person, &vote));
        begin(&town, &late[..2]);
        town.restarts(|town| begin(town, &late[2..]));
        town.discord
            .wait_until(&format!("every vote for {choice} is counted once"), |seen| {
                let mut cards = seen.from_bot(&town.channel).filter(|shown| shown.edited_ms.is_some());
                cards.any(|shown| says_voted(&shown.words(), 7) && counts(&shown.words(), choice, 7))
            });
    }
    town.ends_well();
}
