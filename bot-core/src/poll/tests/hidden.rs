use super::{first, group};
use crate::testing::World;

/// The question P1, asked by Ben, whose counts are hidden until Friday at six.
async fn hidden() -> World {
    let mut world = group().await;
    world
        .say(
            "ben",
            "poll new Pizza or tacos? Pizza, Tacos until:fri 18:00 hidden:yes",
        )
        .await;
    world
}

const LABEL: &str = "counts stay hidden until it closes; then everyone here can see who chose what";

#[tokio::test]
async fn a_hidden_poll_shows_how_many_voted_and_nothing_else() {
    let mut world = hidden().await;
    assert_eq!(
        world.say("ana", "poll vote P1 tacos").await,
        "\
Your vote: Tacos. You can change it until Fri 4 Dec, 18:00 New York time.
P1 so far: 1 voted
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
    world.say("cleo", "poll vote P1 abstain").await;
    let card = format!(
        "\
P1 · Pizza or tacos?                  open until Fri 4 Dec, 18:00 New York time
  Pizza
  Tacos
2 voted · {LABEL}
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
    assert_eq!(world.say("ben", "poll show P1").await, card);
    let list = world.say("ben", "poll list").await;
    assert!(list.contains("tacos? · 2 voted · open until"), "{list}");
    let heard = world.advance_to("2026-12-04 17:00").await;
    assert!(
        heard[0].contains("  Pizza\n  Tacos\n2 voted · counts stay hidden"),
        "{heard:?}"
    );
}

#[tokio::test]
async fn a_hidden_poll_shows_everything_once_it_closed() {
    let mut world = hidden().await;
    world.say("ana", "poll vote P1 tacos").await;
    let heard = world.advance_to("2026-12-04 18:00").await;
    assert_eq!(
        heard[1],
        "\
[#main] P1 · Pizza or tacos? · closed
Tacos wins with 1 of 1.
  Pizza  0
  Tacos  1  █
1 voted · everyone here can see who chose what
Make it a task · Who chose what       or type: poll mint P1"
    );
    let shown = world.say("ben", "poll show P1").await;
    assert!(shown.contains("  Tacos: ana"), "{shown}");
}

#[tokio::test]
async fn a_hidden_poll_is_closed_for_good() {
    let mut world = hidden().await;
    world.say("ana", "poll vote P1 tacos").await;
    assert_eq!(
        world.say("ben", "poll close P1").await,
        "Once P1 is closed, nobody can open it again. To close it for good:\nType: poll close P1 sure:yes"
    );
    let closed = world.say("ben", "poll close P1 sure:yes").await;
    assert!(
        closed.contains("1 voted · everyone here can see who chose what\nMake it a task"),
        "{closed}"
    );
    let undone = world.say("ben", "undo").await;
    assert!(
        first(&undone).starts_with("Your last act cannot be taken back."),
        "{undone}"
    );
}
