//! From a `VEVENT` (RFC 5545, 3.6.1) to an entry.

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};

use super::component::Component;
use super::entry::{self, File, Point, only};
use super::line::Line;
use super::value::{self, Length};
use crate::calendar::{Entry, Event, OnDate, Remark, Remarks, Repeats, What, fit, fitted, shown};
use crate::shift::{NOTE_CHARS, Needs, PLACE_CHARS, TITLE_CHARS};
use crate::time::{Moment, Repeat, parse_duration};

/// The most dates of an event that are listed one by one.
const MOST_DATES: usize = 1000;

/// Reads an event.
pub(super) fn read(component: &Component, file: &mut File, remarks: &mut Remarks) -> Result<Entry, Remark> {
    entry::needs_stamp(component, remarks);
    let Some(line) = only(component, "DTSTART", remarks)? else {
        return Err(Remark::new(
            component.line,
            "the event has no DTSTART (RFC 5545, 3.6.1)",
        ));
    };
    let has_rule = component.first("RRULE").is_some();
    let start = file.point(line, has_rule, remarks)?;
    no_zone(&start, line, has_rule, remarks)?;
    let end = end(component, &start, file, remarks)?;
    let date = on_date(component, file, remarks)?;
    let repeats = match &date {
        Some(_) => None,
        None => repeats(component, &start, file, remarks)?,
    };
    let status = status(component, file, remarks)?;
    let (title, note) = words(component, file, [TITLE_CHARS, NOTE_CHARS], remarks);
    let place = entry::text(component, "LOCATION", remarks).map(|place| place_of(&place, component.line, remarks));
    let stamp = start.moment.local.to_string();
    let uid = entry::uid(component, &[&title, &stamp], remarks)?;
    Ok(Entry {
        line: component.line,
        uid,
        date,
        sequence: entry::sequence(component, remarks),
        modified: entry::modified(component),
        what: What::Event(Event {
            title,
            note,
            place: place.flatten(),
            whole_days: start.whole_day,
            start: start.moment,
            end,
            repeats,
            cancelled: status,
            needs: needs(component, remarks),
            team: team(component),
            cutoff: component
                .value("X-MUSTER-CUTOFF")
                .and_then(|text| parse_duration(text).ok()),
            opens: component
                .value("X-MUSTER-OPENS")
                .and_then(|text| parse_duration(text).ok()),
        }),
    })
}

/// A zone that is none: a single time is known by its offset, a rule cannot be followed.
fn no_zone(start: &Point, line: &Line, has_rule: bool, remarks: &mut Remarks) -> Result<(), Remark> {
    if !start.of_no_zone {
        return Ok(());
    }
    let tzid = shown(line.param("TZID").unwrap_or_default());
    if has_rule {
        let text = format!("the event repeats in TZID {tzid}, whose offsets no known zone has (RFC 5545, 3.2.19)");
        return Err(Remark::new(line.number, text));
    }
    let text = format!("no known zone has the offsets of TZID {tzid}: the times are shown in the zone of the group");
    remarks.warn(line.number, text);
    Ok(())
}

/// When it ends: DTEND, or DURATION after the start; a day without either is one day.
fn end(component: &Component, start: &Point, file: &mut File, remarks: &mut Remarks) -> Result<Option<Moment>, Remark> {
    let by_date = match only(component, "DTEND", remarks)? {
        Some(line) => Some((line, file.point(line, false, remarks)?)),
        None => None,
    };
    let by_length = match only(component, "DURATION", remarks)? {
        Some(line) => {
            let length = value::length(&line.value).filter(|length| length.days >= 0 && length.seconds >= 0);
            let length = length.ok_or_else(|| {
                Remark::new(
                    line.number,
                    format!(
                        "\"{}\" is no DURATION of an event (RFC 5545, 3.3.6, 3.8.2.5)",
                        shown(&line.value)
                    ),
                )
            })?;
            Some((line, whole_days(length, start)))
        }
        None => None,
    };
    let after = |length| entry::later(&start.moment, length);
    let one_day = || after(Length { days: 1, seconds: 0 });
    let end = match (by_date, by_length) {
        (None, None) => return Ok(if start.whole_day { one_day() } else { None }),
        (None, Some((_, length))) => after(length),
        (Some((line, end)), length) => {
            if end.whole_day != start.whole_day {
                let text = "DTSTART and DTEND are not both dates or both times (RFC 5545, 3.8.2.2)";
                return Err(Remark::new(line.number, text));
            }
            if let Some((other, length)) = length {
                let text = format!(
                    "DTEND and, in line {}, DURATION exclude each other (RFC 5545, 3.6.1)",
                    other.number
                );
                if after(length).is_none_or(|by_length| by_length.at != end.moment.at) {
                    return Err(Remark::new(line.number, text));
                }
                remarks.warn(line.number, text);
            }
            if end.moment.at < start.moment.at {
                return Err(Remark::new(
                    line.number,
                    "the event ends before it begins (RFC 5545, 3.8.2.2)",
                ));
            }
            if end.moment.at == start.moment.at {
                remarks.warn(
                    line.number,
                    "the event ends as it begins (RFC 5545, 3.8.2.2: DTEND must be later)",
                );
            }
            // Both by one wall clock, as the group sees it.
            let end = end.moment;
            Some(if end.zone == start.moment.zone {
                end
            } else {
                Moment::at(end.at, start.moment.zone.clone())
            })
        }
    };
    match end {
        Some(end) if end.at > start.moment.at => Ok(Some(end)),
        _ if start.whole_day => Ok(one_day()),
        _ => Ok(None),
    }
}

