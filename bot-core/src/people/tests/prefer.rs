//! `me prefer`, and what happens to a private message that the first account does not get.

use super::{Window, to_type};
use crate::app::{Attempted, Lease};
use crate::clock::Clock;
use crate::delivery::After;
use crate::store::{OutboxRow, OutboxState};
use crate::surface::{Address, Platform, Refusal};
use crate::testing::{World, post};

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
/// Ben's other accounts.
const ON_MATRIX: Window = Window::new(Platform::Matrix, "space", "ben_m").private();
const ON_TELEGRAM: Window = Window::new(Platform::Telegram, "chat", "ben_t").private();

const BLOCKED: OutboxState = OutboxState::Refused(Refusal::Blocked);

/// Ben joins another account of his.
async fn join(world: &mut World, other: Window) {
    let link = to_type(&BEN.private().says(world, "me link").await, "me link ");
    other.says(world, &format!("{link} yes")).await;
    let joined = BEN.private().is_told(world, "me link confirm").await;
    assert!(joined.contains("are one person now"), "{joined}");
}

/// A group of Ana's with Ben, who has three accounts: last used is that on Discord, then that on Telegram.
async fn ward() -> World {
    let mut world = World::memory();
    ANA.says(&mut world, "team list").await;
    BEN.says(&mut world, "team list").await;
    for other in [ON_MATRIX, ON_TELEGRAM] {
        world.advance("5m").await;
        join(&mut world, other).await;
    }
    world.advance("5m").await;
    BEN.private().says(&mut world, "me").await;
    world.post().await;
    world.seen();
    world
}

/// Who gets what Ben is reminded of.
async fn reminded(world: &mut World) -> Vec<String> {
    BEN.private().says(world, "remind me in 1h call the printer").await;
    let sent = world.advance("1h").await;
    sent.iter()
        .filter_map(|sent| Some(sent.split_once(']')?.0.to_owned() + "]"))
        .collect()
}

#[tokio::test]
async fn private_messages_go_where_somebody_wants_them_else_where_they_acted_last() {
    let mut world = ward().await;
    assert_eq!(reminded(&mut world).await, ["[@ben]"]);
    assert_eq!(
        BEN.private().is_told(&mut world, "me prefer Matrix").await,
        "Private messages go to Matrix first now. Where it does not take one, your other accounts are tried."
    );
    assert_eq!(reminded(&mut world).await, ["[@ben_m]"]);
    let me = BEN.private().says(&mut world, "me").await;
    assert!(
        me.contains("Private messages go to Matrix first · to have them where you acted last: me prefer last"),
        "{me}"
    );
    assert_eq!(
        BEN.private().is_told(&mut world, "me prefer last").await,
        "Private messages go where you acted last now. Where it does not take one, your other accounts are tried."
    );
    assert_eq!(reminded(&mut world).await, ["[@ben]"]);
    let me = BEN.private().says(&mut world, "me").await;
    assert!(
        me.contains("Private messages go where you acted last, now to Discord · to choose: me prefer telegram"),
        "{me}"
    );
    BEN.private().says(&mut world, "me prefer telegram").await;
    BEN.private().says(&mut world, "undo").await;
    assert_eq!(reminded(&mut world).await, ["[@ben]"]);
}

#[tokio::test]
async fn only_a_platform_with_an_account_can_be_chosen() {
    let mut world = World::memory();
    ANA.says(&mut world, "team list").await;
    for nowhere in ["matrix", "carrier pigeon"] {
        let answer = ANA
            .private()
            .says(&mut world, &format!("me prefer \"{nowhere}\""))
            .await;
        assert!(
            answer.contains(&format!("no account of yours on \"{nowhere}\"")),
            "{answer}"
        );
        assert!(
            answer.contains("me prefer discord") && !answer.contains("me prefer matrix"),
            "{answer}"
        );
    }
    let me = ANA.private().says(&mut world, "me").await;
    assert!(!me.contains("me prefer"), "there is nothing to choose: {me}");
}

#[tokio::test]
async fn what_one_account_is_refused_goes_to_the_next_and_to_one_alone() {
    for refusal in Refusal::ALL {
        let mut world = ward().await;
        world.private_messages_come_to("ben", OutboxState::Refused(refusal));
        let goes_on = refusal.is_of_one_account();
        let wanted: &[&str] = if goes_on { &["[@ben_t]"] } else { &[] };
        assert_eq!(reminded(&mut world).await, wanted, "{refusal:?}");
    }
}

