//! Shifts that take whole days.

use crate::shift::tests::ward;

#[tokio::test]
async fn a_shift_takes_a_whole_day_or_several() {
    let mut world = ward().await;
    let transcript = "
        Ana> shift add Fair sat all day
        S1 · Fair
        Sat 5 Dec, all day, New York time
        0 in
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift add Camp dec 11-13 needs:2
        S2 · Camp
        Fri 11 Dec – Sun 13 Dec, all day, New York time
        0 of 2 · 2 seats open
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift add Cleaning sat
        \"Sat 5 Dec, New York time\" has no clock time. Say when the shift begins, such as \"sat 10am-1pm\", or that it takes the whole day: \"sat all day\".
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]

        @Ben> shift claim S1
        You are in S1, Fair.
        Sat 5 Dec, all day, New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        Ana> shift add Phone bank sat 10am-1pm
        S3 · Phone bank
        Sat 5 Dec, 10:00–13:00 New York time
        0 in
        Claim · Can't make it · Who's in      or type: shift claim S3

        @Ben> shift claim S3
        You are in S3, Phone bank.
        Sat 5 Dec, 10:00–13:00 New York time
        It overlaps S1, Fair, Sat 5 Dec, all day, New York time, which you are in too.
        Can't make it · Who's in · Calendar   or type: shift drop S3

        Ana> shift list
          S1 · Sat 5 Dec, all day · Fair · 1 in
          S3 · Sat 5 Dec, 10:00–13:00 · Phone bank · 1 in
          S2 · Fri 11 Dec – Sun 13 Dec, all day · Camp · 2 seats open
        Type: shift claim S1

        Ana> shift move S1 sun
        S1 is moved. It was Sat 5 Dec, all day, New York time.
        I'm writing to 1 person about it.
        S1 · Fair
        Sun 6 Dec, all day, New York time
        1 in
        In: Ben
        Claim · Can't make it · Who's in      or type: shift claim S1
        [@Ben] S1, Fair, is moved from Sat 5 Dec, all day, New York time to Sun 6 Dec, all day, New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1

        Ana> shift move S1 sat
        S1 is moved. It was Sun 6 Dec, all day, New York time.
        I'm writing to 1 person about it.
        S1 · Fair
        Sat 5 Dec, all day, New York time
        1 in
        In: Ben
        Claim · Can't make it · Who's in      or type: shift claim S1
        [@Ben] S1, Fair, is moved from Sun 6 Dec, all day, New York time to Sat 5 Dec, all day, New York time. Nothing else changes.
        It overlaps S3, Phone bank, Sat 5 Dec, 10:00–13:00 New York time, which you are in too.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1

        Ana> shift move S3 sun all day
        S3 is moved. It was Sat 5 Dec, 10:00–13:00 New York time.
        I'm writing to 1 person about it.
        S3 · Phone bank
        Sun 6 Dec, all day, New York time
        1 in
        In: Ben
        Claim · Can't make it · Who's in      or type: shift claim S3
        [@Ben] S3, Phone bank, is moved from Sat 5 Dec, 10:00–13:00 New York time to Sun 6 Dec, all day, New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S3

        Ana> shift move S3 sun 11:00
        S3 is moved. It was Sun 6 Dec, all day, New York time.
        I'm writing to 1 person about it.
        S3 · Phone bank
        Sun 6 Dec, 11:00 New York time
        1 in
        In: Ben
        Claim · Can't make it · Who's in      or type: shift claim S3
        [@Ben] S3, Phone bank, is moved from Sun 6 Dec, all day, New York time to Sun 6 Dec, 11:00 New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S3

        Ana> undo
        S3 is as it was before.
        I'm writing to 1 person about it.
        S3 · Phone bank
        Sun 6 Dec, all day, New York time
        1 in
        In: Ben
        Claim · Can't make it · Who's in      or type: shift claim S3
        [@Ben] S3, Phone bank, is moved from Sun 6 Dec, 11:00 New York time to Sun 6 Dec, all day, New York time. Nothing else changes.
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S3

        Ana> shift edit S1 cutoff:24h
        S1 is changed.
        S1 · Fair
        Sat 5 Dec, all day, New York time
        1 in
        In: Ben
        Can be dropped until Fri 4 Dec, 09:00 New York time.
        Claim · Can't make it · Who's in      or type: shift claim S1

        @Ben> shift drop S3
        You are out of S3, Phone bank.
        0 in
        Claim                                 or type: shift claim S3

        ... until 2026-12-04 10:00
        [@Ben] S1 · Fair is coming up: Sat 5 Dec, all day, New York time
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1

        ... until 2026-12-05 08:00
        [@Ben] S1 · Fair is coming up: Sat 5 Dec, all day, New York time
        Can you make it?
        Confirm · Can't make it · Find cover  or type: shift confirm S1

        @Ben> shift drop S1
        S1 could be dropped until Fri 4 Dec, 09:00 New York time. Ask a captain to take you off.
        Type: shift cover S1

        Cleo> shift claim S1
        You are in S1, Fair.
        Sat 5 Dec, all day, New York time
        Can't make it · Who's in · Calendar   or type: shift drop S1

        @Cleo> shift drop S1
        S1 could be dropped until Fri 4 Dec, 09:00 New York time. Ask a captain to take you off.
        Type: shift cover S1

        Cleo> shift list today
          S1 · Sat 5 Dec, all day · Fair · 2 in
        Type: shift claim S1

        Ana> shift add Fair today all day
        S4 · Fair
        Sat 5 Dec, all day, New York time
        0 in
        I'm here · Claim · Can't make it · Who's in  or type: shift checkin S4

        Ana> shift add Fair 2026-12-04 all day
        “2026-12-04 all day” is over: that was Fri 4 Dec, New York time.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]
        Type: tomorrow

        Ana> shift add Fair all day
        The <when> is missing.
        Usage: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]
        For example: shift add Canvass Ward 3 sat 10am

        Ana> shift add Fair every sat all day
        It repeats. The first 4 dates are S5 to S8; others follow as they come nearer.
        S5 · Fair
        Sat 12 Dec, all day, New York time
        0 in
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S5

        ... until 2026-12-06 01:00

        Ana> shift claim S1
        S1 is over. It was Sat 5 Dec, all day, New York time.
        Type: shift list
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn a_series_of_whole_days() {
    let mut world = ward().await;
    let transcript = "
        Ana> shift add Fair every sat all day
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Fair
        Sat 5 Dec, all day, New York time
        0 in
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift add Watch every day all day for 4 times
        It repeats. The first 4 dates are S5 to S8; others follow as they come nearer.
        S5 · Watch
        Wed 2 Dec, all day, New York time
        0 in
        ↻ every day, 4 times · next Thu 3 Dec, Fri 4 Dec, Sat 5 Dec
        Claim · Can't make it · Who's in      or type: shift claim S5

        Ana> shift move S1 11:00-15:00 dates:one
        S1 is moved. It was Sat 5 Dec, all day, New York time.
        S1 · Fair
        Sat 5 Dec, 11:00–15:00 New York time
        0 in
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift move S2 13:00-15:00 dates:one
        S2 is moved. It was Sat 12 Dec, all day, New York time.
        S2 · Fair
        Sat 12 Dec, 13:00–15:00 New York time
        0 in
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift show S1
        S1 · Fair
        Sat 5 Dec, 11:00–15:00 New York time
        0 in
        ↻ every Sat · next Sat 12 Dec (13:00), Sat 19 Dec, Sat 26 Dec
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift move S2 sun all day dates:one
        S2 is moved. It was Sat 12 Dec, 13:00–15:00 New York time.
        S2 · Fair
        Sun 13 Dec, all day, New York time
        0 in
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ana> shift move S3 sun dates:later
        S3 and S4 are moved.
        S9 is new.
        The dates that follow go by it too.
        S3 · Fair
        Sun 20 Dec, all day, New York time
        0 in
        ↻ every Sun · next Sun 27 Dec, Sun 3 Jan 2027, Sun 10 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S3

        Ana> shift cancel S2 on:2027-02-07 dates:one
        Fair on Sun 7 Feb 2027, all day, New York time is left out.
        Type: undo

        Ana> shift move S2 every sun 10:00-12:00 dates:later
        S3, S4 and S9 are moved.
        S2 is cancelled.
        S10 is new.
        The dates that follow go by it too.
        S3 · Fair
        Sun 20 Dec, 10:00–12:00 New York time
        0 in
        ↻ every Sun · next Sun 27 Dec, Sun 3 Jan 2027, Sun 10 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S3

        Ana> shift move S2 every sun all day dates:later
        S2 does not repeat, so there are no other dates. Leave out dates: and on:.
        Type: shift show S2

        Ana> shift show S1
        S1 · Fair
        Sat 5 Dec, 11:00–15:00 New York time
        0 in
        ↻ every Sun · next Sun 13 Dec, Sun 20 Dec, Sun 27 Dec
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift edit S2 repeat:every sat dates:later
        S2 does not repeat, so there are no other dates. Leave out dates: and on:.
        Type: shift show S2

        Ana> undo
        Fair and its dates are as they were before.
        S2 · Fair
        Sun 13 Dec, all day, New York time
        0 in
        ↻ every Sun · next Sun 20 Dec, Sun 27 Dec, Sun 3 Jan 2027
        This date has its own hours.
        Claim · Can't make it · Who's in      or type: shift claim S2
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn in_spanish() {
    let mut world = ward().await;
    world.say("Ana", "group set language es").await;
    world.say("Ana", "me language es").await;
    let transcript = "
        Ana> shift add Feria sábado todo el día
        S1 · Feria
        sáb 5 dic, todo el día, hora de Nueva York
        aún no va nadie
        Me apunto · No puedo ir · Quién va    o escribe: shift claim S1

        Ana> shift add Campamento del 11 al 13 de diciembre todo el día
        S2 · Campamento
        vie 11 dic – dom 13 dic, todo el día, hora de Nueva York
        aún no va nadie
        Me apunto · No puedo ir · Quién va    o escribe: shift claim S2

        Ana> shift add Limpieza sábado
        A «sáb 5 dic, hora de Nueva York» le falta la hora. Di cuándo empieza el turno, por ejemplo «sábado 10:00-13:00», o que dura el día entero: «sábado todo el día».
        Uso: shift add <title> <when> [repeat:<rule>] [needs:6|driver=2,knocker=6] [at:<place>] [team:<team>] [note:<text>] [cutoff:2h] [opens:7d]

        Ana> shift add Feria cada sábado todo el día
        Se repite. Las primeras 4 fechas van de S3 a S6; las demás llegarán según se acerquen.
        S3 · Feria
        sáb 5 dic, todo el día, hora de Nueva York
        aún no va nadie
        ↻ los sábados · próximas: sáb 12 dic, sáb 19 dic, sáb 26 dic
        Me apunto · No puedo ir · Quién va    o escribe: shift claim S3

        Ana> shift move S1 domingo todo el día
        S1 cambia de hora. Era el sáb 5 dic, todo el día, hora de Nueva York.
        S1 · Feria
        dom 6 dic, todo el día, hora de Nueva York
        aún no va nadie
        Me apunto · No puedo ir · Quién va    o escribe: shift claim S1

        Ana> shift list
          S3 · sáb 5 dic, todo el día · Feria · aún no va nadie
          S1 · dom 6 dic, todo el día · Feria · aún no va nadie
          S2 · vie 11 dic – dom 13 dic, todo el día · Campamento · aún no va nadie
          S4 · sáb 12 dic, todo el día · Feria · aún no va nadie · ↻ y 2 fechas más hasta el sáb 26 dic
        Escribe: shift claim S3
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn a_group_takes_its_whole_days_with_it() {
    let mut world = ward().await;
    world.say("Ana", "shift add Camp dec 11-13").await;
    let document = world.private("Ana", "group export").await;
    assert!(document.contains("\"whole_days\": true"), "{document}");
}
