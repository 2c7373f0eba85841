//! Receiving where several nodes share it: each receives the shards of which it holds the leases.

use std::future::pending;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::store::Hold;
use muster_core::surface::{Intake, Sharded, Share, Turns};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::entrance::Entrance;
use super::shares::{GIVEN_UP, Plan, Seen};
use super::{BREATH, GLANCE, Station};

/// One node's part in receiving an account's events.
pub(super) struct Sharing<'a> {
    station: &'a Station,
    sharded: &'a dyn Sharded,
    /// What is received.
    share: watch::Sender<Share>,
    /// How many shards the platform advised when it was last asked; 0 before that.
    advised: AtomicU32,
}

impl<'a> Sharing<'a> {
    pub(super) fn new(station: &'a Station, sharded: &'a dyn Sharded) -> Self {
        Self {
            station,
            sharded,
            share: watch::Sender::default(),
            advised: AtomicU32::new(0),
        }
    }

    /// Takes its part until it is asked to stop.
    pub(super) async fn keep(&self, stop: &CancellationToken) {
        tokio::select! {
            () = self.station.stopped(stop) => {}
            () = self.keep_leases() => {}
            () = self.keep_receiving() => {}
        }
    }

    /// Receives what is this node's to receive, which may change.
    async fn keep_receiving(&self) {
        let (mut share, intake) = (self.share.subscribe(), Entrance::new(self.station));
        loop {
            let now = share.borrow_and_update().clone();
            tokio::select! {
                _ = share.changed() => {}
                () = self.receive(&now, &intake) => {}
            }
        }
    }

    async fn receive(&self, share: &Share, intake: &dyn Intake) {
        if share.shards.is_empty() {
            return pending().await;
        }
        tracing::info!(
            platform = self.station.platform().code(),
            shards = ?share.shards,
            shards.all = share.of,
            "this node receives these shards"
        );
        let received = || async {
            let cut = self.sharded.receive_share(share, self, intake).await;
            // There may have been too few.
            self.ask_how_many().await;
            cut
        };
        self.station.keep_receiving(received).await;
    }

    async fn ask_how_many(&self) {
        match self.sharded.advised().await {
            Ok(advised) => {
                self.advised.fetch_max(advised, Ordering::Relaxed);
            }
            Err(cut) => {
                let platform = self.station.platform().code();
                tracing::warn!(platform, error = %cut, "the platform does not say how many shards there are");
            }
        }
    }

    /// Looks every few seconds, and when there was a hint, at most once a second.
    async fn keep_leases(&self) {
        let (engine, lease) = (&self.station.engine, self.station.settings.lease);
        let mut ear = engine.wake.ear_for_others();
        let mut renewed: Option<Instant> = None;
        // Whoever starts may be the first to hear that there are more than the others share.
        self.ask_how_many().await;
        loop {
            let looked = engine.now();
            let is_due = renewed.is_none_or(|last| last + GLANCE.min(lease / 3) <= looked);
            match self.look(looked, is_due).await {
                Ok(did) => renewed = if did { Some(looked) } else { renewed },
                Err(fault) => {
                    engine.report(&fault.into(), "the leases of shards could not be asked for");
                    if renewed.is_none_or(|last| last + lease <= engine.now()) {
                        self.receives(Share::default());
                    }
                }
            }
            engine.timer.sleep_until(looked + BREATH).await;
            tokio::select! {
                _ = ear.changed() => {}
                () = engine.timer.sleep_until(looked + GLANCE.min(lease / 3)) => {}
            }
        }
    }

