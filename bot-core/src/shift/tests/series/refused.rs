//! What a series refuses, and what is typed instead.

use crate::shift::tests::ward;

#[tokio::test]
async fn what_cannot_repeat_is_refused() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm repeat:every sun
        The repeat is said twice. Give either the rule with the time or repeat:.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]

        Ana> shift add Canvass sat 10am-1pm repeat:every sun
        Sat 5 Dec, 10:00–13:00 New York time is no date of that rule. Its first would be Sun 6 Dec, 10:00 New York time.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]

        Ana> shift add Canvass sat 10am-1pm repeat:sun
        After repeat: I need a rule, such as \"weekly\" or \"every 2 weeks\".
        Type: shift add Canvass every sat 10am-1pm

        Ana> shift add Canvass sat 10am-1pm repeat:every sat 11am
        The time and repeat: name two different clock times. Say it once.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]

        Ana> shift add Canvass tomorrow 10am repeat:rain
        I can't read “rain” as a time.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]
        Type: sat 10am-1pm
        Type: tomorrow 17:00

        Ana> shift add Camp fri 10am to sun 10am repeat:every day
        Each date would last 2 days, but the next one begins 1 day later. Make them shorter, or further apart.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]

        Ana> shift add Camp every day 10am repeat:
        \"repeat\" needs a value.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]
        For example: shift add Canvass Ward 3 sat 10am

        Ben> shift add Canvass every sat 10am
        Captains and organizers can do this.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn dates_that_are_not_there_are_refused() {
    let transcript = "
        Ana> shift add Canvass sat 10am-1pm
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 in
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift edit S1 needs:3 dates:all
        S1 does not repeat, so there are no other dates. Leave out dates: and on:.
        Type: shift show S1

        Ana> shift move S1 every sun 11am
        S1 is one date. To have it repeat, post it anew with its rule and cancel this one.
        Type: shift add Canvass every sat 10am-1pm

        Ana> shift edit S1 repeat:every sat
        S1 is one date. To have it repeat, post it anew with its rule and cancel this one.
        Type: shift add Canvass every sat 10am-1pm

        Ana> shift add Doors every sat 2pm-4pm
        It repeats. The first 4 dates are S2 to S5; others follow as they come nearer.
        S2 · Doors
        Sat 5 Dec, 14:00–16:00 New York time
        0 in
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift edit S3 needs:3 dates:some
        <dates>: \"some\" is none of one, later and all.
        Usage: shift edit S12 [title:<title>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h|none] [opens:7d|none] [repeat:<rule>|none] [dates:one|later|all] [on:<date>]
        For example: shift edit S12

        Ana> shift edit S3 needs:3 on:fri dates:one
        There is no date of it on Fri 4 Dec, New York time. The nearest are Sat 5 Dec, 14:00 New York time and Sat 12 Dec, 14:00 New York time.
        Type: shift edit S3 needs:3 on:2026-12-05 dates:one

        Ana> shift edit S3 repeat:none dates:one
        One date alone has no rule. Say dates:later or dates:all.
        Type: shift edit S3 repeat:none dates:later

        Ana> shift edit S3 dates:all
        Say what to change in S3.
        Type: shift edit S3 needs:8

        Ana> shift edit S3 title:Doors dates:all
        All those dates are like that already.
        Type: shift list

        Ana> shift move S3 2pm dates:all
        All those dates are at that time already.
        Type: shift list

        Ana> shift move S3 tomorrow dates:all
        \"Wed 2 Dec, New York time\" has no clock time. Say when the shift begins, such as \"sat 10am-1pm\", or that it takes the whole day: \"sat all day\".
        Usage: shift move S12 <when> [dates:one|later|all] [on:<date>]

        Ben> shift cancel S3 dates:all
        Captains and organizers can do this.
        Usage: shift cancel S12 [reason] [dates:one|later|all] [on:<date>]

        Ana> shift cancel S99 dates:all
        There is no shift S99 here.
        Type: shift list
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn days_that_pass_each_other_are_refused() {
    let transcript = "
        Ana> shift add Watch every 2 days 8pm-9pm
        It repeats. The first 14 dates are S1 to S14; others follow as they come nearer.
        S1 · Watch
        Tue 1 Dec, 20:00–21:00 New York time
        0 in
        ↻ every 2 days · next Thu 3 Dec, Sat 5 Dec, Mon 7 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift move S2 11am dates:later
        S2, S3, S4, S5, S6, S7 and 7 more are moved.
        The dates that follow go by it too.
        S2 · Watch
        Thu 3 Dec, 11:00–12:00 New York time
        0 in
        ↻ every 2 days · next Sat 5 Dec, Mon 7 Dec, Wed 9 Dec
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift move S3 on:dec 7 dec 9 9am dates:later
        Dates of \"every 2 days\" can't be moved along like that. Say the new rule.
        Type: shift move S4 every 2 days 09:00 dates:later

        Ana> shift add Talk every mon and tue 5pm-6pm
        It repeats. The first 8 dates are S15 to S22; others follow as they come nearer.
        S15 · Talk
        Tue 1 Dec, 17:00–18:00 New York time
        0 in
        ↻ every Mon and Tue · next Mon 7 Dec, Tue 8 Dec, Mon 14 Dec
        Claim · Can't make it · Who's in      or type: shift claim S15

        Ana> shift list week
        6 shifts · none short
          S15 · Tue 1 Dec, 17:00–18:00 · Talk · 0 in
          S1 · Tue 1 Dec, 20:00–21:00 · Watch · 0 in
          S2 · Thu 3 Dec, 11:00–12:00 · Watch · 0 in
          S3 · Sat 5 Dec, 11:00–12:00 · Watch · 0 in
          S4 · Mon 7 Dec, 11:00–12:00 · Watch · 0 in
          S16 · Mon 7 Dec, 17:00–18:00 · Talk · 0 in
        Type: shift claim S15
    ";
    ward().await.plays(transcript).await;
}
