//! Who is asked whether they will come: by a reminder, and anew after a drop or a move.

use crate::shift::tests::{ward, ward_with};

#[tokio::test]
async fn a_reminder_asks_and_once_somebody_has_confirmed_says_so() {
    ward_with(&["Canvass sat 10am-1pm"])
        .await
        .plays(
            "
            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            ... until 2026-12-04 10:00
            [#main] Ben: S1 · Canvass is in 1 day: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 in · 0 of 1 confirmed
            In: Ben
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            ... until 2026-12-05 08:00
            [#main] Ben: S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
            You have confirmed.
            Can't make it                         or type: shift drop S1

            ... until 2026-12-05 14:00

            Ben> shift confirm S1
            S1 is over. It was Sat 5 Dec, 10:00–13:00 New York time.
            Type: shift list
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_drops_and_comes_back_is_asked_anew_but_not_after_undo() {
    ward_with(&["Canvass sat 10am-1pm"])
        .await
        .plays(
            "
            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ben> shift drop S1
            You are out of S1, Canvass.
            0 in
            Claim                                 or type: shift claim S1

            Ben> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 in · 1 of 1 confirmed
            In: Ben
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift drop S1
            You are out of S1, Canvass.
            0 in
            Claim                                 or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ben> shift drop S1
            You are out of S1, Canvass.
            0 in
            Claim                                 or type: shift claim S1

            Ana> shift move S1 sun 10am
            S1 is moved. It was Sat 5 Dec, 10:00–13:00 New York time.
            S1 · Canvass
            Sun 6 Dec, 10:00–13:00 New York time
            0 in
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sun 6 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ana> shift roster S1
            S1 · Canvass
            Sun 6 Dec, 10:00–13:00 New York time
            1 in
              Ben
            Claim · Can't make it                 or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_move_asks_again_and_so_does_another_place() {
    ward_with(&["Canvass sat 10am-1pm needs:1 at:\"Main Library\""])
        .await
        .plays(
            "
            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time · Main Library
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Cleo> shift claim S1
            S1 is full. You are 1st on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time · Main Library
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ana> shift edit S1 title:Canvassing note:\"Bring water\"
            S1 is changed.
            S1 · Canvassing
            Sat 5 Dec, 10:00–13:00 New York time · Main Library
            1 of 1 · full · 1 of 1 confirmed
            In: Ben
            Waiting: Cleo
            Bring water
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ana> shift move S1 sun 10am
            S1 is moved. It was Sat 5 Dec, 10:00–13:00 New York time.
            I'm writing to 2 people about it.
            S1 · Canvassing
            Sun 6 Dec, 10:00–13:00 New York time · Main Library
            1 of 1 · full
            In: Ben
            Waiting: Cleo
            Bring water
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] Ben: S1, Canvassing, is moved from Sat 5 Dec, 10:00–13:00 New York time to Sun 6 Dec, 10:00–13:00 New York time. Nothing else changes.
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] Cleo: S1, Canvassing, is moved from Sat 5 Dec, 10:00–13:00 New York time to Sun 6 Dec, 10:00–13:00 New York time. Nothing else changes.
            Can't make it                         or type: shift drop S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvassing.
            Sun 6 Dec, 10:00–13:00 New York time · Main Library
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ana> shift edit S1 at:Hall
            S1 is changed.
            1 person had confirmed: I'm asking again whether they can make it.
            S1 · Canvassing
            Sun 6 Dec, 10:00–13:00 New York time · Hall
            1 of 1 · full
            In: Ben
            Waiting: Cleo
            Bring water
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] Ben: S1, Canvassing, meets at another place than when you confirmed.
            Sun 6 Dec, 10:00–13:00 New York time · Hall
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvassing.
            Sun 6 Dec, 10:00–13:00 New York time · Hall
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ana> shift move S1 mon 10am
            S1 is moved. It was Sun 6 Dec, 10:00–13:00 New York time.
            I'm writing to 2 people about it.
            S1 · Canvassing
            Mon 7 Dec, 10:00–13:00 New York time · Hall
            1 of 1 · full
            In: Ben
            Waiting: Cleo
            Bring water
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] Ben: S1, Canvassing, is moved from Sun 6 Dec, 10:00–13:00 New York time to Mon 7 Dec, 10:00–13:00 New York time. Nothing else changes.
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] Cleo: S1, Canvassing, is moved from Sun 6 Dec, 10:00–13:00 New York time to Mon 7 Dec, 10:00–13:00 New York time. Nothing else changes.
            Can't make it                         or type: shift drop S1

            Ana> undo
            S1 is as it was before.
            I'm writing to 2 people about it.
            S1 · Canvassing
            Sun 6 Dec, 10:00–13:00 New York time · Hall
            1 of 1 · full
            In: Ben
            Waiting: Cleo
            Bring water
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] Ben: S1, Canvassing, is moved from Mon 7 Dec, 10:00–13:00 New York time to Sun 6 Dec, 10:00–13:00 New York time. Nothing else changes.
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] Cleo: S1, Canvassing, is moved from Mon 7 Dec, 10:00–13:00 New York time to Sun 6 Dec, 10:00–13:00 New York time. Nothing else changes.
            Can't make it                         or type: shift drop S1

            Ana> shift roster S1
            S1 · Canvassing
            Sun 6 Dec, 10:00–13:00 New York time · Hall
            1 of 1 · full
              Ben
            Waiting:
              1. Cleo
            Claim · Can't make it                 or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn moved_dates_of_a_series_ask_again_in_one_message() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass every sat 10am-1pm
            It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 in
            ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Ben> shift claim S2
            You are in S2, Canvass.
            Sat 12 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S2

            Cleo> shift claim S2
            You are in S2, Canvass.
            Sat 12 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S2

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ben> shift confirm S2
            Thanks, you are confirmed for S2, Canvass.
            Sat 12 Dec, 10:00–13:00 New York time
            1 of 2 confirmed
            Can't make it · Who's in              or type: shift drop S2

            Cleo> shift confirm S2
            Thanks, you are confirmed for S2, Canvass.
            Sat 12 Dec, 10:00–13:00 New York time
            2 of 2 confirmed
            Can't make it · Who's in              or type: shift drop S2

            Ana> shift edit S1 note:Water dates:all
            S1, S2, S3 and S4 are changed.
            The dates that follow go by it too.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 in · 1 of 1 confirmed
            In: Ben
            ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
            Water
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ana> shift move S1 11am dates:all
            S1, S2, S3 and S4 are moved.
            The dates that follow go by it too.
            I'm writing to 2 people about it.
            S1 · Canvass
            Sat 5 Dec, 11:00–14:00 New York time
            1 in
            In: Ben
            ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
            Water
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] Ben: Canvass has changed on dates that you are on:
              S1 is moved from Sat 5 Dec, 10:00–13:00 New York time to Sat 5 Dec, 11:00–14:00 New York time.
              S2 is moved from Sat 12 Dec, 10:00–13:00 New York time to Sat 12 Dec, 11:00–14:00 New York time.
            You had confirmed S1 and S2. Can you still make it? To confirm again: shift confirm S1
            Type: shift list mine
            [#main] Cleo: S2, Canvass, is moved from Sat 12 Dec, 10:00–13:00 New York time to Sat 12 Dec, 11:00–14:00 New York time. Nothing else changes.
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S2

            Ben> shift confirm S2
            Thanks, you are confirmed for S2, Canvass.
            Sat 12 Dec, 11:00–14:00 New York time
            1 of 2 confirmed
            Can't make it · Who's in              or type: shift drop S2

            Ana> shift edit S1 at:Hall dates:all
            S1, S2, S3 and S4 are changed.
            The dates that follow go by it too.
            S1 · Canvass
            Sat 5 Dec, 11:00–14:00 New York time · Hall
            1 in
            In: Ben
            ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
            Water
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] Ben: S2, Canvass, meets at another place than when you confirmed.
            Sat 12 Dec, 11:00–14:00 New York time · Hall
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S2

            Ana> shift roster S2
            S2 · Canvass
            Sat 12 Dec, 11:00–14:00 New York time · Hall
            2 in
              Ben
              Cleo
            Claim · Can't make it                 or type: shift claim S2
            ",
        )
        .await;
}
