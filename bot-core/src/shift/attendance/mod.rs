//! The day of the shift: who came, who left, who is there beyond the plan, and of whom it was noted that they did not come.
//!
//! - here: [`Attendance`], what is kept of it, and from when until when it is taken down
//! - [`record`]: check-in, check-out, walk-ins, no-shows; [`hours`]: how long somebody was there

pub mod hours;
pub mod record;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::claim::By;
use super::{Roster, Seat, Shift};
use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::PersonId;
use crate::locale::Phrase;
use crate::phrase;
use crate::time::Moment;

/// How long before the start a shift takes check-ins; whole days take them from midnight.
pub const EARLY: TimeDelta = TimeDelta::minutes(15);
/// How long after the end the list may still be completed: people check out, whoever runs the shift checks in.
pub const COMPLETED_WITHIN: TimeDelta = TimeDelta::hours(24);

/// What is kept of the day for one seat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// When they were checked in.
    pub came_at: Option<Instant>,
    /// Who checked them in, where it was somebody else.
    pub came_by: Option<PersonId>,
    /// When they were checked out.
    pub left_at: Option<Instant>,
    /// When it was noted that they did not come: known to those who run the shift, and to themselves if they ask.
    pub no_show_at: Option<Instant>,
    /// Whether they are there beyond the plan: they take none of the seats.
    pub walk_in: bool,
}

impl Shift {
    /// From when it takes check-ins.
    pub fn doors_at(&self) -> Instant {
        if self.whole_days {
            return self.start.at;
        }
        self.start.at - EARLY
    }

    /// Whether whoever is reminded of it now is asked to check in, and not whether they come.
    pub(crate) fn is_at_hand(&self, now: Instant) -> bool {
        self.takes_checkins(now) && self.counted_from().at - EARLY <= now
    }

    /// Whether members check in now.
    pub fn takes_checkins(&self, now: Instant) -> bool {
        self.cancelled.is_none() && self.doors_at() <= now && now < self.ends_at()
    }

    /// Refuses a check-in before its time and after: members come until the end, whoever runs the shift completes the list.
    pub(crate) fn must_take_checkins(&self, by: By, now: Instant) -> Result<(), UserError> {
        match by {
            By::Member => self.must_be_live(now)?,
            By::Captain => self.must_be_open_to_completion(now)?,
        }
        if now < self.doors_at() {
            let from = Moment::at(self.doors_at(), self.start.zone.clone());
            let shift = self.reference();
            return Err(phrase!("shift-checkin-too-early", shift = word shift, from = moment from).into());
        }
        Ok(())
    }

    /// Refuses what is told only of a shift that is on and has begun; `too_early` says so of one that has not.
    pub(crate) fn must_have_begun(&self, now: Instant, too_early: Phrase) -> Result<(), UserError> {
        if self.cancelled.is_some() {
            return self.must_be_live(now);
        }
        if now < self.start.at {
            return Err(too_early.into());
        }
        Ok(())
    }

    /// Refuses what comes more than [`COMPLETED_WITHIN`] after the end.
    pub(crate) fn must_be_open_to_completion(&self, now: Instant) -> Result<(), UserError> {
        self.must_be_live(now - COMPLETED_WITHIN)
    }
}

impl Seat {
    /// Whether they were checked in.
    pub const fn came(&self) -> bool {
        self.attendance.came_at.is_some()
    }
}

impl Roster {
    /// Those who are in by the plan: walk-ins are not among them.
    pub fn planned(&self) -> impl Iterator<Item = &Seat> {
        self.seated().filter(|seat| !seat.attendance.walk_in)
    }

    /// Those who are there beyond the plan.
    pub fn walk_ins(&self) -> impl Iterator<Item = &Seat> {
        self.seated().filter(|seat| seat.attendance.walk_in)
    }

    /// How many were checked in, guests and walk-ins among them.
    pub fn count_came(&self) -> usize {
        self.seats.iter().filter(|seat| seat.came()).count()
    }
}
