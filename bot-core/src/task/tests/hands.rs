//! Who has a task, and who may do what with it.

use super::{ward, ward_with};

#[tokio::test]
async fn a_task_is_added_and_shown_with_its_due_time_in_words() {
    ward()
        .await
        .plays(
            "
            Ana> task add Print flyers due:fri 17:00 note:200 copies
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Note: 200 copies
            Take it · Done                        or type: task claim T1

            Ben> task show t1
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Note: 200 copies
            Take it · Done                        or type: task claim T1
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
            T1 · Print flyers is yours, Ben. Due Fri 4 Dec, 17:00 New York time.
            Done · Hand back                      or type: task done T1

            Ben> task claim T1
            T1 · Print flyers is yours already.
            Type: task done T1

            Cleo> task claim T1
            Ben has T1 · Print flyers.
            Type: task list open

            Cleo> task release T1
            Ben has T1 · Print flyers.
            Type: task list open

            Ben> task release T1
            T1 · Print flyers is handed back. Nobody has it now.
            Take it · Done                        or type: task claim T1

            Ben> task release T1
            Nobody has T1 · Print flyers.
            Type: task claim T1

            Cleo> task claim T1
            T1 · Print flyers is yours, Cleo. Due Fri 4 Dec, 17:00 New York time.
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_is_given_a_task_is_told_and_can_hand_it_back() {
    ward_with("Print flyers due:fri 17:00")
        .await
        .plays(
            r#"
            Ana> task assign T1 Ben
            T1 · Print flyers is with Ben now. I'll tell them.
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana gave you T1.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            Ana> task assign T1 Ben
            Ben has T1 · Print flyers already.
            Usage: task assign T12 <member>

            Ana> task assign T1 Cleo
            T1 · Print flyers is with Cleo now. I'll tell them.
            Done · Hand back                      or type: task done T1
            [#main] Ben: T1 · Print flyers is not yours any more: Ana changed that.
            [#main] Cleo: Ana gave you T1.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1

            Cleo> task release T1
            T1 · Print flyers is handed back. Nobody has it now.
            Take it · Done                        or type: task claim T1

            Ana> task assign T1 Zoe
            I know no member called "Zoe" here. I know people once they have written to me in one of the group's rooms.
            Usage: task assign T12 <member>
            "#,
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
            T1 · Print flyers can be changed by Ana, who added it, and by captains.
            Usage: task assign T12 <member>

            Ben> task assign T1 Ben
            T1 · Print flyers is yours, Ben.
            Done · Hand back                      or type: task done T1

            Cleo> task assign T1 Cleo
            T1 · Print flyers can be changed by Ana, who added it, and by captains.
            Usage: task assign T12 <member>

            Cleo> task add Bake bread for:Dev
            T2 · Bake bread
            Dev has it
            Done · Hand back                      or type: task done T2
            [#main] Dev: Cleo gave you T2.
            T2 · Bake bread
            Dev has it
            Done · Hand back                      or type: task done T2

            Cleo> task assign T2 Ben
            T2 · Bake bread is with Ben now. I'll tell them.
            Done · Hand back                      or type: task done T2
            [#main] Dev: T2 · Bake bread is not yours any more: Cleo changed that.
            [#main] Ben: Cleo gave you T2.
            T2 · Bake bread
            Ben has it
            Done · Hand back                      or type: task done T2

            Ana> task assign T2 Ana
            T2 · Bake bread is yours, Ana.
            Done · Hand back                      or type: task done T2
            [#main] Ben: T2 · Bake bread is not yours any more: Ana changed that.
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
            T1 · Print flyers is done. Thank you, Ben.
            Reopen                                or type: task reopen T1

            Ben> task show T1
            T1 · Print flyers
            Done by Ben, Tue 1 Dec, 09:00 New York time
            Afterwards: two boxes are in the hall
            Reopen                                or type: task reopen T1

            Cleo> task done T1
            T1 · Print flyers is done already.
            Type: task reopen T1

            Cleo> task reopen T1
            T1 · Print flyers can be changed by Ana, who added it, and by captains.
            Usage: task reopen T12

            Ben> task reopen T1
            T1 · Print flyers is open again.
            Take it · Done                        or type: task claim T1

            Ben> task reopen T1
            T1 · Print flyers is not done yet.
            Type: task done T1

            Cleo> task claim T1
            T1 · Print flyers is yours, Cleo.
            Done · Hand back                      or type: task done T1

            Ben> task done T1
            Cleo has T1 · Print flyers.
            Type: task list open

            Ana> task done T1
            T1 · Print flyers is done. Thank you, Cleo.
            Reopen                                or type: task reopen T1
            [#main] Cleo: Ana marked T1 · Print flyers as done.

            Ana> task reopen T1
            T1 · Print flyers is open again.
            Done · Hand back                      or type: task done T1
            [#main] Cleo: Ana put T1 back on the list, and it is yours.
            T1 · Print flyers
            Cleo has it
            Done · Hand back                      or type: task done T1
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
            T1 · Print flyers can be changed by Ana, who added it, and by captains.
            Usage: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]

            Ben> task delete T1
            T1 · Print flyers can be changed by Ana, who added it, and by captains.
            Usage: task delete T12 [dates:one|later|all] [on:<date>]

            Ana> task edit T1
            Say what to change in T1.
            Type: task edit T1 due:friday

            Ana> task edit T1 title:Print posters due:sat 10:00 note:A2
            T1 · Print posters
            Due Sat 5 Dec, 10:00 New York time · Ben has it
            Note: A2
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana changed when T1 is due.
            T1 · Print posters
            Due Sat 5 Dec, 10:00 New York time · Ben has it
            Note: A2
            Done · Hand back                      or type: task done T1

            Ana> task edit T1 note:none
            T1 · Print posters
            Due Sat 5 Dec, 10:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            Ana> task delete T1
            T1 · Print posters is deleted. To bring it back within ten minutes: undo
            [#main] Ben: Ana deleted T1 · Print posters.

            Ana> task show T1
            T1 was deleted.
            Type: task list

            Ana> task claim T1
            T1 was deleted.
            Type: task list

            Ana> task show T7
            There is no T7 here.
            Type: task list

            Ana> task add Sweep
            T2 · Sweep
            Nobody has it yet
            Take it · Done                        or type: task claim T2
            ",
        )
        .await;
}

#[tokio::test]
async fn a_team_s_captain_runs_its_tasks() {
    ward()
        .await
        .plays(
            r#"
            Ana> team add Print
            Added the team "Print". To be in it: team join Print

            Ana> group role Ben captain team:Print
            Ben is a captain of the team "Print" now.
            [#main] Ben: Ana made you a captain of the team "Print" in "console".

            Ana> task add Print flyers team:print
            T1 · Print flyers
            Nobody has it yet · Team Print
            Take it · Done                        or type: task claim T1

            Ana> task add Bake bread
            T2 · Bake bread
            Nobody has it yet
            Take it · Done                        or type: task claim T2

            Ben> task assign T1 Cleo
            T1 · Print flyers is with Cleo now. I'll tell them.
            Done · Hand back                      or type: task done T1
            [#main] Cleo: Ben gave you T1.
            T1 · Print flyers
            Cleo has it · Team Print
            Done · Hand back                      or type: task done T1

            Ben> task assign T2 Cleo
            T2 · Bake bread can be changed by Ana, who added it, and by captains.
            Usage: task assign T12 <member>

            Ana> task edit T1 team:none
            T1 · Print flyers
            Cleo has it
            Done · Hand back                      or type: task done T1

            Ben> task delete T1
            T1 · Print flyers can be changed by Ana, who added it, and by captains.
            Usage: task delete T12 [dates:one|later|all] [on:<date>]
            "#,
        )
        .await;
}
