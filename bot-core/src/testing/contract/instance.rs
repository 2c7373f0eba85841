//! What every store does with what belongs to the whole instance.

use std::sync::Arc;

use super::fixtures::{at, begin, person, read};
use super::people::account;
use crate::store::Store;
use crate::surface::Platform;

/// The clock is not set, then set, then set again, then let run.
pub async fn the_clock_is_set_and_let_run(store: Arc<dyn Store>) {
    for wanted in [None, Some(at(5)), Some(at(-5)), None] {
        let mut unit = begin(&store).await;
        unit.set_hand_set_clock(wanted).await.unwrap();
        unit.commit().await.unwrap();
        assert_eq!(read(&store).await.hand_set_clock().await.unwrap(), wanted);
    }
}

/// A database that has met nobody has no clock set by hand.
pub async fn the_clock_begins_free(store: Arc<dyn Store>) {
    assert_eq!(read(&store).await.hand_set_clock().await.unwrap(), None);
}

/// Accounts of a platform are not beyond it.
pub async fn accounts_beyond_a_platform_are_seen(store: Arc<dyn Store>) {
    let ana = person(1, "Ana");
    let mut unit = begin(&store).await;
    assert!(!unit.has_accounts_beyond(Platform::Console).await.unwrap());
    unit.save_person(&ana).await.unwrap();
    unit.save_account(&account(Platform::Console, "ana", ana.id, at(0)))
        .await
        .unwrap();
    assert!(!unit.has_accounts_beyond(Platform::Console).await.unwrap());
    unit.save_account(&account(Platform::Discord, "1", ana.id, at(0)))
        .await
        .unwrap();
    assert!(unit.has_accounts_beyond(Platform::Console).await.unwrap());
}
