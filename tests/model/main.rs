//! The outbox and the inbox under a model checker: every interleaving of two nodes, of crashes, of leases that end and of
//! completions that come too late.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod outbox;
mod search;

use outbox::Outbox;
use outbox::mutation::Mutation;
use outbox::platform::Outcome;
use outbox::scenario::{Message, Scenario};

/// Searches; every state, or a shortest way to what is broken.
fn holds(name: &str, scenario: Scenario) {
    match search::explore(&Outbox::new(scenario)) {
        Ok(explored) => println!("{name}: {explored}"),
        Err(broken) => panic!("{name}: {broken}"),
    }
}

/// What is small enough for every run.
fn small(message: Message, remembers: Option<i32>) -> Scenario {
    Scenario {
        outcomes: &[Outcome::Shows, Outcome::ShowsUnheard, Outcome::Lost, Outcome::Fails],
        is_rough: false,
        ..Scenario::of(message, remembers)
    }
}

#[test]
fn words_are_never_lost_and_every_repetition_says_so() {
    holds("a reminder, no keys", small(Message::Reminder, None));
}

#[test]
fn a_card_is_never_posted_twice() {
    holds("a card, no keys", small(Message::Card, None));
}

#[test]
fn a_platform_with_keys_shows_it_once() {
    holds(
        "a reminder, keys",
        Scenario {
            outcomes: &[Outcome::Shows, Outcome::ShowsUnheard, Outcome::Lost],
            ..small(Message::Reminder, Some(1))
        },
    );
}

#[test]
fn the_account_is_for_the_pace_and_the_rows_are_for_the_rest() {
    holds(
        "a card, nobody looks at the clock",
        Scenario {
            looks_at_the_clock: false,
            ..small(Message::Card, None)
        },
    );
}

#[test]
fn every_message_on_every_platform() {
    if !full() {
        return;
    }
    for message in [Message::Reminder, Message::Card, Message::Copy, Message::Farewell] {
        for remembers in [None, Some(2)] {
            holds(&format!("{message:?}, {remembers:?}"), Scenario::of(message, remembers));
        }
    }
}

#[test]
fn two_messages_at_once() {
    if !full() {
        return;
    }
    holds(
        "a card and a reminder, no keys",
        Scenario {
            messages: vec![Message::Card, Message::Reminder],
            attempts: 1,
            outcomes: &[Outcome::Shows, Outcome::Lost],
            ..small(Message::Card, None)
        },
    );
}

#[test]
fn whatever_rule_is_broken_is_noticed() {
    for mutation in Mutation::ALL {
        let (message, remembers, attempts) = match mutation {
            Mutation::DoubtsAnew => (Message::Reminder, Some(2), 3),
            Mutation::SendsCardsAgain => (Message::Card, None, 2),
            Mutation::PostponesForEver | Mutation::KeepsTheOlderCopy => (Message::Reminder, None, 1),
            _ => (Message::Reminder, None, 2),
        };
        let scenario = Scenario {
            attempts,
            is_rough: mutation == Mutation::KeepsTheOlderCopy,
            mutation: Some(mutation),
            ..Scenario::of(message, remembers)
        };
        match search::explore(&Outbox::new(scenario)) {
            Ok(explored) => panic!("{mutation:?} is not noticed: {explored}"),
            Err(broken) => println!("{mutation:?}: {} in {} steps", broken.law, broken.way.len() - 1),
        }
    }
}

/// Whether the long matrices were asked for (`tests/run --full`).
#[expect(
    clippy::disallowed_methods,
    reason = "how tests/run tells the tests; the bot itself reads no such variable"
)]
fn full() -> bool {
    std::env::var("MUSTER_TEST_FULL").is_ok()
}
