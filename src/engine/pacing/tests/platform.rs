//! A platform that counts what arrives, and everything that is too much. It shares nothing with the pacer but the
//! statement of the limits.

use std::collections::{HashMap, VecDeque};

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::{Limit, Rates};

use super::Chat;

#[derive(Debug)]
pub(super) struct Platform {
    rates: Rates,
    account: Vec<Gauge>,
    chats: HashMap<Chat, Vec<Gauge>>,
    /// How many messages it would have answered with 429.
    pub(super) refused: usize,
}

#[derive(Debug)]
enum Gauge {
    /// Every arrival of the last span, both of its ends included.
    Log(u32, TimeDelta, VecDeque<Instant>),
    /// Nanoseconds of refill in the bucket, as of an instant.
    Credit(i64, i64, Option<(i64, Instant)>),
}

impl Gauge {
    fn new(limit: &Limit) -> Self {
        match *limit {
            Limit::Window { most, span } => Self::Log(most, span, VecDeque::new()),
            Limit::Bucket { burst, every } => {
                let every = every.num_nanoseconds().unwrap();
                Self::Credit(every, every * i64::from(burst), None)
            }
        }
    }

    /// Counts one more; whether it is too much.
    fn too_much(&mut self, at: Instant) -> bool {
        match self {
            Self::Log(most, span, log) => {
                while log.front().is_some_and(|&first| at - first > *span) {
                    log.pop_front();
                }
                log.push_back(at);
                log.len() > *most as usize
            }
            Self::Credit(price, full, state) => {
                let (credit, since) = state.unwrap_or((*full, at));
                let refilled = (at - since).num_nanoseconds().unwrap_or(*full);
                let credit = (credit + refilled).min(*full) - *price;
                *state = Some((credit, at));
                credit < 0
            }
        }
    }
}

impl Platform {
    pub(super) fn new(rates: Rates) -> Self {
        Self {
            rates,
            account: rates.account.iter().map(Gauge::new).collect(),
            chats: HashMap::new(),
            refused: 0,
        }
    }

    pub(super) fn arrive(&mut self, chat: &Chat, at: Instant) {
        let limits = match chat {
            Chat::Private(_) => self.rates.private,
            Chat::Room(_) => self.rates.room,
        };
        let chat = self.chats.entry(chat.clone());
        let chat = chat.or_insert_with(|| limits.iter().map(Gauge::new).collect());
        let gauges = self.account.iter_mut().chain(chat);
        // Every gauge counts it, whatever another one says.
        let too_much = gauges.fold(false, |before, gauge| gauge.too_much(at) | before);
        self.refused += usize::from(too_much);
    }
}

/// The least time between the first and the last of so many messages under that limit.
pub(super) fn least_time(limit: &Limit, messages: u32) -> TimeDelta {
    let messages = messages.max(1);
    match *limit {
        Limit::Window { most, span } => span * ((messages - 1) / most).try_into().unwrap(),
        Limit::Bucket { burst, every } => every * messages.saturating_sub(burst).try_into().unwrap(),
    }
}

#[test]
fn it_refuses_what_is_too_much_and_nothing_else() {
    let mut platform = Platform::new(super::TELEGRAM);
    let chat = super::room(1);
    for (millis, refused) in [(0, 0), (1000, 1), (2001, 1), (3000, 2)] {
        platform.arrive(&chat, super::ms(millis));
        assert_eq!(platform.refused, refused, "after {millis} ms");
    }
    let mut platform = Platform::new(super::MATRIX);
    for n in 0..11 {
        platform.arrive(&chat, super::ms(n));
    }
    assert_eq!(platform.refused, 1);
}
