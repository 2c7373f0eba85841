//! Receiving that several nodes share, on a platform whose events come on several connections.

use async_trait::async_trait;

use super::{Cut, Intake};
use crate::chrono::TimeDelta;

/// An account whose events are divided into shards, each of which may be another node's to receive. Which events are in
/// which shard hangs on how many there are, so every node must go by the same number.
#[async_trait]
pub trait Sharded: Send + Sync {
    /// How many shards the platform advises, one at least.
    async fn advised(&self) -> Result<u32, Cut>;

    /// As [`Adapter::receive`](super::Adapter::receive), but of those shards alone.
    async fn receive_share(&self, share: &Share, turns: &dyn Turns, intake: &dyn Intake) -> Cut;
}

/// The shards that a node receives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Share {
    /// Which, from 0.
    pub shards: Vec<u32>,
    /// How many there are in all.
    pub of: u32,
}

/// What the nodes of an account must do one after the other.
#[async_trait]
pub trait Turns: Send + Sync {
    /// Waits until nobody has that turn; then it is the caller's, who takes no longer than that to use it.
    async fn turn(&self, what: &str, length: TimeDelta);

    /// The caller used its turn just now: the next one comes that much later.
    async fn used(&self, what: &str, apart: TimeDelta);
}
