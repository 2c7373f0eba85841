//! Editing one date, later ones, all.

use crate::shift::tests::ward;

#[tokio::test]
async fn an_edit_of_a_date_asks_which_dates_are_meant() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift edit S2 note:bring a coat
        S2 repeats, and nothing is changed yet. Which dates do you mean?
          dates:one · only this date
          dates:later · this date and every later one
          dates:all · every coming date
        Type: shift edit S2 note:bring a coat dates:one

        Ana> shift edit S2 note:bring a coat dates:one
        S2 is changed.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own note.
        bring a coat
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift show S1
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn what_is_a_dates_own_survives_later_edits() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift edit S2 needs:5 at:School dates:one
        S2 is changed.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time · School
        0 of 5 · 5 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own number of people and place.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift edit S1 needs:3 at:Library dates:all
        S1, S3 and S4 are changed.
        The dates that follow go by it too.
        S2 keeps what is its own.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time · Library
        0 of 3 · 3 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift show S2
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time · School
        0 of 5 · 5 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own number of people and place.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift edit S2 needs:4 dates:later
        S2, S3 and S4 are changed.
        The dates that follow go by it too.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time · School
        0 of 4 · 4 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own place.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift show S2
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time · School
        0 of 4 · 4 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own place.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift show S1
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time · Library
        0 of 3 · 3 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        ... until 2026-12-05 12:00
        [#main] Ana: S1, Canvass, has 3 seats open.
        Sat 5 Dec, 10:00–13:00 New York time · Library
        0 of 3 · 3 seats open
        Ask 5 · Who's in                      or type: shift ask S1 5

        Ana> shift show S5
        S5 · Canvass
        Sat 2 Jan 2027, 10:00–13:00 New York time · Library
        0 of 4 · 4 seats open
        ↻ every Sat · next Sat 9 Jan 2027, Sat 16 Jan 2027, Sat 23 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S5
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn more_seats_on_many_dates_are_told_in_one_message() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:1
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 1 · 1 seat open
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

        @Cleo> shift claim S1
        S1 is full. You are 1st on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S1

        @Cleo> shift claim S2
        S2 is full. You are 1st on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S2

        Ana> shift edit S1 needs:2 dates:all
        S1, S2, S3 and S4 are changed.
        The dates that follow go by it too.
        Cleo moves up from the waiting list, and I'm writing to them.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        2 of 2 · full
        In: Ben, Cleo
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1
        [@Cleo] Canvass has changed on dates that you are on:
          A seat opened in S1, Sat 5 Dec, 10:00–13:00 New York time: you are in.
          A seat opened in S2, Sat 12 Dec, 10:00–13:00 New York time: you are in.
        Type: shift list mine

        Ana> shift edit S1 needs:1 dates:all
        2 are in S1, so it can't have only 1 seat. Nobody is thrown out: first take somebody off.
        Type: shift roster S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_date_far_ahead_is_made_early() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:1
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 1 · 1 seat open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift edit S1 needs:9 on:jan 30 dates:one
        S5 is changed.
        S5 · Canvass
        Sat 30 Jan 2027, 10:00–13:00 New York time
        0 of 9 · 9 seats open
        ↻ every Sat · next Sat 6 Feb 2027, Sat 13 Feb 2027, Sat 20 Feb 2027
        This date has its own number of people.
        Claim · Can't make it · Who's in      or type: shift claim S5

        Ana> shift edit S1 needs:3 on:jan 16 dates:later
        S8 is changed.
        S6, S7 and S8 are new.
        The dates that follow go by it too.
        S5 keeps what is its own.
        S8 · Canvass
        Sat 16 Jan 2027, 10:00–13:00 New York time
        0 of 3 · 3 seats open
        ↻ every Sat · next Sat 23 Jan 2027, Sat 30 Jan 2027, Sat 6 Feb 2027
        Claim · Can't make it · Who's in      or type: shift claim S8

        Ana> shift list open
          S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 1 seat open
          S2 · Sat 12 Dec, 10:00–13:00 · Canvass · 1 seat open · ↻ and 6 more dates until Sat 30 Jan 2027
        Type: shift claim S1
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_series_gets_another_rule() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ben> shift claim S3
        You are in S3, Canvass.
        Sat 19 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S3

        Ana> shift edit S2 repeat:every 2 weeks on sat dates:later
        S3 has people on it and would be gone. First move or cancel it.
        Type: shift cancel S3 dates:one

        Ana> shift edit S2 repeat:every sat and sun dates:later
        S5, S6 and S7 are new.
        The dates that follow go by it too.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat and Sun · next Sun 13 Dec, Sat 19 Dec, Sun 20 Dec
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift edit S2 repeat:every wed dates:later
        S3 has people on it and would be gone. First move or cancel it.
        Type: shift cancel S3 dates:one

        Ana> shift edit S2 repeat:none dates:later
        S3 has people on it and would be gone. First move or cancel it.
        Type: shift cancel S3 dates:later

        Ben> shift drop S3
        You are out of S3, Canvass.
        2 seats open
        Claim                                 or type: shift claim S3

        Ana> shift edit S2 repeat:none dates:later
        S5, S3, S6, S4 and S7 are cancelled.
        No more dates are made.
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat and Sun · no date after this
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift edit S2 needs:4
        S2 repeats, and nothing is changed yet. Which dates do you mean?
          dates:one · only this date
          dates:later · this date and every later one
          dates:all · every coming date
        Only this date · This and later · All dates  or type: shift edit S2 needs:4 dates:one

        Ana> undo
        Canvass and its dates are as they were before.
        S5 · Canvass
        Sun 13 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat and Sun · next Sat 19 Dec, Sun 20 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S5

        Ana> undo
        There is nothing of yours from the last ten minutes to take back here.
        Usage: undo
    ";
    ward().await.plays(transcript).await;
}
