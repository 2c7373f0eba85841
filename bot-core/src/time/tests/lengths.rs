//! Lengths of time.

use chrono::TimeDelta;

use crate::locale::Language;
use crate::time::{DurationError, duration_in_hours, duration_words, parse_duration};

#[test]
fn they_read() {
    let table = [
        ("2h", 120),
        ("90m", 90),
        ("1h30m", 90),
        ("1h 30m", 90),
        ("2 hours", 120),
        ("1 hour and 5 minutes", 65),
        ("3 days", 3 * 1440),
        ("1 week", 7 * 1440),
        ("30 min", 30),
        ("24H", 1440),
        ("1 day 2 h", 1560),
        ("an hour", 60),
        ("366d", 366 * 1440),
    ];
    for (text, minutes) in table {
        assert_eq!(parse_duration(text), Ok(TimeDelta::minutes(minutes)), "{text}");
    }
    for text in [
        "", "2", "h", "2x", "in 2h", "2h later", "-2h", "1.5h", "99999h", "2h-3h",
    ] {
        let found = parse_duration(text);
        assert!(
            matches!(found, Err(DurationError::NotADuration { .. })),
            "{text}: {found:?}"
        );
    }
    for text in ["0h", "0 min", "367 days", "9999 weeks", "366d 1m"] {
        let found = parse_duration(text);
        assert!(
            matches!(found, Err(DurationError::OutOfRange { .. })),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn they_print_in_words_that_read_back() {
    let table = [
        (30, "30 min", "30 min", "30m"),
        (60, "1 h", "1 h", "1h"),
        (90, "1 h 30 min", "1 h 30 min", "1h30m"),
        (1440, "1 day", "1 día", "24h"),
        (2 * 1440 + 61, "2 days 1 h 1 min", "2 días 1 h 1 min", "49h1m"),
        (7 * 1440, "7 days", "7 días", "168h"),
    ];
    for (minutes, english, spanish, code) in table {
        let duration = TimeDelta::minutes(minutes);
        assert_eq!(duration_words(duration, Language::English), english);
        assert_eq!(duration_words(duration, Language::Spanish), spanish);
        assert_eq!(parse_duration(english), Ok(duration));
        assert_eq!(parse_duration(code), Ok(duration));
    }
}

#[test]
fn work_is_counted_in_hours_however_many_they_are() {
    let table = [
        (0, "0 min"),
        (59, "59 min"),
        (60, "1 h"),
        (1440, "24 h"),
        (96 * 60 + 20, "96 h 20 min"),
    ];
    for (minutes, words) in table {
        assert_eq!(duration_in_hours(TimeDelta::minutes(minutes), Language::English), words);
    }
}
