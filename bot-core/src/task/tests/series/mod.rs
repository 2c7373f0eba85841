//! Tasks that repeat: one date, this and later, or all of them change.
//!
//! - here: which dates there are; `apart`: dates that are other than the rest

mod apart;

use super::ward;

#[tokio::test]
async fn a_date_is_left_out_or_all_that_follow() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri 17:00 for:Ben
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana gave you T1.
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Done · Hand back                      or type: task done T1

            Ana> task delete T1
            T1 repeats, and nothing is changed yet. Which dates do you mean?
              dates:one · only this date
              dates:later · this date and every later one
              dates:all · every coming date
            Only this date · This and later · All dates  or type: task delete T1 dates:one

            Ana> task delete T1 dates:one
            T1 is not for Fri 4 Dec any more: it goes on with the next date. To take that back within ten minutes: undo
            T1 · Newsletter
            Due Fri 11 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana changed when T1 is due.
            T1 · Newsletter
            Due Fri 11 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Done · Hand back                      or type: task done T1

            Ana> undo
            T1 · Newsletter is as it was before.
            [#main] Ben: Ana changed when T1 is due.
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Done · Hand back                      or type: task done T1

            Ana> task delete T1 on:11 dec
            T1 will leave out Fri 11 Dec. To take that back within ten minutes: undo
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 18 Dec, Fri 25 Dec; not Fri 11 Dec
            Done · Hand back                      or type: task done T1

            Ana> task delete T1 on:12 dec
            T1 has no date on Sat 12 Dec. It has: Fri 18 Dec, Fri 25 Dec, Fri 1 Jan 2027.
            Usage: task delete T12 [dates:one|later|all] [on:<date>]

            Ana> task delete T1 dates:later on:1 jan
            T1 repeats no more from Fri 1 Jan 2027 on. To take that back within ten minutes: undo
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, until 31 Dec 2026, 17:00 New York time, next Fri 4 Dec, Fri 18 Dec, Fri 25 Dec; not Fri 11 Dec
            Done · Hand back                      or type: task done T1

            Ben> task done T1
            T1 · Newsletter is done. Thank you, Ben.
            The next one is T2, due Fri 18 Dec, 17:00 New York time.
            Reopen                                or type: task reopen T1

            Ben> task delete T2 dates:later
            T2 · Newsletter can be changed by Ana, who added it, and by captains.
            Usage: task delete T12 [dates:one|later|all] [on:<date>]

            Ana> task delete T2 dates:one
            T2 is not for Fri 18 Dec any more: it goes on with the next date. To take that back within ten minutes: undo
            T2 · Newsletter
            Due Fri 25 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, until 31 Dec 2026, 17:00 New York time, next Fri 25 Dec
            Done · Hand back                      or type: task done T2
            [#main] Ben: Ana changed when T2 is due.
            T2 · Newsletter
            Due Fri 25 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, until 31 Dec 2026, 17:00 New York time, next Fri 25 Dec
            Done · Hand back                      or type: task done T2

            Ana> undo
            T2 · Newsletter is as it was before.
            [#main] Ben: Ana changed when T2 is due.
            T2 · Newsletter
            Due Fri 18 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, until 31 Dec 2026, 17:00 New York time, next Fri 18 Dec, Fri 25 Dec
            Done · Hand back                      or type: task done T2

            Ben> task done T2
            T2 · Newsletter is done. Thank you, Ben.
            The next one is T3, due Fri 25 Dec, 17:00 New York time.
            Reopen                                or type: task reopen T2

            Ana> task add Sweep due:\"every mon 9:00\"
            T4 · Sweep
            Due Mon 7 Dec, 09:00 New York time · Nobody has it yet
            Repeats every Mon, 09:00 New York time, next Mon 7 Dec, Mon 14 Dec, Mon 21 Dec
            Take it · Done                        or type: task claim T4

            Ana> task delete T3 dates:all
            T3 · Newsletter is deleted. To bring it back within ten minutes: undo
            [#main] Ben: Ana deleted T3 · Newsletter.

            Ana> undo
            T3 · Newsletter is as it was before.
            [#main] Ben: Ana put T3 back on the list, and it is yours.
            T3 · Newsletter
            Due Fri 25 Dec, 17:00 New York time · Ben has it
            Repeats every Fri, until 31 Dec 2026, 17:00 New York time, next Fri 25 Dec
            Done · Hand back                      or type: task done T3

            Ana> task delete T3 dates:later
            T3 · Newsletter is deleted. To bring it back within ten minutes: undo
            [#main] Ben: Ana deleted T3 · Newsletter.

            Ana> group audit
            (only Ana sees this)
            console · the latest 11 entries of the audit log
              Tue 1 Dec, 09:00 New York time · Ana deleted T3.
              Tue 1 Dec, 09:00 New York time · Ana deleted T3.
              Tue 1 Dec, 09:00 New York time · Ana left out dates of T2.
              Tue 1 Dec, 09:00 New York time · Ana left out dates of T1.
              Tue 1 Dec, 09:00 New York time · Ana left out dates of T1.
              Tue 1 Dec, 09:00 New York time · Ana left out dates of T1.
              Tue 1 Dec, 09:00 New York time · Dev entered the register.
              Tue 1 Dec, 09:00 New York time · Cleo entered the register.
              Tue 1 Dec, 09:00 New York time · Ben entered the register.
              Tue 1 Dec, 09:00 New York time · Ana founded the group and is its organizer.
              Tue 1 Dec, 09:00 New York time · Ana entered the register.
            ",
        )
        .await;
}

#[tokio::test]
async fn the_rule_changes_and_ends() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri 17:00
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task delete T1 on:11 dec
            T1 will leave out Fri 11 Dec. To take that back within ten minutes: undo
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 18 Dec, Fri 25 Dec; not Fri 11 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:thu 16:00 dates:all
            T1 · Newsletter
            Due Thu 3 Dec, 16:00 New York time · Nobody has it yet
            Repeats every Thu, 16:00 New York time, next Thu 3 Dec, Thu 17 Dec, Thu 24 Dec; not Thu 10 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:\"every mon 9:00\"
            T1 · Newsletter
            Due Mon 7 Dec, 09:00 New York time · Nobody has it yet
            Repeats every Mon, 09:00 New York time, next Mon 7 Dec, Mon 14 Dec, Mon 21 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 repeat:every day
            T1 · Newsletter
            Due Wed 2 Dec, 09:00 New York time · Nobody has it yet
            Repeats every day, 09:00 New York time, next Wed 2 Dec, Thu 3 Dec, Fri 4 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:none dates:one
            A task that repeats needs a due date.
            Type: task edit T1 due:none repeat:none

            Ana> task edit T1 due:none dates:all
            A task that repeats needs a due date.
            Type: task edit T1 due:none repeat:none

            Ana> task edit T1 repeat:every day dates:one
            One date has one time: a repeat is for dates:later or dates:all.
            Usage: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]

            Ana> task edit T1 repeat:none
            T1 · Newsletter
            Due Wed 2 Dec, 09:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:fri on:fri
            T1 does not repeat, so it has only one date.
            Usage: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]

            Ana> task delete T1 on:fri
            T1 does not repeat, so it has only one date.
            Usage: task delete T12 [dates:one|later|all] [on:<date>]

            Ana> task edit T1 repeat:every weekday due:fri 12:00
            T1 · Newsletter
            Due Fri 4 Dec, 12:00 New York time · Nobody has it yet
            Repeats every weekday, 12:00 New York time, next Fri 4 Dec, Mon 7 Dec, Tue 8 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:none repeat:none
            T1 · Newsletter
            Nobody has it yet
            Take it · Done                        or type: task claim T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_rule_at_the_end_of_a_title_is_its_repeat_unless_it_stands_in_quotes() {
    ward()
        .await
        .plays(
            "
            Ana> task add Count cash every day 17:00 for:Ben
            T1 · Count cash
            Due Tue 1 Dec, 17:00 New York time · Ben has it
            Repeats every day, 17:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec
            Done · Hand back                      or type: task done T1
            [#main] Ben: Ana gave you T1.
            T1 · Count cash
            Due Tue 1 Dec, 17:00 New York time · Ben has it
            Repeats every day, 17:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec
            Done · Hand back                      or type: task done T1

            Ana> task add \"Sing every day\"
            T2 · Sing every day
            Nobody has it yet
            Take it · Done                        or type: task claim T2

            Ana> task add Print flyers tomorrow
            T3 · Print flyers tomorrow
            Nobody has it yet
            Take it · Done                        or type: task claim T3
            ",
        )
        .await;
}
