//! Reminders that repeat: one date, this and later, or all of them change.
//!
//! - here: which dates there are, and who changes them; `apart`: dates that are other than the rest

mod apart;

use super::ward;

#[tokio::test]
async fn a_date_is_left_out_the_later_ones_or_all_of_them() {
    ward()
        .await
        .plays(
            "
            Ben> remind here every fri 17:00 Send the newsletter
            R1 · Send the newsletter
            I'll remind this room every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec.
            Pause · Cancel                        or type: remind cancel R1

            Ben> remind cancel R1
            (only Ben sees this)
            R1 repeats, and nothing is changed yet. Which dates do you mean?
              dates:one · only this date
              dates:later · this date and every later one
              dates:all · every coming date
            Only this date · This and later · All dates  or type: remind cancel R1 dates:one

            Ben> remind cancel R1 dates:one
            (only Ben sees this)
            R1 does not come on Fri 4 Dec. To bring that back within ten minutes: undo
            R1 · Send the newsletter
            Comes every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec; not Fri 4 Dec
            Pause · Cancel                        or type: remind cancel R1

            Ben> remind cancel R1 on:18 dec
            (only Ben sees this)
            R1 does not come on Fri 18 Dec. To bring that back within ten minutes: undo
            R1 · Send the newsletter
            Comes every Fri, 17:00 New York time, next Fri 11 Dec, Fri 25 Dec, Fri 1 Jan 2027; not Fri 4 Dec, Fri 18 Dec
            Pause · Cancel                        or type: remind cancel R1

            Ben> remind cancel R1 on:18 dec
            (only Ben sees this)
            R1 leaves out Fri 18 Dec already.
            Usage: remind cancel R12 [dates:one|later|all] [on:<date>]

            Ben> remind cancel R1 on:19 dec
            (only Ben sees this)
            R1 has no date on Sat 19 Dec. It has: Fri 11 Dec, Fri 25 Dec, Fri 1 Jan 2027.
            Usage: remind cancel R12 [dates:one|later|all] [on:<date>]

            Ben> undo
            R1 is as it was before.

            ... until 2026-12-11 18:00
            [#main] Send the newsletter
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            Ben> remind cancel R1 dates:later on:8 jan
            (only Ben sees this)
            R1 comes no more from Fri 8 Jan 2027 on. To take that back within ten minutes: undo
            R1 · Send the newsletter
            Comes every Fri, until 7 Jan 2027, 17:00 New York time, next Fri 18 Dec, Fri 25 Dec, Fri 1 Jan 2027
            Pause · Cancel                        or type: remind cancel R1

            ... until 2027-01-08 18:00
            [#main] Send the newsletter
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [#main] Send the newsletter
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [#main] Send the newsletter
            That was the last date.
            Snooze 1 h                            or type: remind snooze R1 1h

            Ben> remind here every fri 17:00 Sweep
            R2 · Sweep
            I'll remind this room every Fri, 17:00 New York time, next Fri 15 Jan, Fri 22 Jan, Fri 29 Jan.
            Pause · Cancel                        or type: remind cancel R2

            Ben> remind cancel R2 dates:later
            (only Ben sees this)
            R2 is cancelled. To bring it back within ten minutes: undo

            Ben> undo
            R2 is as it was before.

            Ben> remind cancel R2 dates:all
            (only Ben sees this)
            R2 is cancelled. To bring it back within ten minutes: undo

            Ben> undo
            R2 is as it was before.

            Ben> remind cancel R2 on:15 jan dates:later
            (only Ben sees this)
            R2 is cancelled. To bring it back within ten minutes: undo

            Ana> remind list
            (only Ana sees this)
            No reminders of yours or of this room.
            Type: remind me tomorrow 17:00 <text>
            ",
        )
        .await;
}

#[tokio::test]
async fn from_a_later_date_on_it_is_a_reminder_of_its_own() {
    ward()
        .await
        .plays(
            "
            Ana> remind here every fri 17:00 Sweep
            R1 · Sweep
            I'll remind this room every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec.
            Pause · Cancel                        or type: remind cancel R1

            Ana> remind cancel R1 on:1 jan
            (only Ana sees this)
            R1 does not come on Fri 1 Jan 2027. To bring that back within ten minutes: undo
            R1 · Sweep
            Comes every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Pause · Cancel                        or type: remind cancel R1

            Ana> remind edit R1 text:Sweep and mop dates:later on:18 dec
            (only Ana sees this)
            R1 ends before Fri 18 Dec, and R2 goes on from there.
            R2 · Sweep and mop
            Comes every Fri, 17:00 New York time, next Fri 18 Dec, Fri 25 Dec, Fri 8 Jan 2027; not Fri 1 Jan 2027
            Pause · Cancel                        or type: remind cancel R2

            Ana> remind list
            (only Ana sees this)
            2 reminders
              R1 · Sweep · Comes every Fri, until 17 Dec 2026, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec · For a room
              R2 · Sweep and mop · Comes every Fri, 17:00 New York time, next Fri 18 Dec, Fri 25 Dec, Fri 8 Jan 2027; not Fri 1 Jan 2027 · For a room
            Type: remind cancel R1

            Ana> undo
            R1 is as it was before.
            R2 is cancelled again.

            Ana> remind list
            (only Ana sees this)
            1 reminder
              R1 · Sweep · Comes every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec · For a room
            Type: remind cancel R1

            Ana> remind edit R1 when:thu 16:00 dates:later on:18 dec
            (only Ana sees this)
            R1 ends before Fri 18 Dec, and R3 goes on from there.
            R3 · Sweep
            Comes every Thu, 16:00 New York time, next Thu 17 Dec, Thu 24 Dec, Thu 7 Jan 2027; not Thu 31 Dec
            Pause · Cancel                        or type: remind cancel R3

            ... until 2027-01-08 18:00
            [#main] Sweep
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [#main] Sweep
            That was the last date.
            Snooze 1 h                            or type: remind snooze R1 1h
            [#main] Sweep
            Snooze 1 h · Pause                    or type: remind snooze R3 1h
            [#main] Sweep
            Snooze 1 h · Pause                    or type: remind snooze R3 1h
            [#main] Sweep
            Snooze 1 h · Pause                    or type: remind snooze R3 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_reminder_that_comes_once_is_edited_too() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me tomorrow 17:00 Call Ana
            R1 · Call Ana
            I'll remind you Wed 2 Dec, 17:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 text:Call Ana and Cleo
            R1 · Call Ana and Cleo
            Comes Wed 2 Dec, 17:00 New York time
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 text:Call Ana and Cleo
            R1 is like that already.
            Type: remind list

            @Ben> remind edit R1 when:thu
            R1 · Call Ana and Cleo
            Comes Thu 3 Dec, 17:00 New York time
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:fri 9am on:fri
            R1 does not repeat, so it has only one date.
            Usage: remind edit R12 [text:<text>] [when:<when>] [repeat:<rule>|none] [dates:one|later|all] [on:<date>]

            @Ben> undo
            R1 is as it was before.

            @Ben> remind edit R1 when:today 10am
            R1 · Call Ana and Cleo
            Comes Tue 1 Dec, 10:00 New York time
            Pause · Cancel                        or type: remind cancel R1

            ... 2h
            [@Ben] R1 · Call Ana and Cleo
            Snooze 1 h                            or type: remind snooze R1 1h

            @Ben> remind edit R1 text:Too late
            R1 has come for the last time.
            Type: remind snooze R1 1h

            @Ben> remind edit R1 when:every day 12:00
            R1 · Call Ana and Cleo
            Comes every day, 12:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind cancel R1 dates:all
            R1 is cancelled. To bring it back within ten minutes: undo

            @Ben> remind edit R1 when:fri
            R1 was cancelled.
            Type: remind list
            ",
        )
        .await;
}

#[tokio::test]
async fn the_last_date_says_so() {
    ward()
        .await
        .plays(
            "
            Ben> remind here every day 10:00 Water
            R1 · Water
            I'll remind this room every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R1

            ... 2d
            [#main] Water
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [#main] Water
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            Ben> remind here every day 10:00 Feed
            R2 · Feed
            I'll remind this room every day, 10:00 New York time, next Thu 3 Dec, Fri 4 Dec, Sat 5 Dec.
            Pause · Cancel                        or type: remind cancel R2

            Ben> remind cancel R2 on:sat
            (only Ben sees this)
            R2 does not come on Sat 5 Dec. To bring that back within ten minutes: undo
            R2 · Feed
            Comes every day, 10:00 New York time, next Thu 3 Dec, Fri 4 Dec, Sun 6 Dec; not Sat 5 Dec
            Pause · Cancel                        or type: remind cancel R2

            ... 2d
            [#main] Water
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [#main] Feed
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            [#main] Water
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [#main] Feed
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn what_another_person_set_for_the_room_is_changed_by_captains_and_they_hear_of_it() {
    ward()
        .await
        .plays(
            "
            Ben> remind here every fri 17:00 Sweep
            R1 · Sweep
            I'll remind this room every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec.
            Pause · Cancel                        or type: remind cancel R1

            Cleo> remind edit R1 text:Mop dates:all
            (only Cleo sees this)
            R1 can be changed by Ben, who set it, and by captains.
            Usage: remind edit R12 [text:<text>] [when:<when>] [repeat:<rule>|none] [dates:one|later|all] [on:<date>]

            Ana> remind edit R1 text:Mop dates:all
            (only Ana sees this)
            R1 · Mop
            Comes every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Pause · Cancel                        or type: remind cancel R1
            [@Ben] Ana changed your reminder R1 · Mop

            Ana> remind cancel R1 dates:one
            (only Ana sees this)
            R1 does not come on Fri 4 Dec. To bring that back within ten minutes: undo
            R1 · Mop
            Comes every Fri, 17:00 New York time, next Fri 11 Dec, Fri 18 Dec, Fri 25 Dec; not Fri 4 Dec
            Pause · Cancel                        or type: remind cancel R1
            [@Ben] Ana changed your reminder R1 · Mop

            Ana> group audit
            (only Ana sees this)
            console · the latest 6 entries of the audit log
              Tue 1 Dec, 09:00 New York time · Ana changed R1.
              Tue 1 Dec, 09:00 New York time · Ana changed R1.
              Tue 1 Dec, 09:00 New York time · Cleo entered the register.
              Tue 1 Dec, 09:00 New York time · Ben entered the register.
              Tue 1 Dec, 09:00 New York time · Ana founded the group and is its organizer.
              Tue 1 Dec, 09:00 New York time · Ana entered the register.
            ",
        )
        .await;
}

#[tokio::test]
async fn the_question_and_the_answers_are_in_the_language_of_whoever_asks() {
    ward()
        .await
        .plays(
            "
            @Ben> me language es
            A partir de ahora te escribo en español.

            @Ben> remind me every fri 17:00 Barrer
            R1 · Barrer
            Te lo recordaré: los viernes, 17:00 hora de Nueva York, próximas fechas: vie 4 dic, vie 11 dic, vie 18 dic.
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind cancel R1
            R1 se repite, y todavía no ha cambiado nada. ¿A qué fechas te refieres?
              dates:one · solo esta fecha
              dates:later · esta fecha y todas las posteriores
              dates:all · todas las que vienen
            Solo esta fecha · Esta y las posteriores · Todas las fechas  o escribe: remind cancel R1 dates:one

            @Ben> remind cancel R1 dates:one
            R1 no llega el vie 4 dic. Para recuperarlo antes de que pasen diez minutos: undo
            R1 · Barrer
            Llega: los viernes, 17:00 hora de Nueva York, próximas fechas: vie 11 dic, vie 18 dic, vie 25 dic; menos el vie 4 dic
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind edit R1 when:sat 10:00 on:11 dec
            R1 · Barrer
            Llega: los viernes, 17:00 hora de Nueva York, próximas fechas: sáb 12 dic (10:00, en lugar del vie 11 dic), vie 18 dic, vie 25 dic; menos el vie 4 dic
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind edit R1 text:Fregar on:18 dec
            R1 · Barrer
            Llega: los viernes, 17:00 hora de Nueva York, próximas fechas: sáb 12 dic (10:00, en lugar del vie 11 dic), vie 18 dic (texto propio), vie 25 dic; menos el vie 4 dic
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind cancel R1 on:25 dec
            R1 no llega el vie 25 dic. Para recuperarlo antes de que pasen diez minutos: undo
            R1 · Barrer
            Llega: los viernes, 17:00 hora de Nueva York, próximas fechas: sáb 12 dic (10:00, en lugar del vie 11 dic), vie 18 dic (texto propio), vie 1 ene 2027; menos el vie 4 dic, vie 25 dic
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind cancel R1 on:12 dec
            R1 no llega el sáb 12 dic. Para recuperarlo antes de que pasen diez minutos: undo
            R1 · Barrer
            Llega: los viernes, 17:00 hora de Nueva York, próximas fechas: vie 18 dic (texto propio), vie 1 ene 2027, vie 8 ene 2027; menos el vie 4 dic, vie 11 dic, vie 25 dic
            Pausar · Cancelar                     o escribe: remind cancel R1

            @Ben> remind edit R1 text:Limpiar dates:later on:8 jan
            R1 termina antes del vie 8 ene 2027, y desde entonces sigue R2.
            R2 · Limpiar
            Llega: los viernes, 17:00 hora de Nueva York, próximas fechas: vie 8 ene 2027, vie 15 ene 2027, vie 22 ene 2027
            Pausar · Cancelar                     o escribe: remind cancel R2
            ",
        )
        .await;
}
