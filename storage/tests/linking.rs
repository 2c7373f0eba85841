//! Two accounts become one person on SQLite, with everything that refers to either of them.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on panics; that is how it fails"
)]

use std::sync::Arc;

use muster_core::testing::World;
use muster_storage::SqliteStore;

/// The command that an answer asks to type.
fn to_type(answer: &str, opening: &str) -> String {
    let start = answer.find(opening).unwrap();
    answer[start..].lines().next().unwrap().to_owned()
}

#[tokio::test]
async fn everything_that_refers_to_either_account_is_the_one_persons_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    let mut world = World::on(Arc::new(store));
    for (name, text) in [
        ("ana", "team add Drivers"),
        ("ana", "shift add Canvass sat 10am-1pm needs:2"),
        ("ana", "poll new Lunch? pizza, tacos"),
        ("ben", "shift claim S1"),
        ("ben", "poll vote P1 pizza"),
        ("ben", "team join Drivers"),
        ("ana", "group role ben captain"),
        ("ben", "task add Print flyers"),
        ("ben", "remind me in 2h call back"),
        ("ben2", "shift claim S1"),
        ("ben2", "poll vote P1 tacos"),
        ("ben2", "me timezone Chicago"),
    ] {
        let answer = world.say(name, text).await;
        assert!(!answer.contains("Usage"), "{name}: {text}: {answer}");
    }
    let link = to_type(&world.private("ben2", "me link").await, "me link ");
    world.private("ben", &format!("{link} yes")).await;
    let joined = world.private("ben2", "me link confirm").await;
    assert!(joined.starts_with("You and ben are one person now"), "{joined}");

    let group = world.say("ana", "group").await;
    assert!(
        group.contains("2 members") && group.contains("Captains: ben2"),
        "{group}"
    );
    let me = world.private("ben", "me").await;
    assert!(
        me.contains("captain · teams: Drivers") && me.contains("Chicago time"),
        "{me}"
    );
    let shift = world.say("ana", "shift show S1").await;
    assert_eq!(shift.matches("ben").count(), 1, "one seat: {shift}");
    let poll = world.say("ana", "poll show P1").await;
    assert!(poll.contains("1 voted"), "one vote: {poll}");
    let audit = world.say("ana", "group audit").await;
    assert!(
        audit.contains("ana made ben a captain.") || audit.contains("ana made ben2 a captain."),
        "{audit}"
    );
    let sent = world.advance("2h").await;
    assert!(sent.iter().any(|message| message.contains("call back")), "{sent:?}");
}
