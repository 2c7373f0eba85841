//! Quiet hours.

use super::utc;
use crate::time::{QuietHours, Zone};

fn quiet(text: &str) -> QuietHours {
    text.parse().unwrap()
}

#[test]
fn they_read_and_print() {
    assert_eq!(quiet("21:00-08:00").to_string(), "21:00-08:00");
    assert_eq!(quiet("9pm-8am").to_string(), "21:00-08:00");
    assert_eq!(quiet(" 22 - 7 ").to_string(), "22:00-07:00");
    assert_eq!(quiet("13:30–15:00").to_string(), "13:30-15:00");
    for wrong in ["", "9pm", "9pm-9pm", "25:00-08:00", "never", "9pm to 8am to 9am", "9-8"] {
        assert!(wrong.parse::<QuietHours>().is_err(), "{wrong}");
    }
}

#[test]
fn messages_wait_for_the_morning() {
    let madrid = Zone::parse("Europe/Madrid").unwrap(); // UTC+1 in December
    let night = quiet("21:00-08:00");
    let release = |at: &str| night.release(utc(at), &madrid);
    assert_eq!(release("2026-12-01 19:59"), utc("2026-12-01 19:59"));
    assert_eq!(release("2026-12-01 20:00"), utc("2026-12-02 07:00"));
    assert_eq!(release("2026-12-02 00:30"), utc("2026-12-02 07:00"));
    assert_eq!(release("2026-12-02 06:59"), utc("2026-12-02 07:00"));
    assert_eq!(release("2026-12-02 07:00"), utc("2026-12-02 07:00"));
    let siesta = quiet("14:00-16:00");
    assert_eq!(
        siesta.release(utc("2026-12-01 13:30"), &madrid),
        utc("2026-12-01 15:00")
    );
    assert_eq!(
        siesta.release(utc("2026-12-01 15:00"), &madrid),
        utc("2026-12-01 15:00")
    );
}

#[test]
fn a_clock_change_moves_their_end() {
    let new_york = Zone::parse("new york").unwrap();
    let night = quiet("21:00-08:00");
    // back from UTC-4 to UTC-5 on 1 November 2026, forward on 14 March 2027
    assert_eq!(
        night.release(utc("2026-11-01 03:00"), &new_york),
        utc("2026-11-01 13:00")
    );
    assert_eq!(
        night.release(utc("2027-03-14 03:00"), &new_york),
        utc("2027-03-14 12:00")
    );
    // quiet until 02:30, which is skipped: 03:30 it is
    let skipped = quiet("21:00-02:30");
    assert_eq!(
        skipped.release(utc("2027-03-14 06:30"), &new_york),
        utc("2027-03-14 07:30")
    );
    // quiet until 01:30, which comes twice: the first time ends it
    let twice = quiet("21:00-01:30");
    assert_eq!(
        twice.release(utc("2026-11-01 05:10"), &new_york),
        utc("2026-11-01 05:30")
    );
    assert_eq!(
        twice.release(utc("2026-11-01 06:10"), &new_york),
        utc("2026-11-01 06:10")
    );
}
