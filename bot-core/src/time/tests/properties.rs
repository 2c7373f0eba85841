//! What holds for any text and any instant.

use chrono::{DateTime, TimeDelta};
use proptest::prelude::*;

use super::frame;
use crate::clock::Instant;
use crate::locale::Language::English;
use crate::time::{
    Dated, Frame, Moment, QuietHours, Repeat, When, Zone, parse_duration, parse_when, split_leading, split_trailing,
    words_of_moment, words_of_when,
};

/// Zones with whole, half and quarter hours, with half an hour of summer time, on both sides of the date line, with
/// clock changes at midnight, and with a name that needs its region.
const ZONES: [&str; 14] = [
    "America/New_York",
    "Europe/Madrid",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Asia/Kathmandu",
    "America/St_Johns",
    "America/Havana",
    "Asia/Beirut",
    "Africa/Casablanca",
    "Pacific/Kiritimati",
    "America/Argentina/Buenos_Aires",
    "US/Pacific",
    "UTC",
];

fn zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(ZONES.as_slice()).prop_map(|name| Zone::parse(name).unwrap())
}

/// A whole minute from 2024 to 2093.
fn minute() -> impl Strategy<Value = Instant> {
    (28_400_000_i64..64_700_000).prop_map(|minutes| DateTime::from_timestamp(minutes * 60, 0).unwrap())
}

/// A whole minute within six hours of a clock change of the zone.
fn about_a_change(zone: &Zone, after: Instant, offset: i64) -> Instant {
    let day = TimeDelta::days(1);
    let mut at = after;
    for _ in 0..400 {
        if zone.offset(at) != zone.offset(at + day) {
            break;
        }
        at += day;
    }
    at + TimeDelta::minutes(offset)
}

