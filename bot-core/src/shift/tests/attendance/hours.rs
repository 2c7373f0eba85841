//! How long people were there.

use crate::shift::tests::{all_say, ward_with};
use crate::testing::World;

/// A world in which a shift of North and one of the whole group are over.
async fn worked() -> World {
    let mut world = ward_with(&["Canvass sat 10am-1pm", "\"=Phones\" sun 10am-12pm"]).await;
    world.say("Ana", "team add North").await;
    world.say("Ana", "shift edit S1 team:North").await;
    world.say("Ana", "group role Eva captain team:North").await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    all_say(&mut world, &["Ben", "Dev"], "shift claim S2").await;
    world.at("2026-12-05 10:00");
    world.say("Ana", "shift checkin S1 all").await;
    world.at("2026-12-05 11:30");
    world.say("Cleo", "shift checkout S1").await;
    world.at("2026-12-06 10:30");
    world.say("Ana", "shift checkin S2 all guest:Tom").await;
    world.at("2026-12-06 14:00");
    world.post().await;
    world.seen();
    world
}

#[tokio::test]
async fn one_sees_ones_own_hours_and_a_captain_those_on_the_shifts_they_run() {
    worked()
        .await
        .plays(
            "
            Ben> shift hours
            (only Ben sees this)
            You gave 4 h 30 min here, on 2 shifts.
              S1 · Canvass · Sat 5 Dec · 3 h
              S2 · =Phones · Sun 6 Dec · 1 h 30 min

            Eva> shift hours me
            (only Eva sees this)
            No hours of yours are written down here yet. They count from a check-in on the day of a shift.

            Ana> shift hours Ben
            (only Ana sees this)
            Ben gave 4 h 30 min, on 2 shifts that you run.
              S1 · Canvass · Sat 5 Dec · 3 h
              S2 · =Phones · Sun 6 Dec · 1 h 30 min

            Eva> shift hours ben
            (only Eva sees this)
            Ben gave 3 h, on 1 shift that you run.
              S1 · Canvass · Sat 5 Dec · 3 h

            Ben> shift hours Cleo
            (only Ben sees this)
            Captains and organizers can do this.
            Usage: shift hours [me|<member>|all] [team:<team>]

            Eva> shift hours Dev
            (only Eva sees this)
            No hours of Dev are written down on shifts that you run.

            Ana> shift hours Ben team:North
            (only Ana sees this)
            Hours are a member's or a team's: name one of them.
            Usage: shift hours [me|<member>|all] [team:<team>]
            For example: shift hours

            Ana> shift hours all
            (only Ana sees this)
            3 people gave 7 h 30 min on shifts that you run.
              Ben · 4 h 30 min
              Cleo · 1 h 30 min
              Dev · 1 h 30 min
            muster-hours.csv · 403 B
            name,shift,title,start,zone,checked_in,checked_out,minutes,walk_in
            Ben,S1,Canvass,2026-12-05 10:00:00,America/New_York,2026-12-05 10:00:00,,180,
            Ben,S2,'=Phones,2026-12-06 10:00:00,America/New_York,2026-12-06 10:30:00,,90,
            Cleo,S1,Canvass,2026-12-05 10:00:00,America/New_York,2026-12-05 10:00:00,2026-12-05 11:30:00,90,
            Dev,S2,'=Phones,2026-12-06 10:00:00,America/New_York,2026-12-06 10:30:00,,90,

            Eva> shift hours team:North
            (only Eva sees this)
            2 people gave 4 h 30 min on shifts of North.
              Ben · 3 h
              Cleo · 1 h 30 min
            muster-hours.csv · 245 B
            name,shift,title,start,zone,checked_in,checked_out,minutes,walk_in
            Ben,S1,Canvass,2026-12-05 10:00:00,America/New_York,2026-12-05 10:00:00,,180,
            Cleo,S1,Canvass,2026-12-05 10:00:00,America/New_York,2026-12-05 10:00:00,2026-12-05 11:30:00,90,

            Ben> shift hours team:North
            (only Ben sees this)
            Captains and organizers can do this.
            Usage: shift hours [me|<member>|all] [team:<team>]
            ",
        )
        .await;
}

#[tokio::test]
async fn hours_stand_in_ones_export() {
    let mut world = worked().await;
    let own = world.private("Ben", "me export").await;
    assert!(
        own.contains("\"minutes\": 180") && own.contains("\"minutes\": 90"),
        "{own}"
    );
    assert!(own.contains("\"checked_in_at\": \"2026-12-05T15:00:00Z\""), "{own}");
}
