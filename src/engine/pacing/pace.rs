//! Spreading what can wait evenly over the account's allowance, so that an answer finds a slot at once.
//!
//! A window that is filled in one burst empties in one burst, and whoever comes in between waits for the whole span.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::Limit;

use super::limit::Gate;

/// An even pace: a generic cell rate algorithm that everything feeds, and that only what can wait obeys.
#[derive(Debug)]
pub(super) struct Pace {
    every: TimeDelta,
    /// How much lateness is made good, so that an engine that wakes late loses no slots.
    slack: TimeDelta,
    due: Option<Instant>,
}

impl Pace {
    /// The pace of the tightest window; a longer window allows bursts, and those shall not be spread over it.
    pub(super) fn of(limits: &[Limit]) -> Option<Self> {
        let pace = |limit: &Limit| match *limit {
            Limit::Window { most, span } => {
                let every = span / i32::try_from(most.max(1)).unwrap_or(i32::MAX);
                let slack = span / 10;
                Some(Self {
                    every,
                    slack,
                    due: None,
                })
            }
            Limit::Bucket { .. } => None,
        };
        limits.iter().filter_map(pace).min_by_key(|pace| pace.every)
    }

    pub(super) fn gate(&self) -> Gate {
        self.due.map_or(Gate::Open, Gate::From)
    }

    /// Something was sent, whether or not it had to wait.
    pub(super) fn take(&mut self, now: Instant) {
        let due = self.due.map_or(now, |due| due.max(now - self.slack));
        self.due = Some(due + self.every);
    }
}
