//! Cover: whoever cannot come stays in until somebody takes their place.

use super::{all_say, reachable, ward_with};

#[tokio::test]
async fn whoever_takes_the_place_frees_who_looked_for_cover() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    reachable(&mut world, &["Dev"]).await;
    world
        .plays(
            "
            Ben> shift cover S1
            You stay in S1, Canvass, until somebody takes your place. I'll write to you then.
            Sat 5 Dec, 10:00–13:00 New York time
            I'm asking 1 person now, and the next if they can't.
            I can come after all                  or type: shift confirm S1
            [@Dev] Ben can't make it to S1, Canvass. Can you take their place?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            Ben> shift cover S1
            I'm looking for somebody to take your place in S1, Canvass. Until then you are in.
            Sat 5 Dec, 10:00–13:00 New York time
            I can come after all                  or type: shift confirm S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full
            In: Ben (looks for cover), Cleo
            Claim · Can't make it · Who's in      or type: shift claim S1

            Dev> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Ben looked for cover and is free now; I'm writing to them.
            Can't make it · Who's in · Calendar   or type: shift drop S1
            [#main] Ben: Somebody takes your place in S1, Canvass. You are free.
            Sat 5 Dec, 10:00–13:00 New York time

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full
            In: Cleo, Dev
            Claim · Can't make it · Who's in      or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_waits_takes_the_place_at_once() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world
        .plays(
            "
            Ben> shift cover S1
            You are out of S1, Canvass.
            Cleo moves up from the waiting list, and I'm writing to them.
            Who's in                              or type: shift claim S1
            [#main] Cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            Ben> undo
            Somebody else has that seat in S1 by now.
            Type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn to_confirm_ends_the_looking() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    world.say("Ben", "shift claim S1").await;
    world
        .plays(
            "
            Ben> shift cover S1
            You stay in S1, Canvass, until somebody takes your place. I'll write to you then.
            Sat 5 Dec, 10:00–13:00 New York time
            There is nobody I may ask: nobody who agreed to private messages, is free then and was not asked too often already.
            I can come after all                  or type: shift confirm S1
            [#main] Ana: Nobody is left to ask for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 · full
            Ben can't make it and still looks for cover.
            Who's in                              or type: shift roster S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Cleo> shift claim S1
            S1 is full. You are 1st on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S1
            ",
        )
        .await;
}

#[tokio::test]
async fn what_cannot_be_covered_says_what_to_do() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1", "Party sat 8pm"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift claim S2").await;
    world
        .plays(
            "
            Dev> shift cover S1
            You are not in S1, nor on its waiting list.
            Type: shift claim S1

            Cleo> shift cover S1
            You are on the waiting list of S1, so there is no place to be taken.
            Type: shift drop S1

            Ben> shift cover S2
            S2 takes as many as come, so nobody needs to take your place.
            Type: shift drop S2

            Ben> shift cover S9
            There is no shift S9 here.
            Type: shift list

            ... until 2026-12-05 10:30
            [#main] Ben: S1 · Canvass is in 1 day: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] Ben: S2 · Party is in 1 day: Sat 5 Dec, 20:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S2
            [#main] Ben: S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1

            Ben> shift cover S1
            S1 has begun: Sat 5 Dec, 10:00–13:00 New York time.
            Type: shift show S1
            ",
        )
        .await;
}

#[tokio::test]
async fn near_the_start_a_drop_asks_first_whether_to_look_for_somebody() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    world.say("Ben", "shift claim S1").await;
    world.at("2026-12-04 12:00");
    world.post().await;
    world
        .plays(
            "
            Ben> shift drop S1
            S1, Canvass, is near, and nobody waits for your seat. I can look for somebody: you stay in until they take your place.
            Sat 5 Dec, 10:00–13:00 New York time
            Find cover · Leave it open            or type: shift cover S1

            Ben> shift drop S1 now
            You are out of S1, Canvass.
            1 seat open
            Claim                                 or type: shift claim S1
            [#main] Ana: S1, Canvass, has 1 seat open.
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 seat open
            Ask 5 · Who's in                      or type: shift ask S1 5
            ",
        )
        .await;
}

#[tokio::test]
async fn where_nobody_can_be_asked_the_captain_hears_at_once() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    world.say("Ben", "shift claim S1").await;
    world
        .plays(
            "
            Ben> shift cover S1
            You stay in S1, Canvass, until somebody takes your place. I'll write to you then.
            Sat 5 Dec, 10:00–13:00 New York time
            There is nobody I may ask: nobody who agreed to private messages, is free then and was not asked too often already.
            I can come after all                  or type: shift confirm S1
            [#main] Ana: Nobody is left to ask for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 · 1 seat open
            Ben can't make it and still looks for cover.
            Who's in                              or type: shift roster S1
            ",
        )
        .await;
}

#[tokio::test]
async fn where_nobody_takes_it_the_search_ends_before_the_start_and_the_captain_hears() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    world.say("Ben", "shift claim S1").await;
    reachable(&mut world, &["Ben", "Cleo"]).await;
    world.say("Ben", "shift confirm S1").await;
    world.at("2026-12-05 05:00");
    world.post().await;
    world
        .plays(
            "
            @Ben> shift cover S1
            You stay in S1, Canvass, until somebody takes your place. I'll write to you then.
            Sat 5 Dec, 10:00–13:00 New York time
            I'm asking 1 person now, and the next if they can't.
            I can come after all                  or type: shift confirm S1
            [@Cleo] Ben can't make it to S1, Canvass. Can you take their place?
            Sat 5 Dec, 10:00–13:00 New York time
            To say no costs nothing, and nobody else sees it.
            Claim · Not this time                 or type: shift claim S1

            ... 5h
            [@Ben] I asked 1 person to take your place in S1, Canvass, and nobody could. You are still in.
            Sat 5 Dec, 10:00–13:00 New York time
            Confirm · Can't make it               or type: shift confirm S1
            [#main] Ana: I asked 1 person for S1, Canvass, and nobody is left to ask.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 · full
            Ben can't make it and still looks for cover.
            Who's in                              or type: shift roster S1
            [@Ben] S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
            You look for cover, and nobody has taken your place yet.
            I can come after all · Can't make it  or type: shift confirm S1
            ",
        )
        .await;
}
