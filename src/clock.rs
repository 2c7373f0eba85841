//! The clocks of the running bot: the machine's, and one that stands until it is moved by hand.

use std::sync::RwLock;

use muster_core::clock::{Clock, Instant, to_stored_precision};

/// The machine's clock, unless it was set by hand: then it stands still until it is moved.
#[derive(Debug, Default)]
pub struct DeskClock {
    by_hand: RwLock<Option<Instant>>,
}

impl DeskClock {
    /// A clock that stands at `by_hand`, or runs with the machine.
    pub fn new(by_hand: Option<Instant>) -> Self {
        Self {
            by_hand: RwLock::new(by_hand),
        }
    }

    /// Sets it by hand; `None` lets it run with the machine again.
    pub fn set(&self, by_hand: Option<Instant>) {
        *self.by_hand.write().unwrap_or_else(std::sync::PoisonError::into_inner) = by_hand;
    }

    /// Where it stands, if it was set by hand.
    pub fn by_hand(&self) -> Option<Instant> {
        *self.by_hand.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for DeskClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the bot asks the machine for the time"
    )]
    fn now(&self) -> Instant {
        self.by_hand()
            .unwrap_or_else(|| to_stored_precision(std::time::SystemTime::now().into()))
    }
}
