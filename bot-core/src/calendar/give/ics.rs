//! The desk as iCalendar.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::fold::Lines;
use super::{Desk, zone};
use crate::clock::Instant;
use crate::shift::series::Series;
use crate::shift::{Needs, Shift};
use crate::task::{State, Task};
use crate::time::{Duration, Moment, Repeat, Zone};

/// Writes the desk as iCalendar (RFC 5545).
pub fn ics(desk: &Desk, now: Instant) -> String {
    let mut lines = Lines::default();
    begin(&mut lines, &desk.group.name, &desk.group.zone);
    used_by(desk).define(&mut lines);
    for series in desk.series.values() {
        write_series(&mut lines, desk, series, now);
    }
    for shift in &desk.shifts {
        match desk.series_of(shift) {
            None => write_shift(&mut lines, desk, shift, None, now),
            Some(series) if is_own(shift) => write_shift(&mut lines, desk, shift, Some(series), now),
            Some(_) => {} // a date as its series has it
        }
    }
    for task in &desk.tasks {
        write_task(&mut lines, desk, task, now);
    }
    end(lines)
}

/// Begins a calendar of that name.
pub(super) fn begin(lines: &mut Lines, name: &str, zone: &Zone) {
    lines.push("BEGIN:VCALENDAR");
    lines.push("VERSION:2.0");
    lines.push(&format!("PRODID:-//Muster//Muster {}//EN", env!("CARGO_PKG_VERSION")));
    lines.push("CALSCALE:GREGORIAN");
    lines.text("X-WR-CALNAME", name);
    lines.push(&format!("X-WR-TIMEZONE:{}", zone.name()));
}

/// Ends a calendar; its text.
pub(super) fn end(mut lines: Lines) -> String {
    lines.push("END:VCALENDAR");
    lines.0
}

/// Whether a date of a series is another than its series has it.
pub(super) fn is_own(shift: &Shift) -> bool {
    shift.cancelled.is_some() || shift.series.as_ref().is_some_and(|of| !of.own.is_empty())
}

