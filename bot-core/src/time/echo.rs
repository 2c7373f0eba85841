//! What people are shown: dates with weekday and zone, and a year where it is not this one. The words read
//! back as the same moment, range or repeat.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};

use super::words::Words;
use super::{Moment, When, Zone};
use crate::clock::Instant;
use crate::locale::Language;

/// How many coming dates of a repeat are shown.
const COMING: usize = 3;

/// "Sat 5 Dec, 10:00 New York time"; with the year where it is not that of `now` in the zone.
pub fn words_of_moment(moment: &Moment, now: Instant, language: Language) -> String {
    let zone = moment.zone.words(language);
    format!("{} {zone}", dated_clock(moment, now, language))
}

/// A moment, a day ("Sat 5 Dec, New York time"), days ("Sat 5 Dec – Mon 7 Dec, all day, New York time"), a range
/// ("Sat 5 Dec, 10:00–13:00 New York time") or a repeat with its next three dates after `now` ("every Tue, 18:30 New York
/// time, next Tue 1 Dec, …"). A repeat shows the clock of its rule; a date on which a clock change skips that has the time
/// that it comes at: "Sun 14 Mar (03:30)".
pub fn words_of_when(when: &When, now: Instant, language: Language) -> String {
    let zone = when.start.zone.words(language);
    if let Some(repeat) = &when.repeat {
        let rhythm = repeat.words(language);
        let coming = coming_dates(when, now, language);
        return match clocks(when, language) {
            Some(clocks) => format!("{rhythm}, {clocks} {zone}{coming}"),
            None => format!("{rhythm}, {zone}{coming}"),
        };
    }
    let day = day_of(&when.start, now, language);
    match (&when.end, clocks(when, language)) {
        (None, None) => format!("{day}, {zone}"),
        (Some(end), None) => {
            let all_day = Words::of(language).all_day;
            match last_day(when, end) {
                Some(last) => {
                    let this_year = end.zone.to_local(now).year();
                    let last = date_words(last, this_year, language);
                    format!("{day} – {last}, {all_day}, {zone}")
                }
                None => format!("{day}, {all_day}, {zone}"),
            }
        }
        (Some(end), _) if date_of(end) != date_of(&when.start) => {
            let start = dated_clock(&when.start, now, language);
            let end = dated_clock(end, now, language);
            format!("{start} – {end} {zone}")
        }
        (_, Some(clocks)) => format!("{day}, {clocks} {zone}"),
    }
}

/// The last of several whole days.
fn last_day(when: &When, end: &Moment) -> Option<NaiveDate> {
    let last = end.local.date().pred_opt()?;
    (last > when.start.local.date()).then_some(last)
}

/// The clock time that was set: "02:30", also where a clock change skips it.
fn set_clock(moment: &Moment) -> String {
    moment.local.format("%H:%M").to_string()
}

/// The clock time of a moment: "10:00". The second time that the wall clock shows it (when clocks go back), the
/// offset is added: "01:30 (UTC-5)".
pub fn clock_words(moment: &Moment) -> String {
    let local = moment.zone.to_local(moment.at);
    let clock = match local.second() {
        0 => local.format("%H:%M"),
        _ => local.format("%H:%M:%S"), // wall clocks of the early 20th century
    };
    if moment.zone.resolve(local) == moment.at {
        return clock.to_string();
    }
    format!("{clock} ({})", offset_words(&moment.zone, moment.at))
}

/// When something begins on its day: "10:00", or "all day".
pub fn hours_words(when: &When, language: Language) -> String {
    if when.timed {
        return clock_words(&when.start);
    }
    Words::of(language).all_day.to_owned()
}

/// A date: "Sat 5 Dec", "Sat 5 Dec 2027" where `now` is in another year.
pub fn date_words(date: NaiveDate, this_year: i32, language: Language) -> String {
    let words = Words::of(language);
    let weekday = words.weekday(date.weekday());
    let (day, month, year) = (date.day(), words.month(date), date.year());
    if year == this_year {
        format!("{weekday} {day} {month}")
    } else {
        format!("{weekday} {day} {month} {year}")
    }
}

/// A day of the week: "Sat".
pub fn weekday_words(date: NaiveDate, language: Language) -> &'static str {
    Words::of(language).weekday(date.weekday())
}

/// The date that the wall clock really shows (a time that a clock change skips has moved).
fn date_of(moment: &Moment) -> NaiveDate {
    moment.zone.to_local(moment.at).date()
}

fn day_of(moment: &Moment, now: Instant, language: Language) -> String {
    let this_year = moment.zone.to_local(now).year();
    date_words(date_of(moment), this_year, language)
}

fn dated_clock(moment: &Moment, now: Instant, language: Language) -> String {
    let day = day_of(moment, now, language);
    format!("{day}, {}", clock_words(moment))
}

/// "10:00", "10:00–13:00", or `None` for a whole day; an end on another day has its weekday only in a repeat.
fn clocks(when: &When, language: Language) -> Option<String> {
    let clock = if when.repeat.is_some() { set_clock } else { clock_words };
    if !when.timed {
        let all_day = when.repeat.is_some() && when.end.is_some();
        return all_day.then(|| format!("{},", Words::of(language).all_day));
    }
    let start = clock(&when.start);
    let Some(end) = &when.end else {
        return Some(start);
    };
    let days = (date_of(end) - date_of(&when.start)).num_days();
    let end_clock = clock(end);
    if days <= 1 {
        return Some(format!("{start}–{end_clock}"));
    }
    let weekday = Words::of(language).weekday(date_of(end).weekday());
    Some(format!("{start} – {weekday} {end_clock}"))
}

/// ", next Tue 1 Dec, Tue 8 Dec, Tue 15 Dec"; nothing where it has ended
fn coming_dates(when: &When, now: Instant, language: Language) -> String {
    let next = |after: Instant| when.next_after(after);
    // without a clock time it is ahead until the day is over
    let zone = &when.start.zone;
    let midnight = zone.resolve(zone.to_local(now).date().and_time(NaiveTime::MIN));
    let now_or_today = if when.timed {
        now
    } else {
        midnight - TimeDelta::seconds(1)
    };
    let dates: Vec<String> = std::iter::successors(next(now_or_today), |last| next(last.start.at))
        .take(COMING)
        .map(|occurrence| {
            let day = day_of(&occurrence.start, now, language);
            let clock = clock_words(&occurrence.start);
            if !when.timed || clock == set_clock(&occurrence.start) {
                day
            } else {
                format!("{day} ({clock})")
            }
        })
        .collect();
    if dates.is_empty() {
        return String::new();
    }
    format!(", {} {}", Words::of(language).coming, dates.join(", "))
}

/// How far the wall clocks of the zone are from UTC at that instant: "UTC-5", "UTC+5:30".
pub(crate) fn offset_words(zone: &Zone, at: Instant) -> String {
    let seconds = zone.offset(at).num_seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    match (minutes, rest) {
        (0, 0) => format!("UTC{sign}{hours}"),
        (_, 0) => format!("UTC{sign}{hours}:{minutes:02}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}:{rest:02}"),
    }
}
