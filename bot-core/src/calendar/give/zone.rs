//! The clock changes of a zone, as a file defines them (RFC 5545, 3.6.5): date by date.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::fold::Lines;
use crate::clock::Instant;
use crate::time::Zone;

/// How many years after the last date that a file names its clock changes are defined.
const YEARS_AHEAD: i32 = 20;

/// Writes a zone for dates from `first` to `last`, and for the years after.
pub(super) fn define(lines: &mut Lines, zone: &Zone, first: Instant, last: Instant) {
    let new_year =
        |year| NaiveDate::from_ymd_opt(year, 1, 1).map_or(first, |day| day.and_time(NaiveTime::MIN).and_utc());
    let (from, until) = (new_year(first.year() - 1), new_year(last.year() + YEARS_AHEAD));
    lines.push("BEGIN:VTIMEZONE");
    lines.push(&format!("TZID:{}", zone.name()));
    let mut before = zone.offset(from);
    let mut onsets: BTreeMap<(bool, TimeDelta, TimeDelta), Vec<NaiveDateTime>> = BTreeMap::new();
    onsets.insert((zone.is_summer(from), before, before), vec![from.naive_utc() + before]);
    for (at, offset, summer) in zone.changes(from, until) {
        onsets
            .entry((summer, before, offset))
            .or_default()
            .push(at.naive_utc() + before);
        before = offset;
    }
    for ((summer, from, to), onsets) in onsets {
        let name = if summer { "DAYLIGHT" } else { "STANDARD" };
        lines.push(&format!("BEGIN:{name}"));
        for (index, onset) in onsets.iter().enumerate() {
            let property = if index == 0 { "DTSTART" } else { "RDATE" };
            lines.push(&format!("{property}:{}", onset.format("%Y%m%dT%H%M%S")));
        }
        lines.push(&format!("TZOFFSETFROM:{}", offset(from)));
        lines.push(&format!("TZOFFSETTO:{}", offset(to)));
        lines.push(&format!("END:{name}"));
    }
    lines.push("END:VTIMEZONE");
}

/// `-0500`, `+005328`
fn offset(offset: TimeDelta) -> String {
    let seconds = offset.num_seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    match rest {
        0 => format!("{sign}{hours:02}{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}{rest:02}"),
    }
}
