//! What every store does with the stores of keys that accounts are pinned to.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fixtures::{begin, read};
use crate::store::Store;
use crate::surface::Platform;

/// Whoever comes first is what an account is pinned to, until that is changed by name.
pub async fn an_account_is_pinned_to_its_first_store_of_keys(store: Arc<dyn Store>) {
    let mut unit = begin(&store).await;
    assert!(unit.pin(Platform::Matrix, "north").await.unwrap());
    assert!(unit.pin(Platform::Matrix, "north").await.unwrap());
    assert!(!unit.pin(Platform::Matrix, "south").await.unwrap());
    assert!(unit.pin(Platform::Telegram, "south").await.unwrap());
    unit.commit().await.unwrap();

    let mut unit = begin(&store).await;
    unit.pin_anew(Platform::Matrix, "south").await.unwrap();
    assert!(!unit.pin(Platform::Matrix, "north").await.unwrap());
    unit.commit().await.unwrap();
    let pinned = [Platform::Telegram, Platform::Matrix].map(|platform| (platform, "south".to_owned()));
    assert_eq!(read(&store).await.pinned().await.unwrap(), BTreeMap::from(pinned));
}
