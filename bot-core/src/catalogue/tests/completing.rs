//! What is offered at the cursor, as people at a half-typed line see it.

use crate::catalogue::RawInvocation;
use crate::catalogue::complete::Query;
use crate::surface::{Content, Inbound};
use crate::testing::World;

/// What is offered to that person at the end of the text: `value` where the label is the same, else `value | label`.
async fn offered(world: &mut World, name: &str, text: &str) -> Vec<String> {
    let Inbound { room, author, .. } = world.inbound(name, "main".to_owned(), false, Content::Typed(String::new()));
    let text = text.to_owned();
    let choices = world.app().complete(&Query::line(room, author, text)).await.unwrap();
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

/// What is offered for an argument that is typed apart, beside those that are given.
async fn offered_apart(world: &mut World, given: (&str, &[(&str, &str)]), name: &str, text: &str) -> Vec<String> {
    let Inbound { room, author, .. } = world.inbound("ana", "main".to_owned(), false, Content::Typed(String::new()));
    let named = given
        .1
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let given = RawInvocation {
        text: given.0.to_owned(),
        named: named.collect(),
    };
    let query = Query::apart(room, author, given, name.to_owned(), text.to_owned());
    let choices = world.app().complete(&query).await.unwrap();
    choices
        .iter()
        .map(|choice| format!("{} | {}", choice.value, choice.label))
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
    assert_eq!(values(&mut world, "ana", "PoLL   n").await, ["new", "nudge"]);
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
        [
            "kind:single",
            "kind:approval",
            "kind:ranked",
            "kind:score",
            "kind:star",
            "kind:availability",
            "kind:consent"
        ]
    );
    assert_eq!(
        values(&mut world, "ana", "poll new Pizza? kind:AP").await,
        ["kind:approval"]
    );
    assert_eq!(
        values(&mut world, "ana", "poll new Pizza? kind:single ").await,
        [
            "method:", "until:", "secret:", "hidden:", "quorum:", "pass:", "seats:", "none:", "who:"
        ]
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
async fn in_a_field_of_its_own_what_is_known_of_something_finds_it() {
    let mut world = World::memory();
    world.say("ana", "poll new Pizza or tacos? pizza, tacos").await;
    let found = ["P1 | P1 · Pizza or tacos? · nobody has voted yet · open until Wed 2 Dec, 09:00 New York time"];
    for begun in ["p", "tacos", "Pizza or"] {
        let offered = offered_apart(&mut world, ("poll show", &[]), "poll", begun).await;
        assert_eq!(offered, found, "{begun}");
    }
    assert!(
        offered_apart(&mut world, ("poll show", &[]), "poll", "acos")
            .await
            .is_empty()
    );
    assert!(values(&mut world, "ana", "poll show tacos").await.is_empty());
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

#[tokio::test]
async fn an_argument_that_is_typed_apart_is_completed_alone() {
    let mut world = World::memory();
    world.say("ana", "team add \"North Side\"").await;
    world.say("ana", "shift add Canvass Ward 3 sat 10am needs:2").await;
    let shifts = offered_apart(&mut world, ("shift claim", &[]), "shift", "").await;
    assert_eq!(shifts, ["S1 | S1 · Sat 10:00 Canvass Ward 3 · 2 left"]);
    let teams = offered_apart(&mut world, ("shift list", &[("which", "open")]), "team", "no").await;
    assert_eq!(teams, ["North Side | North Side"], "nothing needs quotes there");
    let zones = offered_apart(&mut world, ("group set", &[("setting", "timezone")]), "value", "Madr").await;
    assert_eq!(zones, ["Europe/Madrid | Madrid · Europe/Madrid"]);
    for (path, name) in [("shift claim", "zzz"), ("shift zzz", "shift"), ("shift add", "title")] {
        let offered = offered_apart(&mut world, (path, &[]), name, "sat 10am").await;
        assert_eq!(offered, [""; 0], "{path} {name}");
    }
}

#[tokio::test]
async fn words_of_time_say_in_the_typists_zone_and_language_what_they_will_mean_or_why_they_mean_nothing() {
    let mut world = World::memory();
    world.say("ana", "help").await;
    let when = ("shift move", [("shift", "S1")].as_slice());
    for (typed, label) in [
        ("sat 10am-1pm", "Sat 5 Dec, 10:00–13:00 New York time"),
        ("sat", "Sat 5 Dec, New York time"),
        ("zzz", "I can't read “zzz” as a time."),
        (
            "2026-11-30 9:00",
            "“2026-11-30 9:00” is over: that was Mon 30 Nov, 09:00 New York time.",
        ),
    ] {
        let offered = offered_apart(&mut world, when, "when", typed).await;
        assert_eq!(offered, [format!("{typed} | {label}")]);
    }
    assert_eq!(offered_apart(&mut world, when, "when", " ").await, [""; 0]);
    assert_eq!(
        offered_apart(&mut world, when, "when", "sat 5").await,
        [
            "sat 5 | “sat 5” can mean more than one time. Which one?",
            "sat 5am | Sat 5 Dec, 05:00 New York time",
            "sat 5pm | Sat 5 Dec, 17:00 New York time",
        ]
    );
    world.private("ana", "me timezone Madrid").await;
    world.private("ana", "me language es").await;
    assert_eq!(
        offered_apart(&mut world, when, "when", "sáb 10:00").await,
        ["sáb 10:00 | sáb 5 dic, 10:00 hora de Madrid"]
    );
}

#[tokio::test]
async fn a_shift_that_is_posted_may_be_one_of_the_templates() {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass sat 10am-1pm").await;
    world.say("ana", "shift save S1 as saturday-canvass").await;
    world.say("ana", "shift save S1 as Phone bank").await;
    assert_eq!(
        values(&mut world, "ana", "shift add satur").await[0],
        "saturday-canvass"
    );
    assert_eq!(values(&mut world, "ana", "shift add pho").await, ["\"Phone bank\""]);
    assert_eq!(
        values(&mut world, "ana", "shift add Party pho").await,
        [""; 0],
        "the title goes on"
    );
    assert_eq!(values(&mut world, "ana", "task add pho").await, [""; 0]);
    assert_eq!(
        values(&mut world, "ana", "shift forget ").await,
        ["\"Phone bank\"", "saturday-canvass"]
    );
    let title = offered_apart(&mut world, ("shift add", &[("when", "sat 10am")]), "title", "p").await;
    assert_eq!(title, ["Phone bank | Phone bank"]);
}
