use super::{first, pizza_or_tacos};
use crate::testing::World;

async fn votes(world: &mut World, votes: &[(&str, &str)]) {
    for (name, choice) in votes {
        world.say(name, &format!("poll vote P1 {choice}")).await;
    }
}

#[tokio::test]
async fn a_poll_warns_an_hour_before_and_closes_at_its_time() {
    let mut world = pizza_or_tacos().await;
    votes(&mut world, &[("ana", "pizza"), ("ben", "tacos"), ("cleo", "pizza")]).await;
    assert_eq!(world.advance_to("2026-12-04 16:59").await, Vec::<String>::new());
    assert_eq!(
        world.advance_to("2026-12-04 17:00").await,
        ["\
[#main] P1 · Pizza or tacos? · closes soon    open until Fri 4 Dec, 18:00 New York time
  Pizza  2  ██
  Tacos  1  █
3 voted · everyone here can see who chose what
Pizza · Tacos                         or type: poll vote P1 tacos"]
    );
    assert_eq!(world.advance_to("2026-12-04 17:59").await, Vec::<String>::new());
    assert_eq!(
        world.advance_to("2026-12-04 18:00").await,
        ["\
[#main] P1 · Pizza or tacos? · closed
Pizza wins with 2 of 3.
  Pizza  2  ██
  Tacos  1  █
3 voted · everyone here can see who chose what
Make it a task · Who chose what       or type: poll mint P1"]
    );
    assert_eq!(world.advance("7d").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_poll_that_is_open_for_three_hours_does_not_warn() {
    let mut world = super::group().await;
    world.say("ana", "poll new Lunch? until:\"in 3h\"").await;
    let heard = world.advance("4h").await;
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(heard[0].contains("closed\nNobody voted."), "{heard:?}");
}

#[tokio::test]
async fn the_poll_tells_the_room_it_was_asked_in() {
    let mut world = super::group().await;
    world
        .room("kitchen")
        .say("ana", "poll new Lunch? until:\"in 1h\"")
        .await;
    world.room("main");
    let heard = world.advance("1h").await;
    assert!(heard[0].starts_with("[#kitchen] P1 · Lunch? · closed"), "{heard:?}");
}

#[tokio::test]
async fn a_vote_at_the_closing_instant_is_too_late_before_the_clock_gets_round_to_it() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "poll vote P1 pizza").await;
    world.at("2026-12-04 18:00");
    assert_eq!(
        world.say("ben", "poll vote P1 tacos").await,
        "\
P1 closed Fri 4 Dec, 18:00 New York time, so nothing about it changes any more. Pizza wins with 1 of 1.
Type: poll show P1"
    );
    assert_eq!(
        first(&world.say("ben", "poll show P1").await),
        "P1 · Pizza or tacos? · closed"
    );
    for typed in ["poll close P1", "poll extend P1 sat 18:00"] {
        let refusal = world.say("ana", typed).await;
        assert!(refusal.starts_with("P1 closed Fri 4 Dec, 18:00"), "{refusal}");
    }
    assert_eq!(first(&world.say("ben", "poll list").await), "No poll is open.");
}

#[tokio::test]
async fn what_closed_while_nobody_was_running_closes_as_of_its_time_and_says_it_is_late() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "poll vote P1 pizza").await;
    world.at("2026-12-05 09:00");
    assert_eq!(
        world.post().await,
        ["\
[#main] P1 · Pizza or tacos? · closed
Pizza wins with 1 of 1.
  Pizza  1  █
  Tacos  0
1 voted · everyone here can see who chose what
This comes late: it was due Fri 4 Dec, 18:00 New York time.
Make it a task · Who chose what       or type: poll mint P1"]
    );
    let refusal = world.say("ben", "poll vote P1 tacos").await;
    assert!(refusal.starts_with("P1 closed Fri 4 Dec, 18:00"), "{refusal}");
}

#[tokio::test]
async fn a_late_warning_says_so() {
    let mut world = pizza_or_tacos().await;
    world.at("2026-12-04 17:30");
    let heard = world.post().await;
    assert!(heard[0].contains("closes soon"), "{heard:?}");
    assert!(
        heard[0].contains("This comes late: it was due Fri 4 Dec, 17:00 New York time."),
        "{heard:?}"
    );
}

#[tokio::test]
async fn whoever_asked_and_captains_may_close_it() {
    let mut world = pizza_or_tacos().await;
    for typed in ["poll close P1", "poll extend P1 sat 18:00"] {
        assert_eq!(
            first(&world.say("dev", typed).await),
            "P1 can be closed or extended by whoever asked it, and by captains."
        );
    }
    world.say("cleo", "poll vote P1 tacos").await;
    assert_eq!(
        world.say("ben", "poll close P1").await,
        "\
P1 · Pizza or tacos? · closed
Tacos wins with 1 of 1.
  Pizza  0
  Tacos  1  █
1 voted · everyone here can see who chose what
To open it again within ten minutes: undo
Make it a task                        or type: poll mint P1"
    );
    assert_eq!(world.advance("7d").await, Vec::<String>::new());
    world.say("ben", "poll new Lunch?").await;
    assert_eq!(first(&world.say("ana", "poll close P2").await), "P2 · Lunch? · closed");
}

#[tokio::test]
async fn the_room_hears_of_a_closing_that_was_typed_elsewhere() {
    let mut world = pizza_or_tacos().await;
    world.room("kitchen").say("ben", "poll close P1").await;
    let heard = world.post().await;
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(
        heard[0].starts_with("[#main] P1 · Pizza or tacos? · closed\nNobody voted."),
        "{heard:?}"
    );
}

#[tokio::test]
async fn a_tie_is_a_tie() {
    let mut world = pizza_or_tacos().await;
    votes(&mut world, &[("ana", "pizza"), ("ben", "tacos"), ("cleo", "abstain")]).await;
    let closed = world.say("ben", "poll close P1").await;
    assert!(closed.contains("A tie: Pizza and Tacos have 1 each, of 3."), "{closed}");
}

#[tokio::test]
async fn an_extended_poll_closes_at_its_new_time_only() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(
        first(&world.say("ben", "poll extend P1 sat 18:00").await),
        "P1 · Pizza or tacos? · open longer    open until Sat 5 Dec, 18:00 New York time"
    );
    assert_eq!(world.advance_to("2026-12-05 16:59").await, Vec::<String>::new());
    let heard = world.advance_to("2026-12-05 18:00").await;
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert!(
        heard[0].contains("closes soon") && heard[1].contains("closed"),
        "{heard:?}"
    );
}

#[tokio::test]
async fn a_poll_is_extended_to_a_later_time_only() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(
        world.say("ben", "poll extend P1 fri 18:00").await,
        "\
P1 is open until Fri 4 Dec, 18:00 New York time already. To end it sooner, close it.
Type: poll close P1"
    );
}
