//! The stores of keys, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::store::{Keystores, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pinned: BTreeMap<Platform, String>,
}

#[async_trait]
impl Keystores for MemoryUnit {
    async fn pin(&mut self, platform: Platform, keystore: &str) -> StoreResult<bool> {
        let pinned = &mut self.write()?.keystores.pinned;
        Ok(pinned.entry(platform).or_insert_with(|| keystore.to_owned()) == keystore)
    }

    async fn pin_anew(&mut self, platform: Platform, keystore: &str) -> StoreResult<()> {
        let pinned = &mut self.write()?.keystores.pinned;
        pinned.insert(platform, keystore.to_owned());
        Ok(())
    }

    async fn pinned(&mut self) -> StoreResult<BTreeMap<Platform, String>> {
        Ok(self.rows().keystores.pinned.clone())
    }
}
