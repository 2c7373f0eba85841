//! Checking in and out.

use crate::shift::tests::{all_say, ward_with};

#[tokio::test]
async fn a_member_checks_in_from_a_quarter_of_an_hour_before_until_the_end() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.at("2026-12-05 09:44");
    world.post().await;
    world
        .plays(
            "
            Ben> shift checkin S1
            Check-in for S1 opens Sat 5 Dec, 09:45 New York time.
            Usage: shift checkin S12 [<member>…] [guest:<name>]

            ... 1m

            Ben> shift checkin S1
            You are checked in for S1, Canvass.
            1 checked in
            Check out · Who's in                  or type: shift checkout S1

            Ben> shift checkin S1
            You are checked in for S1, Canvass, already.
            1 checked in
            Check out · Who's in                  or type: shift checkout S1

            Ben> shift drop S1
            You are checked in for S1. When you go, check out: that keeps your hours.
            Type: shift checkout S1

            Cleo> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full · 1 checked in
            In: Ben, Cleo
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Cleo> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 checked in
            2 of 2 · full
              Ben · checked in
              Cleo
            I'm here · Claim · Can't make it      or type: shift checkin S1

            ... until 2026-12-05 12:10

            Ben> shift checkout S1
            You are checked out of S1, Canvass, after 2 h 10 min.
            Who's in                              or type: shift roster S1

            Ben> shift checkout S1
            You were checked out of S1, Canvass, before, after 2 h 10 min.
            Who's in                              or type: shift roster S1

            Cleo> shift checkout S1
            You are not checked in for S1.
            Type: shift checkin S1

            Cleo> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 checked in
            2 of 2 · full
              Ben · checked out
              Cleo
            I'm here · Claim · Can't make it      or type: shift checkin S1

            ... until 2026-12-05 13:00

            Cleo> shift checkin S1
            S1 is over. It was Sat 5 Dec, 10:00–13:00 New York time.
            Type: shift list
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_runs_the_shift_checks_in_others_and_walk_ins_take_no_seat() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "shift claim S1").await;
    world.say("Mary Ann", "shift list").await;
    world.at("2026-12-05 10:05");
    world.post().await;
    world
        .plays(
            "
            Cleo> shift checkin S1 Ben
            Captains and organizers can do this.
            Usage: shift checkin S12 [<member>…] [guest:<name>]

            Ana> shift checkin S1 Ben, Mary Ann
            Ben is checked in for S1, Canvass.
            Mary Ann has no seat in S1, Canvass, and is checked in beyond the plan.
            2 checked in
            Who's in                              or type: shift roster S1

            Ana> shift checkin S1 dev <@Ben> guest:Tom
            Dev and Tom have no seat in S1, Canvass, and are checked in beyond the plan.
            Ben was checked in before.
            4 checked in
            Who's in                              or type: shift roster S1

            Ana> shift checkin S1 all
            Cleo is checked in for S1, Canvass.
            5 checked in
            Who's in                              or type: shift roster S1

            Ana> shift checkin S1 all
            Nobody in S1 is left to check in.
            5 checked in
            Who's in                              or type: shift roster S1

            Ana> shift checkin S1 Bem
            I know no member called \"Bem\" here. I know people once they have written to me in one of the group's rooms.
            Usage: shift checkin S12 [<member>…] [guest:<name>]

            Eva> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full · 5 checked in
            In: Ben, Cleo, Mary Ann (walk-in), Dev (walk-in), Tom (guest of Ana, walk-in)
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Eva> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            5 checked in
            2 of 2 · full
              Ben · checked in
              Cleo · checked in
            Walk-ins:
              Mary Ann · checked in
              Dev · checked in
              Tom (guest of Ana) · checked in
            I'm here · Claim · Can't make it      or type: shift checkin S1

            Eva> shift checkin S1
            You have no seat in S1, and none is open. Whoever runs it can check you in: shift checkin S1 Eva
            Usage: shift checkin S12 [<member>…] [guest:<name>]

            Ana> shift checkout S1 Ben \"Mary Ann\"
            Ben is checked out of S1, Canvass, after 0 min.
            Mary Ann is checked out of S1, Canvass, after 0 min.
            Who's in                              or type: shift roster S1

            Ana> shift checkout S1 Eva
            Eva is not checked in for S1.
            Type: shift roster S1
            ",
        )
        .await;
    let log = world.private("Ana", "group audit").await;
    for line in [
        "Ana checked Dev in for S1.",
        "Ana checked people in for S1.",
        "Ana checked people out of S1.",
    ] {
        assert!(log.contains(line), "{log}");
    }
}

