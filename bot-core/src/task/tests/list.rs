//! Lists of tasks.

use super::ward;

#[tokio::test]
async fn lists_say_what_is_due_first_and_who_has_it() {
    ward()
        .await
        .plays(
            "
            Ana> task list
            Ana> task list mine
            Ana> task list overdue
            Ana> task list done
            Ana> task add Sweep the hall
            Ana> task add Print flyers due:fri 17:00 for:Ben
            Ana> task add Buy milk due:in 1h
            ... late 2h
            Ben> task list
            Ben> task list mine
            Ben> task list overdue
            Ben> task done T1
            Ben> task done T2
            Ben> task list done
            Ben> task list open
            Ben> task list tomorrow
            ",
        )
        .await;
}

#[tokio::test]
async fn a_long_list_says_how_many_more_there_are() {
    let mut world = ward().await;
    for number in 1..=33 {
        world.say("Ana", &format!("task add Task number {number}")).await;
    }
    let list = world.say("Ana", "task list").await;
    assert!(list.starts_with("33 tasks to do\n"), "{list}");
    assert!(
        list.ends_with("Nobody has it yet\nAnd 3 more.\nType: task claim T1"),
        "{list}"
    );
}
