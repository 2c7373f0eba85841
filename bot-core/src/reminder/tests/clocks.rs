//! Clock changes and zones: a reminder comes when the wall clock shows its time.

use super::ward;

#[tokio::test]
async fn a_daily_reminder_keeps_its_time_when_new_york_s_clocks_go_back() {
    let mut world = ward().await;
    world.at("2026-10-31 12:00");
    world
        .plays(
            "
            Ben> remind here every day 09:00 Count cash
            R1 · Count cash
            I'll remind this room every day, 09:00 New York time, next Sun 1 Nov, Mon 2 Nov, Tue 3 Nov.
            Pause · Cancel                        or type: remind cancel R1

            ... until 2026-11-01 08:59

            ... 1m
            [#main] Count cash
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... until 2026-11-02 08:59

            ... 1m
            [#main] Count cash
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_time_that_comes_twice_is_reminded_of_once_at_its_first() {
    let mut world = ward().await;
    world.at("2026-10-31 12:00");
    world
        .plays(
            "
            Ben> remind here every day 01:30 Lock the door
            R1 · Lock the door
            I'll remind this room every day, 01:30 New York time, next Sun 1 Nov, Mon 2 Nov, Tue 3 Nov.
            Pause · Cancel                        or type: remind cancel R1

            ... until 2026-11-01 01:30
            [#main] Lock the door
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... 22h

            ... 4h
            [#main] Lock the door
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_time_that_is_skipped_comes_an_hour_later_and_the_next_day_at_its_own_time() {
    let mut world = ward().await;
    world.at("2027-03-13 12:00");
    world
        .plays(
            "
            Ben> remind here every day 02:30 Lock the door
            R1 · Lock the door
            I'll remind this room every day, 02:30 New York time, next Sun 14 Mar (03:30), Mon 15 Mar, Tue 16 Mar.
            Pause · Cancel                        or type: remind cancel R1

            ... until 2027-03-14 03:29

            ... 1m
            [#main] Lock the door
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... until 2027-03-15 02:29

            ... 1m
            [#main] Lock the door
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn a_repeat_follows_the_clock_of_whoever_set_it_through_their_own_change() {
    let mut world = ward().await;
    world.at("2026-10-24 02:00");
    world
        .plays(
            "
            @Ben> me timezone Europe/Madrid
            Your times are in Madrid time now.

            @Ben> remind me every day 09:00 call the printer
            R1 · call the printer
            I'll remind you every day, 09:00 Madrid time, next Sat 24 Oct, Sun 25 Oct, Mon 26 Oct.
            Pause · Cancel                        or type: remind cancel R1

            ... until 2026-10-24 03:00
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... until 2026-10-25 03:59

            ... 1m
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... until 2026-11-01 02:59
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... 1m
            [@Ben] R1 · call the printer
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn what_was_missed_across_a_change_is_named_by_its_own_clock() {
    let mut world = ward().await;
    world.at("2027-03-12 12:00");
    world
        .plays(
            "
            Ben> remind here every day 02:30 Lock the door
            R1 · Lock the door
            I'll remind this room every day, 02:30 New York time, next Sat 13 Mar, Sun 14 Mar (03:30), Mon 15 Mar.
            Pause · Cancel                        or type: remind cancel R1

            ... late 3d
            [#main] Lock the door
            This comes late, once for all the times that I missed:
              Sat 13 Mar, 02:30 New York time
              Sun 14 Mar, 03:30 New York time
              Mon 15 Mar, 02:30 New York time
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}
