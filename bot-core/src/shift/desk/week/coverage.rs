//! The week as a table: a row for each team, a column for each day.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::Week;
use super::tally::Tally;
use crate::clock::Instant;
use crate::locale::Voice;
use crate::phrase;
use crate::shift::{Roster, Shift};
use crate::time::{Moment, date_words};

/// How many days a week has, today among them.
const DAYS: i64 = 7;

/// A week of shifts as a table.
#[derive(Debug, Clone)]
pub(super) struct Coverage<'a> {
    /// "Tue 1 Dec – Mon 7 Dec · New York time"
    pub(super) title: String,
    /// "12 shifts · 5 short · 9 seats open"
    pub(super) counts: String,
    pub(super) days: Vec<Day>,
    pub(super) rows: Vec<Row<'a>>,
    /// Whether the rows are teams; else there is one for all.
    pub(super) has_teams: bool,
}

/// A day of the week.
#[derive(Debug, Clone)]
pub(super) struct Day {
    /// "Tue 1 Dec"
    pub(super) words: String,
    start: Instant,
    end: Instant,
}

/// The shifts of a team.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    /// Its name, or that they have none.
    pub(super) team: String,
    pub(super) shifts: Vec<&'a Roster>,
}

impl<'a> Coverage<'a> {
    /// That week in the zone of the reader, from today on.
    pub(super) fn of(week: &Week<'a>, voice: &Voice) -> Self {
        let today = voice.zone.to_local(voice.now).date();
        let days: Vec<Day> = (0..DAYS)
            .map(|day| Day::of(today + TimeDelta::days(day), today, voice))
            .collect();
        let (first, last) = (&days[0].words, &days[days.len() - 1].words);
        let rows = week.teams.iter().map(|team| Row {
            team: match team.name {
                Some(name) => name.to_owned(),
                None => voice.text(&phrase!("shift-week-no-team")),
            },
            shifts: team.shifts.clone(),
        });
        Self {
            title: format!("{first} – {last} · {}", voice.zone.words(voice.language)),
            counts: Tally::of(week.shifts).line(voice).to_string(),
            rows: rows.collect(),
            has_teams: week.has_teams(),
            days,
        }
    }

    /// How many bars there are if each shift has one on each of its days.
    pub(super) fn count_bars(&self) -> usize {
        let shifts = self.rows.iter().flat_map(|row| &row.shifts);
        shifts
            .map(|roster| self.days.iter().filter(|day| day.has(&roster.shift)).count())
            .sum()
    }
}

impl Day {
    fn of(date: NaiveDate, today: NaiveDate, voice: &Voice) -> Self {
        let midnight = |date| Moment::midnight(date, voice.zone.clone()).at;
        Self {
            words: date_words(date, today.year(), voice.language),
            start: midnight(date),
            end: midnight(date + TimeDelta::days(1)),
        }
    }

    /// Whether a shift takes some of it.
    pub(super) fn has(&self, shift: &Shift) -> bool {
        shift.start.at < self.end && shift.ends_at() > self.start
    }

    /// The shifts among those that take some of it.
    pub(super) fn of_these<'a>(&self, shifts: &[&'a Roster]) -> Vec<&'a Roster> {
        shifts
            .iter()
            .copied()
            .filter(|roster| self.has(&roster.shift))
            .collect()
    }

    /// From where to where a shift takes it, on a scale that long.
    pub(super) fn stretch(&self, shift: &Shift, scale: u32) -> (u32, u32) {
        let whole = (self.end - self.start).num_minutes().max(1);
        let at = |instant: Instant| {
            let minutes = (instant.clamp(self.start, self.end) - self.start).num_minutes();
            u32::try_from(minutes * i64::from(scale) / whole).unwrap_or(scale)
        };
        (at(shift.start.at), at(shift.ends_at()))
    }
}
