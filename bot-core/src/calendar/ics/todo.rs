//! From a `VTODO` (RFC 5545, 3.6.2) to an entry.

use super::component::Component;
use super::entry::{self, File, Point, only};
use super::value;
use crate::calendar::{Entry, OnDate, Remark, Remarks, Todo, What, shown};
use crate::clock::Instant;
use crate::task::{NOTE_MAX, TITLE_MAX};
use crate::time::Moment;

/// Reads a task.
pub(super) fn read(component: &Component, file: &mut File, remarks: &mut Remarks) -> Result<Entry, Remark> {
    entry::needs_stamp(component, remarks);
    let has_rule = component.first("RRULE").is_some();
    let start = match only(component, "DTSTART", remarks)? {
        Some(line) => Some(file.point(line, has_rule, remarks)?),
        None => None,
    };
    let due = due(component, start.as_ref(), has_rule, file, remarks)?;
    let date = match only(component, "RECURRENCE-ID", remarks)? {
        Some(line) => {
            let point = file.point(line, false, remarks)?;
            Some(OnDate {
                moment: point.moment,
                whole_day: point.whole_day,
                by_wall_clock: !point.utc,
            })
        }
        None => None,
    };
    let (done, cancelled) = state(component, remarks)?;
    let repeat = match (
        only(component, "RRULE", remarks)?,
        due.as_ref().or(start.as_ref().map(|start| &start.moment)),
    ) {
        _ if date.is_some() => None,
        (None, _) => None,
        (Some(line), None) => {
            let text = "the task repeats and has neither DTSTART nor DUE (RFC 5545, 3.8.2.4)";
            return Err(Remark::new(line.number, text));
        }
        (Some(line), Some(from)) => Some(entry::rule(line, from, remarks)?),
    };
    let (title, note) = super::event::words(component, file, [TITLE_MAX, NOTE_MAX], remarks);
    let stamp = due.as_ref().map(|due| due.local.to_string()).unwrap_or_default();
    let due = due.or(start.filter(|_| repeat.is_some()).map(deadline));
    Ok(Entry {
        line: component.line,
        uid: entry::uid(component, &["task", &title, &stamp], remarks)?,
        date,
        sequence: entry::sequence(component, remarks),
        modified: entry::modified(component),
        what: What::Todo(Todo {
            title,
            note,
            due,
            repeat,
            done,
            cancelled,
            team: super::event::team(component),
        }),
    })
}

/// By when: DUE, or DURATION after the start.
fn due(
    component: &Component,
    start: Option<&Point>,
    has_rule: bool,
    file: &mut File,
    remarks: &mut Remarks,
) -> Result<Option<Moment>, Remark> {
    let due = match only(component, "DUE", remarks)? {
        Some(line) => Some((line.number, file.point(line, has_rule, remarks)?)),
        None => None,
    };
    let length = only(component, "DURATION", remarks)?;
    match (due, length) {
        (Some((number, _)), Some(length)) => {
            let text = format!(
                "DUE and, in line {}, DURATION exclude each other (RFC 5545, 3.6.2)",
                length.number
            );
            Err(Remark::new(number, text))
        }
        (Some((number, due)), None) => {
            if start.is_some_and(|start| due.moment.at < start.moment.at) {
                return Err(Remark::new(
                    number,
                    "the task is due before it begins (RFC 5545, 3.8.2.3)",
                ));
            }
            Ok(Some(deadline(due)))
        }
        (None, Some(line)) => {
            let Some(start) = start else {
                return Err(Remark::new(line.number, "a DURATION without DTSTART (RFC 5545, 3.6.2)"));
            };
            let length = value::length(&line.value).filter(|length| length.days >= 0 && length.seconds >= 0);
            let end = length.and_then(|length| entry::later(&start.moment, length));
            let text = || format!("\"{}\" is no DURATION of a task (RFC 5545, 3.3.6)", shown(&line.value));
            Ok(Some(end.ok_or_else(|| Remark::new(line.number, text()))?))
        }
        (None, None) => Ok(None),
    }
}

/// A day without a clock time ends with its last minute.
fn deadline(due: Point) -> Moment {
    match due.moment.local.date().and_hms_opt(23, 59, 0) {
        Some(end) if due.whole_day => Moment::new(end, due.moment.zone),
        _ => due.moment,
    }
}

/// Whether it is done, and since when; whether it was called off.
#[expect(clippy::option_option, reason = "whether it is done, and since when if that is said")]
fn state(component: &Component, remarks: &mut Remarks) -> Result<(Option<Option<Instant>>, bool), Remark> {
    let completed = component.first("COMPLETED");
    let at = completed.and_then(|line| match value::stamp(&line.value)?.value {
        value::Stamp::Utc(at) | value::Stamp::Local(at) => Some(at.and_utc()),
        value::Stamp::Day(_) => None,
    });
    if let Some(line) = completed.filter(|_| at.is_none()) {
        remarks.warn(
            line.number,
            format!(
                "COMPLETED: \"{}\" is no time in UTC (RFC 5545, 3.8.2.1)",
                shown(&line.value)
            ),
        );
    }
    let full = component.value("PERCENT-COMPLETE") == Some("100");
    let Some(line) = only(component, "STATUS", remarks)? else {
        return Ok(((completed.is_some() || full).then_some(at), false));
    };
    match line.value.trim().to_ascii_uppercase().as_str() {
        "COMPLETED" => Ok((Some(at), false)),
        "CANCELLED" => Ok((None, true)),
        "NEEDS-ACTION" | "IN-PROCESS" => Ok((None, false)),
        other => {
            remarks.warn(
                line.number,
                format!("STATUS:{} is none of a task (RFC 5545, 3.8.1.11)", shown(other)),
            );
            Ok((completed.map(|_| at), false))
        }
    }
}
