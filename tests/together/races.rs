//! The last seat, from everywhere at once.

use muster_test_servers::{discord, full};

use crate::scene::Town;

/// How often it is raced for; a hundred times with the long matrices.
fn rounds() -> usize {
    if full() { 100 } else { 12 }
}

#[test]
fn the_last_seat_has_one_winner_and_every_room_shows_it() {
    let town = Town::linked();
    let people = [town.on_discord("Ben"), town.on_telegram("Cleo"), town.on_matrix("dev")];
    let mut won = [0; 3];
    for round in 1..=rounds() {
        let added = town.asks(&town.ana, "shift add Phone bank in 5d needs:1");
        assert!(added.contains(&format!("S{round} ")), "{added}");
        let cards = town.shown_everywhere(&format!("shift show S{round}"));
        // Another one begins each time.
        for person in people.iter().cycle().skip(round % 3).take(3) {
            town.begins(person, &format!("shift claim S{round}"));
        }
        town.cards_show(&cards, "one is in, and two wait", |card| {
            let waiting = card.lines().find(|line| line.contains("Waiting: "));
            card.contains("1 of 1 · full") && waiting.is_some_and(|waiting| waiting.contains(", "))
        });
        let shows = |name: &str| {
            let card = town
                .discord
                .look(|seen| seen.message(cards.discord).map(discord::Shown::words));
            card.unwrap().contains(&format!("In: {name}"))
        };
        let winner = ["Ben", "Cleo", "dev"]
            .iter()
            .position(|name| shows(name))
            .expect("somebody is in");
        town.cards_say(&cards, ["In: Ben", "In: Cleo", "In: dev"][winner]);
        won[winner] += 1;
    }
    println!(
        "{} races for the last seat; won on Discord, Telegram, Matrix: {won:?}",
        rounds()
    );
    town.ends_well();
}
