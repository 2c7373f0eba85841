//! Which node serves what: one node at a time holds a lease, and holds it on by renewing it.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;

/// What came of asking for a lease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// It was free, or its holder let it run out: it is taken now.
    Taken,
    /// It was held already, and is held on.
    Renewed,
    /// Another node holds it.
    Elsewhere,
}

/// A lease that was taken once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeLease {
    /// What it is for.
    pub name: String,
    /// The node.
    pub owner: String,
    /// When it ends unless it is renewed.
    pub until: Instant,
}

/// The leases of every node.
#[async_trait]
pub trait Leases {
    /// Takes or renews a lease until that instant, unless another node holds it at `now`.
    async fn hold(&mut self, name: &str, owner: &str, now: Instant, until: Instant) -> StoreResult<Hold>;

    /// Gives up everything that `owner` holds; how many leases.
    async fn let_go(&mut self, owner: &str) -> StoreResult<u64>;

    /// Every lease that was not given up, by name.
    async fn leases(&mut self) -> StoreResult<Vec<NodeLease>>;
}
