//! What must leave the disk, and what was kept long enough.

use muster_core::chrono::TimeDelta;
use muster_core::error::Fault;

use super::Engine;

/// How often, at most, what was kept long enough is forgotten.
const ROUND: TimeDelta = TimeDelta::hours(1);

/// How soon a scrub that readers put off is tried again.
pub(super) const SCRUB_AGAIN: TimeDelta = TimeDelta::seconds(1);

impl Engine {
    /// Takes off the disk what must not stay there; a reader can put it off until the next time.
    pub(super) async fn scrub(&self) -> Result<(), Fault> {
        if !self.app.scrub().await? {
            tracing::debug!("somebody was reading: what must leave the disk leaves it later");
        }
        Ok(())
    }

    /// Forgets what was kept long enough, when it is time for that, and takes it and what was blanked since off the
    /// disk. A bot that sleeps does so when it wakes.
    pub(super) async fn forget(&self) -> Result<(), Fault> {
        let now = self.now();
        let mut forgot = self.forgot.lock().await;
        if forgot.is_some_and(|last| last <= now && now < last + ROUND) {
            return Ok(());
        }
        let rows = self.app.forget().await?;
        *forgot = Some(now);
        if rows > 0 {
            tracing::info!(rows, "forgot what was kept long enough");
        }
        self.scrub_now().await
    }

    /// Takes what was blanked and removed off the disk, whether or not it is owed.
    pub(super) async fn scrub_now(&self) -> Result<(), Fault> {
        if !self.app.store().scrub().await? {
            tracing::debug!("somebody was reading: what was blanked leaves the disk later");
        }
        Ok(())
    }
}
