//! Phrases said on Tuesday 24 November 2026 at 10:00 in New York, and what they mean.

use super::{frame, frame_at};
use crate::locale::Language;
use crate::time::{Frame, When, WhenError, parse_when};

/// `2026-11-28 10:00..13:00`, `2026-11-28` for a whole day, a repeat in front, the zone behind where it is another,
/// `? reading | reading`, `past`, `impossible Reason`, `not a time`.
fn meaning(phrase: &str, frame: &Frame) -> String {
    match parse_when(phrase, frame) {
        Ok(when) => describe(&when, frame),
        Err(WhenError::NotATime { .. }) => "not a time".to_owned(),
        Err(WhenError::Ambiguous { readings, .. }) => format!("? {}", readings.join(" | ")),
        Err(WhenError::Past { .. }) => "past".to_owned(),
        Err(WhenError::Impossible { reason, .. }) => format!("impossible {reason:?}"),
    }
}

fn describe(when: &When, frame: &Frame) -> String {
    let start = when.start.zone.to_local(when.start.at);
    let mut words = match &when.repeat {
        Some(repeat) => format!("{}: ", repeat.words(Language::English).to_lowercase()),
        None => String::new(),
    };
    let format = if when.timed { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d" };
    words += &start.format(format).to_string();
    if let Some(end) = &when.end {
        let local = end.zone.to_local(end.at);
        let same_day = local.date() == start.date();
        let format = if same_day { "..%H:%M" } else { "..%Y-%m-%d %H:%M" };
        words += &local.format(format).to_string();
    }
    if when.start.zone != frame.zone {
        words += " ";
        words += when.start.zone.name();
    }
    words
}

#[track_caller]
fn check(frame: &Frame, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(phrase, expected)| {
            let found = meaning(phrase, frame);
            (found != *expected).then(|| format!("{phrase:?}: {found} instead of {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_and_clock_times() {
    check(
        &frame(),
        &[
            ("sat 10am-1pm", "2026-11-28 10:00..13:00"),
            ("Saturday 10-13", "2026-11-28 10:00..13:00"),
            ("sat 10-1pm", "2026-11-28 10:00..13:00"),
            ("sat 10 - 1 pm", "2026-11-28 10:00..13:00"),
            ("sat 10am–1pm", "2026-11-28 10:00..13:00"),
            ("sat 10am to 1pm", "2026-11-28 10:00..13:00"),
            ("sat from 10am until 1pm", "2026-11-28 10:00..13:00"),
            ("SAT, 10AM-1PM", "2026-11-28 10:00..13:00"),
            ("on sat at 10am", "2026-11-28 10:00"),
            ("sat at 10", "2026-11-28 10:00"),
            ("sat 10", "2026-11-28 10:00"),
            ("sat 12", "2026-11-28 12:00"),
            ("sat 05", "2026-11-28 05:00"),
            ("sat 0", "2026-11-28 00:00"),
            ("sat 18", "2026-11-28 18:00"),
            ("sat 12am", "2026-11-28 00:00"),
            ("sat 12pm", "2026-11-28 12:00"),
            ("sat 10:30 p.m.", "2026-11-28 22:30"),
            ("10am sat", "2026-11-28 10:00"),
            ("10am-1pm sat", "2026-11-28 10:00..13:00"),
            ("sat noon", "2026-11-28 12:00"),
            ("sat 10am-noon", "2026-11-28 10:00..12:00"),
            ("sat 8pm-midnight", "2026-11-28 20:00..2026-11-29 00:00"),
            ("sat 20-24", "2026-11-28 20:00..2026-11-29 00:00"),
            ("sat 24:00", "2026-11-29 00:00"),
            ("today 5pm", "2026-11-24 17:00"),
            ("tomorrow 17:00", "2026-11-25 17:00"),
            ("17:00 tomorrow", "2026-11-25 17:00"),
            ("tomorrow at noon", "2026-11-25 12:00"),
            ("today", "2026-11-24"),
            ("tomorrow", "2026-11-25"),
            ("tue", "2026-11-24"),
            ("tue 11am", "2026-11-24 11:00"),
            ("tue 10am", "2026-12-01 10:00"),
            ("tue 9am", "2026-12-01 09:00"),
            ("fri", "2026-11-27"),
            ("this fri", "2026-11-27"),
            ("this friday 18:00", "2026-11-27 18:00"),
            ("next friday", "2026-12-04"),
            ("next tue", "2026-12-01"),
            ("next mon 9am", "2026-11-30 09:00"),
            ("next sun 9am", "2026-12-06 09:00"),
            ("10am", "2026-11-25 10:00"),
            ("11am", "2026-11-24 11:00"),
            ("at 5pm", "2026-11-24 17:00"),
            ("at 17", "2026-11-24 17:00"),
            ("noon", "2026-11-24 12:00"),
            ("midnight", "2026-11-25 00:00"),
            ("today midnight", "2026-11-25 00:00"),
            ("10:30pm-1am", "2026-11-24 22:30..2026-11-25 01:00"),
            ("sat 22:30-1", "2026-11-28 22:30..2026-11-29 01:00"),
            ("sat 11-1am", "2026-11-28 23:00..2026-11-29 01:00"),
            ("sat 2-4pm", "2026-11-28 14:00..16:00"),
            ("sat 10am-1", "2026-11-28 10:00..13:00"),
            ("sat 9-12", "2026-11-28 09:00..12:00"),
            ("sat 9:30-12", "2026-11-28 09:30..12:00"),
            ("10-1pm", "2026-11-25 10:00..13:00"),
            ("sat 10am - sun 2pm", "2026-11-28 10:00..2026-11-29 14:00"),
            ("sat 10am to next mon 2pm", "2026-11-28 10:00..2026-11-30 14:00"),
        ],
    );
}

#[test]
fn dates() {
    check(
        &frame(),
        &[
            ("dec 5 10-13", "2026-12-05 10:00..13:00"),
            ("5 dec 10am", "2026-12-05 10:00"),
            ("5 dec 10-13", "2026-12-05 10:00..13:00"),
            ("dec 5", "2026-12-05"),
            ("Dec. 5, 10am", "2026-12-05 10:00"),
            ("5th of december at noon", "2026-12-05 12:00"),
            ("december 5th 2027 10am to 1pm", "2027-12-05 10:00..13:00"),
            ("5 dec 2027", "2027-12-05"),
            ("dec 5 2027", "2027-12-05"),
            ("dec 5, 2027, 18:00", "2027-12-05 18:00"),
            ("sat 5 dec 10am", "2026-12-05 10:00"),
            ("sat dec 5 10am", "2026-12-05 10:00"),
            ("dec 5 sat 10am", "2026-12-05 10:00"),
            ("10am dec 5", "2026-12-05 10:00"),
            ("sat 5 dec 10", "2026-12-05 10:00"),
            ("10am on dec 5", "2026-12-05 10:00"),
            ("nov 24", "2026-11-24"),
            ("nov 24 11am", "2026-11-24 11:00"),
            ("nov 24 9am", "2027-11-24 09:00"),
            ("nov 23", "2027-11-23"),
            ("feb 29 10am", "2028-02-29 10:00"),
            ("may 1 10am", "2027-05-01 10:00"),
            ("2026-12-05", "2026-12-05"),
            ("2026-12-05 10:00", "2026-12-05 10:00"),
            ("2026-12-05T10:00", "2026-12-05 10:00"),
            ("2026-12-05 10:00-13:00", "2026-12-05 10:00..13:00"),
            ("2026-12-05 10am - 2026-12-06 1pm", "2026-12-05 10:00..2026-12-06 13:00"),
            ("2026-12-05 22:00-02:00", "2026-12-05 22:00..2026-12-06 02:00"),
            ("dec 31 22:00 - jan 1 2am", "2026-12-31 22:00..2027-01-01 02:00"),
            ("13/12 10am", "2026-12-13 10:00"),
            ("12/13/2026 10am", "2026-12-13 10:00"),
            ("12/12 10am", "2026-12-12 10:00"),
        ],
    );
}

#[test]
fn from_now() {
    check(
        &frame(),
        &[
            ("in 2h", "2026-11-24 12:00"),
            ("in 2 hours", "2026-11-24 12:00"),
            ("in 90 minutes", "2026-11-24 11:30"),
            ("in 1h30m", "2026-11-24 11:30"),
            ("in 1 hour and 30 minutes", "2026-11-24 11:30"),
            ("in an hour", "2026-11-24 11:00"),
            ("in 3 days", "2026-11-27 10:00"),
            ("in 3 days at 9am", "2026-11-27 09:00"),
            ("in a week", "2026-12-01 10:00"),
            ("in 2 weeks", "2026-12-08 10:00"),
            ("in 366 days", "2027-11-25 10:00"),
            ("in 367 days", "impossible OutOfRange"),
            ("in 0 min", "impossible OutOfRange"),
            ("in 9999 weeks", "impossible OutOfRange"),
            ("in 2h at 5pm", "not a time"),
            ("in 2h sat", "not a time"),
        ],
    );
    // "in 3 days" keeps the wall clock over the change of 1 November, "in 72h" does not.
    check(
        &frame_at("2026-10-30 10:00", "America/New_York"),
        &[("in 3 days", "2026-11-02 10:00"), ("in 72h", "2026-11-02 09:00")],
    );
}

#[test]
fn repeats() {
    check(
        &frame(),
        &[
            ("every day 9am", "every day: 2026-11-25 09:00"),
            ("daily 9am", "every day: 2026-11-25 09:00"),
            ("daily at 9", "every day: 2026-11-25 09:00"),
            ("every day 11am", "every day: 2026-11-24 11:00"),
            ("every tue 18:30", "every tue: 2026-11-24 18:30"),
            ("every tuesday at 9am", "every tue: 2026-12-01 09:00"),
            (
                "every tue and thu 7pm-9pm",
                "every tue and thu: 2026-11-24 19:00..21:00",
            ),
            ("every mon, wed and fri 8am", "every mon, wed and fri: 2026-11-25 08:00"),
            ("every weekday 8am", "every weekday: 2026-11-25 08:00"),
            ("weekdays 8am", "every weekday: 2026-11-25 08:00"),
            ("every week on mon 7pm", "every mon: 2026-11-30 19:00"),
            ("weekly on mon 7pm", "every mon: 2026-11-30 19:00"),
            ("every 2 days 9am", "every 2 days: 2026-11-25 09:00"),
            ("every other day 9am", "every 2 days: 2026-11-25 09:00"),
            ("every 2 weeks on mon 7pm", "every 2 weeks on mon: 2026-11-30 19:00"),
            ("every sat 10pm-1am", "every sat: 2026-11-28 22:00..2026-11-29 01:00"),
            ("every tue", "every tue: 2026-11-24"),
            ("every 0 days 9am", "impossible OutOfRange"),
            ("every 100 weeks on mon 9am", "impossible OutOfRange"),
            ("every tue 5", "? every tue 5am | every tue 5pm"),
            ("every tue dec 5", "not a time"),
            ("every month 9am", "not a time"),
            ("every 9am", "not a time"),
        ],
    );
}

#[test]
fn zones() {
    check(
        &frame(),
        &[
            ("sat 10am America/Chicago", "2026-11-28 10:00 America/Chicago"),
            ("sat 10am, chicago time", "2026-11-28 10:00 America/Chicago"),
            ("sat 10am Mexico City time", "2026-11-28 10:00 America/Mexico_City"),
            ("sat 10am-1pm New York time", "2026-11-28 10:00..13:00"),
            ("10am UTC", "2026-11-25 10:00 UTC"),
            ("16:00 UTC", "2026-11-24 16:00 UTC"),
            (
                "every tue 18:30 Europe/Madrid",
                "every tue: 2026-11-24 18:30 Europe/Madrid",
            ),
            ("sat 10am Nowhere/City", "not a time"),
            ("sat 10am nowhere time", "not a time"),
            ("New York time", "not a time"),
        ],
    );
    // Clocks go back from 02:00 to 01:00 on 1 November 2026, forward from 02:00 to 03:00 on 14 March 2027.
    check(
        &frame_at("2026-10-30 10:00", "America/New_York"),
        &[
            ("nov 1 01:30 (UTC-4)", "2026-11-01 01:30"),
            ("nov 1 01:30 (UTC-5)", "2026-11-01 01:30"),
            ("nov 1 01:30 (UTC-6)", "impossible Clock"),
            ("nov 1 01:30–01:15 (UTC-5)", "2026-11-01 01:30..01:15"),
            ("2027-03-14 02:30", "2027-03-14 03:30"),
            ("2027-03-14 02:30-03:00", "2027-03-14 03:30..04:00"),
            ("2027-03-14 01:30-02:30", "2027-03-14 01:30..03:30"),
        ],
    );
}

#[test]
fn questions() {
    check(
        &frame(),
        &[
            ("sat 5", "? sat 5am | sat 5pm"),
            ("at 5", "? at 5am | at 5pm"),
            ("dec 5 at 7", "? dec 5 at 7am | dec 5 at 7pm"),
            ("sat 5-7", "? sat 5am-7am | sat 5pm-7pm"),
            ("sat 10-1", "? sat 10am-1pm | sat 10pm-1am"),
            ("sat 10:30-1", "? sat 10:30-1am | sat 10:30-1pm"),
            ("today 5", "2026-11-24 17:00"),
            ("sat midnight", "? sat 00:00 | sat 24:00"),
            ("5/12", "? 2027-05-12 | 2026-12-05"),
            ("5/12 10am", "? 2027-05-12 10am | 2026-12-05 10am"),
            ("05/12/2027", "? 2027-05-12 | 2027-12-05"),
            ("05/12/2026", "2026-12-05"),
            ("sat 10am - sun 2", "? sat 10am - sun 2am | sat 10am - sun 2pm"),
        ],
    );
}

#[test]
fn refusals() {
    check(
        &frame(),
        &[
            ("feb 30 10am", "impossible Date"),
            ("2026-02-30", "impossible Date"),
            ("2027-13-01", "impossible Date"),
            ("13/13", "impossible Date"),
            ("25:00", "impossible Clock"),
            ("10:75", "impossible Clock"),
            ("sat 13pm", "impossible Clock"),
            ("sat 25", "impossible Clock"),
            ("sat 0am", "impossible Clock"),
            ("fri 5 dec 10am", "impossible Weekday(2026-12-05)"),
            ("2026-12-05 13:00 - 2026-12-04 10:00", "impossible EndBeforeStart"),
            ("dec 10 9am - dec 8 5pm", "impossible EndBeforeStart"),
            ("dec 5 1pm - dec 5 10am", "impossible EndBeforeStart"),
            ("today 9am", "past"),
            ("today 10am", "past"),
            ("2026-11-24 09:00", "past"),
            ("2025-12-05 10:00", "past"),
            ("2026-11-23", "past"),
            ("dec 5 2025", "past"),
            ("", "not a time"),
            ("hello", "not a time"),
            ("2h", "not a time"),
            ("10", "not a time"),
            ("10-13", "not a time"),
            ("dec", "not a time"),
            ("next", "not a time"),
            ("at", "not a time"),
            ("sat 10am -", "not a time"),
            ("- sat 10am", "not a time"),
            ("sat sun 10am", "not a time"),
            ("sat 10am 11am", "not a time"),
            ("dec 5 dec 6", "not a time"),
            ("today 5 dec 6pm", "not a time"),
            ("tomorrow 5 may 6", "not a time"),
            ("today sat", "not a time"),
            ("3 sat 10am", "not a time"),
            ("2 dec 5", "not a time"),
            ("stand-up sat 10am", "not a time"),
            ("sat 10am-1pm-2pm", "not a time"),
            ("dec 5-7", "not a time"),
            ("99999 dec", "not a time"),
            ("sat 12345", "not a time"),
        ],
    );
}
