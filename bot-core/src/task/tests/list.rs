//! Lists of tasks.

use super::ward;

#[tokio::test]
async fn lists_say_what_is_due_first_and_who_has_it() {
    ward()
        .await
        .plays(
            r#"
            Ana> task list
            No tasks to do.
            Type: task add <title> due:friday

            Ana> task list mine
            You have no tasks to do.
            Type: task add <title> due:friday

            Ana> task list overdue
            No task is overdue.
            Type: task list

            Ana> task list done
            No task is done yet.
            Type: task list

            Ana> task add Sweep the hall
            T1 · Sweep the hall
            Nobody has it yet
            Take it · Done                        or type: task claim T1

            Ana> task add Print flyers due:fri 17:00 for:Ben
            T2 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [#main] Ben: Ana gave you T2.
            T2 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2

            Ana> task add Buy milk due:in 1h
            T3 · Buy milk
            Due Tue 1 Dec, 10:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T3

            ... late 2h
            [#main] Ana: T3 is due, and nobody has taken it.
            This comes late: it was due Tue 1 Dec, 10:00 New York time.
            T3 · Buy milk
            Overdue since Tue 1 Dec, 10:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T3

            Ben> task list
            3 tasks to do
              T3 · Buy milk · Overdue since Tue 1 Dec, 10:00 New York time · Nobody has it yet
              T2 · Print flyers · Due Fri 4 Dec, 17:00 New York time · Ben has it
              T1 · Sweep the hall · Nobody has it yet
            Type: task claim T3

            Ben> task list mine
            1 task of yours
              T2 · Print flyers · Due Fri 4 Dec, 17:00 New York time · Ben has it
            Type: task show T2

            Ben> task list overdue
            1 task overdue
              T3 · Buy milk · Overdue since Tue 1 Dec, 10:00 New York time · Nobody has it yet
            Type: task claim T3

            Ben> task done T1
            T1 · Sweep the hall is done. Thank you, Ben.
            Reopen                                or type: task reopen T1

            Ben> task done T2
            T2 · Print flyers is done. Thank you, Ben.
            Reopen                                or type: task reopen T2

            Ben> task list done
            The latest 2 tasks done
              T2 · Print flyers · Done by Ben, Tue 1 Dec, 11:00 New York time
              T1 · Sweep the hall · Done by Ben, Tue 1 Dec, 11:00 New York time
            Type: task show T2

            Ben> task list open
            1 task to do
              T3 · Buy milk · Overdue since Tue 1 Dec, 10:00 New York time · Nobody has it yet
            Type: task claim T3

            Ben> task list tomorrow
            <which>: "tomorrow" is none of mine, open, overdue and done.
            Usage: task list [mine|open|overdue|done] [team:<team>]
            For example: task list
            "#,
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

#[tokio::test]
async fn an_edit_that_changes_nothing_says_so() {
    let mut world = ward().await;
    world.say("Ana", "task add Sweep the hall due:fri 5pm").await;
    for edit in ["title:Sweep the hall", "team:none", "due:fri 17:00"] {
        assert_eq!(
            world.say("Ana", &format!("task edit T1 {edit}")).await,
            "T1 is like that already.\nType: task show T1",
            "{edit}"
        );
    }
    let nothing = world.say("Ana", "task edit T1").await;
    assert!(nothing.starts_with("Say what to change in T1."), "{nothing}");
}
