//! What is offered at the cursor, as people at a half-typed line see it.

use crate::catalogue::complete::Query;
use crate::surface::{Content, Inbound};
use crate::testing::World;

/// What is offered to that person at the end of the text: `value` where the label is the same, else `value | label`.
async fn offered(world: &mut World, name: &str, text: &str) -> Vec<String> {
    let Inbound { room, author, .. } = world.inbound(name, "main".to_owned(), false, Content::Typed(String::new()));
    let text = text.to_owned();
    let choices = world.app().complete(&Query { room, author, text }).await.unwrap();
    choices
        .into_iter()
        .map(|choice| {
            if choice.value == choice.label {
                choice.value
            } else {
                format!("{} | {}", choice.value, choice.label)
            }
        })
        .collect()
}

async fn values(world: &mut World, name: &str, text: &str) -> Vec<String> {
    let offered = offered(world, name, text).await;
    offered
        .iter()
        .map(|choice| choice.split(" | ").next().unwrap_or_default().to_owned())
        .collect()
}

#[tokio::test]
async fn the_words_of_a_command_come_one_by_one() {
    let mut world = World::memory();
    assert_eq!(values(&mut world, "ana", "po").await, ["poll"]);
    assert_eq!(values(&mut world, "ana", "poll cl").await, ["close"]);
    assert_eq!(values(&mut world, "ana", "PoLL   n").await, ["new"]);
    assert!(values(&mut world, "ana", "poll pizza").await.is_empty());
    assert!(values(&mut world, "ana", "").await.contains(&"help".to_owned()));
}

#[tokio::test]
async fn nobody_is_offered_what_they_may_not_do() {
    let mut world = World::memory();
    world.say("ana", "group").await;
    world.say("ben", "group").await;
    assert_eq!(values(&mut world, "ana", "group se").await, ["set"]);
    assert!(values(&mut world, "ben", "group se").await.is_empty());
    assert!(values(&mut world, "ben", "group set ").await.is_empty());
}

#[tokio::test]
async fn options_and_choices_follow() {
    let mut world = World::memory();
    assert_eq!(
        values(&mut world, "ana", "poll new Pizza or tacos? pizza, tacos k").await,
        ["kind:"]
    );
    assert_eq!(
        values(&mut world, "ana", "poll new Pizza? kind:").await,
        ["kind:single", "kind:approval"]
    );
    assert_eq!(
        values(&mut world, "ana", "poll new Pizza? kind:AP").await,
        ["kind:approval"]
    );
    assert_eq!(
        values(&mut world, "ana", "poll new Pizza? kind:single ").await,
        ["until:", "secret:", "hidden:"]
    );
}

#[tokio::test]
async fn references_come_with_what_they_are() {
    let mut world = World::memory();
    world.say("ana", "poll new Pizza or tacos? pizza, tacos").await;
    assert_eq!(
        offered(&mut world, "ana", "poll show ").await,
        ["P1 | P1 · Pizza or tacos? · nobody has voted yet · open until Wed 2 Dec, 09:00 New York time"]
    );
    assert_eq!(values(&mut world, "ana", "poll show p").await, ["P1"]);
    assert!(values(&mut world, "ana", "poll show P2").await.is_empty());
}

#[tokio::test]
async fn members_and_teams_come_by_name() {
    let mut world = World::memory();
    world.say("ana", "team add \"North Side\"").await;
    world.say("Ben Ito", "team list").await;
    assert_eq!(values(&mut world, "ana", "group role b").await, ["\"Ben Ito\""]);
    assert_eq!(
        values(&mut world, "ana", "group role ben captain team:no").await,
        ["team:\"North Side\""]
    );
}

#[tokio::test]
async fn words_of_time_are_shown_with_what_they_will_mean() {
    let mut world = World::memory();
    assert_eq!(
        offered(&mut world, "ana", "poll new Pizza? until:fri 5pm").await,
        ["5pm | Fri 4 Dec, 17:00 New York time"]
    );
    assert_eq!(
        offered(&mut world, "ana", "shift add Canvass Ward 3 sat 10am-1pm").await,
        ["10am-1pm | Sat 5 Dec, 10:00–13:00 New York time"]
    );
}

#[tokio::test]
async fn nothing_breaks_a_completion() {
    let mut world = World::memory();
    for text in [
        "\u{3000}",
        "poll new \u{3000}é",
        "poll show \"",
        "poll new kind:\"",
        "poll new ? until:",
        "😀 x\u{2028}",
    ] {
        offered(&mut world, "ana", text).await;
    }
    assert!(offered(&mut world, "ana", &"poll ".repeat(200_000)).await.is_empty());
}

#[tokio::test]
async fn reminders_of_others_are_not_offered() {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass sat 10am needs:2").await;
    world.say("ana", "task add Call the printer").await;
    world.say("ben", "task list").await;
    world.say("ana", "remind me in 2h feed the cat").await;
    world.say("ana", "remind here in 3h clean up").await;
    assert_eq!(values(&mut world, "ana", "shift claim ").await[0], "S1");
    assert_eq!(values(&mut world, "ana", "task claim ").await[0], "T1");
    assert_eq!(values(&mut world, "ana", "remind pause ").await, ["R1", "R2"]);
    assert_eq!(values(&mut world, "ben", "remind pause ").await, ["R2"]);
}

#[tokio::test]
async fn what_a_long_list_leaves_out_comes_once_it_is_begun() {
    let mut world = World::memory();
    for number in 1..=40 {
        world.say("ana", &format!("task add Door {number}")).await;
    }
    assert_eq!(values(&mut world, "ana", "task claim ").await.len(), 25);
    assert_eq!(values(&mut world, "ana", "task claim T39").await, ["T39"]);
}

#[tokio::test]
async fn the_settings_of_a_group_are_completed_as_ones_own() {
    let mut world = World::memory();
    let madrid = ["Europe/Madrid"];
    assert_eq!(values(&mut world, "ana", "me timezone Madr").await, madrid);
    assert_eq!(values(&mut world, "ana", "group set timezone Madr").await, madrid);
    assert_eq!(values(&mut world, "ana", "group set language e").await, ["en", "es"]);
    assert_eq!(values(&mut world, "ana", "group set name Madr").await, [""; 0]);
}
