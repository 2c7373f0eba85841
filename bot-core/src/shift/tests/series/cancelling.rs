//! Cancelling one date, later ones, all.

use crate::shift::tests::ward;

#[tokio::test]
async fn one_date_is_cancelled_and_never_made_again() {
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

        Ana> shift cancel S2 rain
        S2 repeats, and nothing is changed yet. Which dates do you mean?
          dates:one · only this date
          dates:later · this date and every later one
          dates:all · every coming date
        Only this date · This and later · All dates  or type: shift cancel S2 rain dates:one

        Ana> shift cancel S2 rain dates:one
        S2, Canvass, is cancelled.
        I'm writing to 1 person about it.
        Type: undo
        [@Ben] S2, Canvass, is cancelled.
        Sat 12 Dec, 10:00–13:00 New York time
        Reason: rain

        Ana> shift show S1
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift cancel S1 on:jan 16 dates:one
        Canvass on Sat 16 Jan 2027, 10:00 New York time is left out.
        Type: undo

        Ana> shift move S1 11am dates:all
        S1, S3 and S4 are moved.
        The dates that follow go by it too.
        S1 · Canvass
        Sat 5 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S1

        ... 40d
        [#main] Ana: S1, Canvass, has 2 seats open.
        Sat 5 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S1 5
        [#main] Ana: S3, Canvass, has 2 seats open.
        Sat 19 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S3 5
        [#main] Ana: S4, Canvass, has 2 seats open.
        Sat 26 Dec, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S4 5
        [#main] Ana: S5, Canvass, has 2 seats open.
        Sat 2 Jan 2027, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S5 5
        [#main] Ana: S6, Canvass, has 2 seats open.
        Sat 9 Jan, 11:00–14:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S6 5

        Ana> shift list
          S7 · Sat 23 Jan, 11:00–14:00 · Canvass · 2 seats open · ↻ and 2 more dates until Sat 6 Feb
        Type: shift claim S7
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn later_dates_are_cancelled_and_everybody_hears_once() {
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

        @Ben> shift claim S1
        You are in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ana> shift cancel S2 the campaign ends dates:later
        S2, S3 and S4 are cancelled.
        No more dates are made.
        I'm writing to 2 people about it.
        Type: undo
        [@Ben] Canvass has changed on dates that you are on:
          S2, Sat 12 Dec, 10:00–13:00 New York time, is cancelled.
          S3, Sat 19 Dec, 10:00–13:00 New York time, is cancelled.
        Reason: the campaign ends
        Type: shift list mine
        [@Cleo] S3, Canvass, is cancelled.
        Sat 19 Dec, 10:00–13:00 New York time
        Reason: the campaign ends

        Ana> shift show S1
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · no date after this
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift show S2
        S2 · Canvass · cancelled
        Reason: the campaign ends
        Sat 12 Dec, 10:00–13:00 New York time
        1 of 2 · 1 seat open
        In: Ben
        ↻ every Sat · no date after this

        ... 40d
        [#main] Ana: S1, Canvass, has 1 seat open.
        Sat 5 Dec, 10:00–13:00 New York time
        1 of 2 · 1 seat open
        Ask 5 · Who's in                      or type: shift ask S1 5
        [@Ben] S1 · Canvass is in 1 day: Sat 5 Dec, 10:00–13:00 New York time
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1
        [@Ben] S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1

        Ana> shift list
        No shifts are coming up.

        Ana> group audit
        (only Ana sees this)
        console · the latest 11 entries of the audit log
          Tue 1 Dec 2026, 09:00 New York time · Ana cancelled S4.
          Tue 1 Dec 2026, 09:00 New York time · Ana cancelled S3.
          Tue 1 Dec 2026, 09:00 New York time · Ana cancelled S2.
          Tue 1 Dec 2026, 09:00 New York time · Gil entered the register.
          Tue 1 Dec 2026, 09:00 New York time · Fay entered the register.
          Tue 1 Dec 2026, 09:00 New York time · Eva entered the register.
          Tue 1 Dec 2026, 09:00 New York time · Dev entered the register.
          Tue 1 Dec 2026, 09:00 New York time · Cleo entered the register.
          Tue 1 Dec 2026, 09:00 New York time · Ben entered the register.
          Tue 1 Dec 2026, 09:00 New York time · Ana founded the group and is its organizer.
          Tue 1 Dec 2026, 09:00 New York time · Ana entered the register.
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn all_coming_dates_are_cancelled() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ben> shift claim S1
        You are in S1, Canvass.
        Sat 5 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        ... until 2026-12-06 09:00
        [#main] Ana: S1, Canvass, has 1 seat open.
        Sat 5 Dec, 10:00–13:00 New York time
        1 of 2 · 1 seat open
        Ask 5 · Who's in                      or type: shift ask S1 5
        [#main] Ben: S1 · Canvass is in 1 day: Sat 5 Dec, 10:00–13:00 New York time
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1
        [#main] Ben: S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1

        Ana> shift cancel S1 dates:all
        S2, S3, S4 and S5 are cancelled.
        No more dates are made.
        Type: undo

        Ana> shift list
        No shifts are coming up.

        Ana> shift cancel S3 dates:later
        No date of this series is left to change.
        Type: shift list
    ";
    ward().await.plays(transcript).await;
}
