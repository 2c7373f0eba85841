//! What was decided becomes work, and those who voted hear that it is done.
//!
//! - here: tasks, and what is said of any work; `shifts`: a time that suits

mod shifts;

use super::{first, group, pizza_or_tacos};
use crate::reply::Block;
use crate::testing::World;

/// Says several lines, `name> text` each; what the last is answered.
async fn says(world: &mut World, lines: &[&str]) -> String {
    let mut answer = String::new();
    for line in lines {
        let (name, text) = line.split_once("> ").unwrap();
        answer = world.say(name, text).await;
    }
    answer
}

/// P1 closed, with pizza decided.
async fn decided() -> World {
    let mut world = pizza_or_tacos().await;
    says(&mut world, &["ana> poll vote P1 pizza", "ben> poll close P1"]).await;
    world
}

/// P1 looks for a time; Ana and Ben said yes to Saturday, Cleo if need be.
async fn saturday(terms: &str) -> World {
    let mut world = group().await;
    let asked = format!("poll new \"Canvass Ward 3\" \"sat 10am-1pm\" \"sun 2pm\" kind:availability {terms}");
    world.say("ana", &asked).await;
    for (name, answers) in [("ana", "1=yes"), ("ben", "1=yes 2=maybe"), ("cleo", "1=maybe 2=maybe")] {
        world.private(name, &format!("poll vote P1 {answers}")).await;
    }
    let closed = world.say("ana", "poll close P1 sure:yes").await;
    assert!(closed.contains("sat 10am-1pm suits most"), "{closed}");
    world
}

#[tokio::test]
async fn a_closed_poll_offers_to_make_its_decision_a_task_and_says_what_it_became() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "poll vote P1 pizza").await;
    assert_eq!(
        world.say("ben", "poll close P1").await,
        "\
P1 · Pizza or tacos? · closed
Pizza wins with 1 of 1.
  Pizza  1  █
  Tacos  0
1 voted · everyone here can see who chose what
To open it again within ten minutes: undo
Make it a task                        or type: poll mint P1"
    );
    assert_eq!(
        world.say("ana", "poll mint P1").await,
        "\
P1 became T1.
T1 · Pizza
Nobody has it yet
Note: Decided in P1: Pizza or tacos?
Take it · Done                        or type: task claim T1"
    );
    let shown = world.say("dev", "poll show P1").await;
    assert!(shown.ends_with("who chose what\nP1 became T1."), "{shown}");
}

#[tokio::test]
async fn a_poll_that_closes_by_itself_offers_the_same() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "poll vote P1 pizza").await;
    let heard = world.advance_to("2026-12-04 18:00").await;
    assert!(
        heard[1].ends_with("Make it a task · Who chose what       or type: poll mint P1"),
        "{heard:?}"
    );
}

#[tokio::test]
async fn the_tap_is_the_command() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "poll vote P1 pizza").await;
    let card = world.card("ben", "poll close P1").await;
    let Some(Block::Actions(actions)) = card.blocks.last() else {
        panic!("no buttons: {card:?}");
    };
    let token = actions.buttons[0].token.clone();
    assert_eq!(
        first(&world.press("ben", &token).await),
        "Captains and organizers can do this."
    );
    assert_eq!(first(&world.press("ana", &token).await), "P1 became T1.");
}

#[tokio::test]
async fn yes_is_a_task_by_the_question_and_no_is_none() {
    let mut world = group().await;
    let yes = [
        "ana> poll new Shall we book the hall?",
        "ana> poll vote P1 yes",
        "ana> poll close P1",
        "ana> poll mint P1 task",
    ];
    let minted = says(&mut world, &yes).await;
    assert!(
        minted.starts_with("P1 became T1.\nT1 · Shall we book the hall?"),
        "{minted}"
    );
    let no = [
        "ana> poll new Shall we sing?",
        "ana> poll vote P2 no",
        "ana> poll close P2",
    ];
    let closed = says(&mut world, &no).await;
    assert!(!closed.contains("Make it a task"), "{closed}");
    assert_eq!(
        first(&world.say("ana", "poll mint P2").await),
        "P2 left nothing to be done. No wins with 1 of 1."
    );
}

#[tokio::test]
async fn a_proposal_that_passed_is_a_task_by_its_words() {
    let mut world = group().await;
    let lines = [
        "ana> poll new \"Paint the door green\" kind:consent",
        "ben> poll vote P1 agree",
        "ana> poll close P1",
        "ana> poll mint P1",
    ];
    let minted = says(&mut world, &lines).await;
    assert!(
        minted.starts_with("P1 became T1.\nT1 · Paint the door green"),
        "{minted}"
    );
}

#[tokio::test]
async fn several_winners_are_a_task_each() {
    let mut world = group().await;
    let lines = [
        "ana> poll new Where first? park, library, school kind:approval seats:2",
        "ana> poll vote P1 park school",
        "ben> poll vote P1 park school library",
        "cleo> poll vote P1 school park",
        "ana> poll close P1",
        "ana> poll mint P1",
    ];
    assert_eq!(
        says(&mut world, &lines).await,
        "\
P1 became T1 and T2.
  T1 · park · Nobody has it yet
  T2 · school · Nobody has it yet
Type: task claim T1"
    );
}

#[tokio::test]
async fn what_was_made_of_a_poll_is_in_the_audit_log() {
    let mut world = decided().await;
    world.say("ana", "poll mint P1").await;
    let log = world.private("ana", "group audit").await;
    assert!(log.contains("ana made work of P1."), "{log}");
}

