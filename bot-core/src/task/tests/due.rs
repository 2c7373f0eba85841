//! Reminders of tasks.

use super::{ward, ward_with};

#[tokio::test]
async fn the_owner_hears_a_day_before_and_at_the_due_time() {
    let mut world = ward_with("Print flyers due:fri 17:00 for:Ben").await;
    world.private("Ben", "task list").await;
    world
        .plays(
            "
            ... until 2026-12-03 17:00
            ... until 2026-12-05 12:00
            ",
        )
        .await;
}

#[tokio::test]
async fn what_is_done_or_deleted_is_not_reminded_of() {
    let mut world = ward_with("Print flyers due:fri 17:00 for:Ben").await;
    world.say("Ana", "task add Bake bread due:fri 17:00 for:Ben").await;
    world.say("Ben", "task done T1").await;
    world.say("Ana", "task delete T2").await;
    world.post().await;
    assert_eq!(world.advance("7d").await, Vec::<String>::new());
}

#[tokio::test]
async fn whoever_added_a_task_hears_that_nobody_has_taken_it() {
    ward_with("Print flyers due:fri 17:00").await.plays("... 7d").await;
}

#[tokio::test]
async fn a_task_that_is_due_within_a_day_is_reminded_of_once() {
    ward_with("Print flyers due:in 3h for:Ben").await.plays("... 7d").await;
}

#[tokio::test]
async fn another_due_time_moves_the_reminders_and_the_owner_hears_of_it() {
    ward_with("Print flyers due:fri 17:00 for:Ben")
        .await
        .plays(
            "
            Ana> task edit T1 due:mon 12:00
            ... 5d
            ",
        )
        .await;
}

#[tokio::test]
async fn what_fell_due_while_the_bot_was_down_comes_late_and_once() {
    ward_with("Print flyers due:fri 17:00 for:Ben")
        .await
        .plays("... late 4d")
        .await;
}

#[tokio::test]
async fn a_reminder_waits_for_the_end_of_quiet_hours_unless_it_would_be_too_late() {
    let mut world = ward().await;
    world
        .plays(
            "
            Ana> task add Lock up due:wed 23:00 for:Ana
            ... 3d
            ",
        )
        .await;
}
