//! Who has a task, and who may do what with it.

use super::{ward, ward_with};

#[tokio::test]
async fn a_task_is_added_and_shown_with_its_due_time_in_words() {
    ward()
        .await
        .plays(
            "
            Ana> task add Print flyers due:fri 17:00 note:200 copies
            Ben> task show t1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_free_task_is_taken_by_one_and_can_be_handed_back() {
    ward_with("Print flyers due:fri 17:00")
        .await
        .plays(
            "
            Ben> task claim T1
            Ben> task claim T1
            Cleo> task claim T1
            Cleo> task release T1
            Ben> task release T1
            Ben> task release T1
            Cleo> task claim T1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_is_given_a_task_is_told_and_can_hand_it_back() {
    ward_with("Print flyers due:fri 17:00")
        .await
        .plays(
            "
            Ana> task assign T1 Ben
            Ana> task assign T1 Ben
            Ana> task assign T1 Cleo
            Cleo> task release T1
            Ana> task assign T1 Zoe
            ",
        )
        .await;
}

#[tokio::test]
async fn a_task_is_given_to_others_by_whoever_added_it_and_by_captains() {
    ward_with("Print flyers")
        .await
        .plays(
            "
            Ben> task assign T1 Cleo
            Ben> task assign T1 Ben
            Cleo> task assign T1 Cleo
            Cleo> task add Bake bread for:Dev
            Cleo> task assign T2 Ben
            Ana> task assign T2 Ana
            ",
        )
        .await;
}

#[tokio::test]
async fn a_task_is_done_by_its_owner_or_by_anyone_while_nobody_has_it() {
    ward_with("Print flyers")
        .await
        .plays(
            "
            Ben> task done T1 two boxes are in the hall
            Ben> task show T1
            Cleo> task done T1
            Cleo> task reopen T1
            Ben> task reopen T1
            Ben> task reopen T1
            Cleo> task claim T1
            Ben> task done T1
            Ana> task done T1
            Ana> task reopen T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_task_is_changed_and_deleted_by_whoever_added_it_and_by_captains() {
    ward_with("Print flyers for:Ben due:fri")
        .await
        .plays(
            "
            Ben> task edit T1 title:Print posters
            Ben> task delete T1
            Ana> task edit T1
            Ana> task edit T1 title:Print posters due:sat 10:00 note:A2
            Ana> task edit T1 note:none
            Ana> task delete T1
            Ana> task show T1
            Ana> task claim T1
            Ana> task show T7
            Ana> task add Sweep
            ",
        )
        .await;
}

#[tokio::test]
async fn a_team_s_captain_runs_its_tasks() {
    let mut world = ward().await;
    world.say("Ana", "team add Print").await;
}
