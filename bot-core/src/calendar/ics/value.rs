//! Values (RFC 5545, 3.3): dates, times, lengths, texts. What has a certain meaning is read though its form breaks the
//! standard; the caller says so.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// A DATE or a DATE-TIME.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A day.
    Day(NaiveDate),
    /// A wall clock: of the zone that the property names, else wherever it is read.
    Local(NaiveDateTime),
    /// A time in UTC.
    Utc(NaiveDateTime),
}

/// A value, and whether its form is that of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Formed<T> {
    pub(super) value: T,
    pub(super) by_the_standard: bool,
}

/// Reads `20261205`, `20261205T100000` and `20261205T100000Z`; also `2026-12-05T10:00`, and an offset at the end.
pub(super) fn stamp(text: &str) -> Option<Formed<Stamp>> {
    let text = text.trim();
    if !text.is_ascii() || text.len() > 40 {
        return None;
    }
    let bare: String = text.to_ascii_uppercase();
    let (date, time) = match bare.split_once(['T', ' ']) {
        Some((date, time)) => (date, Some(time)),
        None => (bare.as_str(), None),
    };
    let day = digits(date, '-', 8).and_then(|digits| {
        let number = |range: std::ops::Range<usize>| digits[range].parse::<u32>().ok();
        NaiveDate::from_ymd_opt(digits[..4].parse().ok()?, number(4..6)?, number(6..8)?)
    })?;
    let strict_date = date.len() == 8 && text.bytes().all(|byte| byte != b' ');
    let Some(time) = time else {
        return Some(Formed {
            value: Stamp::Day(day),
            by_the_standard: strict_date,
        });
    };
    let (clock, offset) = match time.find(['Z', '+', '-']) {
        Some(at) => (&time[..at], Some(&time[at..])),
        None => (time, None),
    };
    let clock = clock.split('.').next().unwrap_or_default();
    let local = day.and_time(clock_of(clock)?);
    let strict = strict_date && clock.len() == 6 && time.len() <= 7 && text == bare;
    let value = match offset {
        None => Stamp::Local(local),
        Some("Z") => Stamp::Utc(local),
        Some(offset) => Stamp::Utc(local.checked_sub_signed(self::offset(&offset.replace(':', ""))?)?),
    };
    Some(Formed {
        value,
        by_the_standard: strict && !matches!(offset, Some(offset) if offset != "Z"),
    })
}

fn clock_of(text: &str) -> Option<NaiveTime> {
    let digits = match text.len() {
        4 | 5 => format!("{}00", digits(text, ':', 4)?),
        _ => digits(text, ':', 6)?,
    };
    let number = |from: usize| digits[from..from + 2].parse::<u32>().ok();
    // 23:59:60 is a leap second, to be read as 23:59:59 (3.3.12).
    NaiveTime::from_hms_opt(
        number(0)?,
        number(2)?,
        number(4)?.min(59).max(if number(4)? > 60 { 99 } else { 0 }),
    )
}

/// So many digits, with or without that separator between them.
fn digits(text: &str, separator: char, count: usize) -> Option<String> {
    let bare: String = text.chars().filter(|char| *char != separator).collect();
    (bare.len() == count && bare.bytes().all(|byte| byte.is_ascii_digit())).then_some(bare)
}

/// Reads a UTC offset (3.3.14): `-0500`, `+005328`.
pub(super) fn offset(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    let (sign, rest) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    if !matches!(rest.len(), 2 | 4 | 6) || !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize| rest.get(from..from + 2).map_or(Some(0), |two| two.parse::<i64>().ok());
    let (hours, minutes, seconds) = (part(0)?, part(2)?, part(4)?);
    (hours < 24 && minutes < 60 && seconds < 60)
        .then(|| TimeDelta::seconds(sign * (hours * 3600 + minutes * 60 + seconds)))
}

