//! The outbox and the inbox under a model checker: every interleaving of two nodes, of crashes, of leases that end and of
//! completions that come too late.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

mod outbox;
mod search;

use outbox::Outbox;
use outbox::scenario::{Message, Scenario};

#[test]
fn probe() {
    for attempts in [1, 2] {
        for message in [Message::Reminder, Message::Card, Message::Copy, Message::Farewell] {
            for memory in [None, Some(2)] {
                let mut scenario = Scenario::of(message, memory);
                scenario.attempts = attempts;
                match search::explore(&Outbox::new(scenario.clone())) {
                    Ok(explored) => println!("{message:?} {memory:?} {attempts} {explored}"),
                    Err(broken) => println!("{message:?} {memory:?} {attempts} {broken}"),
                }
            }
        }
    }
}
