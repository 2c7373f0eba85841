//! What the day holds.

use super::ward;

#[tokio::test]
async fn the_morning_says_what_the_day_holds() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Phone bank thu 6pm-8pm needs:3 at:Office
            S1 · Phone bank
            Thu 3 Dec, 18:00–20:00 New York time · Office
            0 of 3 · 3 seats open
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ana> shift add Canvass thu 10am-1pm needs:2
            S2 · Canvass
            Thu 3 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Claim · Can't make it · Who's in      or type: shift claim S2

            Ana> shift add Party fri 8pm needs:4
            S3 · Party
            Fri 4 Dec, 20:00 New York time
            0 of 4 · 4 seats open
            Claim · Can't make it · Who's in      or type: shift claim S3

            Ana> shift add Rally thu 11am needs:9
            S4 · Rally
            Thu 3 Dec, 11:00 New York time
            0 of 9 · 9 seats open
            Claim · Can't make it · Who's in      or type: shift claim S4

            Ana> shift add Fair dec 20 10am needs:9
            S5 · Fair
            Sun 20 Dec, 10:00 New York time
            0 of 9 · 9 seats open
            Claim · Can't make it · Who's in      or type: shift claim S5

            Ben> shift claim S1
            You are in S1, Phone bank.
            Thu 3 Dec, 18:00–20:00 New York time · Office
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ben> shift claim S2
            You are in S2, Canvass.
            Thu 3 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S2

            Ben> shift confirm S2
            Thanks, you are confirmed for S2, Canvass.
            Thu 3 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S2

            Ana> task add Print flyers due:thu 17:00 for:Ben
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            Ana> task add Bake bread due:wed 12:00 for:Ben
            T2 · Bake bread
            Due Wed 2 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [@Ben] Ana gave you T2.
            T2 · Bake bread
            Due Wed 2 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2

            Ana> task add Newsletter due:fri 12:00 for:Ben
            T3 · Newsletter
            Due Fri 4 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T3
            [@Ben] Ana gave you T3.
            T3 · Newsletter
            Due Fri 4 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T3

            Ana> poll new Pizza or tacos? pizza, tacos until:fri 18:00
            P1 · Pizza or tacos?                  open until Fri 4 Dec, 18:00 New York time
              pizza  0
              tacos  0
            nobody has voted yet · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos

            Ana> poll new Red or blue? red, blue until:fri 18:00 secret:yes
            P2 · Red or blue?                     open until Fri 4 Dec, 18:00 New York time
              red
              blue
            nobody has voted yet · secret: nobody in the group sees who voted or who chose what; until it closes the operator of this server could link a vote to its voter, and backups and logs made until then may keep that link
            Type: poll vote P2 blue

            Ana> poll new Tea or coffee? tea, coffee until:fri 18:00
            P3 · Tea or coffee?                   open until Fri 4 Dec, 18:00 New York time
              tea     0
              coffee  0
            nobody has voted yet · everyone here can see who chose what
            tea · coffee                          or type: poll vote P3 coffee

            Ben> poll vote P3 tea
            Your vote: tea. You can change it until Fri 4 Dec, 18:00 New York time.
            P3 so far: tea 1 and coffee 0 · 1 voted
            tea · coffee                          or type: poll vote P3 coffee

            @Ben> me reminders off
            I won't remind you before your shifts any more.

            ... until 2026-12-03 08:00
            [#main] Ana: S2, Canvass, has 1 seat open.
            Thu 3 Dec, 10:00–13:00 New York time
            1 of 2 · 1 seat open
            Ask 5 · Who's in                      or type: shift ask S2 5
            [#main] Ana: S4, Rally, has 9 seats open.
            Thu 3 Dec, 11:00 New York time
            0 of 9 · 9 seats open
            Ask 5 · Who's in                      or type: shift ask S4 5
            [@Ben] T2 is due in a day or less.
            T2 · Bake bread
            Due Wed 2 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [#main] Ana: S1, Phone bank, has 2 seats open.
            Thu 3 Dec, 18:00–20:00 New York time · Office
            1 of 3 · 2 seats open
            Ask 5 · Who's in                      or type: shift ask S1 5
            [@Ben] Your day in \"console\" · Wed 2 Dec
            Your tasks:
              T2 · Bake bread · Due Wed 2 Dec, 12:00 New York time
            Polls in which you have not voted:
              P1 · Pizza or tacos? · open until Fri 4 Dec, 18:00 New York time
            Still short in the next days:
              S3 · Party · Fri 4 Dec, 20:00 New York time · 4 seats open
            Done T2                               or type: task done T2
            [@Ben] T2 is due, and not done yet.
            T2 · Bake bread
            Due Wed 2 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [@Ben] T1 is due in a day or less.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [#main] Ana: S3, Party, has 4 seats open.
            Fri 4 Dec, 20:00 New York time
            0 of 4 · 4 seats open
            Ask 5 · Who's in                      or type: shift ask S3 5
            [@Ben] Your day in \"console\" · Thu 3 Dec
            Your shifts:
              S2 · Canvass · Thu 3 Dec, 10:00–13:00 New York time · you have confirmed
              S1 · Phone bank · Thu 3 Dec, 18:00–20:00 New York time · Office · not confirmed yet
            Your tasks:
              T2 · Bake bread · Overdue since Wed 2 Dec, 12:00 New York time
              T1 · Print flyers · Due Thu 3 Dec, 17:00 New York time
            Polls in which you have not voted:
              P1 · Pizza or tacos? · open until Fri 4 Dec, 18:00 New York time
            Still short in the next days:
              S3 · Party · Fri 4 Dec, 20:00 New York time · 4 seats open
            Confirm S1                            or type: shift confirm S1

            @Ben> shift confirm S1
            Thanks, you are confirmed for S1, Phone bank.
            Thu 3 Dec, 18:00–20:00 New York time · Office
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            ... until 2026-12-04 08:00
            [@Ben] T3 is due in a day or less.
            T3 · Newsletter
            Due Fri 4 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T3
            [@Ben] T1 is due, and not done yet.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Your day in \"console\" · Fri 4 Dec
            Your tasks:
              T2 · Bake bread · Overdue since Wed 2 Dec, 12:00 New York time
              T1 · Print flyers · Overdue since Thu 3 Dec, 17:00 New York time
              T3 · Newsletter · Due Fri 4 Dec, 12:00 New York time
            Polls in which you have not voted:
              P1 · Pizza or tacos? · open until Fri 4 Dec, 18:00 New York time
            Still short in the next days:
              S3 · Party · Fri 4 Dec, 20:00 New York time · 4 seats open
            Done T2                               or type: task done T2
            ",
        )
        .await;
}

#[tokio::test]
async fn a_day_that_holds_nothing_is_not_spoken_of() {
    ward()
        .await
        .plays(
            "
            ... 3d

            Ana> shift add Canvass fri 6pm needs:2
            S1 · Canvass
            Fri 4 Dec, 18:00 New York time
            0 of 2 · 2 seats open
            Claim · Can't make it · Who's in      or type: shift claim S1

            ... until 2026-12-05 12:00
            ",
        )
        .await;
}
