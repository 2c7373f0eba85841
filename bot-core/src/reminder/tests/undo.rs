//! Taking things back.

use super::ward;

#[tokio::test]
async fn every_act_on_a_reminder_can_be_taken_back() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> undo
            R1 is cancelled again.

            @Ben> remind list
            No reminders of yours or of this room.
            Type: remind me tomorrow 17:00 <text>

            @Ben> remind me every day 10:00 water the plants
            R2 · water the plants
            I'll remind you every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R2

            @Ben> remind snooze R2 1h
            R2 comes Tue 1 Dec, 11:00 New York time.
            Pause · Cancel                        or type: remind cancel R2

            @Ben> undo
            R2 is as it was before.

            @Ben> remind pause R2
            R2 is paused.
            Resume · Cancel                       or type: remind resume R2

            @Ben> undo
            R2 is as it was before.

            @Ben> remind cancel R2 dates:all
            R2 is cancelled. To bring it back within ten minutes: undo

            @Ben> undo
            R2 is as it was before.

            @Ben> remind list
            1 reminder
              R2 · water the plants · Comes every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec
            Type: remind cancel R2

            ... 1d
            [@Ben] R2 · water the plants
            Snooze 1 h · Pause                    or type: remind snooze R2 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn nothing_is_taken_back_once_the_reminder_came() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 5m call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 09:05 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 6m
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h

            @Ben> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo
            ",
        )
        .await;
}

#[tokio::test]
async fn taking_something_back_in_a_room_does_not_show_what_it_was() {
    ward()
        .await
        .plays(
            "
            Ben> remind me in 1h buy Ana's present
            (only Ben sees this)
            R1 · buy Ana's present
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            Ben> undo
            R1 is cancelled again.
            ",
        )
        .await;
}