/// A length of time (3.3.6). Days and weeks are counted by the wall clock, the rest exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Length {
    pub(super) days: i64,
    pub(super) seconds: i64,
}

/// Reads `PT1H30M`, `P1W`, `P1DT12H`; one that runs backwards has negative parts.
pub(super) fn length(text: &str) -> Option<Length> {
    let text = text.trim().to_ascii_uppercase();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut days, mut seconds, mut in_time, mut number, mut parts) = (0_i64, 0_i64, false, String::new(), 0);
    for char in rest.chars() {
        match char {
            '0'..='9' if number.len() < 9 => number.push(char),
            'T' if number.is_empty() && !in_time => in_time = true,
            _ => {
                let count: i64 = number.parse().ok()?;
                number.clear();
                parts += 1;
                match (char, in_time) {
                    ('W', false) => days += count * 7,
                    ('D', false) => days += count,
                    ('H', true) => seconds += count * 3600,
                    ('M', true) => seconds += count * 60,
                    ('S', true) => seconds += count,
                    _ => return None,
                }
            }
        }
    }
    let most = 36_600;
    (parts > 0 && number.is_empty() && days <= most && seconds <= most * 86_400).then_some(Length {
        days: sign * days,
        seconds: sign * seconds,
    })
}

/// Reads a TEXT (3.3.11).
pub(super) fn text(value: &str) -> String {
    let mut read = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            read.push(char);
            continue;
        }
        match chars.next() {
            Some('n' | 'N') => read.push('\n'),
            Some(escaped @ ('\\' | ',' | ';' | '"' | ':')) => read.push(escaped),
            Some(other) => read.extend(['\\', other]),
            None => read.push('\\'),
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn stamps_are_read_by_the_standard_and_said_where_not() {
        let read = |text| stamp(text).map(|formed| (formed.value, formed.by_the_standard));
        let ten = local("2026-12-05T10:00:00");
        assert_eq!(read("20261205"), Some((Stamp::Day(ten.date()), true)));
        assert_eq!(read("20261205T100000"), Some((Stamp::Local(ten), true)));
        assert_eq!(read("20261205T100000Z"), Some((Stamp::Utc(ten), true)));
        for text in [
            "2026-12-05T10:00:00",
            "20261205T1000",
            "20261205 100000",
            "20261205t100000",
        ] {
            assert_eq!(read(text), Some((Stamp::Local(ten), false)), "{text}");
        }
        assert_eq!(read("20261205T120000+0200"), Some((Stamp::Utc(ten), false)));
        assert_eq!(
            read("20161231T235960Z"),
            Some((Stamp::Utc(local("2016-12-31T23:59:59")), true))
        );
        for text in [
            "",
            "20261305",
            "20260230",
            "20261205T250000",
            "20261205T100061",
            "T100000",
            "2026120",
            "käse",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn lengths_and_offsets_are_read() {
        let of = |days, seconds| Some(Length { days, seconds });
        assert_eq!(length("PT1H30M"), of(0, 5400));
        assert_eq!(length("-P1DT12H"), of(-1, -43_200));
        assert_eq!(length("P2W"), of(14, 0));
        for text in ["", "P", "PT", "P1", "1H", "P1H", "PT1D", "P99999999999D", "P999999999D"] {
            assert_eq!(length(text), None, "{text}");
        }
        assert_eq!(offset("-0500"), Some(TimeDelta::hours(-5)));
        assert_eq!(offset("+115544"), Some(TimeDelta::seconds(42_944)));
        for text in ["", "0500", "+5", "+2500", "+05é", "é500"] {
            assert_eq!(offset(text), None, "{text}");
        }
    }

    #[test]
    fn texts_lose_their_escapes() {
        assert_eq!(text(r"a\, b\; c\\ d\n\N\"), "a, b; c\\ d\n\n\\");
        assert_eq!(text(r#"zu\"gucken\" in C:\temp"#), "zu\"gucken\" in C:\\temp");
    }
}
