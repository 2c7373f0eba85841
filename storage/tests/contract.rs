//! The stores on databases keep the contract of every store.
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

mod sqlite {
    use std::sync::Arc;

    use muster_core::store::Store;
    use muster_storage::SqliteStore;
    use tempfile::TempDir;

    async fn fresh() -> (Arc<dyn Store>, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
        store.migrate().await.unwrap();
        (Arc::new(store), folder)
    }

    muster_core::store_contract!(fresh);
}

mod postgres {
    use std::sync::Arc;

    use muster_core::store::Store;
    use muster_test_servers::postgres::{self, TestDatabase};

    async fn fresh() -> (Arc<dyn Store>, TestDatabase) {
        let (store, database) = postgres::fresh().await;
        (Arc::new(store), database)
    }

    muster_core::store_contract!(fresh);
}
