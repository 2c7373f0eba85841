//! What every store does with units of work that are under way at once.

use std::sync::Arc;

use super::fixtures::{begin, person, read};
use crate::store::{Store, StoreError};

/// What is not committed, nobody else sees.
pub async fn an_uncommitted_unit_is_invisible(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut writer = begin(&store).await;
    writer.save_person(&ana).await.unwrap();
    assert_eq!(writer.person(ana.id).await.unwrap().as_ref(), Some(&ana));
    assert_eq!(read(&store).await.person(ana.id).await.unwrap(), None);
    writer.commit().await.unwrap();
    assert_eq!(read(&store).await.person(ana.id).await.unwrap(), Some(ana));
}

/// Dropped means rolled back, before the next one begins.
pub async fn a_dropped_unit_never_was(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut dropped = begin(&store).await;
    dropped.save_person(&ana).await.unwrap();
    drop(dropped);
    let mut next = begin(&store).await;
    assert_eq!(next.person(ana.id).await.unwrap(), None);
    next.commit().await.unwrap();
    assert_eq!(read(&store).await.person(ana.id).await.unwrap(), None);
}

/// What is committed after it began, a reading unit does not see.
pub async fn a_reading_unit_is_a_snapshot(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut reader = read(&store).await;
    let mut writer = begin(&store).await;
    writer.save_person(&ana).await.unwrap();
    writer.commit().await.unwrap();
    assert_eq!(reader.person(ana.id).await.unwrap(), None);
}

/// Many read while one writes.
pub async fn a_reading_unit_does_not_wait_for_a_writing_one(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut writer = begin(&store).await;
    writer.save_person(&ana).await.unwrap();
    for _ in 0..20 {
        assert_eq!(read(&store).await.person(ana.id).await.unwrap(), None);
    }
    writer.commit().await.unwrap();
}

/// A write in a reading unit is an error, and has no effect.
pub async fn a_reading_unit_does_not_write(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut reader = read(&store).await;
    assert!(matches!(reader.save_person(&ana).await, Err(StoreError::ReadOnly)));
    drop(reader);
    assert_eq!(read(&store).await.person(ana.id).await.unwrap(), None);
}

/// Scrubbing takes nothing that was committed, and can be asked for at any time.
pub async fn scrubbing_keeps_what_was_committed(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut writer = begin(&store).await;
    writer.save_person(&ana).await.unwrap();
    writer.commit().await.unwrap();
    assert!(store.scrub().await.unwrap());
    assert!(store.scrub().await.unwrap());
    assert_eq!(read(&store).await.person(ana.id).await.unwrap(), Some(ana));
}
