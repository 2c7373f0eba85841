//! A platform that is down delays nobody on the others.

use std::time::{Duration, Instant};

use crate::scene::Town;

/// As long as an answer may take where nothing is in the way, with a machine full of other tests.
const SOON: Duration = Duration::from_secs(10);

#[test]
fn a_platform_that_is_down_delays_nobody_on_the_others() {
    let town = Town::linked();
    let (ben, cleo) = (town.on_discord("Ben"), town.on_matrix("cleo"));
    town.asks(&town.ana, "shift add Canvass in 5d needs:9");
    let cards = town.shown_everywhere("shift show S1");
    town.api.begin_outage();
    for (person, words) in [(&ben, "1 of 9"), (&cleo, "2 of 9")] {
        let asked = Instant::now();
        let claimed = town.asks(person, "shift claim S1");
        assert!(claimed.contains("You are in S1"), "{claimed}");
        assert!(asked.elapsed() < SOON, "it took {:?}", asked.elapsed());
        town.discord.wait_until("the card follows", |seen| {
            seen.message(cards.discord)
                .is_some_and(|card| card.words().contains(words))
        });
    }
    town.api.end_outage();
    town.cards_say(&cards, "2 of 9");
    town.ends_well();
}
