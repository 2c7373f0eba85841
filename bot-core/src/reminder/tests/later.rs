//! Snooze, pause, resume and cancel.

use super::ward;

#[tokio::test]
async fn snooze_moves_what_came_last_by_so_much_from_now() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 2h
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h

            @Ben> remind snooze R1 30m
            R1 comes Tue 1 Dec, 11:30 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 30m
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h

            @Ben> remind snooze R1 1h
            R1 comes Tue 1 Dec, 12:30 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind snooze R1 1h
            R1 comes Tue 1 Dec, 12:30 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 3h
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn snooze_moves_what_has_not_come_yet_from_its_own_time() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me tomorrow 10:00 call Ana
            R1 · call Ana
            I'll remind you Wed 2 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind snooze R1 90m
            R1 comes Wed 2 Dec, 11:30 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 2d
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn snoozing_a_repeat_leaves_its_rule_as_it_was() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me every day 10:00 water the plants
            R1 · water the plants
            I'll remind you every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R1

            ... 1h
            [@Ben] R1 · water the plants
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            @Ben> remind snooze R1 2h
            R1 comes Tue 1 Dec, 12:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind list
            1 reminder
              R1 · water the plants · Snoozed until Tue 1 Dec, 12:00 New York time · Comes every day, 10:00 New York time, next Wed 2 Dec, Thu 3 Dec, Fri 4 Dec
            Type: remind cancel R1

            ... 1d
            [@Ben] R1 · water the plants
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · water the plants
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_paused_reminder_is_silent_and_what_it_missed_is_skipped() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me every day 10:00 water the plants
            R1 · water the plants
            I'll remind you every day, 10:00 New York time, next Tue 1 Dec, Wed 2 Dec, Thu 3 Dec.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind pause R1
            R1 is paused.
            Resume · Cancel                       or type: remind resume R1

            @Ben> remind pause R1
            R1 is paused already.
            Type: remind resume R1

            ... 3d

            @Ben> remind resume R1
            R1 is on again. It comes Fri 4 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind resume R1
            R1 is not paused.
            Type: remind list

            ... 1d
            [@Ben] R1 · water the plants
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_single_one_whose_time_passed_while_it_was_paused_can_be_snoozed() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind pause R1
            R1 is paused.
            Resume · Cancel                       or type: remind resume R1

            ... 2h

            @Ben> remind resume R1
            R1 was for Tue 1 Dec, 10:00 New York time, while it was paused.
            Type: remind snooze R1 1h

            @Ben> remind snooze R1 1h
            R1 comes Tue 1 Dec, 12:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 1h
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_cancelled_reminder_does_not_come_and_cannot_be_changed() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind cancel R1
            R1 is cancelled. To bring it back within ten minutes: undo

            @Ben> remind cancel R1
            R1 was cancelled.
            Type: remind list

            @Ben> remind snooze R1 1h
            R1 was cancelled.
            Type: remind list

            @Ben> remind pause R1
            R1 was cancelled.
            Type: remind list

            @Ben> remind resume R1
            R1 was cancelled.
            Type: remind list

            ... 2h
            ",
        )
        .await;
}

#[tokio::test]
async fn what_has_come_for_the_last_time_is_over() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me in 1h call Ana
            R1 · call Ana
            I'll remind you Tue 1 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            ... 2h
            [@Ben] R1 · call Ana
            Snooze 1 h                            or type: remind snooze R1 1h

            @Ben> remind cancel R1
            R1 has come for the last time.
            Type: remind snooze R1 1h

            @Ben> remind pause R1
            R1 has come for the last time.
            Type: remind snooze R1 1h

            @Ben> remind list
            No reminders of yours or of this room.
            Type: remind me tomorrow 17:00 <text>
            ",
        )
        .await;
}

#[tokio::test]
async fn a_room_s_reminder_is_changed_by_whoever_set_it_and_by_captains() {
    ward()
        .await
        .plays(
            "
            Ben> remind here in 2h Doors open
            R1 · Doors open
            I'll remind this room Tue 1 Dec, 11:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            Cleo> remind cancel R1
            (only Cleo sees this)
            R1 can be changed by Ben, who set it, and by captains.
            Usage: remind cancel R12 [dates:one|later|all] [on:<date>]

            Cleo> remind snooze R1 1h
            (only Cleo sees this)
            R1 can be changed by Ben, who set it, and by captains.
            Usage: remind snooze R12 <duration>

            Ana> remind cancel R1
            (only Ana sees this)
            R1 is cancelled. To bring it back within ten minutes: undo
            [@Ben] Ana cancelled your reminder R1 · Doors open

            ... 3h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_snooze_is_a_length_of_time_of_at_most_a_year() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me tomorrow 10:00 call Ana
            R1 · call Ana
            I'll remind you Wed 2 Dec, 10:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind snooze R1 366d
            That is more than a year away.
            Type: remind snooze R1 1h

            @Ben> remind snooze R1 99999999d
            I can't read “99999999d” as a length of time.
            Usage: remind snooze R12 <duration>
            Type: 2h

            @Ben> remind snooze R1 soon
            I can't read “soon” as a length of time.
            Usage: remind snooze R12 <duration>
            Type: 2h
            ",
        )
        .await;
}
