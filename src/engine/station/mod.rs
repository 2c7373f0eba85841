//! One platform's account as this node serves it, for as long as it holds its lease.
//!
//! - [`Station`]: taking the lease, serving under it, and an orderly end
//! - `lease`: holding it, and noticing that it is lost
//! - `receiving`: the adapter's events, again and again; `intake`: accepting them
//! - `sharing`: receiving a share of them, beside other nodes; `shares`: which; `entrance`: where those come in
//! - `asking`: what the platform must tell first
//! - `rooms`: carrying events out in their order within a room, rooms beside each other
//! - `sweep`: events that wait in the store and nobody here has: of an earlier run, of another node, of a room that was
//!   too busy
//! - `post`: messages at the platform's pace; `fill`: taking them from the store; `attempts`: counting and making the attempts
//! - `edits`: cards that follow what they show

mod asking;
mod attempts;
mod edits;
mod entrance;
mod fill;
mod intake;
mod lease;
mod post;
mod receiving;
mod rooms;
mod shares;
mod sharing;
mod sweep;

use std::fmt;
use std::future::pending;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use muster_core::clock::Instant;
use muster_core::error::Fault;
use muster_core::store::Sent;
use muster_core::surface::{Adapter, Platform, Sharded};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::flood::Flood;
use super::{BREATH, Engine, GLANCE, Settings};
use intake::StationIntake;
use post::Post;
use rooms::Rooms;
use sharing::Sharing;

/// How many answers may wait to be handed over.
const ANSWERS: usize = 1024;

/// One platform's account.
pub(super) struct Station {
    engine: Arc<Engine>,
    adapter: Arc<dyn Adapter>,
    settings: Settings,
    flood: Mutex<Flood>,
    /// Until when this node certainly holds the lease.
    held_until: Mutex<Option<Instant>>,
    /// Where this node takes what it shares in receiving, while it serves the account.
    desk: Mutex<Option<StationIntake>>,
    /// Whether the account was found to be pinned to another store of keys than this node's.
    lacks_keys: AtomicBool,
}

impl fmt::Debug for Station {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Station")
            .field("platform", &self.platform())
            .finish_non_exhaustive()
    }
}

impl Station {
    pub(super) fn new(engine: Arc<Engine>, adapter: Arc<dyn Adapter>, settings: Settings) -> Self {
        Self {
            engine,
            adapter,
            settings,
            flood: Mutex::new(Flood::new(settings.allowances)),
            held_until: Mutex::default(),
            desk: Mutex::default(),
            lacks_keys: AtomicBool::default(),
        }
    }

    fn platform(&self) -> Platform {
        self.adapter.platform()
    }

    /// Serves the account whenever it is this node's to serve, until it is asked to stop; then what is under way is
    /// finished, as far as whoever asks lets it.
    pub(super) async fn serve(self: Arc<Self>, stop: CancellationToken) {
        let served = self.clone().serve_in_turn(&stop);
        match self.shared() {
            Some(sharded) => {
                let sharing = Sharing::new(&self, sharded);
                tokio::join!(served, sharing.keep(&stop));
            }
            None => served.await,
        }
    }

    /// How this node shares in receiving: where others may.
    fn shared(&self) -> Option<&dyn Sharded> {
        let others_may = self.engine.app.store().is_shared();
        self.adapter.sharded().filter(|_| others_may)
    }

    async fn serve_in_turn(self: Arc<Self>, stop: &CancellationToken) {
        while !stop.is_cancelled() {
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.take_lease() => self.clone().serve_under_lease(stop).await,
            }
        }
    }

    /// What was sent from this account until now, as far back as the platform counts. Where the store does not say, a
    /// platform that is asked too much says so.
    async fn sent_lately(&self) -> Vec<Sent> {
        let (engine, now) = (&self.engine, self.engine.now());
        let since = now - self.adapter.caps().rates.memory();
        let sent = async {
            engine
                .app
                .store()
                .read()
                .await?
                .sent_since(self.platform(), since, now)
                .await
        };
        sent.await.unwrap_or_else(|error| {
            engine.report(&Fault::from(error).into(), "what was sent lately could not be read");
            Vec::new()
        })
    }

    async fn serve_under_lease(self: Arc<Self>, stop: &CancellationToken) {
        let platform = self.platform();
        tracing::info!(platform = platform.code(), "this node serves the platform");
        let (answers, handed_over) = mpsc::channel(ANSWERS);
        let rooms = Rooms::new(self.clone(), answers);
        let _ended = rooms.stop_when_dropped();
        let draining = CancellationToken::new();
        let post = Post::new(self.clone(), handed_over, draining.clone(), &self.sent_lately().await);
        let (station, drain) = (self.clone(), draining.clone());
        // What comes in between the first look and the next one is hinted at too.
        let ear = self.engine.wake.ear_for_others();
        let served = async move {
            rooms.sweep().await;
            let intake = StationIntake::new(station.clone(), rooms.clone());
            tokio::select! {
                () = station.stopped(stop) => {}
                () = station.receive(intake) => {}
                () = rooms.keep_sweeping(ear) => {}
            }
            station.is_at_its_desk(None);
            rooms.finish().await;
            drain.cancel();
        };
        tokio::select! {
            () = self.keep_lease() => tracing::warn!(platform = platform.code(), "the platform's lease is lost"),
            ((), ()) = async { tokio::join!(served, post.run()) } => {}
        }
        self.lost_lease();
    }

    /// Receives everything, or takes what comes in where that is shared.
    async fn receive(&self, intake: StationIntake) {
        if self.shared().is_some() {
            self.is_at_its_desk(Some(intake));
            return pending().await;
        }
        self.keep_receiving(|| self.adapter.receive(&intake)).await;
    }

    /// Waits until it is to stop, and has the adapter say so.
    async fn stopped(&self, stop: &CancellationToken) {
        stop.cancelled().await;
        self.adapter.hang_up().await;
    }
}
