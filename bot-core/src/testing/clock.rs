//! A clock that moves only when a test moves it.

use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;

use crate::clock::{Clock, Instant, to_stored_precision};

/// A clock that stands still until it is set or advanced.
#[derive(Debug)]
pub struct HandClock(Mutex<Instant>);

impl HandClock {
    /// A clock that shows `now`.
    pub const fn at(now: Instant) -> Self {
        Self(Mutex::new(now))
    }

    /// Sets it, back as well as forth.
    pub fn set(&self, now: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = to_stored_precision(now);
    }

    /// Moves it on by `length`.
    pub fn advance(&self, length: TimeDelta) {
        self.set(self.now() + length);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