#[tokio::test]
async fn the_chosen_platform_comes_first_and_the_others_as_they_were_used() {
    let mut world = ward().await;
    BEN.private().says(&mut world, "me prefer matrix").await;
    world.private_messages_come_to("ben_m", BLOCKED);
    assert_eq!(reminded(&mut world).await, ["[@ben]"]);
    world.private_messages_come_to("ben", BLOCKED);
    assert_eq!(reminded(&mut world).await, ["[@ben_t]"]);
}

#[tokio::test]
async fn what_may_have_come_goes_to_nobody_else() {
    let mut world = ward().await;
    world.private_messages_come_to("ben", OutboxState::Unknown);
    assert_eq!(reminded(&mut world).await, [""; 0]);
}

/// Ana writes to everyone, which is Ben; the report.
async fn report(world: &mut World) -> String {
    ANA.says(world, "broadcast everyone Rain tomorrow").await;
    ANA.says(world, "broadcast send B1").await;
    world.post().await.pop().unwrap()
}

#[tokio::test]
async fn a_broadcast_that_any_account_takes_has_reached_its_person() {
    let mut world = ward().await;
    world.private_messages_come_to("ben", BLOCKED);
    world.private_messages_come_to("ben_t", BLOCKED);
    let report = report(&mut world).await;
    assert!(report.contains("Reached 1 of 1\n"), "{report}");
    let sent = world.seen();
    let copies = sent.iter().filter(|sent| sent.starts_with("[@"));
    assert_eq!(copies.count(), 1, "{sent:?}");
}

#[tokio::test]
async fn what_no_account_takes_is_told_with_the_last_reason() {
    let mut world = ward().await;
    world.private_messages_come_to("ben", BLOCKED);
    world.private_messages_come_to("ben_t", OutboxState::Refused(Refusal::NeverStarted));
    world.private_messages_come_to("ben_m", OutboxState::Refused(Refusal::Deactivated));
    let report = report(&mut world).await;
    assert!(
        report.contains("Reached 0 of 1 · 1 has closed their account (ben)"),
        "{report}"
    );
}

const NODE: &str = "world";

/// Takes Ben's reminder to be sent, and counts the attempt.
async fn begun(world: &World) -> OutboxRow {
    let (now, until) = (world.clock().now(), world.clock().now() + chrono::TimeDelta::minutes(1));
    let mut unit = world.app().store().begin().await.unwrap();
    let mut rows = post::lease(&mut *unit, NODE, now, until, 9).await.unwrap();
    unit.commit().await.unwrap();
    let row = rows.pop().unwrap();
    assert_eq!(rows, [], "one message is on its way");
    let lease = Lease { owner: NODE, until };
    assert_eq!(world.app().begin(&[row.id], lease).await.unwrap(), [row.id]);
    row
}

async fn settle(world: &World, row: OutboxRow, state: OutboxState) {
    let attempted = Attempted {
        row,
        after: After::Settled(state),
        receipt: None,
        edits: None,
    };
    world.app().settle_attempts(NODE, &[attempted]).await.unwrap();
}

/// Ben is to be reminded now.
async fn due(world: &mut World) {
    BEN.private().says(world, "remind me in 1h call the printer").await;
    world.clock().set(world.clock().now() + chrono::TimeDelta::hours(1));
    while world.app().tick(9).await.unwrap() > 0 {}
}

#[tokio::test]
async fn a_refusal_that_is_written_down_twice_goes_on_once() {
    let mut world = ward().await;
    due(&mut world).await;
    let row = begun(&world).await;
    settle(&world, row.clone(), BLOCKED).await;
    settle(&world, row.clone(), BLOCKED).await;
    let next = begun(&world).await;
    assert_eq!((next.id, next.attempts), (row.id, 0));
    let Address::Account { platform, account } = next.to.clone() else {
        panic!("it is for an account");
    };
    assert_eq!((platform, account.as_str()), (Platform::Telegram, "ben_t"));
    settle(&world, next, OutboxState::Delivered).await;
    assert_eq!(world.post().await, [""; 0]);
}

#[tokio::test]
async fn what_an_earlier_attempt_may_have_delivered_is_refused_for_good() {
    let mut world = ward().await;
    due(&mut world).await;
    let row = OutboxRow {
        doubtful_since: Some(world.clock().now()),
        ..begun(&world).await
    };
    settle(&world, row, BLOCKED).await;
    assert_eq!(world.post().await, [""; 0]);
}
