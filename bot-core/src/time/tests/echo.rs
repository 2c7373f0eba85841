//! What people are shown.

use super::{frame, frame_at, utc, when};
use crate::locale::Language::{English, Spanish};
use crate::time::{Moment, Zone, parse_when, words_of_moment, words_of_when};

fn said(phrase: &str) -> [String; 2] {
    let when = when(phrase);
    [English, Spanish].map(|language| words_of_when(&when, frame().now, language))
}

#[test]
fn in_english_and_in_spanish() {
    let table = [
        (
            "dec 5 10am",
            "Sat 5 Dec, 10:00 New York time",
            "sáb 5 dic, 10:00 hora de Nueva York",
        ),
        (
            "dec 5 10-13",
            "Sat 5 Dec, 10:00–13:00 New York time",
            "sáb 5 dic, 10:00–13:00 hora de Nueva York",
        ),
        (
            "dec 5 10:30pm-1am",
            "Sat 5 Dec, 22:30 – Sun 6 Dec, 01:00 New York time",
            "sáb 5 dic, 22:30 – dom 6 dic, 01:00 hora de Nueva York",
        ),
        (
            "dec 31 10pm-1am",
            "Thu 31 Dec, 22:00 – Fri 1 Jan 2027, 01:00 New York time",
            "jue 31 dic, 22:00 – vie 1 ene 2027, 01:00 hora de Nueva York",
        ),
        ("dec 5", "Sat 5 Dec, New York time", "sáb 5 dic, hora de Nueva York"),
        (
            "dec 5 2027 18:00",
            "Sun 5 Dec 2027, 18:00 New York time",
            "dom 5 dic 2027, 18:00 hora de Nueva York",
        ),
        ("dec 5 10am UTC", "Sat 5 Dec, 10:00 UTC", "sáb 5 dic, 10:00 UTC"),
        (
            "every tue 18:30",
            "every Tue, 18:30 New York time, next Tue 24 Nov, Tue 1 Dec, Tue 8 Dec",
            "los martes, 18:30 hora de Nueva York, próximas fechas: mar 24 nov, mar 1 dic, mar 8 dic",
        ),
        (
            "every 2 weeks on mon and thu 7pm-9pm",
            "every 2 weeks on Mon and Thu, 19:00–21:00 New York time, next Thu 26 Nov, Mon 7 Dec, Thu 10 Dec",
            "cada 2 semanas, los lunes y jueves, 19:00–21:00 hora de Nueva York, próximas fechas: jue 26 nov, lun 7 dic, jue 10 dic",
        ),
        (
            "weekdays 8am",
            "every weekday, 08:00 New York time, next Wed 25 Nov, Thu 26 Nov, Fri 27 Nov",
            "de lunes a viernes, 08:00 hora de Nueva York, próximas fechas: mié 25 nov, jue 26 nov, vie 27 nov",
        ),
        (
            "every 2 days 10pm-1am",
            "every 2 days, 22:00–01:00 New York time, next Tue 24 Nov, Thu 26 Nov, Sat 28 Nov",
            "cada 2 días, 22:00–01:00 hora de Nueva York, próximas fechas: mar 24 nov, jue 26 nov, sáb 28 nov",
        ),
    ];
    for (phrase, english, spanish) in table {
        assert_eq!(said(phrase), [english, spanish]);
    }
}

#[test]
fn the_year_is_that_of_the_zone() {
    // New Year's Eve in New York is New Year in Madrid.
    let now = utc("2026-12-31 23:30");
    let moment = Moment::at(utc("2027-01-02 12:00"), Zone::parse("Madrid").unwrap());
    assert_eq!(words_of_moment(&moment, now, English), "Sat 2 Jan, 13:00 Madrid time");
    let moment = Moment::at(moment.at, Zone::parse("New York").unwrap());
    assert_eq!(
        words_of_moment(&moment, now, English),
        "Sat 2 Jan 2027, 07:00 New York time"
    );
}

#[test]
fn the_second_of_a_doubled_hour_says_its_offset() {
    let frame = frame_at("2026-10-30 10:00", "America/New_York");
    let say = |at: &str| {
        let moment = Moment::at(utc(at), frame.zone.clone());
        let words = words_of_moment(&moment, frame.now, English);
        assert_eq!(parse_when(&words, &frame).unwrap().start, moment);
        words
    };
    assert_eq!(say("2026-11-01 05:30"), "Sun 1 Nov, 01:30 New York time");
    assert_eq!(say("2026-11-01 06:30"), "Sun 1 Nov, 01:30 (UTC-5) New York time");
}

#[test]
fn a_skipped_time_is_shown_as_it_comes_true() {
    let when = parse_when("2027-03-14 02:30", &frame()).unwrap();
    let words = words_of_when(&when, frame().now, English);
    assert_eq!(words, "Sun 14 Mar 2027, 03:30 New York time");
}
