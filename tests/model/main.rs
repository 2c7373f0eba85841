//! The outbox and the inbox under a model checker: every interleaving of two nodes, of crashes, of leases that end and of
//! completions that come too late.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod inbox;
mod outbox;
mod search;

use std::sync::Arc;

use futures_util::FutureExt;
use muster_core::app::App;
use muster_core::chrono::DateTime;
use muster_core::clock::Instant;
use muster_core::door::Defaults;
use muster_core::locale::Language;
use muster_core::testing::{HandClock, MemoryStore, SeededIds};
use muster_core::time::Zone;
use muster_test_servers::full;

use inbox::Inbox;
use outbox::Outbox;
use outbox::mutation::Mutation;
use outbox::platform::Outcome;
use outbox::scenario::{Message, Scenario};

/// When every search begins.
const BEGINNING: Instant = DateTime::UNIX_EPOCH;

/// The bot on that store at that instant.
fn app(store: &MemoryStore, ids: &Arc<SeededIds>, now: Instant) -> App {
    let defaults = Defaults {
        zone: Zone::utc(),
        language: Language::English,
    };
    let clock = Arc::new(HandClock::at(now));
    App::new(Arc::new(store.clone()), clock, ids.clone(), defaults)
}

/// The store in memory never waits.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}

/// What was searched of the outbox, where every law holds.
fn holds(name: &str, scenario: Scenario) -> String {
    match search::explore(&Outbox::new(scenario)) {
        Ok(explored) => format!("{name}: {explored}"),
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
    let explored = holds("a reminder, no keys", small(Message::Reminder, None));
    println!("{explored}");
}

#[test]
fn a_card_is_never_posted_twice() {
    let explored = holds("a card, no keys", small(Message::Card, None));
    println!("{explored}");
}

#[test]
fn a_platform_with_keys_shows_it_once() {
    let explored = holds(
        "a reminder, keys",
        Scenario {
            outcomes: &[Outcome::Shows, Outcome::ShowsUnheard, Outcome::Lost],
            ..small(Message::Reminder, Some(1))
        },
    );
    println!("{explored}");
}

#[test]
fn a_copy_that_was_withdrawn_is_never_shown() {
    let explored = holds(
        "a copy, no keys",
        Scenario {
            attempts: 1,
            ..small(Message::Copy, None)
        },
    );
    println!("{explored}");
}

#[test]
fn the_account_is_for_the_pace_and_the_rows_are_for_the_rest() {
    let explored = holds(
        "a card, nobody looks at the clock",
        Scenario {
            looks_at_the_clock: false,
            ..small(Message::Card, None)
        },
    );
    println!("{explored}");
}

#[test]
fn an_event_takes_effect_once_and_is_received_before_it_is_acknowledged() {
    let events = if full() { 2 } else { 1 };
    match search::explore(&Inbox::new(events, None)) {
        Ok(explored) => println!("{events} events: {explored}"),
        Err(broken) => panic!("{broken}"),
    }
    for mutation in [
        inbox::Mutation::AcknowledgesFirst,
        inbox::Mutation::KnowsNothingAgain,
        inbox::Mutation::NeverSweeps,
    ] {
        match search::explore(&Inbox::new(1, Some(mutation))) {
            Ok(explored) => panic!("{mutation:?} is not noticed: {explored}"),
            Err(broken) => println!("{mutation:?}: {} in {} steps", broken.law, broken.way.len() - 1),
        }
    }
}

#[test]
fn every_message_on_every_platform() {
    if !full() {
        return;
    }
    for message in [Message::Reminder, Message::Card, Message::Copy, Message::Farewell] {
        for remembers in [None, Some(2)] {
            let explored = holds(&format!("{message:?}, {remembers:?}"), Scenario::of(message, remembers));
            println!("{explored}");
        }
    }
}

#[test]
fn two_messages_at_once() {
    if !full() {
        return;
    }
    let explored = holds(
        "a card and a reminder, no keys",
        Scenario {
            messages: vec![Message::Card, Message::Reminder],
            attempts: 1,
            outcomes: &[Outcome::Shows, Outcome::Lost],
            ..small(Message::Card, None)
        },
    );
    println!("{explored}");
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
            is_rough: matches!(mutation, Mutation::BeginsTwice | Mutation::KeepsTheOlderCopy),
            mutation: Some(mutation),
            ..Scenario::of(message, remembers)
        };
        match search::explore(&Outbox::new(scenario)) {
            Ok(explored) => panic!("{mutation:?} is not noticed: {explored}"),
            Err(broken) => println!("{mutation:?}: {} in {} steps", broken.law, broken.way.len() - 1),
        }
    }
}
