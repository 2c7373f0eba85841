//! A date that is set apart has a time and a title of its own.

use crate::task::tests::ward;

#[tokio::test]
async fn one_date_is_moved_and_the_next_follows_the_rule() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter every fri 17:00
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:sat 10:00
            T1 repeats, and nothing is changed yet. Which dates do you mean?
              dates:one · only this date
              dates:later · this date and every later one
              dates:all · every coming date
            Only this date · This and later · All dates  or type: task edit T1 due:sat 10:00 dates:one

            Ana> task edit T1 due:sat 10:00 dates:one
            T1 · Newsletter
            Due Sat 5 Dec, 10:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 title:Long newsletter note:Twelve pages dates:one
            T1 · Long newsletter
            Due Sat 5 Dec, 10:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec
            Note: Twelve pages
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 title:Bulletin note:Four pages dates:all
            T1 keeps what is its own; those that follow are changed.
            T1 · Long newsletter
            Due Sat 5 Dec, 10:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec
            Note: Twelve pages
            Take it · Done                        or type: task claim T1

            Ana> undo
            T1 · Long newsletter is as it was before.

            Ana> task edit T1 title:Bulletin note:Four pages dates:all
            T1 keeps what is its own; those that follow are changed.
            T1 · Long newsletter
            Due Sat 5 Dec, 10:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec
            Note: Twelve pages
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 due:18:00 dates:later
            T1 · Long newsletter
            Due Sat 5 Dec, 10:00 New York time · Nobody has it yet
            Repeats every Fri, 18:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec
            Note: Twelve pages
            Take it · Done                        or type: task claim T1

            Ben> task done T1
            T1 · Long newsletter is done. Thank you, Ben.
            The next one is T2, due Fri 11 Dec, 18:00 New York time.
            Reopen                                or type: task reopen T1

            Ana> task show T2
            T2 · Bulletin
            Due Fri 11 Dec, 18:00 New York time · Nobody has it yet
            Repeats every Fri, 18:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec
            Note: Four pages
            Take it · Done                        or type: task claim T2

            Ana> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo

            Ben> undo
            T1 · Long newsletter is as it was before.

            Ana> task show T1
            T1 · Long newsletter
            Due Sat 5 Dec, 10:00 New York time · Nobody has it yet
            Repeats every Fri, 18:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec
            Note: Twelve pages
            Take it · Done                        or type: task claim T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_coming_date_has_its_own_time_and_title_in_advance() {
    ward()
        .await
        .plays(
            "
            Ana> task add Newsletter repeat:every fri 17:00
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 title:Year in review due:thu 31 dec 12:00 on:1 jan
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 title:Holiday issue on:18 dec
            T1 · Newsletter
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec (own title)
            Take it · Done                        or type: task claim T1

            Ana> task edit T1 note:Twelve pages on:18 dec
            A coming date of T1 can have its own title and due time.
            Usage: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]

            Ana> task edit T1 title:Bulletin on:18 dec dates:all
            T1 is done one date at a time, so its rule changes from this date on. Leave \"on:\" out.
            Usage: task edit T12 [title:<title>] [due:<when>|none] [team:<team>] [repeat:<rule>|none] [note:<text>] [dates:one|later|all] [on:<date>]

            Ana> task edit T1 title:Bulletin dates:all
            T1 · Bulletin
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec (own title)
            Take it · Done                        or type: task claim T1

            ... until 2026-12-12 09:00
            [#main] Ana: T1 is due in a day or less, and nobody has taken it.
            T1 · Bulletin
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec (own title)
            Take it · Done                        or type: task claim T1
            [#main] Ana: T1 is due, and nobody has taken it.
            T1 · Bulletin
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec (own title), Fri 25 Dec
            Take it · Done                        or type: task claim T1

            Ben> task done T1
            T1 · Bulletin is done. Thank you, Ben.
            The next one is T2, due Fri 18 Dec, 17:00 New York time.
            Reopen                                or type: task reopen T1

            Ben> task done T2
            T2 · Holiday issue is done. Thank you, Ben.
            The next one is T3, due Fri 25 Dec, 17:00 New York time.
            Reopen                                or type: task reopen T2

            Ben> task show T3
            T3 · Bulletin
            Due Fri 25 Dec, 17:00 New York time · Nobody has it yet
            Repeats every Fri, 17:00 New York time, next Fri 25 Dec, Thu 31 Dec (12:00, moved from Fri 1 Jan 2027, own title), Fri 8 Jan 2027
            Take it · Done                        or type: task claim T3

            Ben> task done T3
            T3 · Bulletin is done. Thank you, Ben.
            The next one is T4, due Thu 31 Dec, 12:00 New York time.
            Reopen                                or type: task reopen T3

            Ben> task reopen T3
            T3 · Bulletin is open again.
            T4 is deleted: T3 repeats again.
            Take it · Done                        or type: task claim T3
            ",
        )
        .await;
}

#[tokio::test]
async fn the_clock_stays_through_a_clock_change_whatever_was_moved() {
    let mut world = ward().await;
    world.at("2026-10-22 12:00");
    world
        .plays(
            "
            Ben> me timezone Europe/Madrid
            (only Ben sees this)
            Your times are in Madrid time now.

            Ben> task add Call the printer repeat:every sat 12:00
            T1 · Call the printer
            Due Sat 24 Oct, 12:00 Madrid time · Nobody has it yet
            Repeats every Sat, 12:00 Madrid time, next Sat 24 Oct, Sat 31 Oct, Sat 7 Nov
            Take it · Done                        or type: task claim T1

            Ben> task edit T1 due:sun 12:00 dates:one
            T1 · Call the printer
            Due Sun 25 Oct, 12:00 Madrid time · Nobody has it yet
            Repeats every Sat, 12:00 Madrid time, next Sun 25 Oct (moved from Sat 24 Oct), Sat 31 Oct, Sat 7 Nov
            Take it · Done                        or type: task claim T1

            Ben> task edit T1 due:13:00 on:31 oct
            T1 · Call the printer
            Due Sun 25 Oct, 12:00 Madrid time · Nobody has it yet
            Repeats every Sat, 12:00 Madrid time, next Sun 25 Oct (moved from Sat 24 Oct), Sat 31 Oct (13:00), Sat 7 Nov
            Take it · Done                        or type: task claim T1

            Ben> task done T1
            T1 · Call the printer is done. Thank you, Ben.
            The next one is T2, due Sat 31 Oct, 13:00 Madrid time.
            Reopen                                or type: task reopen T1

            Ben> task done T2
            T2 · Call the printer is done. Thank you, Ben.
            The next one is T3, due Sat 7 Nov, 12:00 Madrid time.
            Reopen                                or type: task reopen T2
            ",
        )
        .await;
}
