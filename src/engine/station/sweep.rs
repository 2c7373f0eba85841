//! Events that wait in the store and that nobody here has.

use muster_core::error::Fault;
use tokio::sync::watch;

use super::rooms::Rooms;
use super::{BREATH, GLANCE};
use crate::engine::BATCH;

impl Rooms {
    /// Takes up what an earlier run or another node accepted and did not carry out, until the store has told it all.
    pub(super) async fn sweep(&self) {
        let engine = self.station().engine.clone();
        while let Err(fault) = self.sweep_once().await {
            engine.report(&fault.into(), "events could not be read");
            engine.timer.sleep_until(engine.now() + BREATH).await;
        }
    }

    /// The same whenever it was hinted at, and every few seconds.
    pub(super) async fn keep_sweeping(&self, mut ear: watch::Receiver<u64>) {
        let engine = self.station().engine.clone();
        loop {
            tokio::select! {
                _ = ear.changed() => {}
                () = engine.timer.sleep_until(engine.now() + GLANCE) => {}
            }
            self.sweep().await;
        }
    }

    async fn sweep_once(&self) -> Result<(), Fault> {
        let station = self.station();
        let (store, platform) = (station.engine.app.store(), station.adapter.platform());
        let mut after = None;
        loop {
            let waiting = store.read().await?.waiting(platform, after, BATCH).await?;
            let Some(last) = waiting.last() else {
                return Ok(());
            };
            after = Some(last.came);
            for event in waiting {
                self.take_up(event.inbound);
            }
        }
    }
}
