//! From the columns of a row to its start, end and repeat. What is written as 2026-12-05 and 10:00 is read as it stands,
//! past or not; everything else as people type it at the desk.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{Column, Row};
use crate::calendar::{Repeats, shown};
use crate::error::UserError;
use crate::locale::{Language, Voice};
use crate::time::{Frame, Moment, Repeat, When, WhenError, parse_when};

/// When a row's shift is.
#[derive(Debug)]
pub(super) struct Hours {
    pub(super) start: Moment,
    pub(super) end: Option<Moment>,
    pub(super) whole_days: bool,
    pub(super) repeats: Option<Repeats>,
}

/// Reads the hours of a row.
pub(super) fn read(row: &Row, frame: &Frame) -> Result<Hours, String> {
    let (start, end, whole_days, rule) = match exact(row, frame)? {
        Some((start, end, whole_days)) => (start, end, whole_days, None),
        None => as_typed(row, frame)?,
    };
    if end.as_ref().is_some_and(|end| end.at <= start.at) {
        return Err("the end is not after the start".to_owned());
    }
    let rule = match row.get(Column::Repeat) {
        Some(text) => Some(repeat(text, &start, frame)?),
        None => rule,
    };
    let repeats = match rule {
        Some(rule) => {
            if rule.occurrences(start.local).next() != Some(start.local) {
                return Err("the start is no date of the repeat".to_owned());
            }
            Some(Repeats {
                rule: Some(rule),
                extra: Vec::new(),
                skipped: skipped(row, &start)?,
            })
        }
        None => None,
    };
    Ok(Hours {
        start,
        end,
        whole_days,
        repeats,
    })
}

/// Hours that are written exactly; `None` where they are not.
fn exact(row: &Row, frame: &Frame) -> Result<Option<(Moment, Option<Moment>, bool)>, String> {
    if row.get(Column::When).is_some() {
        return Ok(None);
    }
    let date = row.get(Column::Date).and_then(iso_date);
    let Some((day, clock)) = row
        .get(Column::Start)
        .map_or(date.map(|date| (date, None)), |text| point(text, date))
    else {
        return Ok(None);
    };
    let moment = |local| Moment::new(local, frame.zone.clone());
    let start = moment(day.and_time(clock.unwrap_or(NaiveTime::MIN)));
    let end_day = row.get(Column::EndDate).and_then(iso_date).unwrap_or(day);
    let end = match (row.get(Column::End), row.get(Column::EndDate)) {
        (None, None) if clock.is_some() => return Ok(Some((start, None, false))),
        (None, _) => (end_day, None),
        (Some(text), _) => match point(text, Some(end_day)) {
            Some(end) => end,
            None => return Ok(None),
        },
    };
    let end = match (clock, end) {
        (None, (end_day, None)) => end_day.and_time(NaiveTime::MIN) + TimeDelta::days(1),
        (Some(_), (_, None)) | (None, (_, Some(_))) => {
            return Err("of start and end one has a clock time and the other has none".to_owned());
        }
        // The end of a night shift has the earlier clock time.
        (Some(clock), (end_day, Some(end))) if end_day == day && end <= clock && !says_date(row.get(Column::End)) => {
            day.and_time(end) + TimeDelta::days(1)
        }
        (Some(_), (end_day, Some(end))) => end_day.and_time(end),
    };
    Ok(Some((start.clone(), Some(start.until(end)), clock.is_none())))
}

fn says_date(text: Option<&str>) -> bool {
    text.is_some_and(|text| text.contains('-'))
}

/// `2026-12-05 10:00`, `2026-12-05T10:00:00`, `2026-12-05`, or `10:00` of that date.
fn point(text: &str, date: Option<NaiveDate>) -> Option<(NaiveDate, Option<NaiveTime>)> {
    if let Some(date) = iso_date(text) {
        return Some((date, None));
    }
    if let Some((day, clock)) = text.split_once(['T', ' ']) {
        return Some((iso_date(day)?, Some(clock_of(clock)?)));
    }
    Some((date?, Some(clock_of(text)?)))
}

fn iso_date(text: &str) -> Option<NaiveDate> {
    let strict = text.len() == 10 && text.as_bytes()[4] == b'-';
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| strict)
}

fn clock_of(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let clock = NaiveTime::parse_from_str(text, "%H:%M:%S").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M"));
    clock.ok().filter(|_| digits && text.contains(':'))
}

/// Hours as people type them.
fn as_typed(row: &Row, frame: &Frame) -> Result<(Moment, Option<Moment>, bool, Option<Repeat>), String> {
    let date = row.get(Column::Date).unwrap_or_default();
    let phrase = match (row.get(Column::When), row.get(Column::Start), row.get(Column::End)) {
        (Some(when), _, _) => when.to_owned(),
        (None, Some(start), Some(end)) => format!("{date} {start} - {end}"),
        (None, Some(start), None) => format!("{date} {start}"),
        (None, None, _) => date.to_owned(),
    };
    let phrase = phrase.trim();
    if phrase.is_empty() {
        return Err("the row has no date".to_owned());
    }
    let when = typed(phrase, frame)?;
    let end = match when.end {
        None if !when.timed => {
            let next = when.start.local.date().succ_opt().unwrap_or_default();
            Some(Moment::midnight(next, when.start.zone.clone()))
        }
        end => end,
    };
    Ok((when.start, end, !when.timed, when.repeat))
}

/// A `<when>`; one that is over is read as on the day before.
fn typed(phrase: &str, frame: &Frame) -> Result<When, String> {
    let said = match parse_when(phrase, frame) {
        Ok(when) => return Ok(when),
        Err(WhenError::Past { typed, moment }) => {
            let before = Frame {
                now: moment.at - TimeDelta::days(1),
                ..frame.clone()
            };
            let read = parse_when(phrase, &before)
                .ok()
                .filter(|when| when.start.local.date() == moment.local.date());
            return read.ok_or_else(|| format!("\"{typed}\" is past, and cannot be read as a date then"));
        }
        Err(error) => UserError::from(error),
    };
    let voice = Voice {
        language: Language::English,
        zone: frame.zone.clone(),
        now: frame.now,
    };
    Err(voice.text(&said.message))
}

/// `FREQ=WEEKLY;BYDAY=TU`, or as people type it: `every tue`.
fn repeat(text: &str, start: &Moment, frame: &Frame) -> Result<Repeat, String> {
    if text.to_uppercase().contains("FREQ=") {
        return Repeat::from_rrule_in(text, &start.zone).map_err(|error| format!("the repeat: {error}"));
    }
    if let Ok(repeat) = text.parse::<Repeat>() {
        return Ok(repeat);
    }
    let with_clock = format!("{text} {}", start.local.format("%H:%M"));
    let read = parse_when(&with_clock, frame).ok().and_then(|when| when.repeat);
    read.ok_or_else(|| {
        format!(
            "the repeat: \"{}\" is not like \"every tue\" or FREQ=WEEKLY",
            shown(text)
        )
    })
}

/// The dates that are left out.
fn skipped(row: &Row, start: &Moment) -> Result<BTreeSet<NaiveDateTime>, String> {
    let Some(text) = row.get(Column::Except) else {
        return Ok(BTreeSet::new());
    };
    let dates = text.split([' ', ',', ';', '\n']).filter(|date| !date.is_empty());
    dates
        .map(|date| {
            let day = iso_date(date.split('T').next().unwrap_or_default());
            let day = day.ok_or_else(|| format!("except: \"{}\" is not like 2026-12-05", shown(date)))?;
            Ok(day.and_time(start.local.time()))
        })
        .collect()
}
