//! What repeats, as people say and read it: reminders and tasks.

use crate::testing::World;

async fn ward() -> World {
    let mut world = World::memory();
    for name in ["Ana", "Ben"] {
        world.say(name, "shift list").await;
    }
    world
}

#[tokio::test]
async fn a_weekday_means_that_of_the_week_of_the_date() {
    let mut world = ward().await;
    let transcript = "
        Ana> remind here every fri 17:00 Bins out
        R1 · Bins out
        I'll remind this room every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec.
        Pause · Cancel                        or type: remind cancel R1

        Ana> remind edit R1 when:sat on:dec 18
        (only Ana sees this)
        R1 · Bins out
        Comes every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Sat 19 Dec (moved from Fri 18 Dec)
        Pause · Cancel                        or type: remind cancel R1

        Ana> task add Report due:fri 17:00 repeat:weekly
        T1 · Report
        Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
        Repeats every week, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
        Take it · Done                        or type: task claim T1

        Ana> task edit T1 due:sat on:dec 18 dates:one
        T1 · Report
        Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
        Repeats every week, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Sat 19 Dec (moved from Fri 18 Dec)
        Take it · Done                        or type: task claim T1

        Ana> task edit T1 title:Long report on:dec 25 dates:one
        T1 · Report
        Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
        Repeats every week, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Sat 19 Dec (moved from Fri 18 Dec)
        Take it · Done                        or type: task claim T1
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn weekday_of_the_month() {
    let mut world = ward().await;
    let transcript = "
        Ana> remind here every 1st sun of the month 10:00 Bins out
        R1 · Bins out
        I'll remind this room every month on the 1st Sun, 10:00 New York time, next Sun 6 Dec, Sun 3 Jan 2027, Sun 7 Feb 2027.
        Pause · Cancel                        or type: remind cancel R1

        Ana> remind edit R1 when:11:00 on:2027-02-07 dates:later
        (only Ana sees this)
        R1 ends before Sun 7 Feb 2027, and R2 goes on from there.
        R2 · Bins out
        Comes every month on the 1st Sun, 11:00 New York time, next Sun 7 Feb 2027, Sun 7 Mar 2027, Sun 4 Apr 2027
        Pause · Cancel                        or type: remind cancel R2

        Ana> remind edit R2 when:every last sun of the month 12:00 dates:all
        (only Ana sees this)
        R2 · Bins out
        Comes every month on the last Sun, 12:00 New York time, next Sun 27 Dec, Sun 31 Jan 2027, Sun 28 Feb 2027
        Pause · Cancel                        or type: remind cancel R2

        Ana> task add Accounts due:dec 4 17:00 repeat:monthly
        T1 · Accounts
        Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
        Repeats every month, 17:00 New York time, next Fri 4 Dec, Mon 4 Jan 2027, Thu 4 Feb 2027
        Take it · Done                        or type: task claim T1

        Ana> task edit T1 repeat:every 1st fri of the month dates:all
        T1 · Accounts
        Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
        Repeats every month on the 1st Fri, 17:00 New York time, next Fri 4 Dec, Fri 1 Jan 2027, Fri 5 Feb 2027
        Take it · Done                        or type: task claim T1

        Ana> task edit T1 due:18:00 dates:later
        T1 · Accounts
        Due Fri 4 Dec, 18:00 New York time · Nobody has it yet
        Repeats every month on the 1st Fri, 18:00 New York time, next Fri 4 Dec, Fri 1 Jan 2027, Fri 5 Feb 2027
        Take it · Done                        or type: task claim T1

        Ana> task done T1
        T1 · Accounts is done. Thank you, Ana.
        The next one is T2, due Fri 1 Jan 2027, 18:00 New York time.
        Reopen                                or type: task reopen T1
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn the_last_of_so_many() {
    let mut world = ward().await;
    let transcript = "
        Ana> remind here every day 10:00 for 2 times Bins out
        R1 · Bins out
        I'll remind this room every day, 2 times, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec.
        Pause · Cancel                        or type: remind cancel R1

        ... until 2026-12-01 10:00
        [#main] Bins out
        Snooze 1 h · Pause                    or type: remind snooze R1 1h

        ... until 2026-12-02 10:00
        [#main] Bins out
        That was the last of 2.
        Snooze 1 h                            or type: remind snooze R1 1h

        Ana> task add Report due:fri 17:00 repeat:every fri for 2 times
        T1 · Report
        Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
        Repeats every Fri, 2 times, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec
        Take it · Done                        or type: task claim T1

        Ana> task done T1
        T1 · Report is done. Thank you, Ana.
        The next one is T2, due Fri 11 Dec, 17:00 New York time.
        Reopen                                or type: task reopen T1

        Ana> task done T2
        T2 · Report is done. Thank you, Ana.
        That was the last of 2.
        Reopen                                or type: task reopen T2
    ";
    world.plays(transcript).await;
}

#[tokio::test]
async fn dates_of_a_task_in_spanish() {
    let mut world = ward().await;
    world.say("Ana", "group set language es").await;
    world.say("Ana", "me language es").await;
    let transcript = "
        Ana> task add Informe due:viernes 17:00 repeat:cada viernes
        T1 · Informe
        Para el vie 4 dic, 17:00 hora de Nueva York · Aún no la tiene nadie
        Se repite los viernes, 17:00 hora de Nueva York, próximas fechas: vie 4 dic, vie 11 dic, vie 18 dic
        Me encargo · Hecha                    o escribe: task claim T1

        Ana> task edit T1 due:jueves 12:00
        T1 se repite, y todavía no ha cambiado nada. ¿A qué fechas te refieres?
          dates:one · solo esta fecha
          dates:later · esta fecha y todas las posteriores
          dates:all · todas las que vienen
        Solo esta fecha · Todas las fechas    o escribe: task edit T1 due:jueves 12:00 dates:one

        Ana> task edit T1 due:jueves 12:00 on:18 de diciembre dates:one
        T1 · Informe
        Para el vie 4 dic, 17:00 hora de Nueva York · Aún no la tiene nadie
        Se repite los viernes, 17:00 hora de Nueva York, próximas fechas: vie 4 dic, vie 11 dic, jue 17 dic (12:00, en lugar del vie 18 dic)
        Me encargo · Hecha                    o escribe: task claim T1

        Ana> task edit T1 title:Informe largo on:11 de diciembre dates:one
        T1 · Informe
        Para el vie 4 dic, 17:00 hora de Nueva York · Aún no la tiene nadie
        Se repite los viernes, 17:00 hora de Nueva York, próximas fechas: vie 4 dic, vie 11 dic (título propio), jue 17 dic (12:00, en lugar del vie 18 dic)
        Me encargo · Hecha                    o escribe: task claim T1

        Ana> task delete T1 on:25 de diciembre dates:one
        T1 se saltará el vie 25 dic. Para deshacerlo antes de que pasen diez minutos: undo
        T1 · Informe
        Para el vie 4 dic, 17:00 hora de Nueva York · Aún no la tiene nadie
        Se repite los viernes, 17:00 hora de Nueva York, próximas fechas: vie 4 dic, vie 11 dic (título propio), jue 17 dic (12:00, en lugar del vie 18 dic)
        Me encargo · Hecha                    o escribe: task claim T1

        Ana> task show T1
        T1 · Informe
        Para el vie 4 dic, 17:00 hora de Nueva York · Aún no la tiene nadie
        Se repite los viernes, 17:00 hora de Nueva York, próximas fechas: vie 4 dic, vie 11 dic (título propio), jue 17 dic (12:00, en lugar del vie 18 dic)
        Me encargo · Hecha                    o escribe: task claim T1

        Ana> task done T1
        T1 · Informe está hecha. Gracias, Ana.
        La siguiente es T2, para el vie 11 dic, 17:00 hora de Nueva York.
        Reabrir                               o escribe: task reopen T1

        Ana> undo
        T1 · Informe vuelve a estar como antes.

        Ana> task edit T1 repeat:none dates:all
        T1 · Informe
        Para el vie 4 dic, 17:00 hora de Nueva York · Aún no la tiene nadie
        Me encargo · Hecha                    o escribe: task claim T1
    ";
    world.plays(transcript).await;
}
