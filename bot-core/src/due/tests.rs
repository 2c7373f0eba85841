//! What fell due while the bot was down: once, late, and said so.

use crate::testing::World;

/// Ana is organizer; Ben agreed to private messages.
async fn ward() -> World {
    let mut world = World::memory();
    world.say("Ana", "shift list").await;
    world.say("Ben", "shift list").await;
    world.private("Ben", "shift list").await;
    world
}

#[tokio::test]
async fn everything_that_was_missed_comes_once_and_late() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass dec 6 10am-1pm
            S1 · Canvass
            Sun 6 Dec, 10:00–13:00 New York time
            0 in
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Sun 6 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ana> task add Print flyers due:sat 17:00 for:Ben
            T1 · Print flyers
            Due Sat 5 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Due Sat 5 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            Ana> task add Call the hall due:mon 9:00 for:Ben
            T2 · Call the hall
            Due Mon 7 Dec, 09:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [@Ben] Ana gave you T2.
            T2 · Call the hall
            Due Mon 7 Dec, 09:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2

            @Ben> remind me fri 9:00 Buy stamps
            R1 · Buy stamps
            I'll remind you Fri 4 Dec, 09:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind me every day 18:00 Water the plants
            R2 · Water the plants
            I'll remind you every day, 18:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R2

            Ana> remind here every tue 18:30 Lights out
            R3 · Lights out
            I'll remind this room every Tue, 18:30 New York time, next Tue 1 Dec, Tue 8 Dec, Tue 15 Dec.
            Pause · Cancel                        or type: remind cancel R3

            Ana> remind here sat 9:00 Doors open
            R4 · Doors open
            I'll remind this room Sat 5 Dec, 09:00 New York time.
            Pause · Cancel                        or type: remind cancel R4

            Ana> poll new Pizza or tacos? pizza, tacos until:sat 18:00
            P1 · Pizza or tacos?                  open until Sat 5 Dec, 18:00 New York time
              pizza  0
              tacos  0
            nobody has voted yet · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos

            @Ben> me digest 7:00
            Every day at 07:00, New York time, I'll write to you what your day holds: your shifts and tasks, open polls, and shifts that are still short. When it holds nothing, I write nothing. To end it: me digest off

            ... late 4d23h30m
            [@Ben] R2 · Water the plants
            This comes late, once for all the times that I missed:
              Tue 1 Dec, 18:00 New York time
              Wed 2 Dec, 18:00 New York time
              Thu 3 Dec, 18:00 New York time
              Fri 4 Dec, 18:00 New York time
              Sat 5 Dec, 18:00 New York time
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            [#main] Lights out
            This comes late: it was for Tue 1 Dec, 18:30 New York time.
            Snooze 1 h · Pause                    or type: remind snooze R3 1h
            [@Ben] Your day in \"console\" · Sun 6 Dec
            This comes late: it was due Sun 6 Dec, 07:00 New York time.
            Your shifts:
              S1 · Canvass · Sun 6 Dec, 10:00–13:00 New York time · not confirmed yet
            Your tasks:
              T1 · Print flyers · Overdue since Sat 5 Dec, 17:00 New York time
            Confirm S1                            or type: shift confirm S1
            [@Ben] R1 · Buy stamps
            This comes late: it was for Fri 4 Dec, 09:00 New York time.
            Snooze 1 h                            or type: remind snooze R1 1h
            [#main] Doors open
            This comes late: it was for Sat 5 Dec, 09:00 New York time.
            Snooze 1 h                            or type: remind snooze R4 1h
            [@Ben] T1 is due, and not done yet.
            This comes late: it was due Sat 5 Dec, 17:00 New York time.
            T1 · Print flyers
            Overdue since Sat 5 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [#main] P1 · Pizza or tacos? · closed
            Nobody voted.
              pizza  0
              tacos  0
            everyone here can see who chose what
            This comes late: it was due Sat 5 Dec, 18:00 New York time.
            Type: poll show P1
            [@Ben] S1 · Canvass is in 1 h 30 min: Sun 6 Dec, 10:00–13:00 New York time
            This comes late: it was due Sun 6 Dec, 08:00 New York time.
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1

            ... 2d
            [@Ben] T2 is due in a day or less.
            T2 · Call the hall
            Due Mon 7 Dec, 09:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [@Ben] R2 · Water the plants
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            [@Ben] Your day in \"console\" · Mon 7 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Sat 5 Dec, 17:00 New York time
              T2 · Call the hall · Due Mon 7 Dec, 09:00 New York time
            Done T1                               or type: task done T1
            [@Ben] T2 is due, and not done yet.
            T2 · Call the hall
            Due Mon 7 Dec, 09:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2
            [@Ben] R2 · Water the plants
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            [@Ben] Your day in \"console\" · Tue 8 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Sat 5 Dec, 17:00 New York time
              T2 · Call the hall · Overdue since Mon 7 Dec, 09:00 New York time
            Done T1                               or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_shift_that_is_over_by_then_is_said_to_be() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass sat 10am-1pm
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 in
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            ... late 6d
            [@Ben] S1 · Canvass is over: Sat 5 Dec, 10:00–13:00 New York time
            This comes late: it was due Sat 5 Dec, 08:00 New York time.
            ",
        )
        .await;
}

#[tokio::test]
async fn what_was_held_and_missed_too_comes_once() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass sat 10pm-11pm
            S1 · Canvass
            Sat 5 Dec, 22:00–23:00 New York time
            0 in
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 22:00–23:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            @Ben> me quiet 19:00-08:00
            From 19:00 to 08:00, New York time, personal messages wait for the end of your quiet hours. What would come too late then comes at once.

            @Ben> me pause sat 9:00
            Your messages wait until Sat 5 Dec, 09:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            Ana> task add Bake bread due:fri 12:00 for:Ben
            T1 · Bake bread
            Due Fri 4 Dec, 12:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-04 23:00
            [@Ben] T1 is due in a day or less.
            T1 · Bake bread
            Due Fri 4 Dec, 12:00 New York time · Ben has it
            You have paused messages; this comes anyway, because after the pause it would be too late.
            Done · Hand back                      or type: task done T1

            ... late 21h30m
            [@Ben] S1 · Canvass is in 1 h 30 min: Sat 5 Dec, 22:00–23:00 New York time
            This comes late: it was due Sat 5 Dec, 20:00 New York time.
            Can you make it?
            This comes in your quiet hours, because in the morning it would be too late.
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [@Ben] Ana gave you T1.
            T1 · Bake bread
            Due Fri 4 Dec, 12:00 New York time · Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T1

            ... 2d
            [@Ben] T1 is due, and not done yet.
            T1 · Bake bread
            Overdue since Fri 4 Dec, 12:00 New York time · Ben has it
            I kept this until your quiet hours were over.
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}
