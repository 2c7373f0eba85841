//! Shifts that repeat: a series, whose dates are shifts of their own.
//!
//! - [`Series`]: the rule, and what each date is made of; [`SeriesDate`]: what a shift knows of its series
//! - [`horizon`]: which dates are made ahead, and when the next one is
//! - `ahead`: dates made and written down
//! - [`rule`]: how a series is begun, moved, given another rule and ended

pub(crate) mod ahead;
pub mod horizon;
pub mod rule;

use std::collections::BTreeSet;

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::needs::Needs;
use super::{Hours, Shift};
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, SeriesId, ShiftId, TeamId};
use crate::series::Dates;
use crate::store::Subject;
use crate::time::{Dated, Duration, Moment, When};

/// The most series of a group that go on.
pub const MOST_SERIES: u32 = 100;

/// A shift that repeats. Its `version` counts its changes, those of the agenda included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// Its group.
    pub group: GroupId,
    /// When its dates begin. Dates that were made before the rule changed are no dates of it any more; they stay.
    pub dates: Dates,
    /// How long each lasts by the wall clock, if that was said.
    pub length: Option<Duration>,
    /// Whether its dates are whole days.
    pub whole_days: bool,
    /// What a date is made of.
    pub template: Template,
    /// No date is made any more: it was ended, or the rule has no more.
    pub ended: bool,
    /// Counts the changes, so that `undo` knows whether something happened since.
    pub version: u32,
}

/// What each date of a series has from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// What is to be done.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// The team that runs it.
    pub team: Option<TeamId>,
    /// What else is good to know.
    pub note: Option<String>,
    /// Members cannot drop it later than this before the start.
    pub cutoff: Option<Duration>,
    /// Members cannot claim it earlier than this before the start.
    pub opens: Option<Duration>,
    /// How many it takes.
    pub needs: Needs,
}

/// What a shift knows of the series that it is a date of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesDate {
    /// The series.
    pub series: SeriesId,
    /// The instant that the rule gives it, wherever it was moved on its own.
    pub at: Instant,
    /// The same by the wall clock of the series; no two dates of a series have one.
    pub local: NaiveDateTime,
    /// What was changed on this date alone: changes of the series leave it.
    pub own: BTreeSet<Field>,
}

/// What can be a date's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The title.
    Title,
    /// When it begins and ends.
    Hours,
    /// How many it takes.
    Needs,
    /// Where.
    Place,
    /// The team.
    Team,
    /// The note.
    Note,
    /// The cut-off.
    Cutoff,
    /// When sign-up opens.
    Opens,
}

impl Field {
    /// Every field, in the order in which cards name them.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Hours,
        Self::Needs,
        Self::Place,
        Self::Team,
        Self::Note,
        Self::Cutoff,
        Self::Opens,
    ];
}

impl Series {
    /// What agenda lines about it name.
    pub const fn subject(&self) -> Subject {
        Subject {
            kind: Kind::Shift,
            id: self.id.0,
        }
    }

    /// The hours of a date that begins then.
    pub fn hours(&self, start: Moment) -> Hours {
        let end = self.length.map(|length| start.lasting(length));
        Hours {
            start,
            end,
            whole_days: self.whole_days,
        }
    }

    /// The date that begins then, as a shift of that number.
    pub fn date(&self, id: ShiftId, number: u32, start: Moment) -> Shift {
        let Template {
            title,
            place,
            team,
            note,
            cutoff,
            opens,
            needs,
        } = self.template.clone();
        let of = SeriesDate {
            series: self.id,
            at: start.at,
            local: start.local,
            own: BTreeSet::new(),
        };
        let hours = self.hours(start);
        Shift {
            id,
            group: self.group,
            number,
            title,
            start: hours.start,
            end: hours.end,
            whole_days: self.whole_days,
            place,
            team,
            note,
            cutoff,
            opens,
            needs,
            series: Some(of),
            cancelled: None,
            version: 1,
            turn: 0,
        }
    }

    /// A date that begins then, as people see it: whole days have no clock.
    pub(crate) fn when(&self, start: &Moment) -> When {
        let hours = self.hours(start.clone());
        When {
            start: hours.start,
            end: hours.end.filter(|_| self.whole_days),
            timed: !self.whole_days,
            dated: Dated::Date,
            repeat: None,
        }
    }

    /// When a date that begins at that wall clock is over, as [`Shift::ends_at`] has it.
    pub fn over_at(&self, start: &Moment) -> Instant {
        let hours = self.hours(start.clone());
        hours.end.map_or(start.at + super::ASSUMED_LENGTH, |end| end.at)
    }
}

impl Shift {
    /// What it knows of its series; an own hour, title or place is found here.
    pub fn is_own(&self, field: Field) -> bool {
        self.series.as_ref().is_some_and(|of| of.own.contains(&field))
    }
}

/// The wall length of a range.
pub(crate) fn length(start: &Moment, end: Option<&Moment>) -> Option<TimeDelta> {
    end.map(|end| end.local - start.local)
}
