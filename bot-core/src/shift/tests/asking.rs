//! Asking those whom a shift may suit.

use super::{all_say, reachable, ward_with};

#[tokio::test]
async fn so_many_are_asked_and_the_next_where_somebody_cannot() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    reachable(&mut world, &["Ben", "Cleo", "Dev", "Eva"]).await;
    world
        .plays(
            "
            Ana> shift ask S1 2
            I'm asking 2 people now, and the next where somebody can't.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Who's in                              or type: shift roster S1
            [@Ben] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1
            [@Cleo] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            @Cleo> shift decline S1
            That's fine. I won't ask you for S1 again.
            [@Dev] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            @Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ana> shift ask S1 2
            I have asked already, and wait for an answer. I'll write to you when it is full, or when nobody is left to ask.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 · 1 seat open
            Who's in                              or type: shift roster S1

            @Dev> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1
            [#main] Ana: S1, Canvass, is full now.
            Sat 5 Dec, 10:00–13:00 New York time
            Who's in                              or type: shift roster S1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_does_not_answer_is_not_waited_for_and_nobody_is_asked_twice() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    reachable(&mut world, &["Ben", "Cleo"]).await;
    world.at("2026-12-04 10:00");
    world.post().await;
    world
        .plays(
            "
            Ana> shift ask S1 1
            I'm asking 1 person now, and the next if they can't.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Who's in                              or type: shift roster S1
            [@Ben] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            ... 4h
            [@Cleo] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            ... 4h
            [#main] Ana: I asked 2 people for S1, Canvass, and nobody is left to ask.
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Who's in                              or type: shift roster S1

            Ana> shift ask S1
            There is nobody I may ask: nobody who agreed to private messages, is free then and was not asked too often already.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Who's in                              or type: broadcast everyone \"S1 …\"
            ",
        )
        .await;
}

#[tokio::test]
async fn those_are_asked_who_are_free_in_the_team_and_not_asked_too_often() {
    let mut world = ward_with(&["Phones sat 11am-12pm needs:1"]).await;
    reachable(&mut world, &["Ben", "Cleo", "Dev", "Eva"]).await;
    world.say("Ana", "team add North").await;
    all_say(&mut world, &["Ben", "Cleo", "Dev"], "team join North").await;
    world.say("Ben", "shift claim S1").await;
    world
        .plays(
            "
            Ana> shift add Canvass sat 10am-1pm needs:3 team:North
            S2 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time · team North
            0 of 3 · 3 seats open
            Claim · Can't make it · Who's in      or type: shift claim S2

            Ana> shift ask S2 5
            I'm asking 2 people now, and the next where somebody can't.
            S2 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 3 · 3 seats open
            Who's in                              or type: shift roster S2
            [@Cleo] Ana asks: can you take a seat in S2, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S2
            [@Dev] Ana asks: can you take a seat in S2, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S2

            Ana> group set asks 1
            I'll ask a member for shifts once a week at most.

            Ana> shift add Canvass sun 10am-1pm needs:3 team:North
            S3 · Canvass
            Sun 6 Dec, 10:00–13:00 New York time · team North
            0 of 3 · 3 seats open
            Claim · Can't make it · Who's in      or type: shift claim S3

            Ana> shift ask S3 5
            I'm asking 1 person now, and the next if they can't.
            S3 · Canvass
            Sun 6 Dec, 10:00–13:00 New York time
            0 of 3 · 3 seats open
            Who's in                              or type: shift roster S3
            [@Ben] Ana asks: can you take a seat in S3, Canvass?
            Sun 6 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S3

            Ana> group set asks off
            I'll ask nobody for shifts.

            Ana> shift ask S3
            This group asks nobody for shifts.
            Type: group set asks 3

            Ana> group set asks often
            \"often\" does not say how often. Give a number of times a week, at most 50, or \"off\".
            Type: group set asks 2
            ",
        )
        .await;
}

#[tokio::test]
async fn nobody_is_woken() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    reachable(&mut world, &["Ben", "Cleo"]).await;
    world.private("Ben", "me quiet 8:00-12:00").await;
    world.private("Cleo", "me pause").await;
    world
        .plays(
            "
            Ana> shift ask S1
            Those I could ask don't want to be disturbed now. I'll ask from Tue 1 Dec, 12:00 New York time.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 seat open
            Who's in                              or type: shift roster S1

            ... 4h
            [@Ben] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn what_cannot_be_asked_for_says_why() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1", "Party sat 8pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world
        .plays(
            "
            Ana> shift ask S1
            S1 is full.
            Type: shift roster S1

            Ana> shift ask S2
            S2 takes as many as come, so I would not know when it has enough.
            Type: shift edit S2 needs:6

            Ana> shift ask S1 50
            <n>: \"50\" is no whole number from 1 to 20.
            Usage: shift ask S12 [n]
            For example: shift ask S12

            Cleo> shift ask S1
            Captains and organizers can do this.
            Usage: shift ask S12 [n]

            Cleo> shift decline S1
            (only Cleo sees this)
            I did not ask you for S1.
            Type: shift show S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_role_asks_those_who_can_do_it_where_anybody_says_so() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:driver=1,knocker=1"]).await;
    reachable(&mut world, &["Ben", "Cleo", "Dev"]).await;
    world.say("Cleo", "me skills driver").await;
    world
        .plays(
            "
            Ana> shift ask S1 2
            I'm asking 2 people now, and the next where somebody can't.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            driver 0 of 1 · knocker 0 of 1 · 2 seats open
            Who's in                              or type: shift roster S1
            [@Cleo] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            As: driver
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1 driver
            [@Ben] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            As: knocker
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1 knocker

            @Cleo> shift claim S1 driver
            You are in S1, Canvass, as driver.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_asks_is_not_asked() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    reachable(&mut world, &["Ana", "Ben"]).await;
    world
        .plays(
            "
            Ana> shift ask S1
            I'm asking 1 person now, and the next if they can't.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Who's in                              or type: shift roster S1
            [@Ben] Ana asks: can you take a seat in S1, Canvass?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1
            ",
        )
        .await;
}