/// Words that times are made of, and some that they are not.
fn scrap() -> impl Strategy<Value = String> {
    let words = [
        "sat",
        "sun",
        "may",
        "march",
        "dec",
        "5",
        "10",
        "10am",
        "1pm",
        "13",
        "2027",
        "10:30",
        "-",
        "–",
        "to",
        "at",
        "on",
        "in",
        "2h",
        "30",
        "min",
        "every",
        "day",
        "weekday",
        "week",
        "next",
        "this",
        "today",
        "tomorrow",
        "noon",
        "midnight",
        "5/12",
        "2026-12-05",
        "T",
        "(UTC-5)",
        "(UTC+99:99)",
        "New",
        "York",
        "time",
        "UTC",
        "America/Chicago",
        "and",
        "5th",
        "of",
        "call",
        "Ana",
        "24:00",
        "99:99",
        "9999",
        "0",
        ",",
        "é",
        "(",
        "a.m.",
    ];
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

fn read_everything(text: &str) {
    let _ = parse_when(text, &frame());
    let _ = parse_duration(text);
    let _ = Zone::parse(text);
    let _ = text.parse::<QuietHours>();
    let _ = text.parse::<Repeat>();
    let words: Vec<&str> = text.split_whitespace().collect();
    let _ = split_trailing(&words, &frame());
    let _ = split_leading(&words, &frame());
}

/// The instants that an echo names, read where it was written.
fn read_back(words: &str, now: Instant, zone: &Zone) -> (Instant, Option<Instant>) {
    let frame = Frame {
        now,
        zone: zone.clone(),
        language: English,
    };
    let when = parse_when(words, &frame).unwrap_or_else(|error| panic!("{words}: {error}"));
    (when.start.at, when.end.map(|end| end.at))
}

proptest! {
    #[test]
    fn no_text_panics(text in ".{0,60}") {
        read_everything(&text);
    }

    #[test]
    fn no_words_panic_and_what_they_mean_is_ahead_and_reads_back(
        words in prop::collection::vec(scrap(), 1..8),
        glue in prop::sample::select(vec![" ", "", ", "]),
    ) {
        let text = words.join(glue);
        read_everything(&text);
        let frame = frame();
        if let Ok(when) = parse_when(&text, &frame) {
            prop_assert!(!when.timed || when.start.at > frame.now, "{text}: {when:?}");
            prop_assert!(when.end.as_ref().is_none_or(|end| end.at > when.start.at));
            if when.repeat.is_none() {
                let echo = words_of_when(&when, frame.now, English);
                let expected = (when.start.at, when.end.map(|end| end.at));
                prop_assert_eq!(read_back(&echo, frame.now, &frame.zone), expected, "{}", echo);
            }
        }
    }

    #[test]
    fn a_title_is_whole_whatever_it_is_made_of(
        title in prop::collection::vec(scrap(), 0..6),
        last in prop::sample::select(vec!["crew", "Ward 3", "day 2", "of 12", "stand-up", "(2h)"]),
        time in prop::sample::select(vec![
            "sat 10am-1pm", "dec 5 10-13", "may 1 10am", "tomorrow 17:00", "every tue and thu 7pm", "in 1h 30m",
            "sat 5 dec, 10:00–13:00 New York time", "2026-12-05 10:00", "fri", "sat 5",
        ]),
    ) {
        let title = format!("{} {last}", title.join(" "));
        let text = format!("{title} {time}");
        let words: Vec<&str> = text.split_whitespace().collect();
        let split = split_trailing(&words, &frame()).unwrap();
        prop_assert_eq!(words[split.index..].join(" "), time);
    }

    #[test]
    fn an_echoed_moment_reads_back(now in minute(), ahead in 1_i64..2_000_000, there in zone(), here in zone()) {
        let moment = Moment::at(now + TimeDelta::minutes(ahead), there);
        let words = words_of_moment(&moment, now, English);
        prop_assert_eq!(read_back(&words, now, &here), (moment.at, None), "{}", words);
    }

    #[test]
    fn an_echoed_range_about_a_clock_change_reads_back(
        now in minute(),
        offset in -400_i64..2000,
        length in 1_i64..4000,
        zone in zone(),
    ) {
        let start = about_a_change(&zone, now + TimeDelta::days(2), offset);
        let when = When {
            start: Moment::at(start, zone.clone()),
            end: Some(Moment::at(start + TimeDelta::minutes(length), zone.clone())),
            timed: true,
            dated: Dated::Date,
            repeat: None,
        };
        let words = words_of_when(&when, now, English);
        let expected = (start, when.end.map(|end| end.at));
        prop_assert_eq!(read_back(&words, now, &zone), expected, "{}", words);
    }

    #[test]
    fn an_occurrence_is_after_and_none_is_left_out(
        now in minute(),
        zone in zone(),
        offset in -400_i64..2000,
        every in 1_u32..5,
        step in 1_i64..20_000,
    ) {
        let repeat = Repeat::daily(every).unwrap();
        let start = Moment::at(about_a_change(&zone, now, offset), zone);
        let after = start.at + TimeDelta::minutes(step);
        let direct = repeat.next_after(&start, after).unwrap();
        let mut walked = start.clone();
        while walked.at <= after {
            walked = repeat.next_after(&start, walked.at).unwrap();
        }
        prop_assert!(direct.at > after);
        prop_assert_eq!(&direct, &walked);
        prop_assert_eq!(direct.local.time(), start.local.time());
    }

    #[test]
    fn a_release_is_never_early_and_never_quiet(
        at in minute(),
        zone in zone(),
        from in 0_u32..1440,
        length in 1_u32..1439,
    ) {
        let clock = |minutes: u32| {
            chrono::NaiveTime::from_num_seconds_from_midnight_opt(minutes % 1440 * 60, 0).unwrap()
        };
        let quiet = QuietHours { from: clock(from), to: clock(from + length) };
        let release = quiet.release(at, &zone);
        prop_assert!(release >= at);
        prop_assert!(release - at <= TimeDelta::hours(25));
        prop_assert_eq!(quiet.release(release, &zone), release);
    }
}
