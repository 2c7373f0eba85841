//! Noting that somebody did not come.

use crate::shift::tests::{all_say, ward_with};

#[tokio::test]
async fn a_no_show_is_known_to_those_who_run_the_shift_alone() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    world.at("2026-12-05 09:50");
    world.post().await;
    world
        .plays(
            "
            Ana> shift noshow S1 Ben
            (only Ana sees this)
            S1 begins Sat 5 Dec, 10:00 New York time. That somebody did not come can be noted from then on.
            Usage: shift noshow S12 <member>

            ... until 2026-12-05 10:20

            Cleo> shift noshow S1 Ben
            (only Cleo sees this)
            Captains and organizers can do this.
            Usage: shift noshow S12 <member>

            Ana> shift noshow S1 Eva
            (only Ana sees this)
            Eva is not in S1, nor on its waiting list.
            Type: shift roster S1

            Ana> shift noshow S1 Dev
            (only Ana sees this)
            Dev is not in S1, nor on its waiting list.
            Type: shift roster S1

            Ana> shift noshow S1 Ben
            (only Ana sees this)
            Noted for those who run S1: Ben did not come. Nobody else is told, and no card shows it. A check-in lifts it.
            Type: undo

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 confirmed
            2 of 2 · full
              Ben · not confirmed yet
              Cleo · not confirmed yet
            Waiting:
              1. Dev
            I'm here · Claim · Can't make it      or type: shift checkin S1

            Ana> shift checkin S1 all
            Cleo is checked in for S1, Canvass.
            1 checked in
            Who's in                              or type: shift roster S1

            Ana> shift noshow S1 Cleo
            (only Ana sees this)
            Cleo is checked in for S1.
            Type: shift roster S1

            Ana> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full · 0 of 2 confirmed
            In: Ben, Cleo
            Waiting: Dev
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Ana> shift noshow S1 Cleo
            (only Ana sees this)
            Noted for those who run S1: Cleo did not come. Nobody else is told, and no card shows it. A check-in lifts it.
            Noted so far: Ben and Cleo.
            Type: undo

            Ana> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full · 0 of 2 confirmed
            In: Ben, Cleo
            Waiting: Dev
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Ben> shift checkin S1
            You are checked in for S1, Canvass.
            1 checked in
            Check out · Who's in                  or type: shift checkout S1

            Ana> shift noshow S1 Ben
            (only Ana sees this)
            Ben is checked in for S1.
            Type: shift roster S1
            ",
        )
        .await;
}

#[tokio::test]
async fn it_stands_in_ones_own_export_and_not_in_the_groups() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1").await;
    world.at("2026-12-05 10:20");
    world.say("Ana", "shift noshow S1 Ben").await;
    let own = world.private("Ben", "me export").await;
    assert!(own.contains("\"noted_absent_at\": \"2026-12-05T15:20:00Z\""), "{own}");
    let groups = world.private("Ana", "group export").await;
    assert!(
        groups.contains("\"name\": \"Ben\"") && !groups.contains("noted_absent_at"),
        "{groups}"
    );
}