#[tokio::test]
async fn what_cannot_become_work_is_refused() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(
        world.say("ana", "poll mint P1").await,
        "\
P1 is open until Fri 4 Dec, 18:00 New York time. Once it is closed, what it decides can become work.
Type: poll close P1"
    );
    says(&mut world, &["ana> poll vote P1 pizza", "ben> poll vote P1 tacos"]).await;
    let tied = world.say("ben", "poll close P1").await;
    assert!(!tied.contains("Make it"), "{tied}");
    assert_eq!(
        first(&world.say("ana", "poll mint P1").await),
        "P1 left nothing to be done. A tie: Pizza and Tacos have 1 each, of 2."
    );
    assert_eq!(
        first(&world.say("ana", "poll mint P9").await),
        "There is no P9 in this group."
    );
}

#[tokio::test]
async fn a_decision_becomes_work_once() {
    let mut world = decided().await;
    world.say("ana", "poll mint P1").await;
    for typed in ["poll mint P1", "poll mint P1 task"] {
        assert_eq!(
            world.say("ana", typed).await,
            "P1 became T1 already.\nType: task show T1"
        );
    }
    let refusal = world.say("ben", "undo").await;
    assert!(
        refusal.contains("has changed since"),
        "it is not opened again: {refusal}"
    );
}

#[tokio::test]
async fn undo_takes_tasks_back_until_somebody_has_one() {
    let mut world = decided().await;
    world.say("ana", "poll mint P1").await;
    assert_eq!(world.say("ana", "undo").await, "T1 · Pizza is deleted again.");
    assert_eq!(first(&world.say("ana", "poll mint P1").await), "P1 became T2.");
    world.say("cleo", "task claim T2").await;
    let refusal = world.say("ana", "undo").await;
    assert!(refusal.contains("changed"), "{refusal}");
    assert_eq!(first(&world.say("ana", "poll mint P1").await), "P1 became T2 already.");
}

#[tokio::test]
async fn the_room_that_was_asked_hears_what_became_of_it_and_once_that_it_is_done() {
    let mut world = decided().await;
    world.room("kitchen").say("ana", "poll mint P1").await;
    assert_eq!(world.post().await, ["[#main] P1 became T1.\nType: task show T1"]);
    world.say("cleo", "task done T1").await;
    assert_eq!(
        world.post().await,
        ["[#main] Decided in P1, done: T1 · Pizza\nType: poll show P1"]
    );
    says(&mut world, &["cleo> task reopen T1", "cleo> task done T1"]).await;
    assert_eq!(world.post().await, [""; 0]);
}

#[tokio::test]
async fn a_poll_of_a_team_is_work_of_the_team() {
    let mut world = group().await;
    let lines = [
        "ana> team add North",
        "ben> team join North",
        "ana> group role ben captain team:North",
        "ben> poll new Where first? park, library who:team:North",
        "ben> poll vote P1 park",
        "ben> poll close P1",
        "ben> poll mint P1",
    ];
    let minted = says(&mut world, &lines).await;
    assert!(minted.contains("T1 · park") && minted.contains("North"), "{minted}");
    says(
        &mut world,
        &[
            "ana> poll new Lunch? park, library",
            "ana> poll vote P2 park",
            "ana> poll close P2",
        ],
    )
    .await;
    let refusal = world.say("ben", "poll mint P2").await;
    assert!(!refusal.contains("became"), "{refusal}");
}

#[tokio::test]
async fn long_questions_are_cut_in_titles_and_whole_in_the_note() {
    let mut world = group().await;
    let question = format!("Shall we {}?", "paint and ".repeat(20).trim_end());
    says(
        &mut world,
        &[
            &format!("ana> poll new {question}"),
            "ana> poll vote P1 yes",
            "ana> poll close P1",
        ],
    )
    .await;
    let minted = world.say("ana", "poll mint P1").await;
    assert!(
        minted.contains('…') && minted.contains(&format!("Decided in P1: {question}")),
        "{minted}"
    );
}

#[tokio::test]
async fn in_spanish_the_same() {
    let mut world = group().await;
    world.say("ana", "group set language es").await;
    let lines = [
        "ana> poll new ¿Reservamos el salón?",
        "ben> poll vote P1 sí",
        "ana> poll close P1",
    ];
    let closed = says(&mut world, &lines).await;
    assert!(
        closed.ends_with("Que sea una tarea                     o escribe: poll mint P1"),
        "{closed}"
    );
    let minted = world.say("ana", "poll mint P1").await;
    assert!(
        minted.starts_with("De P1 sale T1.\nT1 · ¿Reservamos el salón?"),
        "{minted}"
    );
    world.say("ana", "task done T1").await;
    let heard = world.post().await;
    assert_eq!(
        heard,
        ["[#main] Decidido en P1, hecho: T1 · ¿Reservamos el salón?\nEscribe: poll show P1"]
    );
    let lines = [
        "ana> poll new \"Reparto\" \"sáb 10-13\" \"dom 16:00\" kind:availability",
        "ana> poll vote P2 1=yes",
        "ana> poll close P2",
        "ana> poll mint P2",
    ];
    let minted = says(&mut world, &lines).await;
    assert!(
        minted.starts_with("De P2 sale S1.\nS1 · Reparto\nsáb 5 dic, 10:00–13:00"),
        "{minted}"
    );
}
