//! What has ended does not stay for ever.

use muster_core::chrono::TimeDelta;
use muster_core::retention::POST;
use muster_core::store::Store;
use muster_storage::SqliteStore;

use crate::desk;

#[tokio::test]
async fn what_was_done_two_weeks_ago_is_forgotten_by_a_desk_that_goes_on() {
    let desk = desk();
    desk.seen("ana", "main", "help\nteam list\n:clock +10d\nhelp\n:clock +5d\nhelp\n");
    let store = SqliteStore::open(desk.path().join("muster.db")).await.unwrap();
    let mut unit = store.begin().await.unwrap();
    let whenever = unit.hand_set_clock().await.unwrap().unwrap() + POST + TimeDelta::days(1);
    assert_eq!(unit.forget_done(whenever).await.unwrap(), 2);
    assert_eq!(unit.forget_settled(whenever).await.unwrap(), 2);
}
