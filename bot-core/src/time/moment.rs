//! Points in time as people set them.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Repeat, Zone};
use crate::clock::Instant;

/// A point in time as a person set it: the instant, and the wall clock it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: Instant,
    /// The wall clock as it was set; one that a clock change skips stays as it was typed, and `at` is when it
    /// comes true (see [`Zone::resolve`]).
    pub local: NaiveDateTime,
    /// The zone of that wall clock.
    pub zone: Zone,
}

impl Moment {
    /// The moment at which the wall clocks of the zone show `local` (see [`Zone::resolve`]).
    pub fn new(local: NaiveDateTime, zone: Zone) -> Self {
        Self {
            at: zone.resolve(local),
            local,
            zone,
        }
    }

    /// When that day begins.
    pub fn midnight(day: NaiveDate, zone: Zone) -> Self {
        Self::new(day.and_time(NaiveTime::MIN), zone)
    }

    /// That instant by the wall clocks of the zone.
    pub fn at(at: Instant, zone: Zone) -> Self {
        Self {
            at,
            local: zone.to_local(at),
            zone,
        }
    }

    /// The moment at which the wall clock shows `local`, where that is after this one; a range that a clock
    /// change has turned around keeps the length that its wall clock says.
    pub(crate) fn until(&self, local: NaiveDateTime) -> Self {
        let end = Self::new(local, self.zone.clone());
        if end.at > self.at || local <= self.local {
            return end;
        }
        let at = self.at + (local - self.local);
        Self { at, ..end }
    }

    /// What begins now and is that long by the wall clock ends then.
    pub(crate) fn lasting(&self, length: TimeDelta) -> Self {
        self.until(self.local + length)
    }

    /// How much later the wall clock of `end` is.
    pub(crate) fn wall_length(&self, end: &Self) -> TimeDelta {
        end.local - self.local
    }
}

/// What a `<when>` phrase says of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dated {
    /// Nothing: it is the next on which its clock time comes.
    Clock,
    /// A day of the week alone: it is the coming one.
    Weekday,
    /// Which day it is.
    Date,
}

/// What a `<when>` phrase means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The start (of the first occurrence, for a repeat).
    pub start: Moment,
    /// The end, where the phrase is a range; after the start.
    pub end: Option<Moment>,
    /// Whether the phrase names a clock time; without one `start` is the first instant of the day.
    pub timed: bool,
    /// What the phrase says of the day.
    pub dated: Dated,
    /// How it repeats.
    pub repeat: Option<Repeat>,
}

impl When {
    /// Whether it is whole days: "sat all day", "dec 5-7". A day alone is not.
    #[must_use]
    pub const fn is_whole_days(&self) -> bool {
        !self.timed && self.end.is_some()
    }

    /// The start as a deadline: a day without a clock time ends with its last minute, 23:59.
    #[must_use]
    pub fn deadline(&self) -> Moment {
        let day = self.start.local.date();
        match day.and_hms_opt(23, 59, 0).filter(|_| !self.timed) {
            Some(last_minute) => Moment::new(last_minute, self.start.zone.clone()),
            None => self.start.clone(),
        }
    }

    /// The first occurrence after that instant, with start and end moved together (the end keeps its wall clock);
    /// `None` for one that does not repeat.
    #[must_use]
    pub fn next_after(&self, after: Instant) -> Option<Self> {
        let start = self.repeat.as_ref()?.next_after(&self.start, after)?;
        let end = self
            .end
            .as_ref()
            .map(|end| start.until(start.local + self.start.wall_length(end)));
        Some(Self {
            start,
            end,
            ..self.clone()
        })
    }
}
