//! Events that reach a node which does not serve their platform's account: written down, for whichever node does.

use std::sync::Arc;

use async_trait::async_trait;
use muster_core::catalogue::complete::{Choice, Query};
use muster_core::error::Fault;
use muster_core::reply::form::Form;
use muster_core::store::Received;
use muster_core::surface::{Inbound, Intake, NotAccepted, Platform, Skipped};

use super::Engine;

/// Where such events are handed in.
struct Doorstep {
    engine: Arc<Engine>,
    platform: Platform,
}

impl Engine {
    /// Where events of that platform are handed in while this node does not serve it. Whoever serves it finds them.
    pub fn doorstep(self: &Arc<Self>, platform: Platform) -> Arc<dyn Intake> {
        Arc::new(Doorstep {
            engine: self.clone(),
            platform,
        })
    }
}

impl Doorstep {
    /// Writes events into the inbox, all or none; how many are new.
    async fn write_down(&self, events: &[Inbound]) -> Result<u64, Fault> {
        let mut unit = self.engine.app.store().begin().await?;
        let mut new = 0;
        for event in events {
            new += u64::from(unit.receive(event).await? == Received::New);
        }
        unit.commit().await?;
        Ok(new)
    }
}

#[async_trait]
impl Intake for Doorstep {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        let (engine, all) = (&self.engine, events.len() as u64);
        engine.metrics.events_received(self.platform, all);
        let new = self.write_down(&events).await.map_err(|fault| {
            engine.report(&fault.into(), "events could not be accepted");
            NotAccepted
        })?;
        engine.metrics.events_repeated(self.platform, all - new);
        // This node may come to serve the account at this very moment, so it looks as well.
        engine.wake.heard();
        engine.wake.everyone();
        Ok(())
    }

    fn skipped(&self, why: Skipped) {
        self.engine.skipped(self.platform, why);
    }

    async fn complete(&self, query: &Query) -> Vec<Choice> {
        self.engine.choices(query).await
    }

    async fn form(&self, inbound: &Inbound) -> Option<Form> {
        self.engine.form(inbound).await
    }
}
