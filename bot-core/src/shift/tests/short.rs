//! The captain hears two days ahead where people are missing.

use super::{all_say, ward, ward_with};

#[tokio::test]
async fn the_captain_hears_once_of_a_shift_that_is_short() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:driver=1,knocker=2"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1 driver").await;
    world
        .plays(
            "
            ... until 2026-12-03 10:00
            [#main] Ana: S1, Canvass, has 2 seats open.
            Sat 5 Dec, 10:00–13:00 New York time
            driver 1 of 1 · knocker 0 of 2 · 2 seats open
            Ask 5 · Who's in                      or type: shift ask S1 5

            Ben> shift drop S1 now
            You are out of S1, Canvass.
            3 seats open
            Claim                                 or type: shift claim S1

            ... until 2026-12-05 09:00
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_runs_the_team_hears_of_it_and_of_a_full_shift_nobody() {
    let mut world = ward().await;
    for command in [
        "team add North",
        "group role Cleo captain team:North",
        "shift add Canvass sat 10am-1pm needs:1 team:North",
        "shift add Phones sat 2pm-4pm needs:1 team:North",
        "shift add Party sat 8pm",
    ] {
        world.say("Ana", command).await;
    }
    world.say("Ben", "shift claim S2").await;
    world
        .plays(
            "
            ... until 2026-12-03 20:00
            [#main] Cleo: Ana made you a captain of the team \"North\" in \"console\".
            [#main] Cleo: S1, Canvass, has 1 seat open.
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 seat open
            Ask 5 · Who's in                      or type: shift ask S1 5
            ",
        )
        .await;
}
