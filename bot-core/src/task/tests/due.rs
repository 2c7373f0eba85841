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
            [@Ben] T1 is due in a day or less.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-05 12:00
            [@Ben] T1 is due, and not done yet.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
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
    ward_with("Print flyers due:fri 17:00")
        .await
        .plays(
            "
            ... 7d
            [#main] Ana: T1 is due in a day or less, and nobody has taken it.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1
            [#main] Ana: T1 is due, and nobody has taken it.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_task_that_is_due_within_a_day_is_reminded_of_once() {
    ward_with("Print flyers due:in 3h for:Ben")
        .await
        .plays(
            "
            ... 7d
            [#main] Ben: T1 is due, and not done yet.
            T1 · Print flyers
            Due Tue 1 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn another_due_time_moves_the_reminders_and_the_owner_hears_of_it() {
    ward_with("Print flyers due:fri 17:00 for:Ben")
        .await
        .plays(
            "
            Ana> task edit T1 due:mon 12:00
            T1 · Print flyers
            Due Mon 7 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana changed when T1 is due.
            T1 · Print flyers
            Due Mon 7 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... 6d
            [#main] Ben: T1 is due in a day or less.
            T1 · Print flyers
            Due Mon 7 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn what_fell_due_while_the_bot_was_down_comes_late_and_once() {
    ward_with("Print flyers due:fri 17:00 for:Ben")
        .await
        .plays(
            "
            ... late 4d
            [#main] Ben: T1 is due, and not done yet.
            This comes late: it was due Fri 4 Dec, 17:00 New York time.
            T1 · Print flyers
            Overdue since Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn quiet_hours_hold_a_reminder_until_the_morning() {
    ward()
        .await
        .plays(
            "
            @Ana> me quiet 21:00-08:00
            From 21:00 to 08:00, New York time, personal messages wait for the end of your quiet hours. What would come too late then comes at once.

            Ana> task add Open the hall due:thu 06:00 for:Ana
            T1 · Open the hall
            Due Thu 3 Dec, 06:00 New York time · Ana has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-03 07:59
            [@Ana] T1 is due in a day or less.
            T1 · Open the hall
            Due Thu 3 Dec, 06:00 New York time · Ana has it
            I kept this until your quiet hours were over.
            Done · Hand back                      or type: task done T1

            ... until 2026-12-03 08:00
            [@Ana] T1 is due, and not done yet.
            T1 · Open the hall
            Overdue since Thu 3 Dec, 06:00 New York time · Ana has it
            I kept this until your quiet hours were over.
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn undo_brings_a_deleted_task_back_with_its_reminders() {
    ward_with("Print flyers due:fri 17:00 for:Ben")
        .await
        .plays(
            "
            Ana> task delete T1
            T1 · Print flyers is deleted. To bring it back within ten minutes: undo
            [#main] Ben: Ana deleted T1 · Print flyers.

            Ana> undo
            T1 · Print flyers is as it was before.
            [#main] Ben: Ana put T1 back on the list, and it is yours.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... 4d
            [#main] Ben: T1 is due in a day or less.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [#main] Ben: T1 is due, and not done yet.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_due_time_and_a_repeat_can_be_taken_away() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri
            T1 · Newsletter
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:none
            A task that repeats needs a due date.
            Type: task edit T1 due:none repeat:none

            Ana> task edit T1 repeat:every mon
            T1 · Newsletter
            Due Mon 7 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Mon, 23:59 New York time, next Mon 7 Dec, Mon 14 Dec, Mon 21 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:mon repeat:every mon 17:00
            T1 · Newsletter
            Due Mon 7 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Mon, 17:00 New York time, next Mon 7 Dec, Mon 14 Dec, Mon 21 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 repeat:none
            T1 · Newsletter
            Due Mon 7 Dec, 17:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:none note:Once is enough
            T1 · Newsletter
            Nobody has it yet
            Note: Once is enough
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 repeat:every tue 9am
            T1 · Newsletter
            Due Tue 8 Dec, 09:00 New York time · Nobody has it yet
            Repeats every Tue, 09:00 New York time, next Tue 8 Dec, Tue 15 Dec, Tue 22 Dec
            Note: Once is enough
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:yesterday
            I can't read “yesterday” as a time.
            Usage: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]
            Type: sat 10am-1pm
            Type: tomorrow 17:00
            ",
        )
        .await;
}
