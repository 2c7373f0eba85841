//! Components (RFC 5545, 3.6): what stands between `BEGIN` and `END`.

use super::line::{self, Line};
use crate::calendar::{Remarks, shown};

/// The deepest that components stand in each other; a calendar has three.
const DEEPEST: usize = 8;

/// A component, with what stands in it.
#[derive(Debug, Default)]
pub(super) struct Component {
    /// Its name in upper case; empty for the file itself.
    pub(super) name: String,
    /// The line of its `BEGIN`.
    pub(super) line: usize,
    /// Whether its `END` was there.
    pub(super) ended: bool,
    /// Its own lines.
    pub(super) lines: Vec<Line>,
    /// The components in it.
    pub(super) parts: Vec<Self>,
}

impl Component {
    /// The lines of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The first line of that name.
    pub(super) fn first<'a>(&'a self, name: &'a str) -> Option<&'a Line> {
        self.all(name).next()
    }

    /// The value of the first line of that name, trimmed.
    pub(super) fn value<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        self.first(name).map(|line| line.value.trim())
    }
}

/// Reads a file into the components that stand in it. What stands outside of them, or is no content line, is said.
pub(super) fn read(bytes: &[u8], remarks: &mut Remarks) -> Component {
    let mut open = vec![Component::default()];
    for (number, text) in line::unfold(bytes, remarks) {
        let Some(line) = line::read(number, &text) else {
            if open.len() > 1 {
                remarks.warn(
                    number,
                    "no property: a name, a colon and a value are expected (RFC 5545, 3.1)",
                );
            } else {
                remarks.warn(number, "stands outside of the calendar (RFC 5545, 3.4)");
            }
            continue;
        };
        let name = line.value.trim().to_ascii_uppercase();
        match line.name.as_str() {
            "BEGIN" => begin(&mut open, name, number, remarks),
            "END" => end(&mut open, &name, number, remarks),
            _ if open.len() == 1 => {
                remarks.warn(
                    number,
                    format!("{} stands outside of the calendar (RFC 5545, 3.4)", shown(&line.name)),
                );
            }
            _ => {
                if let Some(component) = open.last_mut() {
                    component.lines.push(line);
                }
            }
        }
    }
    while open.len() > 1 {
        close(&mut open, false);
    }
    open.pop().unwrap_or_default()
}

fn begin(open: &mut Vec<Component>, name: String, number: usize, remarks: &mut Remarks) {
    // An event never stands in an event: the one before lacks its end.
    if is_entry(&name) {
        while open.last().is_some_and(|component| is_entry(&component.name)) {
            close(open, false);
        }
    }
    if open.len() > DEEPEST {
        remarks.warn(
            number,
            "components stand too deep in each other to be a calendar (RFC 5545, 3.6)",
        );
        return;
    }
    open.push(Component {
        name,
        line: number,
        ..Component::default()
    });
}

fn end(open: &mut Vec<Component>, name: &str, number: usize, remarks: &mut Remarks) {
    let Some(depth) = open
        .iter()
        .rposition(|component| component.name == name)
        .filter(|depth| *depth > 0)
    else {
        remarks.warn(
            number,
            format!("END:{} ends nothing that began (RFC 5545, 3.6)", shown(name)),
        );
        return;
    };
    while open.len() > depth + 1 {
        close(open, false);
    }
    close(open, true);
}

fn close(open: &mut Vec<Component>, ended: bool) {
    if let Some(mut done) = open.pop() {
        done.ended = ended;
        if let Some(outer) = open.last_mut() {
            outer.parts.push(done);
        }
    }
}

/// Whether it is one that stands beside others in a calendar.
fn is_entry(name: &str) -> bool {
    matches!(name, "VEVENT" | "VTODO" | "VJOURNAL" | "VFREEBUSY" | "VTIMEZONE")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_without_end_is_closed_by_the_next_one_and_known_as_such() {
        let mut remarks = Remarks::default();
        let file = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VCALENDAR\nX:after\n";
        let read = read(file, &mut remarks);
        let events = &read.parts[0].parts;
        let ended: Vec<_> = events.iter().map(|event| (event.value("UID"), event.ended)).collect();
        assert_eq!(ended, [(Some("1"), false), (Some("2"), true)]);
        assert_eq!(remarks.warnings.len(), 1);
        assert_eq!(remarks.warnings[0].line, 8);
    }

    #[test]
    fn a_million_beginnings_are_no_harm() {
        let file = b"BEGIN:X\n".repeat(100_000);
        read(&file, &mut Remarks::default());
    }
}
