//! `me pause`: what people type and what they see.
//!
//! - here: what waits; `ending`: what a pause lets go, and when

mod ending;

use crate::testing::World;

/// Ana is organizer, Ben a member who agreed to private messages.
async fn ward() -> World {
    let mut world = World::memory();
    world.say("Ana", "shift list").await;
    world.say("Ben", "shift list").await;
    world.private("Ben", "shift list").await;
    world
}

#[tokio::test]
async fn what_can_wait_waits_until_the_pause_is_over() {
    ward()
        .await
        .plays(
            "
            @Ben> me pause until fri
            Your messages wait until Fri 4 Dec, 09:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            @Ben> me
            Ben
            Accounts: Ben (console) · to join another one: me link
            In \"console\": member
            Time zone: New York time, as in the group · to set your own: me timezone Chicago
            Language: as in the group · to set your own: me language es
            Reminders before a shift: 1 day and 2 h · to change: me reminders 24h,2h
            Quiet hours: none · to set them: me quiet 21:00-08:00
            Messages: paused until Fri 4 Dec, 09:00 New York time · to end it earlier: me pause off
            Morning digest: none · to have one: me digest 8:00
            Skills: none · to be asked where one is needed: me skills driver, spanish
            Private messages: yes, I write to you in private.

            Ana> task add Print flyers for:Ben
            T1 · Print flyers
            Ben has it
            Done · Hand back                      or type: task done T1

            Ana> task add Bake bread due:thu 17:00 for:Ben
            T2 · Bake bread
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2

            ... until 2026-12-04 08:59
            [@Ben] T2 is due in a day or less.
            T2 · Bake bread
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            You have paused messages; this comes anyway, because after the pause it would be too late.
            Done · Hand back                      or type: task done T2

            ... until 2026-12-04 09:00
            [@Ben] T2 is due, and not done yet.
            T2 · Bake bread
            Overdue since Thu 3 Dec, 17:00 New York time · Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T2
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T2.
            T2 · Bake bread
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T2

            @Ben> me pause off
            Your messages are not paused. To pause them: me pause fri
            ",
        )
        .await;
}

#[tokio::test]
async fn what_cannot_wait_comes_and_says_why() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass thu 10am-1pm
            S1 · Canvass
            Thu 3 Dec, 10:00–13:00 New York time
            0 in
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Thu 3 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            @Ben> me pause dec 10 9:00
            Your messages wait until Thu 10 Dec, 09:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            @Ben> remind me in 1h Call the printer
            R1 · Call the printer
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... until 2026-12-03 09:00
            [@Ben] R1 · Call the printer
            Snooze 1 h                            or type: remind snooze R1 1h
            [@Ben] S1 · Canvass is in 1 day: Thu 3 Dec, 10:00–13:00 New York time
            Can you make it?
            You have paused messages; this comes anyway, because after the pause it would be too late.
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [@Ben] S1 · Canvass is in 2 h: Thu 3 Dec, 10:00–13:00 New York time
            Can you make it?
            You have paused messages; this comes anyway, because after the pause it would be too late.
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            ",
        )
        .await;
}

#[tokio::test]
async fn an_end_that_does_not_read_is_answered_with_one_that_does() {
    ward()
        .await
        .plays(
            "
            @Ben> me pause someday
            I can't read “someday” as a time.
            Type: me pause fri 9:00

            @Ben> me pause yesterday
            I can't read “yesterday” as a time.
            Type: me pause fri 9:00

            @Ben> me pause today
            Tue 1 Dec, 09:00 New York time has passed. A pause ends later than now.
            Type: me pause fri 9:00

            @Ben> me pause every mon
            A pause begins now and ends at one time, so not “every mon”.
            Type: me pause fri 9:00

            @Ben> me pause fri 9-17
            A pause begins now and ends at one time, so not “fri 9-17”.
            Type: me pause fri 9:00

            @Ben> me pause in 3 days
            Your messages wait until Fri 4 Dec, 09:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            @Ben> me pause till dec 24 18:00
            Your messages wait until Thu 24 Dec, 18:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off
            ",
        )
        .await;
}

#[tokio::test]
async fn in_spanish() {
    ward()
        .await
        .plays(
            "
            @Ben> me language es
            A partir de ahora te escribo en español.

            @Ben> me pause hasta el viernes
            Tus mensajes esperan hasta el vie 4 dic, 09:00 hora de Nueva York. Lo que entonces llegaría tarde te llega de todos modos y lo dice; los recordatorios que te pusiste llegan también. Para acabar antes la pausa: me pause off

            @Ben> me
            Ben
            Cuentas: Ben (consola) · para unir otra: me link
            En «console»: miembro
            Zona horaria: hora de Nueva York, la del grupo · para elegir la tuya: me timezone Chicago
            Idioma: español · para cambiarlo: me language es
            Avisos antes de un turno: 1 día y 2 h · para cambiarlos: me reminders 24h,2h
            Horas de silencio: ninguna · para elegirlas: me quiet 21:00-08:00
            Mensajes: en pausa hasta el vie 4 dic, 09:00 hora de Nueva York · para acabarla antes: me pause off
            Resumen de la mañana: no · para recibirlo: me digest 8:00
            Lo que sabes hacer: nada aún · para que te pregunte donde haga falta: me skills driver, spanish
            Mensajes privados: sí, te escribo en privado.

            @Ben> me pause
            Tus mensajes esperan hasta que acabes la pausa. Lo que no puede esperar, como tus turnos, te llega de todos modos y lo dice; los recordatorios que te pusiste llegan también. Para acabarla: me pause off

            @Ben> me
            Ben
            Cuentas: Ben (consola) · para unir otra: me link
            En «console»: miembro
            Zona horaria: hora de Nueva York, la del grupo · para elegir la tuya: me timezone Chicago
            Idioma: español · para cambiarlo: me language es
            Avisos antes de un turno: 1 día y 2 h · para cambiarlos: me reminders 24h,2h
            Horas de silencio: ninguna · para elegirlas: me quiet 21:00-08:00
            Mensajes: en pausa hasta que la acabes · para acabarla: me pause off
            Resumen de la mañana: no · para recibirlo: me digest 8:00
            Lo que sabes hacer: nada aún · para que te pregunte donde haga falta: me skills driver, spanish
            Mensajes privados: sí, te escribo en privado.

            Ana> task add Bake bread for:Ben
            T1 · Bake bread
            Ben has it
            Done · Hand back                      or type: task done T1

            @Ben> me pause off
            Se acabó la pausa. Si algo te esperaba, te llega ahora.
            [@Ben] Ana te ha encargado T1.
            T1 · Bake bread
            La tiene Ben
            Lo he guardado mientras tenías los mensajes en pausa.
            Hecha · Dejarla                       o escribe: task done T1

            @Ben> me pause off
            Tus mensajes no están en pausa. Para ponerlos en pausa: me pause fri

            @Ben> me pause ayer
            No entiendo «ayer» como fecha u hora.
            Escribe: me pause fri 9:00

            @Ben> me digest 8:00
            Cada día a las 08:00, hora de Nueva York, te escribo lo que trae tu día: tus turnos y tareas, las votaciones abiertas y los turnos a los que aún les falta gente. Si no trae nada, no escribo. Para quitarlo: me digest off

            @Ben> me digest ocho
            No entiendo «ocho» como hora del día.
            Escribe: me digest 8:00

            @Ben> me digest off
            Ya no te escribo por la mañana.
            ",
        )
        .await;
}
