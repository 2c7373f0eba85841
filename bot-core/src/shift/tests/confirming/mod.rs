//! Confirming: who said that they will come.
//!
//! - here: who confirms and who takes it back; `asked`: who is asked, once and once more

mod asked;

use super::{all_say, ward_with};

#[tokio::test]
async fn whoever_is_in_confirms_and_everybody_sees_it() {
    ward_with(&["Canvass sat 10am-1pm needs:2"])
        .await
        .plays(
            "
            Ben> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Cleo> shift claim S1
            You are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            Dev> shift claim S1
            S1 is full. You are 1st on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S1

            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ben> shift confirm S1
            You have confirmed S1, Canvass, already; there is nothing more to do.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ana> shift show S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 · full · 1 of 2 confirmed
            In: Ben, Cleo
            Waiting: Dev
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 2 confirmed
            2 of 2 · full
              Ben · confirmed
              Cleo · not confirmed yet
            Waiting:
              1. Dev
            Claim · Can't make it                 or type: shift claim S1

            Dev> shift confirm S1
            You are on the waiting list of S1, so there is nothing to confirm yet. I'll write to you when a seat opens.
            Type: shift roster S1

            Eva> shift confirm S1
            You are not in S1, nor on its waiting list.
            Type: shift claim S1

            Eva> shift confirm S9
            There is no shift S9 here.
            Type: shift list

            Cleo> shift confirm S1 for:Ben
            Captains and organizers can do this.
            Usage: shift confirm S12 [for:<member>]

            Ana> shift confirm S1 for:Cleo
            Cleo is confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 confirmed
            Who's in                              or type: shift roster S1
            [#main] Cleo: Ana confirmed for you that you are coming to S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            Ana> shift confirm S1 for:Cleo
            Cleo is confirmed for S1, Canvass, already.
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 confirmed
            Who's in                              or type: shift roster S1

            Ana> shift confirm S1 for:Dev
            Dev is on the waiting list of S1, so there is nothing to confirm yet.
            Type: shift roster S1

            Ana> shift confirm S1 for:Eva
            Eva is not in S1, nor on its waiting list.
            Type: shift roster S1

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 2 confirmed
            2 of 2 · full
              Ben · confirmed
              Cleo · confirmed
            Waiting:
              1. Dev
            Claim · Can't make it                 or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_confirmation_is_taken_back() {
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

            Ben> undo
            What you did on S1 is taken back.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
              Ben
            Claim · Can't make it                 or type: shift claim S1

            Ana> shift confirm S1 for:Ben
            Ben is confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Who's in                              or type: shift roster S1
            [#main] Ben: Ana confirmed for you that you are coming to S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            Ana> undo
            What you did on S1 is taken back.
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

            Ana> shift cancel S1
            S1, Canvass, is cancelled.
            I'm writing to 1 person about it.
            Type: undo
            [#main] Ben: S1, Canvass, is cancelled.
            Sat 5 Dec, 10:00–13:00 New York time

            Ben> shift confirm S1
            S1 is cancelled.
            Type: shift list

            Ben> undo
            S1 is cancelled.
            Type: shift list
            ",
        )
        .await;
}

#[tokio::test]
async fn a_guest_is_confirmed_with_their_host() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:6"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift claim S1 guest:Tom").await;
    world.say("Ana", "shift claim S1 guest:Uma").await;
    world
        .plays(
            "
            Ben> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            2 of 3 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ben> shift claim S1 guest:Vic
            Vic is in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Who's in                              or type: shift drop S1 guest:Vic

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            3 of 4 confirmed
            5 of 6 · 1 seat open
              Ben · confirmed
              Cleo · not confirmed yet
              Tom (guest of Ben) · confirmed
              Uma (guest of Ana)
              Vic (guest of Ben) · confirmed
            Claim · Can't make it                 or type: shift claim S1

            Ben> shift drop S1
            You are out of S1, Canvass.
            2 seats open
            Your guest Tom is still in S1. To take them off: shift drop S1 guest:Tom
            Your guest Vic is still in S1. To take them off: shift drop S1 guest:Vic
            Claim                                 or type: shift claim S1

            Cleo> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            Can't make it · Who's in              or type: shift drop S1

            Ana> shift roster S1
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 confirmed
            4 of 6 · 2 seats open
              Cleo · confirmed
              Tom (guest of Ben)
              Uma (guest of Ana)
              Vic (guest of Ben)
            Claim · Can't make it                 or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn in_spanish() {
    ward_with(&["Canvass sat 10am-1pm needs:2"])
        .await
        .plays(
            "
            Ana> group set language es
            A partir de ahora hablo español en las salas del grupo.

            Ben> shift claim S1
            Tienes plaza en S1, Canvass.
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            No puedo ir · Quién va · Calendario   o escribe: shift drop S1

            Cleo> shift claim S1
            Tienes plaza en S1, Canvass.
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            No puedo ir · Quién va · Calendario   o escribe: shift drop S1

            Dev> shift claim S1
            S1 está completo. Estás en el puesto 1 de la lista de espera, y te escribiré cuando quede una plaza libre. Para salir de la lista: shift drop S1

            Ben> shift confirm S1
            Gracias, queda confirmado que vas a S1, Canvass.
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            1 de 2 ha confirmado
            No puedo ir · Quién va                o escribe: shift drop S1

            Ben> shift confirm S1
            Ya habías confirmado S1, Canvass; no hace falta nada más.
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            1 de 2 ha confirmado
            No puedo ir · Quién va                o escribe: shift drop S1

            Dev> shift confirm S1
            Estás en la lista de espera de S1, así que aún no hay nada que confirmar. Te escribiré cuando quede una plaza libre.
            Escribe: shift roster S1

            Ana> shift confirm S1 for:Cleo
            Queda confirmado que Cleo va a S1, Canvass.
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            2 de 2 han confirmado
            Quién va                              o escribe: shift roster S1
            [#main] Cleo: Ana ha confirmado por ti que vas a S1, Canvass.
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            No puedo ir                           o escribe: shift drop S1

            Ana> shift roster S1
            S1 · Canvass
            sáb 5 dic, 10:00–13:00 hora de Nueva York
            2 de 2 han confirmado
            2 de 2 · completo
              Ben · ha confirmado
              Cleo · ha confirmado
            En espera:
              1. Dev
            Me apunto · No puedo ir               o escribe: shift claim S1

            Ana> shift edit S1 at:Hall
            S1 ha cambiado.
            2 personas habían confirmado: les vuelvo a preguntar si pueden ir.
            S1 · Canvass
            sáb 5 dic, 10:00–13:00 hora de Nueva York · Hall
            2 de 2 · completo
            Van: Ben, Cleo
            En espera: Dev
            Me apunto · No puedo ir · Quién va    o escribe: shift claim S1
            [#main] Ben: S1, Canvass, es en otro sitio que cuando confirmaste.
            sáb 5 dic, 10:00–13:00 hora de Nueva York · Hall
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            [#main] Cleo: S1, Canvass, es en otro sitio que cuando confirmaste.
            sáb 5 dic, 10:00–13:00 hora de Nueva York · Hall
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1

            Ana> shift move S1 sun 10am
            S1 cambia de hora. Era el sáb 5 dic, 10:00–13:00 hora de Nueva York.
            Aviso a 3 personas.
            S1 · Canvass
            dom 6 dic, 10:00–13:00 hora de Nueva York · Hall
            2 de 2 · completo
            Van: Ben, Cleo
            En espera: Dev
            Me apunto · No puedo ir · Quién va    o escribe: shift claim S1
            [#main] Ben: S1, Canvass, pasa del sáb 5 dic, 10:00–13:00 hora de Nueva York al dom 6 dic, 10:00–13:00 hora de Nueva York. Sigues en él como estabas.
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            [#main] Cleo: S1, Canvass, pasa del sáb 5 dic, 10:00–13:00 hora de Nueva York al dom 6 dic, 10:00–13:00 hora de Nueva York. Sigues en él como estabas.
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            [#main] Dev: S1, Canvass, pasa del sáb 5 dic, 10:00–13:00 hora de Nueva York al dom 6 dic, 10:00–13:00 hora de Nueva York. Sigues en él como estabas.
            No puedo ir                           o escribe: shift drop S1

            ... until 2026-12-06 08:00
            [#main] Ben: S1 · Canvass es dentro de 1 día: dom 6 dic, 10:00–13:00 hora de Nueva York · Hall
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            [#main] Cleo: S1 · Canvass es dentro de 1 día: dom 6 dic, 10:00–13:00 hora de Nueva York · Hall
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            [#main] Ben: S1 · Canvass es dentro de 2 h: dom 6 dic, 10:00–13:00 hora de Nueva York · Hall
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            [#main] Cleo: S1 · Canvass es dentro de 2 h: dom 6 dic, 10:00–13:00 hora de Nueva York · Hall
            ¿Puedes ir?
            Confirmo · No puedo ir · Buscar relevo  o escribe: shift confirm S1
            ",
        )
        .await;
}
