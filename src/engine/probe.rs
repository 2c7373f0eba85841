//! What the engine tells of itself when the operator asks.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use muster_core::error::Fault;
use muster_core::store::Depth;
use muster_core::surface::{Adapter, Platform};

use super::Engine;
use super::metrics::Depths;
use crate::http::{Holder, Probe};

/// How much that is due is counted; where that is much, it matters little how much more there is.
const MOST_DUE: u32 = 1_000;

/// Answers from the store, as it is now.
pub struct EngineProbe {
    engine: Arc<Engine>,
    adapters: Vec<Arc<dyn Adapter>>,
}

impl fmt::Debug for EngineProbe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EngineProbe")
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}

impl EngineProbe {
    /// For a node that serves those accounts.
    pub const fn new(engine: Arc<Engine>, adapters: Vec<Arc<dyn Adapter>>) -> Self {
        Self { engine, adapters }
    }
}

#[async_trait]
impl Probe for EngineProbe {
    async fn holders(&self) -> Result<Vec<(Platform, Holder)>, Fault> {
        let (engine, now) = (&self.engine, self.engine.now());
        let is_shared = engine.app.store().is_shared();
        let mut unit = engine.app.store().read().await?;
        let (leases, pinned) = (unit.leases().await?, unit.pinned().await?);
        let holder = |adapter: &dyn Adapter| {
            let platform = adapter.platform();
            let lacks_keys = |keystore| pinned.get(&platform).is_some_and(|pinned| pinned != keystore);
            let lease = leases.iter().find(|lease| lease.name == platform.code());
            match lease.filter(|lease| lease.until > now) {
                Some(lease) if lease.owner == engine.owner => Holder::ThisNode,
                // Where the store is this process's alone, whoever else held it is gone.
                Some(_) if is_shared => Holder::AnotherNode,
                _ if adapter.keystore().is_some_and(lacks_keys) => Holder::NobodyForLackOfKeys,
                _ => Holder::Nobody,
            }
        };
        let adapters = self.adapters.iter();
        Ok(adapters
            .map(|adapter| (adapter.platform(), holder(&**adapter)))
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
