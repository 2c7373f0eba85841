//! The leases, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::store::{Hold, Leases, NodeLease, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    leases: BTreeMap<String, NodeLease>,
}

#[async_trait]
impl Leases for MemoryUnit {
    async fn hold(&mut self, name: &str, owner: &str, now: Instant, until: Instant) -> StoreResult<Hold> {
        let leases = &mut self.write()?.leases.leases;
        let hold = match leases.get(name) {
            Some(lease) if lease.owner == owner => Hold::Renewed,
            Some(lease) if lease.until > now => return Ok(Hold::Elsewhere),
            _ => Hold::Taken,
        };
        let lease = NodeLease {
            name: name.to_owned(),
            owner: owner.to_owned(),
            until,
        };
        leases.insert(name.to_owned(), lease);
        Ok(hold)
    }

    async fn let_go(&mut self, owner: &str) -> StoreResult<u64> {
        let leases = &mut self.write()?.leases.leases;
        let held = leases.len();
        leases.retain(|_, lease| lease.owner != owner);
        Ok((held - leases.len()) as u64)
    }

    async fn leases(&mut self) -> StoreResult<Vec<NodeLease>> {
        Ok(self.rows().leases.leases.values().cloned().collect())
    }
}
