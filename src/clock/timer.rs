//! Waiting for an instant, whichever clock it is an instant of.

use std::sync::Arc;
use std::time::Duration;

use muster_core::clock::{Clock, Instant};

use super::DeskClock;

/// How long the machine's clock is trusted to run evenly. The runtime measures spans, and a machine that was asleep or
/// whose clock was put right has other instants than that; it is noticed within this.
const GLANCE: Duration = Duration::from_secs(30);

/// Waits for instants of a clock. Everything in the bot that waits for an instant does so here.
#[derive(Debug, Clone)]
pub struct Timer {
    clock: Arc<DeskClock>,
}

impl Timer {
    /// A timer by that clock.
    pub const fn new(clock: Arc<DeskClock>) -> Self {
        Self { clock }
    }

    /// Returns once the clock shows `at` or later. May be dropped at any moment.
    pub async fn sleep_until(&self, at: Instant) {
        let mut moves = self.clock.moves();
        loop {
            moves.mark_unchanged();
            let Ok(left) = (at - self.clock.now()).to_std() else {
                return;
            };
            if left.is_zero() {
                return;
            }
            tokio::select! {
                _ = moves.changed() => {}
                () = self.pass(left.min(GLANCE)) => {}
            }
        }
    }

    /// Lets that much time pass on the machine; on a clock that stands, none ever does.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the bot waits for an instant"
    )]
    async fn pass(&self, length: Duration) {
        if self.clock.by_hand().is_some() {
            std::future::pending::<()>().await;
        } else {
            tokio::time::sleep(length).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use muster_core::chrono::TimeDelta;

    use super::*;

    fn is_over(waiting: std::pin::Pin<&mut impl Future<Output = ()>>) -> bool {
        waiting.poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(())
    }

    #[tokio::test]
    async fn on_a_clock_that_stands_it_waits_until_the_clock_is_moved_there() {
        let nine: Instant = "2026-12-01T09:00:00Z".parse().unwrap();
        let clock = Arc::new(DeskClock::new(Some(nine)));
        let timer = Timer::new(clock.clone());
        let ten = nine + TimeDelta::hours(1);
        assert!(is_over(pin!(timer.sleep_until(nine))));
        let mut waiting = pin!(timer.sleep_until(ten));
        assert!(!is_over(waiting.as_mut()));
        clock.set(Some(ten - TimeDelta::microseconds(1)));
        assert!(!is_over(waiting.as_mut()), "too early by a microsecond");
        clock.set(Some(ten));
        waiting.await;
        assert!(is_over(pin!(timer.sleep_until(nine))), "what is over needs no waiting");
    }

    #[tokio::test]
    async fn on_the_machines_clock_it_waits_as_long_as_it_takes() {
        let clock = Arc::new(DeskClock::default());
        let at = clock.now() + TimeDelta::milliseconds(20);
        Timer::new(clock.clone()).sleep_until(at).await;
        assert!(clock.now() >= at);
    }

    #[tokio::test]
    async fn whoever_waits_by_the_machine_hears_that_the_clock_was_set() {
        let clock = Arc::new(DeskClock::default());
        let timer = Timer::new(clock.clone());
        let far = clock.now() + TimeDelta::days(3650);
        let mut waiting = pin!(timer.sleep_until(far));
        assert!(!is_over(waiting.as_mut()));
        clock.set(Some(far));
        waiting.await;
    }
}
