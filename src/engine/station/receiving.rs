//! The adapter's events, again and again.

use muster_core::chrono::TimeDelta;
use muster_core::delivery::backoff;
use muster_core::surface::Cut;

use crate::engine::broken::{Broken, caught};

use super::Station;

/// A connection that held this long was a good one: the next cut is the first again.
const GOOD: TimeDelta = TimeDelta::minutes(1);

impl Station {
    /// Receives without end: again after a cut, and after a panic, with longer pauses the more often that happens.
    pub(super) async fn keep_receiving<F>(&self, receive: impl Fn() -> F)
    where
        F: Future<Output = Cut>,
    {
        let (engine, platform) = (&self.engine, self.platform().code());
        let mut cuts = 0;
        loop {
            let began = engine.now();
            match caught(async { Ok(receive().await) }).await {
                Ok(cut) => tracing::warn!(platform, error = %cut, "the platform cannot be heard"),
                Err(Broken::Fault(never)) => {
                    engine.report(&never.into(), "receiving failed");
                }
                Err(panic) => {
                    engine.report(&panic, "receiving failed");
                }
            }
            engine.metrics.connection_cut(self.platform());
            cuts = if engine.now() - began > GOOD { 1 } else { cuts + 1 };
            let pause = backoff(cuts, engine.chance()) / 4;
            engine.timer.sleep_until(engine.now() + pause).await;
        }
    }
}
