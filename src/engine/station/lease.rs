//! The account's lease: one node at a time holds it.

use std::sync::PoisonError;

use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::store::Hold;

use super::{BREATH, GLANCE, Station};

impl Station {
    /// Waits until the lease is this node's. What another node held of the outbox is free then: that node is gone, or
    /// finds that its holds are over.
    pub(super) async fn take_lease(&self) {
        let engine = &self.engine;
        loop {
            let rest = match self.ask_for_lease().await {
                Ok(Hold::Taken | Hold::Renewed) => {
                    fault_point!("lease.taken");
                    return engine.metrics.lease_held(self.platform(), true);
                }
                Ok(Hold::Elsewhere) => GLANCE.min(self.settings.lease / 3),
                Err(fault) => {
                    engine.report(&fault.into(), "a platform's lease could not be asked for");
                    BREATH
                }
            };
            engine.timer.sleep_until(engine.now() + rest).await;
        }
    }

    /// Renews the lease; returns when it is lost.
    pub(super) async fn keep_lease(&self) {
        let engine = &self.engine;
        loop {
            engine.timer.sleep_until(engine.now() + self.settings.lease / 3).await;
            match self.ask_for_lease().await {
                Ok(Hold::Renewed | Hold::Taken) => {}
                Ok(Hold::Elsewhere) => return,
                Err(fault) => {
                    engine.report(&fault.into(), "a platform's lease could not be renewed");
                    if !self.holds_lease() {
                        return;
                    }
                }
            }
        }
    }

    async fn ask_for_lease(&self) -> Result<Hold, Fault> {
        let engine = &self.engine;
        let (now, platform) = (engine.now(), self.platform());
        let until = now + self.settings.lease;
        let mut unit = engine.app.store().begin().await?;
        if !engine.app.store().is_shared() {
            // Whoever held it is gone: the store was this process's to open.
            for lease in unit.leases().await?.iter().filter(|lease| lease.owner != engine.owner) {
                unit.let_go(&lease.owner).await?;
            }
        }
        let hold = unit.hold(platform.code(), &engine.owner, now, until).await?;
        if hold == Hold::Taken {
            unit.take_over(platform, &engine.owner, now).await?;
        }
        unit.commit().await?;
        if hold != Hold::Elsewhere {
            self.set_held_until(Some(until));
        }
        Ok(hold)
    }

    /// Whether this node certainly holds the lease now.
    pub(super) fn holds_lease(&self) -> bool {
        let until = *self.held_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| self.engine.now() < until)
    }

    pub(super) fn lost_lease(&self) {
        self.set_held_until(None);
        self.engine.metrics.lease_held(self.platform(), false);
    }

    fn set_held_until(&self, until: Option<Instant>) {
        *self.held_until.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }
}
