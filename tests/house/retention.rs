//! What has ended does not stay for ever.

use muster_core::chrono::TimeDelta;
use muster_core::retention::Retention;
use muster_core::store::Store;
use muster_storage::SqliteStore;

use crate::desk;

#[tokio::test]
async fn what_was_done_two_weeks_ago_is_forgotten_by_a_desk_that_goes_on() {
    let desk = desk();
    desk.seen("ana", "main", "help\nteam list\n:clock +10d\nhelp\n:clock +5d\nhelp\n");
    let store = SqliteStore::open(desk.path().join("muster.db")).await.unwrap();
    let mut unit = store.begin().await.unwrap();
    let whenever = unit.hand_set_clock().await.unwrap().unwrap() + Retention::default().messages + TimeDelta::days(1);
    assert_eq!(unit.forget_done(whenever).await.unwrap(), 2);
    assert_eq!(unit.forget_settled(whenever).await.unwrap(), 2);
}

#[test]
fn the_audit_log_goes_when_the_operator_says_so() {
    let typed = "team list\nben: team list\ngroup role ben captain\n:room @ana\ngroup audit\n";
    for (kept, stays) in [("30d", false), ("forever", true)] {
        let desk = desk().with("MUSTER_RETENTION_AUDIT", kept);
        assert!(
            desk.seen("ana", "main", &format!(":clock 2026-12-01 09:00\n{typed}"))
                .contains("ben is a captain")
        );
        desk.seen("ana", "main", ":clock +31d\nhelp\n");
        let log = desk.seen("ana", "@ana", "group audit\n");
        assert_eq!(log.contains("ben"), stays, "{kept}: {log}");
    }
}
