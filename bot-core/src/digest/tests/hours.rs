//! When it comes: by whose clock, and after a downtime.

use super::ward;
use crate::testing::World;

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
