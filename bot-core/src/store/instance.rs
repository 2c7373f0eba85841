//! What belongs to the whole instance.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::surface::Platform;

/// The instance.
#[async_trait]
pub trait Instance {
    /// Where the clock stands that was set by hand, if it was.
    async fn hand_set_clock(&mut self) -> StoreResult<Option<Instant>>;
    /// Sets the clock by hand, or lets it run again.
    async fn set_hand_set_clock(&mut self, at: Option<Instant>) -> StoreResult<()>;
    /// Whether anybody has an account on a platform other than this one.
    async fn has_accounts_beyond(&mut self, platform: Platform) -> StoreResult<bool>;
}
