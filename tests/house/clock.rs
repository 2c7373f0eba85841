//! The clock that is set by hand: it stands, moves forward, outlives a restart, and is not for desks with real people.

use muster_core::people::Account;
use muster_core::store::Store;
use muster_core::surface::Platform;
use muster_storage::SqliteStore;

use crate::desk;

#[test]
fn the_clock_stands_where_it_was_left_and_moves_forward_only() {
    let desk = desk();
    desk.seen("ana", "main", ":clock 2026-12-01 09:00\n");
    let later = desk.seen("ana", "main", ":clock +2h\n");
    assert!(later.starts_with("It is Tue 1 Dec, 11:00 New York time."), "{later}");
    let back = desk.seen("ana", "main", ":clock 2026-12-01 10:00\n");
    assert!(
        back.starts_with("The clock moves forward only, and it is Tue 1 Dec, 11:00"),
        "{back}"
    );
}

#[test]
fn the_clock_is_not_set_by_hand_where_people_on_platforms_use_the_desk() {
    let desk = desk();
    desk.seen("ana", "main", "shift list\n");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open(desk.path().join("muster.db")).await.unwrap();
        let mut unit = store.begin().await.unwrap();
        let ana = unit.account(Platform::Console, "ana").await.unwrap().unwrap();
        let elsewhere = Account {
            platform: Platform::Matrix,
            account: "@ana:example.org".to_owned(),
            ..ana
        };
        unit.save_account(&elsewhere).await.unwrap();
        unit.commit().await.unwrap();
        store.close().await;
    });
    let refused = desk.seen("ana", "main", ":clock +2h\nshift list\n");
    assert!(refused.starts_with("The clock cannot be set by hand here"), "{refused}");
}
