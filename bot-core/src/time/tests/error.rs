//! What people are told about a time that is none.

use super::frame;
use crate::error::{Hint, UserError};
use crate::time::{NotQuietHours, QUOTED, QuietHours, parse_duration, parse_when};

/// The key of the sentence, what it quotes, and what to type next.
fn refusal(error: impl Into<UserError>) -> (String, String, Vec<String>) {
    let error = error.into();
    let quoted = match &error.message.args[..] {
        [("typed", crate::locale::Arg::User(typed)), ..] => typed.clone(),
        other => panic!("quotes nothing: {other:?}"),
    };
    let hints = error.hints.into_iter().map(|hint| match hint {
        Hint::Type(words) => words,
        other => panic!("nothing to type: {other:?}"),
    });
    (error.message.key.to_string(), quoted, hints.collect())
}

#[test]
fn every_refusal_quotes_what_was_typed_and_says_what_to_type() {
    let table = [
        ("soonish", "time-not-a-time", vec!["sat 10am-1pm", "tomorrow 17:00"]),
        ("sat  5", "time-ambiguous", vec!["sat 5am", "sat 5pm"]),
        ("today 9am", "time-past", vec!["tomorrow 09:00"]),
        ("2025-12-05", "time-past", vec!["tomorrow"]),
        ("feb 30", "time-no-such-date", vec!["dec 5 10am"]),
        ("sat 13pm", "time-no-such-clock", vec!["17:00", "5pm"]),
        ("fri dec 5", "time-other-weekday", vec!["2026-12-05"]),
        ("dec 5 1pm - dec 5 10am", "time-end-before-start", vec!["sat 10am-1pm"]),
        ("in 400 days", "time-out-of-range", vec!["in 3 days"]),
    ];
    for (typed, key, hints) in table {
        let (found_key, quoted, found_hints) = refusal(parse_when(typed, &frame()).unwrap_err());
        assert_eq!(found_key, key);
        assert_eq!(found_hints, hints);
        assert_eq!(quoted, typed.replace("  ", " "));
    }
}

#[test]
fn lengths_of_time_and_quiet_hours_too() {
    let (key, quoted, hints) = refusal(parse_duration("long").unwrap_err());
    assert_eq!((&*key, &*quoted, &*hints[0]), ("time-not-a-duration", "long", "2h"));
    let (key, ..) = refusal(parse_duration("0h").unwrap_err());
    assert_eq!(key, "time-duration-range");
    let error: NotQuietHours = "all day".parse::<QuietHours>().unwrap_err();
    let (key, quoted, hints) = refusal(error);
    assert_eq!((&*key, &*quoted), ("time-not-quiet-hours", "all day"));
    assert_eq!(hints, ["me quiet 21:00-08:00"]);
}

#[test]
fn a_long_text_is_quoted_in_part() {
    let (_, quoted, _) = refusal(parse_when(&"é".repeat(1_000_000), &frame()).unwrap_err());
    assert_eq!(quoted.chars().count(), QUOTED + 1);
}
