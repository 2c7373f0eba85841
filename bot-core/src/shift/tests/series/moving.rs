//! Moving one date, later ones, all.

use crate::shift::tests::ward;

#[tokio::test]
async fn one_date_moves_alone_and_stays_where_it_is() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        @Ben> shift claim S2
        You are in S2, Canvass.
        Sat 12 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S2

        Ana> shift move S2 sun dec 13 3pm-5pm dates:one
        S2 is moved. It was Sat 12 Dec, 10:00–13:00 New York time.
        I'm writing to 1 person about it.
        S2 · Canvass
        Sun 13 Dec, 15:00–17:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] S2, Canvass, is moved from Sat 12 Dec, 10:00–13:00 New York time to Sun 13 Dec, 15:00–17:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S2

        Ana> shift move S1 11am dates:all
        S1, S3 and S4 are moved.
        The dates that follow go by it too.
        S2 keeps what is its own.
        S1 · Canvass
        Sat 5 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sun 13 Dec (15:00), Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift show S2
        S2 · Canvass
        Sun 13 Dec, 15:00–17:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift show S3
        S3 · Canvass
        Sat 19 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 26 Dec, Sat 2 Jan 2027, Sat 9 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S3

        ... until 2026-12-05 12:00
        [#main] Ana: S1, Canvass, has 2 seats open.
        Sat 5 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S1 5

        Ana> shift show S5
        S5 · Canvass
        Sat 2 Jan 2027, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 9 Jan 2027, Sat 16 Jan 2027, Sat 23 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S5
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_clock_keeps_each_day_and_a_day_turns_the_rule() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        @Ben> shift claim S2
        You are in S2, Canvass.
        Sat 12 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S2

        @Ben> shift claim S3
        You are in S3, Canvass.
        Sat 19 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S3

        @Cleo> shift claim S3
        You are in S3, Canvass.
        Sat 19 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S3

        Ana> shift move S2 11am dates:later
        S2, S3 and S4 are moved.
        The dates that follow go by it too.
        I'm writing to 2 people about it.
        S2 · Canvass
        Sat 12 Dec, 11:00–14:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] Canvass has changed on dates that you are on:
          S2 is moved from Sat 12 Dec, 10:00–13:00 New York time to Sat 12 Dec, 11:00–14:00 New York time.
          S3 is moved from Sat 19 Dec, 10:00–13:00 New York time to Sat 19 Dec, 11:00–14:00 New York time.
        Type: shift list mine
        [@Cleo] S3, Canvass, is moved from Sat 19 Dec, 10:00–13:00 New York time to Sat 19 Dec, 11:00–14:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S3

        Ana> shift move S2 sun 2pm-6pm dates:later
        S2, S3 and S4 are moved.
        The dates that follow go by it too.
        I'm writing to 2 people about it.
        S2 · Canvass
        Sun 13 Dec, 14:00–18:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sun · next Sun 20 Dec, Sun 27 Dec, Sun 3 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] Canvass has changed on dates that you are on:
          S2 is moved from Sat 12 Dec, 11:00–14:00 New York time to Sun 13 Dec, 14:00–18:00 New York time.
          S3 is moved from Sat 19 Dec, 11:00–14:00 New York time to Sun 20 Dec, 14:00–18:00 New York time.
        Type: shift list mine
        [@Cleo] S3, Canvass, is moved from Sat 19 Dec, 11:00–14:00 New York time to Sun 20 Dec, 14:00–18:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S3

        Ana> shift move S1 fri 2pm dates:all
        Dates of \"every Sun\" can't be moved along like that. Say the new rule.
        Type: shift move S1 every fri 14:00 dates:all

        Ana> undo
        Canvass and its dates are as they were before.
        I'm writing to 2 people about it.
        S2 · Canvass
        Sat 12 Dec, 11:00–14:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] Canvass has changed on dates that you are on:
          S2 is moved from Sun 13 Dec, 14:00–18:00 New York time to Sat 12 Dec, 11:00–14:00 New York time.
          S3 is moved from Sun 20 Dec, 14:00–18:00 New York time to Sat 19 Dec, 11:00–14:00 New York time.
        Type: shift list mine
        [@Cleo] S3, Canvass, is moved from Sun 20 Dec, 14:00–18:00 New York time to Sat 19 Dec, 11:00–14:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S3

        Ana> shift list
          S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 2 seats open
          S2 · Sat 12 Dec, 11:00–14:00 · Canvass · 1 seat open · ↻ and 2 more dates until Sat 26 Dec
        Type: shift claim S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_move_may_name_another_rule() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 in
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        @Ben> shift claim S2
        You are in S2, Canvass.
        Sat 12 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S2

        Ana> shift move S2 every sun 11am dates:later
        S2, S3 and S4 are moved.
        The dates that follow go by it too.
        I'm writing to 1 person about it.
        S2 · Canvass
        Sun 13 Dec, 11:00–14:00 New York time
        1 in
        In: Ben
        ↻ every Sun · next Sun 20 Dec, Sun 27 Dec, Sun 3 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] S2, Canvass, is moved from Sat 12 Dec, 10:00–13:00 New York time to Sun 13 Dec, 11:00–14:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S2

        Ana> shift move S2 every day 9am-10am dates:one
        One date alone has no rule. Say dates:later or dates:all.
        Usage: shift move S12 <when> [dates:one|later|all] [on:<date>]

        Ana> shift move S1 every wed and sun 5pm-6pm dates:all
        S2, S3 and S4 are moved.
        S1 is cancelled.
        S5, S6, S7, S8 and S9 are new.
        The dates that follow go by it too.
        I'm writing to 1 person about it.
        S2 · Canvass
        Sun 13 Dec, 17:00–18:00 New York time
        1 in
        In: Ben
        ↻ every Wed and Sun · next Wed 16 Dec, Sun 20 Dec, Wed 23 Dec
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] S2, Canvass, is moved from Sun 13 Dec, 11:00–14:00 New York time to Sun 13 Dec, 17:00–18:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S2
    ";
    ward().await.plays(transcript).await;
}
