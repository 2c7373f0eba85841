//! What is not enough to become somebody else, or to join a group.

use crate::scene::{Town, behind};

#[test]
fn nobody_becomes_somebody_else_by_a_code_alone() {
    let town = Town::linked();
    let (ben, eve, cleo) = (town.on_discord("Ben"), town.on_telegram("Eve"), town.on_matrix("cleo"));
    for person in [&ben, &eve, &cleo] {
        town.asks(person, "team list");
    }
    // Guessed.
    let guessed = town.whispers(&eve, "me link 0000-0000-0000-0000-0000-0000-0A");
    assert!(!guessed.contains("one person"), "{guessed}");
    // Stolen: Ben sees whose account it is, and does not confirm.
    let code = behind(&town.whispers(&ben, "me link"), "me link ");
    let seen = town.whispers(&eve, &format!("me link {code}"));
    assert!(seen.contains("Ben"), "both sides are named: {seen}");
    town.whispers(&eve, &format!("me link {code} yes"));
    town.until_asked(&ben, "me link confirm");
    assert!(!town.whispers(&ben, "me").contains("Eve"));
    // One side only: Eve cannot confirm for him.
    let alone = town.whispers(&eve, "me link confirm");
    assert!(alone.contains("Nobody is waiting"), "{alone}");
    // The code is Eve's now, and nobody else's.
    let replayed = town.whispers(&cleo, &format!("me link {code} yes"));
    assert!(!replayed.contains("last word"), "{replayed}");
    // A code of a group is none of a person.
    let group = behind(&town.whispers(&town.ana, "group link"), "group link ");
    let other_kind = town.whispers(&eve, &format!("me link {group}"));
    assert!(!other_kind.contains("one person"), "{other_kind}");
    assert!(!town.whispers(&cleo, "me").contains("Ben"));
    town.ends_well();
}
