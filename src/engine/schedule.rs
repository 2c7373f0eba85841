//! What is due happens; between, the engine sleeps until the next instant that matters.

use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::error::Fault;

use super::{BATCH, Engine, PLATFORM};

/// How often, at most, what was kept long enough is forgotten.
const ROUND: TimeDelta = TimeDelta::hours(1);

/// How soon a scrub that readers put off is tried again.
const SCRUB_AGAIN: Duration = Duration::from_secs(1);

impl Engine {
    /// Carries out everything that is due and sends everything that may be sent now; how many messages went out.
    pub async fn run_due(&self) -> Result<u32, Fault> {
        while self.app.tick(BATCH).await? > 0 {}
        // Before anything says so: what a closed poll says of its secrecy is true when it is read.
        self.scrub().await?;
        let sent = self.deliver().await?;
        self.forget().await?;
        Ok(sent)
    }

    /// Takes off the disk what must not stay there; a reader can put it off until the next time.
    pub(super) async fn scrub(&self) -> Result<(), Fault> {
        if !self.app.scrub().await? {
            tracing::debug!("somebody was reading: what must leave the disk leaves it later");
        }
        Ok(())
    }

    /// Forgets what was kept long enough, when it is time for that, and takes it and what was blanked since off the
    /// disk. A bot that sleeps does so when it wakes.
    async fn forget(&self) -> Result<(), Fault> {
        let now = self.app.clock().now();
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

    /// The next instant at which something is due or may be sent.
    pub async fn next_instant(&self) -> Result<Option<Instant>, Fault> {
        let mut unit = self.app.store().read().await?;
        let due = unit.next_due().await?;
        let sending = unit.next_sending(PLATFORM).await?;
        Ok(due.into_iter().chain(sending).min())
    }

    /// Waits until something is due, or until a command may have changed what is due next.
    #[expect(clippy::disallowed_methods, reason = "the engine is where the bot waits")]
    pub async fn wait(&self) -> Result<(), Fault> {
        let now = self.app.clock().now();
        let pause = self
            .next_instant()
            .await?
            .map(|next| (next - now).to_std().unwrap_or_default());
        let pause = if self.app.store().read().await?.scrubs_owed().await?.is_empty() {
            pause
        } else {
            Some(pause.map_or(SCRUB_AGAIN, |pause| pause.min(SCRUB_AGAIN)))
        };
        tokio::select! {
            () = self.changed.notified() => {}
            () = async {
                match pause {
                    Some(pause) => tokio::time::sleep(pause).await,
                    None => std::future::pending().await,
                }
            } => {}
        }
        Ok(())
    }
}
