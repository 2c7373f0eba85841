//! The store in memory keeps the contract of every store.

use std::sync::Arc;

use muster_core::store::Store;
use muster_core::testing::MemoryStore;

async fn fresh() -> (Arc<dyn Store>, ()) {
    (Arc::new(MemoryStore::default()), ())
}

muster_core::store_contract!(fresh);
