//! iCalendar (RFC 5545), read as real programs write it: what has one certain meaning is taken, and what breaks the
//! standard is said with its line.
//!
//! - `line`, `component`, `value`: the grammar
//! - `zone`, `definition`, `windows`: from a TZID to a zone
//! - `event`, `todo`, `entry`: from a component to an [`Entry`](super::Entry)

mod component;
mod definition;
pub(super) mod entry;
mod event;
pub(in crate::calendar) use event::place_of;
mod line;
#[cfg(test)]
mod tests;
mod todo;
mod value;
mod windows;
mod zone;

use self::component::Component;
use self::entry::File;
use self::zone::Zones;
use super::once::once_each;
use super::{MOST_ENTRIES, Reading, Remark, Remarks, shown};
use crate::time::Frame;

/// Reads a file, for a group of that zone and language.
pub fn read(bytes: &[u8], frame: &Frame) -> Reading {
    let mut reading = Reading::default();
    let tree = component::read(bytes, &mut reading.remarks);
    let zones = Zones::of(&tree, frame.zone.clone(), &mut reading.remarks);
    let mut file = File {
        zone: frame.zone.clone(),
        language: frame.language,
        zones,
        method: String::new(),
    };
    for part in &tree.parts {
        if part.name == "VCALENDAR" {
            calendar(part, &mut file, &mut reading);
        } else {
            if part.name != "VTIMEZONE" {
                let text = format!("{} stands outside of a VCALENDAR (RFC 5545, 3.4)", shown(&part.name));
                reading.remarks.warn(part.line, text);
            }
            take(part, &mut file, &mut reading);
        }
    }
    if tree.parts.is_empty() {
        let nothing = Remark::new(
            1,
            "no line says BEGIN:VCALENDAR: this is no iCalendar file (RFC 5545, 3.4)",
        );
        reading.remarks.refused.push(nothing);
    }
    once_each(&mut reading, "has the same UID: that one is taken (RFC 5545, 3.8.4.7)");
    reading
}

fn calendar(calendar: &Component, file: &mut File, reading: &mut Reading) {
    let remarks = &mut reading.remarks;
    for name in ["VERSION", "PRODID"] {
        if calendar.first(name).is_none() {
            remarks.warn(calendar.line, format!("the calendar has no {name} (RFC 5545, 3.6)"));
        }
    }
    if calendar.value("VERSION").is_some_and(|version| version == "1.0") {
        remarks.warn(
            calendar.line,
            "the calendar says VERSION:1.0 and is read as 2.0 (RFC 5545, 3.7.4)",
        );
    }
    if !calendar.ended {
        remarks.warn(
            calendar.line,
            "the calendar has no END:VCALENDAR: the file may be cut off (RFC 5545, 3.4)",
        );
    }
    file.method = calendar.value("METHOD").unwrap_or_default().to_ascii_uppercase();
    for part in &calendar.parts {
        take(part, file, reading);
    }
}

fn take(part: &Component, file: &mut File, reading: &mut Reading) {
    let remarks = &mut reading.remarks;
    let passed_over = |remarks: &mut Remarks, text: String| remarks.passed_over.push(Remark::new(part.line, text));
    match part.name.as_str() {
        "VEVENT" | "VTODO" => {}
        "VTIMEZONE" => return,
        other => {
            passed_over(remarks, format!("{} is not an event or task", shown(other)));
            return;
        }
    }
    for inner in &part.parts {
        remarks.passed_over.push(Remark::new(
            inner.line,
            format!("{} is not an event or task", shown(&inner.name)),
        ));
    }
    let read = if reading.entries.len() >= MOST_ENTRIES {
        Err(Remark::new(
            part.line,
            format!("a file may hold at most {MOST_ENTRIES} entries"),
        ))
    } else if !part.ended {
        let name = &part.name;
        Err(Remark::new(
            part.line,
            format!("{name} has no END:{name}: it may be cut off (RFC 5545, 3.6)"),
        ))
    } else if matches!(file.method.as_str(), "REPLY" | "COUNTER" | "DECLINECOUNTER" | "REFRESH") {
        let method = &file.method;
        Err(Remark::new(
            part.line,
            format!("METHOD:{method} answers an invitation and is no calendar (RFC 5546, 1.4)"),
        ))
    } else if part.name == "VEVENT" {
        event::read(part, file, remarks)
    } else {
        todo::read(part, file, remarks)
    };
    match read {
        Ok(entry) => reading.entries.push(entry),
        Err(refused) => remarks.refused.push(refused),
    }
}
