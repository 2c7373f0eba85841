//! Tasks that come again.

use super::ward;

#[tokio::test]
async fn a_repeating_task_that_is_done_is_followed_by_the_next_one_that_nobody_has() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri 17:00 note:Use the template
            Ben> task claim T1
            Ben> task done T1
            Ben> task show T1
            Ben> task show T2
            ",
        )
        .await;
}

#[tokio::test]
async fn a_repeat_that_was_added_for_somebody_stays_theirs() {
    ward()
        .await
        .plays(
            "
            Ana> task add Water the plants due:wed 18:00 repeat:every 2 days for:Ben
            Ben> task done T1
            Ana> task done T2
            ",
        )
        .await;
}

#[tokio::test]
async fn what_was_missed_is_not_owed() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter due:every fri
            ... late 20d
            Ben> task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn reopening_takes_back_the_next_one_unless_somebody_touched_it() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri
            Ana> task done T1
            Ana> task reopen T1
            Ana> task done T1
            Ben> task claim T3
            Ana> task reopen T1
            Ana> task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn the_wall_clock_stays_where_it_was_through_both_clock_changes() {
    let mut world = ward().await;
    world.at("2027-03-12 12:00");
    world
        .plays(
            "
            Ana> task add Count cash due:sat 02:30 repeat:every day
            Ana> task done T1
            Ana> task done T2
            Ana> task done T3
            ... until 2027-11-06 12:00
            Ana> task add Shift report due:sat 01:30 repeat:every day
            Ana> task done T5
            Ana> task done T6
            ",
        )
        .await;
}

#[tokio::test]
async fn a_repeat_needs_a_rule() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:fri
            Ana> task add Newsletter repeat:whenever
            ",
        )
        .await;
}
