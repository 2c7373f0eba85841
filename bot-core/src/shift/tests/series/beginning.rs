//! Posting a series, and what is seen of it.

use crate::shift::tests::ward;

#[tokio::test]
async fn a_series_is_posted_with_its_first_dates() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        Ana> shift show S2
        S2 · Canvass
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 19 Dec, Sat 26 Dec, Sat 2 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S2

        Ben> shift claim S2
        You are in S2, Canvass.
        Sat 12 Dec, 10:00–13:00 New York time
        Can't make it · Who's in · Calendar   or type: shift drop S2

        Ben> shift list
          S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 2 seats open
          S2 · Sat 12 Dec, 10:00–13:00 · Canvass · 1 seat open · ↻ and 2 more dates until Sat 26 Dec
        Type: shift claim S1

        Ben> shift list mine
          S2 · Sat 12 Dec, 10:00–13:00 · Canvass · 1 seat open · you are in
        Type: shift drop S2

        Ana> shift add Stall sun 2pm-4pm repeat:every 2 weeks on sun
        It repeats. The first 3 dates are S5 to S7; others follow as they come nearer.
        S5 · Stall
        Sun 6 Dec, 14:00–16:00 New York time
        0 in
        ↻ every 2 weeks on Sun · next Sun 20 Dec, Sun 3 Jan 2027, Sun 17 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S5
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn further_dates_are_made_as_they_come_nearer() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm needs:2
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        ... until 2026-12-05 10:00
        [#main] Ana: S1, Canvass, has 2 seats open.
        Sat 5 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S1 5

        Ana> shift show S5
        S5 · Canvass
        Sat 2 Jan 2027, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        ↻ every Sat · next Sat 9 Jan 2027, Sat 16 Jan 2027, Sat 23 Jan 2027
        Claim · Can't make it · Who's in      or type: shift claim S5

        ... until 2026-12-12 14:00
        [#main] Ana: S2, Canvass, has 2 seats open.
        Sat 12 Dec, 10:00–13:00 New York time
        0 of 2 · 2 seats open
        Ask 5 · Who's in                      or type: shift ask S2 5

        Ana> shift list
          S3 · Sat 19 Dec, 10:00–13:00 · Canvass · 2 seats open
          S4 · Sat 26 Dec, 10:00–13:00 · Canvass · 2 seats open · ↻ and 2 more dates until Sat 9 Jan 2027
        Type: shift claim S3
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn after_a_long_downtime_only_what_is_ahead_is_made() {
    let transcript = "
        Ana> shift add Canvass every sat 10am-1pm
        It repeats. The first 4 dates are S1 to S4; others follow as they come nearer.
        S1 · Canvass
        Sat 5 Dec, 10:00–13:00 New York time
        0 in
        ↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 26 Dec
        Claim · Can't make it · Who's in      or type: shift claim S1

        ... late 90d

        Ana> shift list
          S5 · Sat 6 Mar, 10:00–13:00 · Canvass · 0 in
          S6 · Sat 13 Mar, 10:00–13:00 · Canvass · 0 in · ↻ and 2 more dates until Sat 27 Mar
        Type: shift claim S5

        Ana> shift show S1
        S1 · Canvass · over
        Sat 5 Dec 2026, 10:00–13:00 New York time
        0 in
        ↻ every Sat · next Sat 6 Mar, Sat 13 Mar, Sat 20 Mar
    ";
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn the_dates_of_a_series_are_shown_in_spanish() {
    let transcript = "
        Ana> group set language es
        A partir de ahora hablo español en las salas del grupo.

        Ana> shift add Puerta a puerta every sat 10am-1pm needs:2
        Se repite. Las primeras 4 fechas van de S1 a S4; las demás llegarán según se acerquen.
        S1 · Puerta a puerta
        sáb 5 dic, 10:00–13:00 hora de Nueva York
        0 de 2 · 2 plazas libres
        ↻ los sábados · próximas: sáb 12 dic, sáb 19 dic, sáb 26 dic
        Me apunto · No puedo ir · Quién va    o escribe: shift claim S1

        Ana> shift edit S2 needs:5
        S2 se repite, y todavía no ha cambiado nada. ¿A qué fechas te refieres?
          dates:one · solo esta fecha
          dates:later · esta fecha y todas las posteriores
          dates:all · todas las que vienen
        Solo esta fecha · Esta y las posteriores · Todas las fechas  o escribe: shift edit S2 needs:5 dates:one

        Ana> shift edit S2 needs:5 dates:one
        S2 ha cambiado.
        S2 · Puerta a puerta
        sáb 12 dic, 10:00–13:00 hora de Nueva York
        0 de 5 · 5 plazas libres
        ↻ los sábados · próximas: sáb 19 dic, sáb 26 dic, sáb 2 ene 2027
        Solo de esta fecha: número de personas.
        Me apunto · No puedo ir · Quién va    o escribe: shift claim S2

        Ana> shift list
          S1 · sáb 5 dic, 10:00–13:00 · Puerta a puerta · 2 plazas libres
          S2 · sáb 12 dic, 10:00–13:00 · Puerta a puerta · 5 plazas libres · ↻ y 2 fechas más hasta el sáb 26 dic
        Escribe: shift claim S1
    ";
    ward().await.plays(transcript).await;
}
