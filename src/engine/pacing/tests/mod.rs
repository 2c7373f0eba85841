//! The pacer against platforms that count, on a clock that tests hold in their hands.
//!
//! - `platform`: a strict platform with its own way of counting
//! - `play`: an engine, a network and a platform on a virtual clock
//! - `rates`: nothing is refused, and the allowed rate is reached
//! - `idle`: a quiet chat's message goes at once, however much waits
//! - `turns`: preference, rounds, order
//! - `pauses`, `takeover`, `memory`, `trips`, `property`: what their names say

mod idle;
mod memory;
mod pauses;
mod platform;
mod play;
mod property;
mod rates;
mod takeover;
mod trips;
mod turns;

use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::{Limit, Platform, Rates, RoomAddress};

use super::{Chat, Next, Pacer, Permit, Ticket, Urgency};

const TELEGRAM: Rates = Rates {
    account: &[Limit::window(30, 1)],
    private: &[Limit::window(1, 1)],
    room: &[Limit::window(1, 1), Limit::window(20, 60)],
    free_answers: false,
};

const DISCORD: Rates = Rates {
    account: &[Limit::window(50, 1)],
    private: &[Limit::window(5, 5)],
    room: &[Limit::window(5, 5)],
    free_answers: true,
};

const MATRIX: Rates = Rates {
    account: &[Limit::Bucket {
        burst: 10,
        every: TimeDelta::seconds(5),
    }],
    private: &[],
    room: &[],
    free_answers: false,
};

/// The instant so many milliseconds after the beginning.
fn ms(millis: i64) -> Instant {
    Instant::from_timestamp_millis(1_800_000_000_000 + millis).unwrap()
}

fn room(n: u64) -> Chat {
    Chat::Room(Arc::new(RoomAddress {
        platform: Platform::Console,
        place: "place".to_owned(),
        room: n.to_string(),
        private: false,
    }))
}

fn person(n: u64) -> Chat {
    Chat::Private(n.to_string().into())
}

fn ticket<T>(item: T, chat: &Chat, urgency: Urgency) -> Ticket<T> {
    Ticket {
        item,
        chat: chat.clone(),
        urgency,
        free: false,
    }
}

/// A pacer of an account that has just sent so many to each of those chats.
fn having_sent<T>(rates: Rates, sent: &[(Chat, u32)]) -> Pacer<T> {
    let mut pacer = Pacer::new(rates);
    for (chat, messages) in sent {
        for _ in 0..*messages {
            pacer.recall(chat, ms(0));
        }
    }
    pacer
}

/// What goes now, with its permit.
fn sends<T: std::fmt::Debug>(pacer: &mut Pacer<T>, now: Instant) -> (Permit, T) {
    match pacer.next(now) {
        Next::Send(permit, ticket) => (permit, ticket.item),
        other => panic!("nothing goes: {other:?}"),
    }
}

/// What goes now, one after the other, each attempt over at once.
fn all<T: std::fmt::Debug>(pacer: &mut Pacer<T>, now: Instant) -> Vec<T> {
    let mut items = Vec::new();
    while let Next::Send(permit, ticket) = pacer.next(now) {
        pacer.ended(permit, now, now);
        items.push(ticket.item);
    }
    items
}
