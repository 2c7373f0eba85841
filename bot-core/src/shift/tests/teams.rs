//! Teams and their captains.

use super::ward;
use crate::testing::World;

/// Ben is captain of the team North, and of nothing else.
async fn ward_with_north() -> World {
    let mut world = ward().await;
    for text in ["team add North", "team add South", "group role Ben captain team:North"] {
        world.say("Ana", text).await;
    }
    world
}

#[tokio::test]
async fn a_teams_captain_runs_that_teams_shifts_and_no_others() {
    let mut world = ward_with_north().await;
    let card = world.say("Ben", "shift add Canvass sat 10am needs:1 team:north").await;
    assert!(
        card.starts_with("S1 · Canvass\nSat 5 Dec, 10:00 New York time · team North\n"),
        "{card}"
    );
    let edited = world.say("Ben", "shift edit S1 needs:2").await;
    assert!(edited.starts_with("S1 is changed."), "{edited}");
    world.say("Cleo", "shift claim S1").await;
    let dropped = world.say("Ben", "shift drop S1 for:Cleo").await;
    assert!(dropped.starts_with("Cleo is out of S1"), "{dropped}");

    world.say("Ana", "shift add Party sat 8pm team:South").await;
    for act in [
        "add Rally sat 1pm",
        "add Rally sat 1pm team:South",
        "edit S2 needs:2",
        "edit S1 team:South",
        "edit S1 team:none",
        "move S2 sun 10am",
        "cancel S2",
        "claim S2 for:Cleo",
    ] {
        let refused = world.say("Ben", &format!("shift {act}")).await;
        assert!(
            refused.starts_with(
                "Captains of the whole group and organizers can do this. As captain of a team, you run that team's work.\n"
            ),
            "{act}: {refused}"
        );
    }
    assert!(
        world
            .say("Ben", "shift cancel S1")
            .await
            .starts_with("S1, Canvass, is cancelled.")
    );
}

#[tokio::test]
async fn a_list_can_be_of_one_team() {
    let mut world = ward_with_north().await;
    world.say("Ana", "shift add Canvass sat 10am team:North").await;
    world.say("Ana", "shift add Party sat 8pm").await;
    let list = world.say("Gil", "shift list team:north").await;
    assert_eq!(list, "  S1 · Sat 5 Dec, 10:00 · Canvass · 0 in\nType: shift claim S1");
    world.say("Ana", "shift edit S1 team:none").await;
    assert_eq!(
        world.say("Gil", "shift list team:North").await,
        "No shifts are coming up."
    );
}
