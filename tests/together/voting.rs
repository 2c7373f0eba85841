//! People with several accounts have one vote.

use crate::account::Account;
use crate::scene::{Town, behind};

/// Two accounts become one person, after each saw the other.
fn link(town: &Town, one: &Account, other: &Account) {
    let code = behind(&town.whispers(one, "me link"), "me link ");
    let shown = town.whispers(other, &format!("me link {code}"));
    assert!(shown.contains("one person"), "{shown}");
    town.whispers(other, &format!("me link {code} yes"));
    let linked = town.whispers(one, "me link confirm");
    assert!(!linked.contains("Nobody is waiting"), "{linked}");
}

#[test]
fn thirty_people_of_whom_ten_have_two_accounts_have_thirty_votes() {
    let town = Town::linked();
    let opened = town.asks(&town.ana, "poll new \"Lunch?\" Pizza Tacos");
    assert!(opened.contains("P1"), "{opened}");
    let cards = town.shown_everywhere("poll show P1");
    // Ten with an account on Discord and another on Matrix, ten on Telegram, ten on Matrix.
    for number in 0..10 {
        let (one, other) = (
            town.on_discord(&format!("D{number}")),
            town.on_matrix(&format!("m{number}")),
        );
        town.asks(&one, "poll vote P1 pizza");
        if number % 2 == 0 {
            link(&town, &one, &other);
            let replaced = town.asks(&other, "poll vote P1 tacos");
            assert!(replaced.contains("replaces your vote from Discord"), "{replaced}");
        } else {
            // Both have voted before they are one person: the later vote counts.
            town.asks(&other, "poll vote P1 tacos");
            link(&town, &one, &other);
        }
    }
    for number in 0..10 {
        town.asks(&town.on_telegram(&format!("T{number}")), "poll vote P1 pizza");
        town.asks(&town.on_matrix(&format!("n{number}")), "poll vote P1 pizza");
    }
    town.cards_say(&cards, "30 voted");
    let card = town.asks(&town.ana, "poll show P1");
    let counts: Vec<&str> = card.lines().filter(|line| line.contains('█')).collect();
    assert!(
        counts.iter().any(|line| line.contains("Pizza") && line.contains("20")),
        "{card}"
    );
    assert!(
        counts.iter().any(|line| line.contains("Tacos") && line.contains("10")),
        "{card}"
    );
    town.ends_well();
}
