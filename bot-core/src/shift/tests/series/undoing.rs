//! Taking an act on many dates back.

use crate::shift::tests::ward;

#[tokio::test]
async fn an_act_on_many_dates_is_taken_back_as_a_whole() {
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

        Ana> shift move S2 sun 11am dates:later
        S2, S3 and S4 are moved.
        The dates that follow go by it too.
        I'm writing to 1 person about it.
        S2 · Canvass
        Sun 13 Dec, 11:00–14:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sun · next Sun 20 Dec, Sun 27 Dec, Sun 3 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] Canvass has changed on dates that you are on:
          S2 is moved from Sat 12 Dec, 10:00–13:00 New York time to Sun 13 Dec, 11:00–14:00 New York time.
          S3 is moved from Sat 19 Dec, 10:00–13:00 New York time to Sun 20 Dec, 11:00–14:00 New York time.
        Type: shift list mine

        Ana> undo
        Canvass and its dates are as they were before.
        I'm writing to 1 person about it.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2
        [@Ben] Canvass has changed on dates that you are on:
          S2 is moved from Sun 13 Dec, 11:00–14:00 New York time to Sat 12 Dec, 10:00–13:00 New York time.
          S3 is moved from Sun 20 Dec, 11:00–14:00 New York time to Sat 19 Dec, 10:00–13:00 New York time.
        Type: shift list mine

        Ana> shift cancel S1 dates:all
        S1, S2, S3 and S4 are cancelled.
        No more dates are made.
        I'm writing to 1 person about it.
        Type: undo
        [@Ben] Canvass has changed on dates that you are on:
          S2, Sat 12 Dec, 10:00–13:00 New York time, is cancelled.
          S3, Sat 19 Dec, 10:00–13:00 New York time, is cancelled.
        Type: shift list mine

        Ana> undo
        Canvass and its dates are as they were before.
        I'm writing to 1 person about it.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1
        [@Ben] Canvass has changed on dates that you are on:
          S2, Sat 12 Dec, 10:00–13:00 New York time, is on again.
          S3, Sat 19 Dec, 10:00–13:00 New York time, is on again.
        Type: shift list mine

        Ana> shift list
          S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 2 seats open
          S2 · Sat 12 Dec, 10:00–13:00 · Canvass · 1 seat open · ↻ and 2 more dates until Sat 26 Dec
        Type: shift claim S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_date_that_was_left_out_is_back() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift cancel S2 dates:one
        S2, Canvass, is cancelled.
        Type: undo

        Ana> undo
        Canvass and its dates are as they were before.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift cancel S1 on:jan 9 dates:one
        Canvass on Sat 9 Jan 2027, 10:00 New York time is left out.
        Type: undo

        Ana> undo
        Canvass and its dates are as they were before.

        Ana> shift edit S1 needs:7 on:jan 9 dates:one
        S5 is changed.
        S5 · Canvass
        Sat 9 Jan 2027, 10:00–13:00 New York time
        0 of 7 · 7 seats open
        ↻ every Sat · next Sat 16 Jan 2027, Sat 23 Jan 2027, Sat 30 Jan 2027
        This date has its own number of people.
        Claim · Can't make it · Who's in      or type: shift claim S5

        Ana> undo
        Canvass and its dates are as they were before.
        S5 · Canvass
        Sat 9 Jan 2027, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 16 Jan 2027, Sat 23 Jan 2027, Sat 30 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S5

        ... until 2027-01-03 09:00
        [#main] Ana: S1, Canvass, has 2 seats open.
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S1 5
        [#main] Ana: S2, Canvass, has 2 seats open.
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S2 5
        [#main] Ana: S3, Canvass, has 2 seats open.
        Sat 19 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S3 5
        [#main] Ana: S4, Canvass, has 2 seats open.
        Sat 26 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S4 5
        [#main] Ana: S6, Canvass, has 2 seats open.
        Sat 2 Jan 2027, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S6 5

        Ana> shift list
          S5 · Sat 9 Jan, 10:00–13:00 · Canvass · 2 seats open
          S7 · Sat 16 Jan, 10:00–13:00 · Canvass · 2 seats open · ↻ and 2 more dates until Sat 30 Jan
        Type: shift claim S5
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn what_somebody_changed_since_is_not_taken_back() {
    let transcript = "
        Ana> group role Dev captain
        Dev is a captain now.
        [#main] Dev: Ana made you a captain of \"console\".

        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift edit S1 needs:3 dates:all
        S1, S2, S3 and S4 are changed.
        The dates that follow go by it too.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 3 · 3 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Dev> shift edit S2 needs:4 dates:one
        S2 is changed.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 4 · 4 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own number of people.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> undo
        Somebody changed this since; it stays as it is now.
        Usage: undo
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_series_is_taken_back_with_all_its_dates() {
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

        Ana> undo
        Canvass is cancelled with all its dates, as if it had not been posted.
        I'm writing to 1 person about it.
        [@Ben] Canvass has changed on dates that you are on:
          S2, Sat 12 Dec, 10:00–13:00 New York time, is cancelled.
          S3, Sat 19 Dec, 10:00–13:00 New York time, is cancelled.
        Type: shift list mine

        ... 40d

        Ana> shift list
        No shifts are coming up.
    ";
    ward().await.plays(transcript).await;
}
