//! People with several accounts have one vote.

use crate::account::Account;
use crate::scene::{Town, behind, counts};

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
    // The same in every room.
    let yan = Account::Matrix(town.yan.clone());
    for person in [&town.ana, &town.zoe, &yan] {
        let card = town.asks(person, "poll show P1");
        assert!(card.contains("30 voted"), "{card}");
        assert!(counts(&card, "Pizza", 20) && counts(&card, "Tacos", 10), "{card}");
    }
    town.ends_well();
}
