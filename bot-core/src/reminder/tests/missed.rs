//! What fell due while the bot was down.

use super::ward;

#[tokio::test]
async fn a_single_one_comes_late_once_and_says_so() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... late 5h
            [@Ben] R1 · call Ana
            This comes late: it was for Tue 1 Dec, 10:00 New York time.
            Snooze 1 h                            or type: remind snooze R1 1h

            ... 5d
            ",
        )
        .await;
}

#[tokio::test]
async fn five_minutes_are_not_late() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... late 65m
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_repeat_that_missed_several_times_comes_once_and_names_them() {
    ward()
        .await
        .plays(
            "
            Ben> remind here every day 10:00 Water the plants
            R1 · Water the plants
            I'll remind this room every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R1

            ... late 3d
            [#main] Water the plants
            This comes late, once for all the times that I missed:
              Tue 1 Dec, 10:00 New York time
              Wed 2 Dec, 10:00 New York time
              Thu 3 Dec, 10:00 New York time
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... 1d
            [#main] Water the plants
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn of_many_missed_times_the_latest_are_named() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me every day 10:00 water the plants
            R1 · water the plants
            I'll remind you every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R1

            ... late 14d
            [@Ben] R1 · water the plants
            This comes late, once for all the times that I missed:
              Sat 5 Dec, 10:00 New York time
              Sun 6 Dec, 10:00 New York time
              Mon 7 Dec, 10:00 New York time
              Tue 8 Dec, 10:00 New York time
              Wed 9 Dec, 10:00 New York time
              Thu 10 Dec, 10:00 New York time
              Fri 11 Dec, 10:00 New York time
              Sat 12 Dec, 10:00 New York time
              Sun 13 Dec, 10:00 New York time
              Mon 14 Dec, 10:00 New York time
              and 4 times before these
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}