#[tokio::test]
async fn a_member_without_a_seat_takes_an_open_one_by_coming() {
    let mut world = ward_with(&[
        "Canvass sat 10am-1pm needs:2",
        "Phone bank sat 10am-1pm needs:driver=1,knocker=1",
    ])
    .await;
    world.at("2026-12-05 10:05");
    world
        .plays(
            "
            Ben> shift checkin S1
            You are checked in for S1, Canvass.
            1 checked in
            Check out · Who's in                  or type: shift checkout S1

            Ben> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 · 1 seat open · 1 checked in
            In: Ben
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Ben> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Ben> shift checkin S2
            S2 has seats open in several roles: driver and knocker. Which one?
            driver · knocker                      or type: shift claim S2 driver
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_comes_takes_the_role_they_can_do_and_hears_of_what_is_at_the_same_time() {
    let mut world = ward_with(&[
        "Canvass sat 10am-1pm needs:driver=2,knocker=2",
        "Phone bank sat 12pm-2pm needs:3",
        "Leaflets sat 7am-9:45am needs:3",
    ])
    .await;
    world.say("Ana", "group set rest 8h").await;
    world.say("Ben", "me skills knocker").await;
    all_say(&mut world, &["Ben"], "shift claim S2").await;
    all_say(&mut world, &["Ben"], "shift claim S3").await;
    world.at("2026-12-05 10:05");
    world.post().await;
    world
        .plays(
            "
            Ben> shift checkin S1
            You are checked in for S1, Canvass, as knocker.
            It overlaps S2, Phone bank, Sat 5 Dec, 12:00–14:00 New York time, which you are in too.
            1 checked in
            Check out · Who's in                  or type: shift checkout S1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_comes_takes_an_open_seat_before_sign_up_opens() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2 opens:5min"]).await;
    world.at("2026-12-05 09:50");
    let refused = world.say("Ben", "shift claim S1").await;
    assert!(
        refused.starts_with("Sign-up for S1 opens Sat 5 Dec, 09:55"),
        "{refused}"
    );
    let came = world.say("Ben", "shift checkin S1").await;
    assert!(came.starts_with("You are checked in for S1, Canvass."), "{came}");
}

#[tokio::test]
async fn what_was_taken_down_is_taken_back() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.at("2026-12-05 10:05");
    world.post().await;
    world
        .plays(
            "
            Ana> shift checkin S1 Ben Cleo
            Ben is checked in for S1, Canvass.
            Cleo has no seat in S1, Canvass, and is checked in beyond the plan.
            2 checked in
            Who's in                              or type: shift roster S1

            Ana> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 · full · 0 of 1 confirmed
            In: Ben
            Waiting: Cleo
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 confirmed
            1 of 1 · full
              Ben · not confirmed yet
            Waiting:
              1. Cleo
            I'm here · Claim · Can't make it      or type: shift checkin S1

            Ana> shift checkin S1 Ben
            Ben is checked in for S1, Canvass.
            1 checked in
            Who's in                              or type: shift roster S1

            Ben> shift checkout S1
            You are checked out of S1, Canvass, after 0 min.
            Who's in                              or type: shift roster S1

            Ana> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo

            Ben> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 · full · 1 checked in
            In: Ben
            Waiting: Cleo
            I'm here · Claim · Can't make it · Who's in  or type: shift checkin S1

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 checked in
            1 of 1 · full
              Ben · checked in
            Waiting:
              1. Cleo
            I'm here · Claim · Can't make it      or type: shift checkin S1
            ",
        )
        .await;
}

#[tokio::test]
async fn the_list_is_completed_for_a_day() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.at("2026-12-06 12:59");
    world.post().await;
    world
        .plays(
            "
            Ana> shift checkin S1 Ben
            Ben is checked in for S1, Canvass.
            1 checked in
            Who's in                              or type: shift roster S1
            [#main] Ana: S1 · Canvass is over, and 1 person was there. How did it go?
            What you tell shows on the shift's card.
            Type: shift report S1 conversations:12 doors:40 note:\"Two more next time\"

            @Ben> shift hours
            You gave 3 h here, on 1 shift.
              S1 · Canvass · Sat 5 Dec · 3 h

            ... 1m

            Ana> shift checkin S1 Cleo
            S1 is over. It was Sat 5 Dec, 10:00–13:00 New York time.
            Type: shift list

            Ana> shift checkout S1 Ben
            S1 is over. It was Sat 5 Dec, 10:00–13:00 New York time.
            Type: shift list
            ",
        )
        .await;
}

#[tokio::test]
async fn a_cancelled_shift_takes_nobody_in() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1").await;
    world.say("Ana", "shift cancel S1").await;
    world.at("2026-12-05 10:00");
    let refused = world.say("Ana", "shift checkin S1 Ben").await;
    assert!(refused.starts_with("S1 is cancelled."), "{refused}");
}