    /// Looks who has which shard, and renews this node's leases where that is due or they change; whether it did.
    async fn look(&self, now: Instant, is_due: bool) -> Result<bool, Fault> {
        let engine = &self.station.engine;
        let leases = engine.app.store().read().await?.leases().await?;
        let seen = Seen {
            leases: &leases,
            account: self.station.platform().code(),
            me: &engine.owner,
            now,
        };
        let agreed = seen.agreed().unwrap_or_default();
        if agreed.max(self.advised.load(Ordering::Relaxed)) == 0 {
            self.ask_how_many().await;
        }
        let of = agreed.max(self.advised.load(Ordering::Relaxed));
        let plan = seen.plan(of);
        if of == 0 || plan.changes_nothing() && !is_due {
            return Ok(false);
        }
        // Before another node may have what is given up.
        self.receives(Share {
            shards: plan.keeps.clone(),
            of,
        });
        let shards = self.hold(seen, &plan, of).await?;
        self.receives(Share { shards, of });
        if !plan.gives_up.is_empty() {
            engine.wake.everyone();
        }
        Ok(true)
    }

    /// Holds what the plan says; the shards that it has then.
    async fn hold(&self, seen: Seen<'_>, plan: &Plan, of: u32) -> Result<Vec<u32>, Fault> {
        let engine = &self.station.engine;
        let (now, until) = (seen.now, seen.now + self.station.settings.lease);
        let mut unit = engine.app.store().begin().await?;
        for sign in &plan.signs {
            unit.hold(sign, &engine.owner, now, until).await?;
        }
        for name in &plan.gives_up {
            unit.hold(name, &engine.owner, now, GIVEN_UP).await?;
        }
        let mut shards: Vec<u32> = plan.keeps.iter().chain(&plan.takes).copied().collect();
        shards.sort_unstable();
        let mut held = Vec::with_capacity(shards.len());
        for shard in shards {
            let hold = unit.hold(&seen.shard(shard, of), &engine.owner, now, until).await?;
            if hold != Hold::Elsewhere {
                held.push(shard);
            }
        }
        unit.commit().await?;
        Ok(held)
    }

    fn receives(&self, share: Share) {
        self.share.send_if_modified(|now| {
            let differs = *now != share;
            *now = share;
            differs
        });
    }

    fn name_of_turn(&self, what: &str) -> String {
        format!("{}.{what}", self.station.platform().code())
    }

    /// Takes a turn that is nobody's; else until when it is somebody's.
    async fn take_turn(&self, name: &str, length: TimeDelta) -> Result<Option<Instant>, Fault> {
        let (engine, now) = (&self.station.engine, self.station.engine.now());
        let leases = engine.app.store().read().await?.leases().await?;
        let taken = leases.iter().find(|lease| lease.name == name && lease.until > now);
        if let Some(taken) = taken {
            return Ok(Some(taken.until));
        }
        let hold = self.hold_turn(name, length).await?;
        Ok((hold == Hold::Elsewhere).then_some(now))
    }

    async fn hold_turn(&self, name: &str, length: TimeDelta) -> Result<Hold, Fault> {
        let (engine, now) = (&self.station.engine, self.station.engine.now());
        let mut unit = engine.app.store().begin().await?;
        let hold = unit.hold(name, &engine.owner, now, now + length).await?;
        unit.commit().await?;
        Ok(hold)
    }
}

#[async_trait]
impl Turns for Sharing<'_> {
    async fn turn(&self, what: &str, length: TimeDelta) {
        let engine = &self.station.engine;
        let name = self.name_of_turn(what);
        loop {
            let again = match self.take_turn(&name, length).await {
                Ok(None) => return,
                // It may be used sooner.
                Ok(Some(taken_until)) => taken_until.min(engine.now() + BREATH),
                Err(fault) => {
                    engine.report(&fault.into(), "a turn could not be asked for");
                    engine.now() + BREATH
                }
            };
            engine.timer.sleep_until(again).await;
        }
    }

    async fn used(&self, what: &str, apart: TimeDelta) {
        if let Err(fault) = self.hold_turn(&self.name_of_turn(what), apart).await {
            // Then it is the caller's for as long as it might have taken to use it.
            self.station.engine.report(&fault.into(), "a turn could not be ended");
        }
    }
}
