//! The wall clock of a series, through clock changes.

use crate::shift::tests::ward;

#[tokio::test]
async fn the_clock_stays_when_clocks_go_forward() {
    let mut world = ward().await;
    world.at("2027-03-01 09:00");
    let transcript = "
        Ana> shift add Canvass every sun 10am-1pm
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sun 7 Mar, 10:00–13:00 New York time
        0 in
        ↻ every Sun · next Sun 14 Mar, Sun 21 Mar, Sun 28 Mar
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift add Night watch every day 2:30am-3:30am
        It repeats. The first 28 dates are S5 to S32; others follow as they come nearer.
        S5 · Night watch
        Tue 2 Mar, 02:30–03:30 New York time
        0 in
        ↻ every day · next Wed 3 Mar, Thu 4 Mar, Fri 5 Mar
        Claim · Can't make it · Who's in      or type: shift claim S5

        Ana> shift show S2
        S2 · Canvass
        Sun 14 Mar, 10:00–13:00 New York time
        0 in
        ↻ every Sun · next Sun 21 Mar, Sun 28 Mar, Sun 4 Apr
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift show S3
        S3 · Canvass
        Sun 21 Mar, 10:00–13:00 New York time
        0 in
        ↻ every Sun · next Sun 28 Mar, Sun 4 Apr, Sun 11 Apr
        Claim · Can't make it · Who's in      or type: shift claim S3

        ... until 2027-03-13 12:00

        Ana> shift list week
        7 shifts · none short
          S17 · Sun 14 Mar, 03:30–04:30 · Night watch · 0 in
          S2 · Sun 14 Mar, 10:00–13:00 · Canvass · 0 in
          S18 · Mon 15 Mar, 02:30–03:30 · Night watch · 0 in
          S19 · Tue 16 Mar, 02:30–03:30 · Night watch · 0 in
          S20 · Wed 17 Mar, 02:30–03:30 · Night watch · 0 in
          S21 · Thu 18 Mar, 02:30–03:30 · Night watch · 0 in
          S22 · Fri 19 Mar, 02:30–03:30 · Night watch · 0 in
        Type: shift claim S17
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn the_clock_stays_when_clocks_go_back() {
    let mut world = ward().await;
    world.at("2027-11-01 09:00");
    let transcript = "
        Ana> shift add Night watch every sun 1:30am-2:30am
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Night watch
        Sun 7 Nov, 01:30–02:30 New York time
        0 in
        ↻ every Sun · next Sun 14 Nov, Sun 21 Nov, Sun 28 Nov
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift list
          S1 · Sun 7 Nov, 01:30–02:30 · Night watch · 0 in
          S2 · Sun 14 Nov, 01:30–02:30 · Night watch · 0 in · ↻ and 2 more dates until Sun 28 Nov
        Type: shift claim S1

        @Ben> shift claim S1
        You are in S1, Night watch.
        Sun 7 Nov, 01:30–02:30 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ana> shift move S1 1am-2am dates:all
        S1, S2, S3 and S4 are moved.
        The dates that follow go by it too.
        I'm writing to 1 person about it.
        S1 · Night watch
        Sun 7 Nov, 01:00–02:00 New York time
        1 in
        In: Ben
        ↻ every Sun · next Sun 14 Nov, Sun 21 Nov, Sun 28 Nov
        Claim · Can't make it · Who's in      or type: shift claim S1
        [@Ben] S1, Night watch, is moved from Sun 7 Nov, 01:30–02:30 New York time to Sun 7 Nov, 01:00–02:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1
    ";
    world.plays(transcript).await;
}
