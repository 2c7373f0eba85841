//! From a `VEVENT` (RFC 5545, 3.6.1) to an entry.
//!
//! - here: the entry, when it begins, and what else stands there
//! - `ending`: when it ends; `repeats`: its dates; `words`: what it says

mod ending;
mod repeats;
mod words;

use super::component::Component;
use super::entry::{self, File, Point, only};
use super::line::Line;
use super::value;
use crate::calendar::{Entry, Event, OnDate, Remark, Remarks, What, shown};
use crate::shift::{NOTE_CHARS, Needs, TITLE_CHARS};
use crate::time::parse_duration;

pub(in crate::calendar) use words::place_of;
pub(super) use words::{team, words};

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
    let end = ending::end(component, &start, file, remarks)?;
    let date = on_date(component, file, remarks)?;
    let repeats = match &date {
        Some(_) => None,
        None => repeats::read(component, &start, file, remarks)?,
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
