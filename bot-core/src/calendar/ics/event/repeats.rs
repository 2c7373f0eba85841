//! The dates of an event: its rule, those beside the rule, and those that are left out.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};

use crate::calendar::ics::component::Component;
use crate::calendar::ics::entry::{self, File, Point, only};
use crate::calendar::ics::line::Line;
use crate::calendar::ics::value;
use crate::calendar::{Remark, Remarks, Repeats};
use crate::time::{Moment, Repeat};

/// The most dates of an event that are listed one by one.
const MOST_DATES: usize = 1000;

/// Its dates; none of an event that is once.
pub(super) fn read(
    component: &Component,
    start: &Point,
    file: &mut File,
    remarks: &mut Remarks,
) -> Result<Option<Repeats>, Remark> {
    let mut extra = extra(component, start, file, remarks)?;
    let mut rule = None;
    if let Some(line) = only(component, "RRULE", remarks)? {
        if let Some(every) = within_a_day(line, &start.moment) {
            extra.extend(every.into_iter().map(|moment| (moment, None)));
        } else {
            let read = entry::rule(line, &start.moment, remarks)?;
            rule = Some(begun(read, line, &start.moment, &mut extra, remarks));
        }
    }
    if let Some(line) = component.first("EXRULE") {
        let text = "EXRULE is not supported (RFC 5545 gave it up, A.1): the dates that it leaves out are not known";
        return Err(Remark::new(line.number, text));
    }
    let skipped = skipped(component, start, file, remarks)?;
    extra.retain(|(moment, _)| moment.at != start.moment.at || rule.is_some());
    extra.sort_by_key(|(moment, _)| moment.at);
    extra.dedup_by_key(|(moment, _)| moment.at);
    if extra.len() > MOST_DATES {
        return Err(Remark::new(
            component.line,
            format!("the event has more than {MOST_DATES} single dates"),
        ));
    }
    if rule.is_none() && extra.is_empty() && skipped.is_empty() {
        return Ok(None);
    }
    Ok(Some(Repeats { rule, extra, skipped }))
}

/// A rule counts from the start, also where that is none of its dates: then the start is a date beside the rule.
fn begun(
    rule: Repeat,
    line: &Line,
    start: &Moment,
    extra: &mut Vec<(Moment, Option<Moment>)>,
    remarks: &mut Remarks,
) -> Repeat {
    if rule.occurrences(start.local).next() == Some(start.local) {
        return rule;
    }
    remarks.warn(
        line.number,
        "the start is no date of the RRULE, and is taken as one more (RFC 5545, 3.8.5.3)",
    );
    extra.push((start.clone(), None));
    match rule.times() {
        Some(times) => rule.clone().so_many_times(times.saturating_sub(1)).unwrap_or(rule),
        None => rule,
    }
}

/// The times of a rule that repeats within the day, where they come to an end soon.
fn within_a_day(line: &Line, start: &Moment) -> Option<Vec<Moment>> {
    let (mut step, mut every, mut count, mut until) = (None, 1, None, None);
    for part in line
        .value
        .trim()
        .to_ascii_uppercase()
        .split(';')
        .filter(|part| !part.is_empty())
    {
        match part.split_once('=')? {
            ("FREQ", "HOURLY") => step = Some(3600),
            ("FREQ", "MINUTELY") => step = Some(60),
            ("FREQ", "SECONDLY") => step = Some(1),
            ("INTERVAL", number) => every = number.parse::<u32>().ok().filter(|every| *every > 0)?,
            ("COUNT", number) => count = Some(number.parse::<usize>().ok()?),
            ("UNTIL", text) => until = Some(value::stamp(text)?.value),
            ("WKST", _) => {}
            _ => return None,
        }
    }
    let step = TimeDelta::seconds(i64::from(step? * every.min(1_000_000)));
    let until = match until {
        Some(value::Stamp::Utc(utc)) => Some(utc.and_utc()),
        Some(value::Stamp::Local(local)) => Some(start.zone.resolve(local)),
        Some(value::Stamp::Day(day)) => Some(start.zone.resolve(day.and_hms_opt(23, 59, 59)?)),
        None => None,
    };
    if count.is_none() && until.is_none() {
        return None;
    }
    let times = std::iter::successors(Some(start.at), |at| at.checked_add_signed(step));
    let times: Vec<Moment> = times
        .take(count.unwrap_or(usize::MAX).min(MOST_DATES + 1))
        .take_while(|at| until.is_none_or(|until| *at <= until))
        .map(|at| Moment::at(at, start.zone.clone()))
        .collect();
    (times.len() <= MOST_DATES).then_some(times)
}

/// The dates of RDATE; a period has its own end.
fn extra(
    component: &Component,
    start: &Point,
    file: &mut File,
    remarks: &mut Remarks,
) -> Result<Vec<(Moment, Option<Moment>)>, Remark> {
    let mut extra = Vec::new();
    for line in component.all("RDATE") {
        for text in line.value.split(',').map(str::trim).filter(|text| !text.is_empty()) {
            let (from, end) = text
                .split_once('/')
                .map_or((text, None), |(from, end)| (from, Some(end)));
            let point = file.point_of(line, from, false, remarks)?;
            if point.whole_day != start.whole_day {
                let text = "RDATE and DTSTART are not both dates or both times (RFC 5545, 3.8.5.2)";
                return Err(Remark::new(line.number, text));
            }
            let end = match end {
                None => None,
                Some(end) => {
                    let end = match value::length(end) {
                        Some(length) => entry::later(&point.moment, length),
                        None => Some(file.point_of(line, end, false, remarks)?.moment),
                    };
                    let backwards =
                        || Remark::new(line.number, "a period of RDATE ends before it begins (RFC 5545, 3.3.9)");
                    Some(end.filter(|end| end.at > point.moment.at).ok_or_else(backwards)?)
                }
            };
            extra.push((in_zone(point, start), end));
        }
    }
    Ok(extra)
}

/// The dates of EXDATE, by the wall clock of the event.
fn skipped(
    component: &Component,
    start: &Point,
    file: &mut File,
    remarks: &mut Remarks,
) -> Result<BTreeSet<NaiveDateTime>, Remark> {
    let mut skipped = BTreeSet::new();
    for line in component.all("EXDATE") {
        for text in line.value.split(',').map(str::trim).filter(|text| !text.is_empty()) {
            let point = file.point_of(line, text, false, remarks)?;
            if point.whole_day && !start.whole_day {
                remarks.warn(
                    line.number,
                    "EXDATE is a date and DTSTART a time: that day is left out (RFC 5545, 3.8.5.1)",
                );
                skipped.insert(point.moment.local.date().and_time(start.moment.local.time()));
            } else if start.whole_day && !point.whole_day {
                remarks.warn(
                    line.number,
                    "EXDATE is a time and DTSTART a date: that day is left out (RFC 5545, 3.8.5.1)",
                );
                skipped.insert(point.moment.local.date().and_time(chrono::NaiveTime::MIN));
            } else {
                skipped.insert(in_zone(point, start).local);
            }
        }
    }
    Ok(skipped)
}

/// The same moment by the wall clock of the event.
fn in_zone(point: Point, start: &Point) -> Moment {
    if point.whole_day || point.moment.zone == start.moment.zone {
        return point.moment;
    }
    Moment::at(point.moment.at, start.moment.zone.clone())
}
