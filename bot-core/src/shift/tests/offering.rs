//! The waiting list near the start: whoever is first is asked whether they still want the seat, and until when.

use super::{all_say, reachable, ward_with};

#[tokio::test]
async fn within_a_day_whoever_waits_is_asked_and_after_that_the_next() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo", "Dev", "Eva"], "shift claim S1").await;
    reachable(&mut world, &["Cleo", "Dev", "Eva"]).await;
    world.at("2026-12-04 14:00");
    world.post().await;
    world
        .plays(
            "
            Ben> shift drop S1
            You are out of S1, Canvass.
            I'm asking Cleo from the waiting list.
            Claim                                 or type: shift claim S1
            [@Cleo] A seat opened in S1, Canvass. Do you still want it?
            Sat 5 Dec, 10:00–13:00 New York time
            It is kept for you until Fri 4 Dec, 19:00 New York time. After that I ask the next.
            Claim · Can't make it                 or type: shift claim S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 offered to the waiting list
            Waiting: Cleo (asked), Dev, Eva
            Claim · Can't make it · Who's in      or type: shift claim S1

            Fay> shift claim S1
            S1 is full. You are 4th on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S1

            ... 5h
            [@Dev] A seat opened in S1, Canvass. Do you still want it?
            Sat 5 Dec, 10:00–13:00 New York time
            It is kept for you until Fri 4 Dec, 22:45 New York time. After that I ask the next.
            Claim · Can't make it                 or type: shift claim S1

            Dev> shift drop S1
            You are off the waiting list of S1, Canvass.
            I'm asking Eva from the waiting list.
            Claim                                 or type: shift claim S1
            [@Eva] A seat opened in S1, Canvass. Do you still want it?
            Sat 5 Dec, 10:00–13:00 New York time
            It is kept for you until Fri 4 Dec, 22:45 New York time. After that I ask the next.
            Claim · Can't make it                 or type: shift claim S1

            Eva> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 · full · 0 of 1 confirmed
            In: Eva
            Waiting: Fay
            Claim · Can't make it · Who's in      or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn an_offer_waits_for_the_end_of_quiet_hours() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    reachable(&mut world, &["Cleo"]).await;
    world.private("Cleo", "me quiet 21:00-08:00").await;
    world.at("2026-12-04 23:00");
    world.post().await;
    world
        .plays(
            "
            Ben> shift drop S1
            You are out of S1, Canvass.
            I'm asking Cleo from the waiting list.
            Claim                                 or type: shift claim S1

            ... until 2026-12-05 08:29
            [@Cleo] A seat opened in S1, Canvass. Do you still want it?
            Sat 5 Dec, 10:00–13:00 New York time
            It is kept for you until Sat 5 Dec, 08:30 New York time. After that I ask the next.
            I kept this until your quiet hours were over.
            Claim · Can't make it                 or type: shift claim S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 offered to the waiting list
            Waiting: Cleo (asked)
            Claim · Can't make it · Who's in      or type: shift claim S1

            ... until 2026-12-05 08:31
            [#main] Ana: S1, Canvass, has 1 seat open.
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 seat open
            Ask 5 · Who's in                      or type: shift ask S1 5

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 1 · 1 seat open
            Claim · Can't make it · Who's in      or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_place_that_is_offered_is_not_taken_back() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.at("2026-12-05 02:00");
    world.post().await;
    world
        .plays(
            "
            Ben> shift cover S1
            You stay in S1, Canvass, until somebody takes your place. I'll write to you then.
            Sat 5 Dec, 10:00–13:00 New York time
            I'm asking Cleo from the waiting list.
            I can come after all                  or type: shift confirm S1
            [#main] Cleo: A seat opened in S1, Canvass. Do you still want it?
            Sat 5 Dec, 10:00–13:00 New York time
            It is kept for you until Sat 5 Dec, 04:00 New York time. After that I ask the next.
            Claim · Can't make it                 or type: shift claim S1

            Ben> shift confirm S1
            The place in S1 is offered to somebody on the waiting list. If they don't take it, it stays as it was; then confirm again.
            Type: shift roster S1

            Cleo> shift drop S1
            You are off the waiting list of S1, Canvass.
            full
            Claim                                 or type: shift claim S1
            [#main] Ben: Nobody was there to ask to take your place in S1, Canvass. You are still in.
            Sat 5 Dec, 10:00–13:00 New York time
            Confirm · Can't make it               or type: shift confirm S1
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
            ",
        )
        .await;
}
