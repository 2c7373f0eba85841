//! The engine a step at a time, with one courier: what is shown comes in the order in which it was asked for.

use std::fmt;

use muster_core::app::App;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::store::{OutboxKind, OutboxRow};
use muster_core::surface::{Courier, Inbound, Platform, Told};

use super::upkeep::SCRUB_AGAIN;
use super::{BATCH, Engine};

/// One node's engine on one platform, which does what it is told and then stops.
pub struct ByHand {
    engine: Engine,
    platform: Platform,
    courier: Box<dyn Courier>,
}

impl fmt::Debug for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByHand")
            .field("platform", &self.platform)
            .finish_non_exhaustive()
    }
}

impl ByHand {
    /// Starts on a store on which nobody else serves that platform: takes over what an earlier run held, carries out what
    /// it had accepted and not done, and sends what it had not sent.
    pub async fn start(engine: Engine, platform: Platform, courier: Box<dyn Courier>) -> Result<Self, Fault> {
        let by_hand = Self {
            engine,
            platform,
            courier,
        };
        let mut unit = by_hand.app().store().begin().await?;
        unit.take_over(platform, &by_hand.engine.owner, by_hand.engine.now())
            .await?;
        unit.commit().await?;
        by_hand.resume().await?;
        Ok(by_hand)
    }

    /// The four doors behind it.
    pub fn app(&self) -> &App {
        &self.engine.app
    }

    /// Accepts an event: when this returns, a crash does not lose it.
    pub async fn accept(&self, inbound: &Inbound) -> Result<(), Fault> {
        let mut unit = self.app().store().begin().await?;
        unit.receive(inbound).await?;
        unit.commit().await?;
        Ok(())
    }

    /// Carries out an accepted event and delivers its answer.
    pub async fn dispatch(&self, inbound: &Inbound) -> Result<(), Fault> {
        match self.engine.carry_out(inbound, &Told::default()).await? {
            Some(answer) => self.send(answer).await,
            None => Ok(()),
        }
    }

    /// What an earlier run accepted and did not carry out, in the order it came.
    async fn resume(&self) -> Result<(), Fault> {
        loop {
            let mut unit = self.app().store().read().await?;
            let waiting = unit.waiting(self.platform, None, BATCH).await?;
            drop(unit);
            if waiting.is_empty() {
                return Ok(());
            }
            for event in &waiting {
                self.dispatch(&event.inbound).await?;
            }
        }
    }

    /// Carries out everything that is due and sends everything that may be sent now; how many messages went out.
    pub async fn run_due(&self) -> Result<u32, Fault> {
        while self.app().tick(BATCH).await? > 0 {}
        // Before anything says so: what a closed poll says of its secrecy is true when it is read.
        self.engine.scrub().await?;
        let sent = self.deliver().await?;
        self.engine.forget().await?;
        Ok(sent)
    }

    /// Sends everything that may be sent now; how many messages.
    async fn deliver(&self) -> Result<u32, Fault> {
        let mut sent = 0;
        loop {
            let mut unit = self.app().store().begin().await?;
            let (lease, now) = (self.engine.lease(), self.engine.now());
            let mut rows = Vec::new();
            for kind in OutboxKind::ALL {
                rows.extend(unit.lease(self.platform, kind, lease, now, BATCH).await?);
            }
            unit.commit().await?;
            if rows.is_empty() {
                return Ok(sent);
            }
            for row in rows {
                self.send(row).await?;
                sent += 1;
            }
        }
    }

    /// One attempt at a row that this node holds. The attempt is counted before it is made.
    async fn send(&self, row: OutboxRow) -> Result<(), Fault> {
        let (engine, caps) = (&self.engine, self.courier.caps());
        let is_farewell = row.kind == OutboxKind::Farewell;
        let attempted = match engine.prepare(&row, &caps).await {
            Err(untried) => *untried,
            Ok(_) if self.app().begin(&[row.id], engine.lease()).await?.is_empty() => return Ok(()),
            Ok(delivery) => {
                let trip = engine.deliver(&*self.courier, &row, &delivery).await;
                engine.conclude(row, &trip, &caps)
            }
        };
        self.app().settle_attempts(&engine.owner, &[attempted]).await?;
        if is_farewell {
            engine.scrub_now().await?;
        }
        Ok(())
    }

    /// The next instant at which something is due or may be sent.
    pub async fn next_instant(&self) -> Result<Option<Instant>, Fault> {
        let mut unit = self.app().store().read().await?;
        let due = unit.next_due().await?;
        let sending = unit.next_sending(self.platform).await?;
        Ok(due.into_iter().chain(sending).min())
    }

    /// Waits until something is due, or until a command may have changed what is due next.
    pub async fn wait(&self) -> Result<(), Fault> {
        let mut ear = self.engine.wake.ear();
        let next = self.next_instant().await?;
        let scrub = self.app().may_owe_scrub().then(|| self.engine.now() + SCRUB_AGAIN);
        let next = next.into_iter().chain(scrub).min();
        tokio::select! {
            _ = ear.changed() => {}
            () = async {
                match next {
                    Some(next) => self.engine.timer.sleep_until(next).await,
                    None => std::future::pending().await,
                }
            } => {}
        }
        Ok(())
    }
}
