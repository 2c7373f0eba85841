//! Time zones as a file defines them (RFC 5545, 3.6.5): the offsets of a `VTIMEZONE`.

use chrono::{Datelike, NaiveDateTime, TimeDelta};

use super::component::Component;
use super::value::{self, Stamp};
use crate::clock::Instant;
use crate::time::{Repeat, Zone};

/// The last year whose clock changes are worked out.
const LAST_YEAR: i32 = 2100;
/// The most clock changes of one observance.
const MOST_CHANGES: usize = 1000;

/// The offsets that a file gives for a TZID.
#[derive(Debug, Clone)]
pub(super) struct Definition {
    /// The line of its `BEGIN`.
    pub(super) line: usize,
    /// What programs add to say which IANA zone is meant.
    pub(super) location: Option<String>,
    /// The offset before the first change.
    before: TimeDelta,
    /// Since when there is which offset.
    changes: Vec<(Instant, TimeDelta)>,
}

impl Definition {
    /// Reads a `VTIMEZONE`; `None` where it gives no offset, or one that cannot be read.
    pub(super) fn read(component: &Component) -> Option<Self> {
        let mut changes = Vec::new();
        let mut first: Option<(NaiveDateTime, TimeDelta)> = None;
        for part in component
            .parts
            .iter()
            .filter(|part| matches!(part.name.as_str(), "STANDARD" | "DAYLIGHT"))
        {
            let (from, to) = (part.value("TZOFFSETFROM"), value::offset(part.value("TZOFFSETTO")?)?);
            let from = from.map_or(Some(to), value::offset)?;
            let start = wall_clock(part.value("DTSTART")?)?;
            if first.is_none_or(|(earliest, _)| start < earliest) {
                first = Some((start, from));
            }
            let mut onsets = vec![start];
            for line in part.all("RDATE") {
                onsets.extend(line.value.split(',').filter_map(wall_clock));
            }
            if let Some(rule) = part.value("RRULE") {
                onsets.extend(rule_onsets(rule, start, from)?);
            }
            changes.extend(
                onsets
                    .into_iter()
                    .filter_map(|onset| Some((onset.checked_sub_signed(from)?.and_utc(), to))),
            );
        }
        changes.sort_by_key(|(at, _)| *at);
        Some(Self {
            line: component.line,
            location: ["X-LIC-LOCATION", "X-TZINFO"]
                .into_iter()
                .find_map(|name| component.value(name))
                .map(|name| name.split('[').next().unwrap_or_default().to_owned()),
            before: first?.1,
            changes,
        })
    }

    /// The offset at that instant.
    pub(super) fn offset(&self, at: Instant) -> TimeDelta {
        let past = self.changes.partition_point(|(since, _)| *since <= at);
        match past.checked_sub(1) {
            Some(index) => self.changes[index].1,
            None => self.before,
        }
    }

    /// The instant at which its wall clocks show that time: the first of a doubled one, and a skipped one by the offset
    /// before the gap (3.3.5).
    pub(super) fn resolve(&self, local: NaiveDateTime) -> Instant {
        let guess = self.offset(local.and_utc() - TimeDelta::days(1));
        let at = local.and_utc() - guess;
        let real = self.offset(at);
        if real == guess {
            return at;
        }
        let again = local.and_utc() - real;
        if self.offset(again) == real { again } else { at }
    }

    /// Whether a zone has the same offsets in these years.
    pub(super) fn agrees(&self, zone: &Zone, years: [i32; 2]) -> bool {
        self.samples(years)
            .iter()
            .all(|at| self.offset(*at) == zone.offset(*at))
    }

    /// Instants by which zones are told from each other: twice a month, and around every change.
    fn samples(&self, [from, until]: [i32; 2]) -> Vec<Instant> {
        let mut samples = Vec::new();
        for year in from..=until.min(LAST_YEAR) {
            for month in 1..=12 {
                for day in [1, 15] {
                    let noon =
                        chrono::NaiveDate::from_ymd_opt(year, month, day).and_then(|date| date.and_hms_opt(12, 0, 0));
                    samples.extend(noon.map(|noon| noon.and_utc()));
                }
            }
        }
        for (at, _) in self
            .changes
            .iter()
            .filter(|(at, _)| (from..=until).contains(&at.year()))
        {
            samples.extend([*at - TimeDelta::minutes(1), *at + TimeDelta::minutes(1)]);
        }
        samples
    }
}

fn wall_clock(text: &str) -> Option<NaiveDateTime> {
    match value::stamp(text)?.value {
        Stamp::Day(day) => day.and_hms_opt(0, 0, 0),
        Stamp::Local(local) | Stamp::Utc(local) => Some(local),
    }
}

/// The onsets of a rule. Its UNTIL is in UTC, the onsets are wall clocks of the offset before them.
fn rule_onsets(rule: &str, start: NaiveDateTime, from: TimeDelta) -> Option<Vec<NaiveDateTime>> {
    let rule = Repeat::from_rrule(rule).ok()?;
    let until = rule.until().and_then(|until| until.checked_add_signed(from));
    let times = rule.times().map_or(MOST_CHANGES, |times| times as usize);
    let onsets = rule.endless().occurrences(start);
    Some(
        onsets
            .take(MOST_CHANGES)
            .take_while(|onset| {
                onset.year() <= LAST_YEAR && until.is_none_or(|until| *onset <= until + TimeDelta::hours(1))
            })
            .take(times)
            .collect(),
    )
}
