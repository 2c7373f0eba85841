//! How much a bot may ask (Rate Limits): buckets by route and channel, all requests together, and invalid ones.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

pub use crate::rate::Rate;

/// What is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rates {
    /// Of all requests together, but for those about interactions.
    pub global: Rate,
    /// Of an operation that has none of its own, for one channel, guild or token.
    pub route: Rate,
    /// Of operations by name: `create_message` …
    pub routes: Vec<(&'static str, Rate)>,
    /// Of private channels that are opened; more is refused with 40003.
    pub openings: Rate,
    /// Of requests that are answered with 401, 403 or 429; more shuts the bot out.
    pub invalid: Rate,
}

/// More than any test asks.
const PLENTY: Rate = Rate::seconds(1_000_000, 1);

impl Rates {
    /// What is written down, and where nothing is, what bots were seen to be allowed: 5 messages in 5 s in a channel.
    pub fn discord() -> Self {
        Self {
            global: Rate::seconds(50, 1),
            route: Rate::seconds(10, 10),
            routes: vec![
                ("create_message", Rate::seconds(5, 5)),
                ("update_message", Rate::seconds(5, 5)),
                ("delete_message", Rate::seconds(5, 1)),
                ("execute_webhook", Rate::seconds(5, 2)),
                ("update_original_webhook_message", Rate::seconds(5, 2)),
                ("create_interaction_response", PLENTY),
            ],
            openings: Rate::seconds(10, 10),
            invalid: Rate::seconds(10_000, 600),
        }
    }

    /// Nothing is too much, but for 10,000 invalid requests.
    pub fn generous() -> Self {
        Self {
            global: PLENTY,
            route: PLENTY,
            routes: Vec::new(),
            openings: PLENTY,
            invalid: Self::discord().invalid,
        }
    }

    fn of(&self, operation: &str) -> Rate {
        let own = self.routes.iter().find(|(name, _)| *name == operation);
        own.map_or(self.route, |(_, rate)| *rate)
    }
}

/// A window that begins with its first request.
#[derive(Debug, Default, Clone, Copy)]
struct Window {
    began: Duration,
    used: usize,
}

impl Window {
    fn renew(&mut self, rate: Rate, now: Duration) {
        if self.used == 0 || now >= self.began + rate.span {
            *self = Self { began: now, used: 0 };
        }
    }

    fn left(&self, rate: Rate, now: Duration) -> Duration {
        (self.began + rate.span).saturating_sub(now)
    }

    /// Takes one more; where that is too much, how long until there is one.
    fn take(&mut self, rate: Rate, now: Duration) -> Result<(), Duration> {
        self.renew(rate, now);
        if self.used >= rate.most {
            return Err(self.left(rate, now));
        }
        self.used += 1;
        Ok(())
    }
}

/// What stands in the headers of every answer.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) limit: usize,
    pub(super) remaining: usize,
    pub(super) reset_after: Duration,
    pub(super) bucket: String,
}

/// That a request is too much.
#[derive(Debug, Clone)]
pub(super) struct TooMuch {
    pub(super) retry_after: Duration,
    pub(super) global: bool,
    /// Shut out for invalid requests.
    pub(super) shut_out: bool,
}

/// What was asked lately.
#[derive(Debug, Default)]
pub(super) struct Pace {
    global: Window,
    openings: Window,
    buckets: HashMap<(&'static str, String), Window>,
    invalid: VecDeque<Duration>,
}

impl Pace {
    /// Takes one more request of that operation for that channel, guild or token.
    pub(super) fn take(
        &mut self,
        rates: &Rates,
        operation: &'static str,
        major: &str,
        is_free: bool,
        now: Duration,
    ) -> (Told, Result<(), TooMuch>) {
        let rate = rates.of(operation);
        let window = self.buckets.entry((operation, major.to_owned())).or_default();
        window.renew(rate, now);
        let global = if is_free {
            Ok(())
        } else {
            self.global.take(rates.global, now)
        };
        let taken = match global {
            Err(retry_after) => Err((retry_after, true)),
            Ok(()) => window.take(rate, now).map_err(|retry_after| (retry_after, false)),
        };
        let told = Told {
            limit: rate.most,
            remaining: rate.most.saturating_sub(window.used),
            reset_after: window.left(rate, now),
            bucket: bucket(operation),
        };
        let taken = taken.map_err(|(retry_after, global)| TooMuch {
            retry_after,
            global,
            shut_out: false,
        });
        (told, taken)
    }

    /// One more private channel is opened; `false` where that is too fast.
    pub(super) fn open(&mut self, rates: &Rates, now: Duration) -> bool {
        self.openings.take(rates.openings, now).is_ok()
    }

    /// One more request was invalid.
    pub(super) fn count_invalid(&mut self, rates: &Rates, now: Duration) {
        self.invalid.push_back(now);
        if self.invalid.len() > rates.invalid.most {
            self.invalid.pop_front();
        }
    }

    /// Whether there were so many invalid requests that nothing is answered any more.
    pub(super) fn is_shut_out(&self, rates: &Rates, now: Duration) -> Option<TooMuch> {
        let first = *self
            .invalid
            .front()
            .filter(|_| self.invalid.len() >= rates.invalid.most)?;
        let retry_after = (first + rates.invalid.span).checked_sub(now)?;
        Some(TooMuch {
            retry_after,
            global: true,
            shut_out: true,
        })
    }
}

/// A name for a bucket that says nothing, as Discord's do not (FNV-1a).
fn bucket(operation: &str) -> String {
    let hash = operation.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}