/// Every zone by its name, with the first and last date that it is used for.
#[derive(Debug, Default)]
pub(super) struct Used(BTreeMap<&'static str, (Zone, Instant, Instant)>);

impl Used {
    fn moment(&mut self, zone: &Zone, at: Instant) {
        let (_, first, last) = self.0.entry(zone.name()).or_insert_with(|| (zone.clone(), at, at));
        (*first, *last) = ((*first).min(at), (*last).max(at));
    }

    pub(super) fn shift(&mut self, shift: &Shift) {
        for moment in [Some(&shift.start), shift.end.as_ref()].into_iter().flatten() {
            self.moment(&moment.zone, moment.at);
        }
    }

    /// Writes them.
    pub(super) fn define(&self, lines: &mut Lines) {
        for (zone, first, last) in self.0.values() {
            zone::define(lines, zone, *first, *last);
        }
    }
}

fn used_by(desk: &Desk) -> Used {
    let mut used = Used::default();
    for shift in &desk.shifts {
        used.shift(shift);
    }
    for series in desk.series.values() {
        used.moment(&series.dates.zone, series.dates.moment(series.dates.first).at);
    }
    for due in desk.tasks.iter().filter_map(|task| task.due.as_ref()) {
        used.moment(&due.zone, due.at);
    }
    used
}

/// Begins an entry of that kind.
fn begin_entry(lines: &mut Lines, kind: &str, uid: &str, sequence: u32, now: Instant) {
    lines.push(&format!("BEGIN:{kind}"));
    lines.push(&format!("UID:{uid}"));
    lines.push(&format!("DTSTAMP:{}", utc(now)));
    lines.push(&format!("SEQUENCE:{sequence}"));
}

/// Begins an event.
pub(super) fn begin_event(lines: &mut Lines, uid: &str, sequence: u32, now: Instant) {
    begin_entry(lines, "VEVENT", uid, sequence, now);
}

fn write_series(lines: &mut Lines, desk: &Desk, series: &Series, now: Instant) {
    let (uid, sequence) = desk.key(series.id.0, series.version);
    let start = series.dates.moment(series.dates.first);
    let hours = series.hours(start);
    begin_event(lines, &uid, sequence, now);
    write_moment(lines, "DTSTART", &hours.start, series.whole_days);
    if let Some(end) = &hours.end {
        write_moment(lines, "DTEND", end, series.whole_days);
    }
    lines.push(&rule(&series.dates.rule, &series.dates.zone, series.whole_days));
    for skipped in &series.dates.skipped {
        write_moment(lines, "EXDATE", &series.dates.moment(*skipped), series.whole_days);
    }
    let template = &series.template;
    lines.text("SUMMARY", &template.title);
    write_texts(lines, template.place.as_deref(), template.note.as_deref());
    write_own(
        lines,
        &template.needs,
        desk.team(template.team),
        [template.cutoff, template.opens],
    );
    lines.push("END:VEVENT");
}

/// A rule, with its UNTIL in UTC as the standard has it beside a zone (3.3.10).
fn rule(rule: &Repeat, zone: &Zone, whole_days: bool) -> String {
    let text = rule.to_rrule();
    let Some(until) = rule.until() else {
        return format!("RRULE:{text}");
    };
    let bare: Vec<&str> = text.split(';').filter(|part| !part.starts_with("UNTIL=")).collect();
    let until = if whole_days {
        until.format("%Y%m%d").to_string()
    } else {
        utc(zone.resolve(until))
    };
    format!("RRULE:{};UNTIL={until}", bare.join(";"))
}

fn write_shift(lines: &mut Lines, desk: &Desk, shift: &Shift, of: Option<&Series>, now: Instant) {
    let (uid, sequence) = match of {
        Some(series) => {
            let (uid, sequence) = desk.key(series.id.0, series.version);
            (uid, sequence.saturating_add(shift.version))
        }
        None => desk.key(shift.id.0, shift.version),
    };
    begin_event(lines, &uid, sequence, now);
    if let (Some(series), Some(date)) = (of, &shift.series) {
        write_moment(
            lines,
            "RECURRENCE-ID",
            &series.dates.moment(date.local),
            series.whole_days,
        );
    }
    write_hours(lines, shift);
    lines.text("SUMMARY", &shift.title);
    write_texts(lines, shift.place.as_deref(), shift.note.as_deref());
    lines.push(if shift.cancelled.is_some() {
        "STATUS:CANCELLED"
    } else {
        "STATUS:CONFIRMED"
    });
    write_own(lines, &shift.needs, desk.team(shift.team), [shift.cutoff, shift.opens]);
    lines.push("END:VEVENT");
}

pub(super) fn write_hours(lines: &mut Lines, shift: &Shift) {
    write_moment(lines, "DTSTART", &shift.start, shift.whole_days);
    if let Some(end) = &shift.end {
        write_moment(lines, "DTEND", end, shift.whole_days);
    }
}

pub(super) fn write_texts(lines: &mut Lines, place: Option<&str>, note: Option<&str>) {
    if let Some(place) = place {
        lines.text("LOCATION", place);
    }
    if let Some(note) = note {
        lines.text("DESCRIPTION", note);
    }
}

/// What no calendar has: it reads back into a desk.
fn write_own(lines: &mut Lines, needs: &Needs, team: Option<&str>, [cutoff, opens]: [Option<Duration>; 2]) {
    if *needs != Needs::Anyone {
        lines.text("X-MUSTER-NEEDS", &needs.to_string());
    }
    if let Some(team) = team {
        lines.text("X-MUSTER-TEAM", team);
    }
    if let Some(cutoff) = cutoff {
        lines.push(&format!("X-MUSTER-CUTOFF:{}m", cutoff.num_minutes()));
    }
    if let Some(opens) = opens {
        lines.push(&format!("X-MUSTER-OPENS:{}m", opens.num_minutes()));
    }
}

fn write_task(lines: &mut Lines, desk: &Desk, task: &Task, now: Instant) {
    let (uid, sequence) = desk.key(task.id.0, task.version);
    begin_entry(lines, "VTODO", &uid, sequence, now);
    lines.text("SUMMARY", &task.title);
    write_texts(lines, None, task.note.as_deref());
    // A series goes on with the task that followed.
    match (&task.due, task.rule().filter(|_| task.next.is_none())) {
        // A DUE must be later than the DTSTART that a rule needs: without one the start is when it is due.
        (Some(due), Some(repeat)) => {
            write_moment(lines, "DTSTART", due, false);
            lines.push(&rule(repeat, &due.zone, false));
        }
        (Some(due), None) => write_moment(lines, "DUE", due, false),
        (None, _) => {}
    }
    match &task.state {
        State::Done { at, .. } => {
            lines.push("STATUS:COMPLETED");
            lines.push(&format!("COMPLETED:{}", utc(*at)));
        }
        _ => lines.push("STATUS:NEEDS-ACTION"),
    }
    if let Some(team) = desk.team(task.team) {
        lines.text("X-MUSTER-TEAM", team);
    }
    lines.push("END:VTODO");
}

/// A property with a moment: by the wall clock of its zone, where that has only one instant, else in UTC. A moment of the
/// zone UTC has its TZID too: without one it reads back in the zone of the group.
fn write_moment(lines: &mut Lines, name: &str, moment: &Moment, whole_day: bool) {
    let by_clock = Moment::new(moment.local, moment.zone.clone()) == *moment;
    lines.push(&if whole_day {
        format!("{name};VALUE=DATE:{}", moment.local.format("%Y%m%d"))
    } else if !by_clock {
        format!("{name}:{}", utc(moment.at))
    } else {
        format!("{name};TZID={}:{}", moment.zone.name(), wall(moment.local))
    });
}

fn wall(local: NaiveDateTime) -> String {
    local.format("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: Instant) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}
