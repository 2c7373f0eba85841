//! The account's lease: one node at a time holds it.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::store::{Hold, UnitOfWork};

use super::{BREATH, GLANCE, Station};

impl Station {
    /// Waits until the lease is this node's. What another node held of the outbox is free then: that node is gone, or
    /// finds that its holds are over.
    pub(super) async fn take_lease(&self) {
        let engine = &self.engine;
        let mut ear = engine.wake.ear_for_others();
        loop {
            let asked = engine.now();
            let rest = match self.ask_for_lease().await {
                Ok(Hold::Taken | Hold::Renewed) => {
                    fault_point!("lease.taken");
                    // A station before this one may have died in this process, or have lost the lease, with what it had in
                    // memory.
                    engine.let_be_found().await;
                    return engine.metrics.lease_held(self.platform(), true);
                }
                Ok(Hold::Elsewhere) => GLANCE.min(self.settings.lease / 3),
                Err(fault) => {
                    engine.report(&fault.into(), "a platform's lease could not be asked for");
                    BREATH
                }
            };
            tokio::select! {
                // A node that ends says so.
                _ = ear.changed() => {}
                () = engine.timer.sleep_until(asked + rest) => {}
            }
        }
    }

    /// Renews the lease; returns when it is lost. One that had run out and was taken anew is lost too: another node may have
    /// had it in between, and sent what is still in memory here.
    pub(super) async fn keep_lease(&self) {
        let engine = &self.engine;
        loop {
            // Counted from when it was last asked for, however long the answer took.
            engine
                .timer
                .sleep_until(self.held_until().unwrap_or_default() - self.settings.lease * 2 / 3)
                .await;
            match self.ask_for_lease().await {
                Ok(Hold::Renewed) => {}
                Ok(Hold::Taken | Hold::Elsewhere) => return,
                Err(fault) => {
                    engine.report(&fault.into(), "a platform's lease could not be renewed");
                    if !self.holds_lease() {
                        return;
                    }
                    engine.timer.sleep_until(engine.now() + BREATH).await;
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
        if hold != Hold::Elsewhere && !self.has_the_keys(&mut *unit).await? {
            // Not committed: the lease stays free for the node that has them.
            return Ok(Hold::Elsewhere);
        }
        if hold == Hold::Taken {
            unit.take_over(platform, &engine.owner, now).await?;
        }
        unit.commit().await?;
        if hold != Hold::Elsewhere {
            let had_lapsed = !self.holds_lease();
            self.set_held_until(Some(until));
            if had_lapsed {
                // What could not be sent meanwhile can be sent now.
                engine.wake.this_node();
            }
        }
        Ok(hold)
    }

    /// Whether the account is pinned to no other store of keys than this node's; from the first lease on it is to that one.
    async fn has_the_keys(&self, unit: &mut dyn UnitOfWork) -> Result<bool, Fault> {
        let Some(keystore) = self.adapter.keystore() else {
            return Ok(true);
        };
        let has_them = unit.pin(self.platform(), keystore).await?;
        if !self.lacks_keys.swap(!has_them, Ordering::Relaxed) && !has_them {
            let platform = self.platform().code();
            tracing::warn!(
                platform,
                "this node does not serve the platform: its account is pinned to another store of keys. Bring that store \
                 here; if it is lost for good, type: muster adopt {platform}"
            );
        }
        Ok(has_them)
    }

    /// Whether a unit of work that takes messages does so under the lease: until its commit nobody else takes that.
    pub(super) async fn holds_lease_in(&self, unit: &mut dyn UnitOfWork) -> Result<bool, Fault> {
        let (engine, now) = (&self.engine, self.engine.now());
        let until = now + self.settings.lease;
        let hold = unit.hold(self.platform().code(), &engine.owner, now, until).await?;
        Ok(hold == Hold::Renewed)
    }

    /// Whether this node certainly holds the lease now.
    pub(super) fn holds_lease(&self) -> bool {
        self.held_until().is_some_and(|until| self.engine.now() < until)
    }

    fn held_until(&self) -> Option<Instant> {
        *self.held_until.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn lost_lease(&self) {
        self.is_at_its_desk(None);
        self.set_held_until(None);
        self.engine.metrics.lease_held(self.platform(), false);
    }

    fn set_held_until(&self, until: Option<Instant>) {
        *self.held_until.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }
}
