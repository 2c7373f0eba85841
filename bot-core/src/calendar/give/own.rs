//! One person's shifts as iCalendar, for calendar programs that come again and again.

use super::fold::Lines;
use super::ics::{Used, begin, begin_event, end, write_hours, write_texts};
use super::own_uid;
use crate::clock::Instant;
use crate::shift::{SeatStanding, Shift};
use crate::time::Zone;

/// How often a calendar program shall come again.
const REFRESHED: &str = "PT1H";

/// A shift of theirs.
#[derive(Debug)]
pub(in crate::calendar) struct Own {
    /// The name of its group.
    pub(in crate::calendar) group: String,
    /// The shift.
    pub(in crate::calendar) shift: Shift,
    /// Whether they are in, or wait.
    pub(in crate::calendar) standing: SeatStanding,
}

/// Writes them as a calendar of that name. Each stands by itself, dates of a series too: they need not be in all of them.
pub(in crate::calendar) fn own(name: &str, zone: &Zone, shifts: &[Own], now: Instant) -> String {
    let mut lines = Lines::default();
    let mut used = Used::default();
    for own in shifts {
        used.shift(&own.shift);
    }
    begin(&mut lines, name, zone);
    lines.push(&format!("REFRESH-INTERVAL;VALUE=DURATION:{REFRESHED}"));
    lines.push(&format!("X-PUBLISHED-TTL:{REFRESHED}"));
    used.define(&mut lines);
    for own in shifts {
        write(&mut lines, own, now);
    }
    end(lines)
}

/// Writes one shift of the group of that name, for somebody of that standing: the entry that their own calendar has, under the
/// same UID and SEQUENCE, so that a program that is given both keeps one.
pub(crate) fn alone(group: &str, shift: Shift, standing: SeatStanding, now: Instant) -> String {
    let mut lines = Lines::default();
    let mut used = Used::default();
    used.shift(&shift);
    begin(&mut lines, group, &shift.start.zone);
    used.define(&mut lines);
    let group = group.to_owned();
    write(&mut lines, &Own { group, shift, standing }, now);
    end(lines)
}

fn write(lines: &mut Lines, own: &Own, now: Instant) {
    let shift = &own.shift;
    begin_event(lines, &own_uid(shift.id.0), shift.version, now);
    write_hours(lines, shift);
    lines.text("SUMMARY", &shift.title);
    let reference = format!("{} · {}", shift.reference(), own.group);
    let told = [shift.note.as_deref(), Some(&reference)];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    write_texts(lines, shift.place.as_deref(), Some(&told.join("\n\n")));
    lines.push(match own.standing {
        _ if shift.cancelled.is_some() => "STATUS:CANCELLED",
        SeatStanding::In => "STATUS:CONFIRMED",
        SeatStanding::Waiting => "STATUS:TENTATIVE",
    });
    lines.push("END:VEVENT");
}
