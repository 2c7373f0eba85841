//! Tasks that come again.

use super::ward;

#[tokio::test]
async fn a_repeating_task_that_is_done_is_followed_by_the_next_one_that_nobody_has() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri 17:00 note:Use the template
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Note: Use the template
            Take it · Done                        or type: task claim T1

            Ben> task claim T1
            T1 · Newsletter is yours, Ben. Due Fri 4 Dec, 17:00 New York time.
            Done · Hand back                      or type: task done T1

            Ben> task done T1
            T1 · Newsletter is done. Thank you, Ben.
            The next one is T2, due Fri 11 Dec, 17:00 New York time.
            Reopen                                or type: task reopen T1

            Ben> task show T1
            T1 · Newsletter
            Done by Ben, Tue 1 Dec, 09:00 New York time
            Note: Use the template
            Reopen                                or type: task reopen T1

            Ben> task show T2
            T2 · Newsletter
            Due Fri 11 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Note: Use the template
            Take it · Done                        or type: task claim T2
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
            T1 · Water the plants
            Due Wed 2 Dec, 18:00 New York time · Ben has it
            Repeats every 2 days, 18:00 New York time, next Wed 2 Dec, Fri 4 Dec, Sun 6 Dec
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana gave you T1.
            T1 · Water the plants
            Due Wed 2 Dec, 18:00 New York time · Ben has it
            Repeats every 2 days, 18:00 New York time, next Wed 2 Dec, Fri 4 Dec, Sun 6 Dec
            Done · Hand back                      or type: task done T1

            Ben> task done T1
            T1 · Water the plants is done. Thank you, Ben.
            The next one is T2, due Fri 4 Dec, 18:00 New York time.
            Reopen                                or type: task reopen T1

            Ana> task done T2
            T2 · Water the plants is done. Thank you, Ben.
            The next one is T3, due Sun 6 Dec, 18:00 New York time.
            Reopen                                or type: task reopen T2
            [#main] Ben: Ana marked T2 · Water the plants as done.
            [#main] Ben: Ana gave you T3.
            T3 · Water the plants
            Due Sun 6 Dec, 18:00 New York time · Ben has it
            Repeats every 2 days, 18:00 New York time, next Sun 6 Dec, Tue 8 Dec, Thu 10 Dec
            Done · Hand back                      or type: task done T3
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
            T1 · Newsletter
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            ... late 20d
            [#main] Ana: T1 is due, and nobody has taken it.
            This comes late: it was due Fri 4 Dec, 23:59 New York time.
            T1 · Newsletter
            Overdue since Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Repeats every Fri, 23:59 New York time, next Fri 25 Dec, Fri 1 Jan 2027, Fri 8 Jan 2027
            Take it · Done                        or type: task claim T1

            Ben> task done T1
            T1 · Newsletter is done. Thank you, Ben.
            The next one is T2, due Fri 25 Dec, 23:59 New York time.
            Reopen                                or type: task reopen T1
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

            Ana> task done T1
            T1 · Newsletter is done. Thank you, Ana.
            The next one is T3, due Fri 11 Dec, 23:59 New York time.
            Reopen                                or type: task reopen T1

            Ben> task claim T3
            T3 · Newsletter is yours, Ben. Due Fri 11 Dec, 23:59 New York time.
            Done · Hand back                      or type: task done T3

            Ana> task reopen T1
            T1 · Newsletter is open again.
            T3 goes on repeating, so T1 does not repeat any more.
            Take it · Done                        or type: task claim T1

            Ana> task done T1
            T1 · Newsletter is done. Thank you, Ana.
            Reopen                                or type: task reopen T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_time_that_the_spring_skips_comes_an_hour_later_and_the_days_after_at_their_own_time() {
    let mut world = ward().await;
    world.at("2027-03-12 12:00");
    world
        .plays(
            "
            Ana> task add Count cash due:sat 02:30 repeat:every day
            T1 · Count cash
            Due Sat 13 Mar, 02:30 New York time · Nobody has it yet
            Repeats every day, 02:30 New York time, next Sat 13 Mar, Sun 14 Mar (03:30), Mon 15 Mar
            Take it · Done                        or type: task claim T1

            Ana> task done T1
            T1 · Count cash is done. Thank you, Ana.
            The next one is T2, due Sun 14 Mar, 03:30 New York time.
            Reopen                                or type: task reopen T1

            Ana> task done T2
            T2 · Count cash is done. Thank you, Ana.
            The next one is T3, due Mon 15 Mar, 02:30 New York time.
            Reopen                                or type: task reopen T2
            ",
        )
        .await;
}

#[tokio::test]
async fn a_time_that_the_autumn_doubles_is_its_first_and_the_clock_stays_where_it_was() {
    let mut world = ward().await;
    world.at("2026-10-30 12:00");
    world
        .plays(
            "
            Ana> task add Night report due:sat 01:30 repeat:every day for:Ben
            T1 · Night report
            Due Sat 31 Oct, 01:30 New York time · Ben has it
            Repeats every day, 01:30 New York time, next Sat 31 Oct, Sun 1 Nov, Mon 2 Nov
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana gave you T1.
            T1 · Night report
            Due Sat 31 Oct, 01:30 New York time · Ben has it
            Repeats every day, 01:30 New York time, next Sat 31 Oct, Sun 1 Nov, Mon 2 Nov
            Done · Hand back                      or type: task done T1

            ... until 2026-10-31 01:30
            [#main] Ben: T1 is due, and not done yet.
            T1 · Night report
            Due Sat 31 Oct, 01:30 New York time · Ben has it
            Repeats every day, 01:30 New York time, next Sun 1 Nov, Mon 2 Nov, Tue 3 Nov
            Done · Hand back                      or type: task done T1

            Ben> task done T1
            T1 · Night report is done. Thank you, Ben.
            The next one is T2, due Sun 1 Nov, 01:30 New York time.
            Reopen                                or type: task reopen T1

            ... until 2026-11-01 03:00
            [#main] Ben: T2 is due, and not done yet.
            T2 · Night report
            Due Sun 1 Nov, 01:30 New York time · Ben has it
            Repeats every day, 01:30 New York time, next Mon 2 Nov, Tue 3 Nov, Wed 4 Nov
            Done · Hand back                      or type: task done T2

            Ben> task done T2
            T2 · Night report is done. Thank you, Ben.
            The next one is T3, due Mon 2 Nov, 01:30 New York time.
            Reopen                                or type: task reopen T2
            ",
        )
        .await;
}

#[tokio::test]
async fn a_repeat_follows_the_clock_of_whoever_set_it() {
    let mut world = ward().await;
    world.at("2026-10-22 12:00");
    world
        .plays(
            "
            Ben> me timezone Europe/Madrid
            (only Ben sees this)
            Your times are in Madrid time now.

            Ben> task add Call the printer repeat:every sat 12:00 for:Ben
            T1 · Call the printer
            Due Sat 24 Oct, 12:00 Madrid time · Ben has it
            Repeats every Sat, 12:00 Madrid time, next Sat 24 Oct, Sat 31 Oct, Sat 7 Nov
            Done · Hand back                      or type: task done T1

            ... until 2026-10-24 07:00
            [#main] Ben: T1 is due in a day or less.
            T1 · Call the printer
            Due Sat 24 Oct, 12:00 Madrid time · Ben has it
            Repeats every Sat, 12:00 Madrid time, next Sat 24 Oct, Sat 31 Oct, Sat 7 Nov
            Done · Hand back                      or type: task done T1
            [#main] Ben: T1 is due, and not done yet.
            T1 · Call the printer
            Due Sat 24 Oct, 12:00 Madrid time · Ben has it
            Repeats every Sat, 12:00 Madrid time, next Sat 31 Oct, Sat 7 Nov, Sat 14 Nov
            Done · Hand back                      or type: task done T1

            Ben> task done T1
            T1 · Call the printer is done. Thank you, Ben.
            The next one is T2, due Sat 31 Oct, 12:00 Madrid time.
            Reopen                                or type: task reopen T1

            ... until 2026-10-31 08:00
            [#main] Ben: T2 is due in a day or less.
            T2 · Call the printer
            Due Sat 31 Oct, 12:00 Madrid time · Ben has it
            Repeats every Sat, 12:00 Madrid time, next Sat 31 Oct, Sat 7 Nov, Sat 14 Nov
            Done · Hand back                      or type: task done T2
            [#main] Ben: T2 is due, and not done yet.
            T2 · Call the printer
            Due Sat 31 Oct, 12:00 Madrid time · Ben has it
            Repeats every Sat, 12:00 Madrid time, next Sat 7 Nov, Sat 14 Nov, Sat 21 Nov
            Done · Hand back                      or type: task done T2
            ",
        )
        .await;
}

#[tokio::test]
async fn a_repeat_needs_a_rule() {
    ward()
        .await
        .plays(
            r#"
            Ana> task add Newsletter repeat:fri
            "repeat:" takes a rule such as: every fri 17:00
            Type: repeat:every fri 17:00

            Ana> task add Newsletter repeat:whenever
            I can't read “whenever” as a time.
            Usage: task add <title> [due:<when>] [for:<member>] [team:<team>] [repeat:<rule>] [note:<text>]
            Type: sat 10am-1pm
            Type: tomorrow 17:00
            "#,
        )
        .await;
}

#[tokio::test]
async fn a_repeat_and_a_due_date_go_together() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter due:mon repeat:every fri 17:00
            T1 · Newsletter
            Due Mon 7 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Take it · Done                        or type: task claim T1

            Ana> task done T1
            T1 · Newsletter is done. Thank you, Ana.
            The next one is T2, due Fri 11 Dec, 17:00 New York time.
            Reopen                                or type: task reopen T1

            Ana> task add Count cash due:mon 12:00 repeat:every fri
            T3 · Count cash
            Due Mon 7 Dec, 12:00 New York time · Nobody has it yet
            Repeats every Fri, 12:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Take it · Done                        or type: task claim T3

            Ana> task add Sweep due:mon 12:00 repeat:every fri 17:00
            The due date and the repeat name two times of day. Leave one of them out.
            Usage: task add <title> [due:<when>] [for:<member>] [team:<team>] [repeat:<rule>] [note:<text>]
            ",
        )
        .await;
}
