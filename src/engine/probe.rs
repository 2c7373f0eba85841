//! What the engine tells of itself when the operator asks.

use std::sync::Arc;

use async_trait::async_trait;
use muster_core::error::Fault;
use muster_core::store::Depth;
use muster_core::surface::Platform;

use super::Engine;
use super::metrics::Depths;
use crate::http::{Holder, Probe};

/// How much that is due is counted; where that is much, it matters little how much more there is.
const MOST_DUE: u32 = 1_000;

/// Answers from the store, as it is now.
#[derive(Debug)]
pub struct EngineProbe {
    engine: Arc<Engine>,
    platforms: Vec<Platform>,
}

impl EngineProbe {
    /// For a node that serves those platforms.
    pub const fn new(engine: Arc<Engine>, platforms: Vec<Platform>) -> Self {
        Self { engine, platforms }
    }
}

#[async_trait]
impl Probe for EngineProbe {
    async fn holders(&self) -> Result<Vec<(Platform, Holder)>, Fault> {
        let (engine, now) = (&self.engine, self.engine.now());
        let leases = engine.app.store().read().await?.leases().await?;
        let holder = |platform: Platform| {
            let lease = leases.iter().find(|lease| lease.name == platform.code());
            match lease.filter(|lease| lease.until > now) {
                Some(lease) if lease.owner == engine.owner => Holder::ThisNode,
                Some(_) => Holder::AnotherNode,
                None => Holder::Nobody,
            }
        };
        Ok(self
            .platforms
            .iter()
            .map(|platform| (*platform, holder(*platform)))
            .collect())
    }

    async fn depths(&self) -> Result<Depths, Fault> {
        let mut unit = self.engine.app.store().read().await?;
        let outbox = unit.outbox_depth().await?.into_iter();
        Ok(Depths {
            inbox: unit.inbox_depth().await?,
            due: unit.due(self.engine.now(), MOST_DUE).await?.len() as u64,
            unknown: unit.count_unknown().await?,
            outbox: outbox
                .map(
                    |Depth {
                         platform,
                         kind,
                         messages,
                     }| (platform, kind, messages),
                )
                .collect(),
        })
    }
}
