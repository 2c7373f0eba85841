//! The clock of the running bot: the machine's, or one that stands until it is moved.
//!
//! - [`DeskClock`]: says what time it is
//! - [`Timer`]: waits for an instant of that clock
//! - `control` (feature `test-clock`): moved from outside the process, over a socket

#[cfg(feature = "test-clock")]
pub mod control;
mod timer;

use muster_core::clock::{Clock, Instant, to_stored_precision};
use tokio::sync::watch;

pub use timer::Timer;

/// The machine's clock, unless it was set by hand: then it stands still until it is moved.
#[derive(Debug, Default)]
pub struct DeskClock {
    by_hand: watch::Sender<Option<Instant>>,
}

impl DeskClock {
    /// A clock that stands at `by_hand`, or runs with the machine.
    pub fn new(by_hand: Option<Instant>) -> Self {
        Self {
            by_hand: watch::Sender::new(by_hand),
        }
    }

    /// Sets it by hand; `None` lets it run with the machine again. Whoever waits for an instant of it is woken.
    pub fn set(&self, by_hand: Option<Instant>) {
        self.by_hand.send_replace(by_hand);
    }

    /// Where it stands, if it was set by hand.
    pub fn by_hand(&self) -> Option<Instant> {
        *self.by_hand.borrow()
    }

    /// Hears of every time that it is set.
    pub fn moves(&self) -> watch::Receiver<Option<Instant>> {
        self.by_hand.subscribe()
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
