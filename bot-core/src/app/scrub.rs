//! What must not stay on the disk, and what was kept long enough.

use std::sync::atomic::Ordering;

use super::App;
use crate::error::Fault;
use crate::retention;

impl App {
    /// Whether a [scrub](Self::scrub) may be owed: it was put off, or nobody has looked yet.
    pub fn may_owe_scrub(&self) -> bool {
        self.may_owe_scrub.load(Ordering::Acquire)
    }

    /// Takes off the disk what must not stay there (the link of a closed secret poll); whether nothing of that is left
    /// to do. What a crash left undone is done when this is called after the next start.
    pub async fn scrub(&self) -> Result<bool, Fault> {
        if !self.may_owe_scrub.swap(false, Ordering::AcqRel) {
            return Ok(true);
        }
        let scrubbed = self.scrub_what_is_owed().await;
        if !matches!(scrubbed, Ok(true)) {
            self.may_owe_scrub.store(true, Ordering::Release);
        }
        scrubbed
    }

    async fn scrub_what_is_owed(&self) -> Result<bool, Fault> {
        let owed = self.store.read().await?.scrubs_owed().await?;
        if owed.is_empty() {
            return Ok(true);
        }
        if !self.store.scrub().await? {
            return Ok(false);
        }
        let mut unit = self.store.begin().await?;
        unit.scrubs_done(&owed).await?;
        unit.commit().await?;
        Ok(true)
    }

    /// Forgets what has ended and was [kept](retention) long enough; how many rows.
    pub async fn forget(&self) -> Result<u64, Fault> {
        let mut unit = self.store.begin().await?;
        let forgotten = retention::forget(&mut *unit, self.retention, self.clock.now()).await?;
        unit.commit().await?;
        Ok(forgotten)
    }
}
