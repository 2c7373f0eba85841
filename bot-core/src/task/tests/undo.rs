//! Taking things back.

use super::{ward, ward_with};

#[tokio::test]
async fn every_act_on_a_task_can_be_taken_back_and_whoever_it_concerns_hears_of_it() {
    ward()
        .await
        .plays(
            "
            Ana> task add Print flyers for:Ben
            T1 · Print flyers
            Ben has it
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana gave you T1.
            T1 · Print flyers
            Ben has it
            Done · Hand back                      or type: task done T1

            Ana> undo
            T1 · Print flyers is deleted again.
            [#main] Ben: Ana deleted T1 · Print flyers.

            Ana> task show T1
            T1 was deleted.
            Type: task list

            Ana> task add Print flyers due:fri
            T2 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T2

            Ben> task claim T2
            T2 · Print flyers is yours, Ben. Due Fri 4 Dec, 23:59 New York time.
            Done · Hand back                      or type: task done T2

            Ben> undo
            T2 · Print flyers is as it was before.

            Ana> task assign T2 Ben
            T2 · Print flyers is with Ben now. I'll tell them.
            Done · Hand back                      or type: task done T2
            [#main] Ben: Ana gave you T2.
            T2 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · Ben has it
            Done · Hand back                      or type: task done T2

            Ana> undo
            T2 · Print flyers is as it was before.
            [#main] Ben: T2 · Print flyers is not yours any more: Ana changed that.

            Ana> task edit T2 title:Print posters due:sat
            T2 · Print posters
            Due Sat 5 Dec, 23:59 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T2

            Ana> undo
            T2 · Print flyers is as it was before.

            Ben> task done T2
            T2 · Print flyers is done. Thank you, Ben.
            Reopen                                or type: task reopen T2

            Ben> undo
            T2 · Print flyers is as it was before.

            Ana> task show T2
            T2 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T2

            Ana> undo
            There is nothing of yours from the last ten minutes to take back here.
            Usage: undo
            ",
        )
        .await;
}

#[tokio::test]
async fn nothing_is_taken_back_that_somebody_changed_since() {
    ward_with("Print flyers")
        .await
        .plays(
            "
            Ben> task claim T1
            T1 · Print flyers is yours, Ben.
            Done · Hand back                      or type: task done T1

            Ana> task assign T1 Cleo
            T1 · Print flyers is with Cleo now. I'll tell them.
            Done · Hand back                      or type: task done T1
            [#main] Ben: T1 · Print flyers is not yours any more: Ana changed that.
            [#main] Cleo: Ana gave you T1.
            T1 · Print flyers
            Cleo has it
            Done · Hand back                      or type: task done T1

            Ben> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo

            Ana> task show T1
            T1 · Print flyers
            Cleo has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn taking_back_that_a_repeating_task_is_done_takes_back_the_next_one() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri
            T1 · Newsletter
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ben> task done T1
            T1 · Newsletter is done. Thank you, Ben.
            The next one is T2, due Fri 11 Dec, 23:59 New York time.
            Reopen                                or type: task reopen T1

            Ben> undo
            T1 · Newsletter is as it was before.

            Ben> task show T2
            T2 was deleted.
            Type: task list

            Ben> task show T1
            T1 · Newsletter
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ben> task done T1
            T1 · Newsletter is done. Thank you, Ben.
            The next one is T3, due Fri 11 Dec, 23:59 New York time.
            Reopen                                or type: task reopen T1

            Cleo> task claim T3
            T3 · Newsletter is yours, Cleo. Due Fri 11 Dec, 23:59 New York time.
            Done · Hand back                      or type: task done T3

            Ben> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo
            ",
        )
        .await;
}

#[tokio::test]
async fn taking_back_a_reopening_brings_the_next_one_back() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri
            T1 · Newsletter
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task done T1
            T1 · Newsletter is done. Thank you, Ana.
            The next one is T2, due Fri 11 Dec, 23:59 New York time.
            Reopen                                or type: task reopen T1

            Ana> task reopen T1
            T1 · Newsletter is open again.
            T2 is deleted: T1 repeats again.
            Take it · Done                        or type: task claim T1

            Ana> undo
            T1 · Newsletter is as it was before.

            Ana> task show T1
            T1 · Newsletter
            Done by Ana, Tue 1 Dec, 09:00 New York time
            Reopen                                or type: task reopen T1

            Ana> task show T2
            T2 · Newsletter
            Due Fri 11 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Take it · Done                        or type: task claim T2
            ",
        )
        .await;
}

#[tokio::test]
async fn ten_minutes_later_it_stays() {
    ward_with("Print flyers")
        .await
        .plays(
            "
            Ana> task delete T1
            T1 · Print flyers is deleted. To bring it back within ten minutes: undo

            ... 11m

            Ana> undo
            There is nothing of yours from the last ten minutes to take back here.
            Usage: undo

            Ana> task add Print flyers
            T2 · Print flyers
            Nobody has it yet
            Take it · Done                        or type: task claim T2
            ",
        )
        .await;
}
