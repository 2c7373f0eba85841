//! Which store of keys an account is pinned to: on an encrypted platform the account's device, and what it can read, is in
//! one folder of one node.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::StoreResult;
use crate::surface::Platform;

/// The stores of keys of the platforms' accounts.
#[async_trait]
pub trait Keystores {
    /// Pins an account to a store of keys unless it is pinned already; whether it is pinned to that one.
    async fn pin(&mut self, platform: Platform, keystore: &str) -> StoreResult<bool>;

    /// Pins an account to that store of keys, whatever it is pinned to.
    async fn pin_anew(&mut self, platform: Platform, keystore: &str) -> StoreResult<()>;

    /// The accounts that are pinned, and to what.
    async fn pinned(&mut self) -> StoreResult<BTreeMap<Platform, String>>;
}
