//! What one person has once, though two of their accounts had it: a vote in a poll, a seat on a shift.

use super::{Window, to_type};
use crate::surface::Platform;
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const CLEO: Window = Window::new(Platform::Discord, "guild", "cleo");
const EVE: Window = Window::new(Platform::Discord, "guild", "eve");
/// An account of Ben's that is in no group by itself.
const ON_MATRIX: Window = Window::new(Platform::Matrix, "space", "ben_m").private();

async fn guild() -> World {
    let mut world = World::memory();
    for window in [ANA, BEN, CLEO, EVE] {
        window.says(&mut world, "team list").await;
        window.private().says(&mut world, "me").await;
    }
    world
}

/// The one who asks becomes one person with the other; what they are told.
async fn join(world: &mut World, asks: Window, other: Window) -> String {
    let link = to_type(&asks.private().says(world, "me link").await, "me link ");
    other.private().says(world, &format!("{link} yes")).await;
    let joined = asks.private().says(world, "me link confirm").await;
    world.post().await;
    world.seen();
    joined
}

#[tokio::test]
async fn a_vote_from_another_account_replaces_the_first_and_says_so() {
    let mut world = guild().await;
    join(&mut world, BEN, ON_MATRIX).await;
    ANA.says(&mut world, "poll new Pizza or tacos? pizza, tacos").await;
    BEN.says(&mut world, "poll vote P1 pizza").await;
    let said = ON_MATRIX.says(&mut world, "poll vote P1 tacos").await;
    assert!(said.contains("It replaces your earlier one: pizza."), "{said}");
    let replaced = "This replaces your vote from Discord: you have one vote, whichever account it comes from.";
    assert!(said.contains(replaced), "{said}");
    let said = ON_MATRIX.says(&mut world, "poll vote P1 pizza").await;
    assert!(
        !said.contains("This replaces your vote from"),
        "from the same place: {said}"
    );
    let said = BEN.says(&mut world, "poll vote P1 pizza").await;
    assert!(said.contains("This replaces your vote from Matrix"), "{said}");
    let poll = ANA.says(&mut world, "poll show P1").await;
    assert!(poll.contains("1 voted"), "{poll}");
}

#[tokio::test]
async fn of_two_votes_of_one_person_the_later_counts_whoever_asks_for_the_link() {
    for (asks, other) in [(BEN, EVE), (EVE, BEN)] {
        let mut world = guild().await;
        ANA.says(&mut world, "poll new Pizza or tacos? pizza, tacos").await;
        ANA.says(&mut world, "poll new Tea or coffee? tea, coffee").await;
        BEN.says(&mut world, "poll vote P1 pizza").await;
        BEN.says(&mut world, "poll vote P2 tea").await;
        world.advance("1m").await;
        EVE.says(&mut world, "poll vote P1 tacos").await;
        let joined = join(&mut world, asks, other).await;
        let told = "Both of you had voted in P1: the later vote counts, the earlier one is dropped.";
        assert!(joined.contains(told), "{joined}");
        let poll = ANA.says(&mut world, "poll show P1").await;
        assert!(poll.contains("1 voted") && poll.contains("tacos  1"), "{poll}");
        let poll = ANA.says(&mut world, "poll show P2").await;
        assert!(poll.contains("1 voted") && poll.contains("tea     1"), "{poll}");
    }
}

#[tokio::test]
async fn of_two_secret_votes_that_of_the_account_that_asks_counts() {
    let mut world = guild().await;
    ANA.says(&mut world, "poll new Pizza or tacos? pizza, tacos secret:yes")
        .await;
    BEN.private().says(&mut world, "poll vote P1 pizza").await;
    EVE.private().says(&mut world, "poll vote P1 tacos").await;
    let poll = ANA.says(&mut world, "poll show P1").await;
    assert!(poll.contains("2 voted"), "{poll}");
    let joined = join(&mut world, BEN, EVE).await;
    let told = "If both of you voted in a secret poll that is open, the vote of this account counts.";
    assert!(joined.contains(told) && !joined.contains("P1"), "{joined}");
    let poll = EVE.private().says(&mut world, "poll show P1").await;
    assert!(poll.contains("1 voted") && poll.contains("Your vote: pizza"), "{poll}");
    EVE.private().says(&mut world, "poll vote P1 tacos").await;
    ANA.says(&mut world, "poll close P1 sure:yes").await;
    let poll = ANA.says(&mut world, "poll show P1").await;
    assert!(poll.contains("tacos  1") && !poll.contains("pizza  1"), "{poll}");
}

#[tokio::test]
async fn of_two_seats_one_is_left_and_the_other_goes_to_whoever_waits() {
    for (asks, other) in [(BEN, EVE), (EVE, BEN)] {
        let mut world = guild().await;
        ANA.says(&mut world, "shift add Canvass sat 10am-1pm needs:2").await;
        for window in [BEN, EVE, CLEO] {
            window.says(&mut world, "shift claim S1").await;
        }
        let link = to_type(&asks.private().says(&mut world, "me link").await, "me link ");
        other.private().says(&mut world, &format!("{link} yes")).await;
        world.post().await;
        world.seen();
        let joined = asks.private().says(&mut world, "me link confirm").await;
        let told = "Both of you were on S1: you have one seat there now, and the other is free.";
        assert!(joined.contains(told), "{joined}");
        let sent = world.post().await;
        assert!(
            sent.iter().any(|sent| sent.starts_with("[@cleo]")),
            "who moves up hears of it: {sent:?}"
        );
        let shift = ANA.says(&mut world, "shift show S1").await;
        assert!(
            shift.contains(asks.name) && shift.contains("cleo") && !shift.contains(other.name),
            "{shift}"
        );
        assert!(
            shift.contains("full") || shift.contains("0 seats") || shift.contains("2 of 2"),
            "{shift}"
        );
    }
}

#[tokio::test]
async fn who_is_in_stays_in_when_the_other_account_waits() {
    for (asks, other) in [(BEN, EVE), (EVE, BEN)] {
        let mut world = guild().await;
        ANA.says(&mut world, "shift add Canvass sat 10am-1pm needs:1").await;
        BEN.says(&mut world, "shift claim S1").await;
        EVE.says(&mut world, "shift claim S1").await;
        join(&mut world, asks, other).await;
        let shift = ANA.says(&mut world, "shift roster S1").await;
        assert!(
            shift.contains(asks.name) && !shift.to_lowercase().contains("waiting"),
            "{shift}"
        );
    }
}
