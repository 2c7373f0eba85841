//! What belongs to the whole instance, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::store::{Instance, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    hand_set_clock: Option<Instant>,
}

#[async_trait]
impl Instance for MemoryUnit {
    async fn hand_set_clock(&mut self) -> StoreResult<Option<Instant>> {
        Ok(self.rows().instance.hand_set_clock)
    }

    async fn set_hand_set_clock(&mut self, at: Option<Instant>) -> StoreResult<()> {
        self.write()?.instance.hand_set_clock = at;
        Ok(())
    }

    async fn has_accounts_beyond(&mut self, platform: Platform) -> StoreResult<bool> {
        Ok(self.rows().people.has_accounts_beyond(platform))
    }
}
