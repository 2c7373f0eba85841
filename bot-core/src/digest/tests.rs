//! The morning digest, as transcripts.

use crate::testing::World;

/// Ana is organizer, Ben a member who agreed to private messages and hears of his day at eight.
async fn ward() -> World {
    let mut world = World::memory();
    world.say("Ana", "shift list").await;
    world.say("Ben", "shift list").await;
    world.private("Ben", "me digest 8:00").await;
    world
}

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

#[tokio::test]
async fn it_is_asked_for_and_ended_and_needs_private_messages() {
    let mut world = ward().await;
    world.say("Cleo", "shift list").await;
    world
        .plays(
            "
            Cleo> me digest 7am
            (only Cleo sees this)
            The morning digest comes in private, and you have not written to me there yet. Write to me in private:
            Type: me digest 07:00

            @Cleo> me digest 7am
            Every day at 07:00, New York time, I'll write to you what your day holds: your shifts and tasks, open polls, and shifts that are still short. When it holds nothing, I write nothing. To end it: me digest off

            @Cleo> me
            Cleo
            Accounts: Cleo (console) · to join another one: me link
            In \"console\": member
            Time zone: New York time, as in the group · to set your own: me timezone Chicago
            Language: as in the group · to set your own: me language es
            Reminders before a shift: 1 day and 2 h · to change: me reminders 24h,2h
            Quiet hours: none · to set them: me quiet 21:00-08:00
            Messages: as they come · to pause them: me pause fri
            Morning digest: every day at 07:00 · to end it: me digest off
            Skills: none · to be asked where one is needed: me skills driver, spanish
            Private messages: yes, I write to you in private.

            Cleo> me digest 6
            (only Cleo sees this)
            I can't read \"6\" as a time of day.
            Type: me digest 8:00

            @Cleo> me digest soon
            I can't read \"soon\" as a time of day.
            Type: me digest 8:00

            Ana> task add Print flyers due:wed 17:00 for:Cleo
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1
            [@Cleo] Ana gave you T1.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-02 07:30
            [@Cleo] T1 is due in a day or less.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1
            [@Cleo] Your day in \"console\" · Wed 2 Dec
            Your tasks:
              T1 · Print flyers · Due Wed 2 Dec, 17:00 New York time
            Done T1                               or type: task done T1

            @Cleo> me digest off
            I won't write to you in the morning any more.

            @Cleo> undo
            Taken back: your settings are as they were before.

            @Cleo> me digest off
            I won't write to you in the morning any more.

            ... 2d
            [@Cleo] T1 is due, and not done yet.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn it_follows_the_zone_of_the_person_and_else_of_the_group() {
    ward()
        .await
        .plays(
            "
            Ana> task add Print flyers due:fri 17:00 for:Ben
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            Ana> group set timezone Chicago
            The group's times are in Chicago time now. What was posted before stays at its own time.

            ... until 2026-12-04 08:59
            [@Ben] T1 is due in a day or less.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-04 09:00
            [@Ben] Your day in \"console\" · Fri 4 Dec
            Your tasks:
              T1 · Print flyers · Due Fri 4 Dec, 17:00 New York time
            Done T1                               or type: task done T1

            Ana> task add Bake bread due:sat 17:00 for:Ben
            T2 · Bake bread
            Due Sat 5 Dec, 17:00 Chicago time · Ben has it
            Done · Hand back                      or type: task done T2
            [@Ben] Ana gave you T2.
            T2 · Bake bread
            Due Sat 5 Dec, 17:00 Chicago time · Ben has it
            Done · Hand back                      or type: task done T2

            @Ben> me timezone Denver
            Your times are in Denver time now.

            ... until 2026-12-05 09:59
            [@Ben] Your day in \"console\" · Fri 4 Dec
            Your tasks:
              T1 · Print flyers · Due Fri 4 Dec, 17:00 New York time
            Done T1                               or type: task done T1
            [@Ben] T1 is due, and not done yet.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] T2 is due in a day or less.
            T2 · Bake bread
            Due Sat 5 Dec, 17:00 Chicago time · Ben has it
            Done · Hand back                      or type: task done T2

            ... until 2026-12-05 10:00
            [@Ben] Your day in \"console\" · Sat 5 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Fri 4 Dec, 17:00 New York time
              T2 · Bake bread · Due Sat 5 Dec, 17:00 Chicago time
            Done T1                               or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn it_stays_at_its_hour_when_the_clocks_change() {
    let mut world = World::memory();
    world.at("2027-03-10 12:00");
    world.say("Ana", "shift list").await;
    world.private("Ana", "me digest 2:30").await;
    world.say("Ana", "task add Sweep due:mar 12 for:Ana").await;
    world
        .plays(
            "
            ... until 2027-03-12 02:30
            [@Ana] T1 is due in a day or less.
            T1 · Sweep
            Due Fri 12 Mar, 23:59 New York time · Ana has it
            Done · Hand back                      or type: task done T1
            [@Ana] Your day in \"console\" · Fri 12 Mar
            Your tasks:
              T1 · Sweep · Due Fri 12 Mar, 23:59 New York time
            Done T1                               or type: task done T1

            ... until 2027-03-13 02:30
            [@Ana] T1 is due, and not done yet.
            T1 · Sweep
            Due Fri 12 Mar, 23:59 New York time · Ana has it
            Done · Hand back                      or type: task done T1
            [@Ana] Your day in \"console\" · Sat 13 Mar
            Your tasks:
              T1 · Sweep · Overdue since Fri 12 Mar, 23:59 New York time
            Done T1                               or type: task done T1

            ... until 2027-03-14 03:29

            ... until 2027-03-14 03:30
            [@Ana] Your day in \"console\" · Sun 14 Mar
            Your tasks:
              T1 · Sweep · Overdue since Fri 12 Mar, 23:59 New York time
            Done T1                               or type: task done T1

            ... until 2027-03-15 02:30
            [@Ana] Your day in \"console\" · Mon 15 Mar
            Your tasks:
              T1 · Sweep · Overdue since Fri 12 Mar, 23:59 New York time
            Done T1                               or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_leaves_hears_no_more_and_whoever_comes_back_does() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass dec 20 6pm needs:2
            S1 · Canvass
            Sun 20 Dec, 18:00 New York time
            0 of 2 · 2 seats open
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> group leave yes
            You left \"console\".

            ... until 2026-12-18 12:00

            Ben> shift list
              S1 · Sun 20 Dec, 18:00 · Canvass · 2 seats open
            You are in the register of \"console\" again, as a member.
            Type: shift claim S1

            ... until 2026-12-19 08:00
            [#main] Ana: S1, Canvass, has 2 seats open.
            Sun 20 Dec, 18:00 New York time
            0 of 2 · 2 seats open
            Ask 5 · Who's in                      or type: shift ask S1 5
            [@Ben] Your day in \"console\" · Sat 19 Dec
            Still short in the next days:
              S1 · Canvass · Sun 20 Dec, 18:00 New York time · 2 seats open
            Claim S1                              or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_pause_silences_it_and_quiet_hours_do_not() {
    ward()
        .await
        .plays(
            "
            @Ben> me quiet 21:00-09:00
            From 21:00 to 09:00, New York time, personal messages wait for the end of your quiet hours. What would come too late then comes at once.

            Ana> task add Print flyers due:thu 17:00 for:Ben
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-03 08:00
            [@Ben] T1 is due in a day or less.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Your day in \"console\" · Thu 3 Dec
            Your tasks:
              T1 · Print flyers · Due Thu 3 Dec, 17:00 New York time
            Done T1                               or type: task done T1

            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            ... 2d

            @Ben> me pause off
            Your pause is over. If anything waited for you, it comes when your quiet hours are over.

            ... 1d
            [@Ben] T1 is due, and not done yet.
            T1 · Print flyers
            Overdue since Thu 3 Dec, 17:00 New York time · Ben has it
            I kept this until your quiet hours were over.
            Done · Hand back                      or type: task done T1
            [@Ben] Your day in \"console\" · Sun 6 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Thu 3 Dec, 17:00 New York time
            Done T1                               or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn after_a_downtime_only_that_of_the_present_day_comes_and_says_that_it_is_late() {
    ward()
        .await
        .plays(
            "
            Ana> task add Print flyers due:wed 17:00 for:Ben
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... late 3d
            [@Ben] Your day in \"console\" · Fri 4 Dec
            This comes late: it was due Fri 4 Dec, 08:00 New York time.
            Your tasks:
              T1 · Print flyers · Overdue since Wed 2 Dec, 17:00 New York time
            Done T1                               or type: task done T1
            [@Ben] T1 is due, and not done yet.
            This comes late: it was due Wed 2 Dec, 17:00 New York time.
            T1 · Print flyers
            Overdue since Wed 2 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... late 23h
            [@Ben] Your day in \"console\" · Sat 5 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Wed 2 Dec, 17:00 New York time
            Done T1                               or type: task done T1

            ... late 22h

            @Ben> me quiet 21:00-09:00
            From 21:00 to 09:00, New York time, personal messages wait for the end of your quiet hours. What would come too late then comes at once.

            ... late 26h30m

            ... 1d
            [@Ben] Your day in \"console\" · Tue 8 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Wed 2 Dec, 17:00 New York time
            Done T1                               or type: task done T1
            ",
        )
        .await;
}