/// A whole day lasts whole days.
fn whole_days(length: Length, start: &Point) -> Length {
    if !start.whole_day {
        return length;
    }
    Length {
        days: (length.days + length.seconds / 86_400).max(1),
        seconds: 0,
    }
}

/// Of which date of a repeating event it speaks.
fn on_date(component: &Component, file: &mut File, remarks: &mut Remarks) -> Result<Option<OnDate>, Remark> {
    let Some(line) = only(component, "RECURRENCE-ID", remarks)? else {
        return Ok(None);
    };
    if line.param("RANGE").is_some() {
        let text = "a change of one date and all later ones is not taken: RANGE (RFC 5545, 3.2.13). The dates stay as the event itself has them";
        return Err(Remark::new(line.number, text));
    }
    if component.first("RRULE").is_some() {
        remarks.warn(
            line.number,
            "a changed date repeats nothing: its RRULE is not taken (RFC 5545, 3.8.4.4)",
        );
    }
    let point = file.point(line, false, remarks)?;
    Ok(Some(OnDate {
        moment: point.moment,
        whole_day: point.whole_day,
        by_wall_clock: !point.utc,
    }))
}

fn repeats(
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

/// Whether it is cancelled.
fn status(component: &Component, file: &File, remarks: &mut Remarks) -> Result<bool, Remark> {
    let Some(line) = only(component, "STATUS", remarks)? else {
        return Ok(file.method == "CANCEL");
    };
    match line.value.trim().to_ascii_uppercase().as_str() {
        "CANCELLED" => return Ok(true),
        "CONFIRMED" | "TENTATIVE" => {}
        other => remarks.warn(
            line.number,
            format!("STATUS:{} is none of an event (RFC 5545, 3.8.1.11)", shown(other)),
        ),
    }
    Ok(file.method == "CANCEL")
}

/// Its title and note, of at most so many characters.
pub(super) fn words(
    component: &Component,
    file: &File,
    most: [usize; 2],
    remarks: &mut Remarks,
) -> (String, Option<String>) {
    let title = entry::text(component, "SUMMARY", remarks).unwrap_or_else(|| file.untitled());
    let mut note = entry::text(component, "DESCRIPTION", remarks).unwrap_or_default();
    if let Some(url) = component.value("URL").filter(|url| !note.contains(url)) {
        note = format!("{}\n{url}", note.trim_end());
    }
    let (title, note) = fitted(&title, &note, most, component.line, remarks);
    (if title.is_empty() { file.untitled() } else { title }, note)
}

/// A place of at most so many characters.
pub(in crate::calendar) fn place_of(text: &str, line: usize, remarks: &mut Remarks) -> Option<String> {
    let place = fit(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if place.chars().count() <= PLACE_CHARS {
        return Some(place).filter(|place| !place.is_empty());
    }
    remarks.warn(
        line,
        format!("the place is longer than {PLACE_CHARS} characters, and is cut"),
    );
    let cut: String = place.chars().take(PLACE_CHARS - 1).collect();
    Some(format!("{}…", cut.trim_end()))
}

fn needs(component: &Component, remarks: &mut Remarks) -> Option<Needs> {
    let line = component.first("X-MUSTER-NEEDS")?;
    let needs = Needs::parse(&value::text(&line.value)).ok();
    if needs.is_none() {
        remarks.warn(
            line.number,
            format!(
                "X-MUSTER-NEEDS: \"{}\" is not like driver=1,knocker=4",
                shown(&line.value)
            ),
        );
    }
    needs
}

/// The name of the team, where the file says so.
pub(super) fn team(component: &Component) -> Option<String> {
    let name = fit(&value::text(component.value("X-MUSTER-TEAM")?));
    Some(name).filter(|name| !name.is_empty())
}
