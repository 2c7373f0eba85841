//! The shift and its rules: pure functions over a [`Roster`], a command and the hour.
//!
//! - [`Shift`]: what is to be done, when, and how many it takes ([`needs`])
//! - [`roster`]: who is in and who waits; [`claim`]: how seats are taken and freed; [`confirm`]: who said that they come
//! - [`cover`]: who stays in until somebody takes their place; [`offer`]: who is asked whether they still want a seat
//! - [`search`]: asking those whom a shift may suit; `short`: telling captains where people are missing
//! - [`attendance`]: who came on the day, and for how long; [`report`]: how it went
//! - [`change`]: when a shift may be, and how it is edited, moved and cancelled
//! - [`near`]: shifts that leave a member too little rest; [`opening`]: when sign-up opens; `given`: seats that captains gave
//! - [`command`], [`desk`], [`card`]: what people type, what it does, what they see; `form`: a shift as it would be typed
//! - [`series`]: shifts that repeat · [`template`]: shifts that are saved, to be posted again
//! - [`plan`], [`due`]: everyone's reminders on the agenda, and what happens when they fall due
//! - `thanks`: what follows a shift that people came to; `turns`: when its card says something else by itself
//! - `forgotten`: whose seats are freed for good
//! - [`notice`]: what people on a shift hear of what others did; [`undo`]: how an act is taken back; `leaving`: whose seats
//!   are freed since they go

pub mod attendance;
pub mod card;
pub mod change;
pub mod claim;
pub mod command;
pub mod confirm;
pub mod cover;
pub mod desk;
pub mod due;
pub(crate) mod form;
mod given;
pub(crate) mod leaving;
pub mod near;
pub mod needs;
pub mod notice;
pub mod offer;
pub mod opening;
pub mod plan;
#[cfg(test)]
mod properties;
pub mod report;
pub mod roster;
pub mod search;
pub mod series;
pub(crate) mod short;
pub mod template;
#[cfg(test)]
mod tests;
pub mod thanks;
mod turns;
pub mod undo;

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::error::UserError;
use crate::ids::{GroupId, Kind, PersonId, Reference, SeatId, ShiftId, TeamId};
use crate::phrase;
use crate::store::{Due, DueAct, Subject};
use crate::time::{Dated, Duration, Moment, When};

pub use attendance::Attendance;
pub use change::Hours;
pub use needs::Needs;
pub use report::Report;
pub use roster::Roster;
pub use series::{Series, SeriesDate};

/// The most characters of a title.
pub const TITLE_CHARS: usize = 100;
/// The most characters of a place.
pub const PLACE_CHARS: usize = 100;
/// The most characters of a note.
pub const NOTE_CHARS: usize = 1000;
/// The most characters of a reason to cancel.
pub const REASON_CHARS: usize = 200;
/// The most characters of a guest's name.
pub const GUEST_CHARS: usize = 60;
/// How long a shift without an end is taken to last: for clashes, and until it counts as over.
pub const ASSUMED_LENGTH: TimeDelta = TimeDelta::hours(2);
/// How long after midnight a whole day begins for people: nobody is to be reminded of it at ten in the evening, two hours before midnight.
pub const MORNING: TimeDelta = TimeDelta::hours(9);

/// Work for a number of people at a time. Its `version` counts the changes of everything but `turn`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Its id.
    pub id: ShiftId,
    /// Its group.
    pub group: GroupId,
    /// The number of its reference: `S12`.
    pub number: u32,
    /// What is to be done; at most [`TITLE_CHARS`].
    pub title: String,
    /// When it begins.
    pub start: Moment,
    /// When it ends, if that was said.
    pub end: Option<Moment>,
    /// Whether its hours are whole days: `end` is the midnight after the last of them.
    pub whole_days: bool,
    /// Where; at most [`PLACE_CHARS`].
    pub place: Option<String>,
    /// The team whose captains run it, beside the captains of the group.
    pub team: Option<TeamId>,
    /// What else is good to know; at most [`NOTE_CHARS`].
    pub note: Option<String>,
    /// Members cannot drop it later than this before the start.
    pub cutoff: Option<Duration>,
    /// Members cannot claim it earlier than this before the start.
    pub opens: Option<Duration>,
    /// How many it takes, in which roles.
    pub needs: Needs,
    /// The series that it is a date of.
    pub series: Option<SeriesDate>,
    /// When and why it was cancelled.
    pub cancelled: Option<Cancelled>,
    /// Counts the changes, so that `undo` knows whether somebody acted since.
    pub version: u32,
    /// The last turn given out: whoever takes, frees or waits for a seat gets the next.
    pub turn: u32,
}

/// That a shift was cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// When.
    pub at: Instant,
    /// Why, if that was said; at most [`REASON_CHARS`].
    pub reason: Option<String>,
}

/// Somebody on a shift: in a seat, or on its waiting list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// Its id.
    pub id: SeatId,
    /// Whose it is; nobody has two on a shift.
    pub holder: Holder,
    /// The role: the one they have, or the one they wait for (`None`: any).
    pub role: Option<String>,
    /// Whether they are in, or wait.
    pub standing: SeatStanding,
    /// Their turn: the order of the waiting list, and of the roster.
    pub turn: u32,
    /// When a member who is in said that they will come. A guest has none: see [`Roster::confirmation`].
    #[serde(default)]
    pub confirmed_at: Option<Instant>,
    /// Since when a member who is in looks for somebody to take their place: they stay in until then. See [`cover`].
    #[serde(default)]
    pub cover_since: Option<Instant>,
    /// When whoever waits was asked whether they still want the seat that is kept for them meanwhile. See [`offer`].
    #[serde(default)]
    pub offered_at: Option<Instant>,
    /// Whether they came on the day.
    #[serde(default)]
    pub attendance: Attendance,
    /// Who claimed it for the member, where that was not themselves.
    #[serde(default)]
    pub given_by: Option<PersonId>,
}

/// Whether somebody on a shift is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatStanding {
    /// They have a seat.
    In,
    /// They are on the waiting list.
    Waiting,
}

/// Who holds a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// A member of the group.
    Member(PersonId),
    /// Somebody who is not, by name; at most [`GUEST_CHARS`]. Takes a seat like anybody else.
    Guest {
        /// Their name, unique on the shift without regard to case.
        name: String,
        /// The member who brings them.
        host: PersonId,
    },
}

impl Shift {
    /// Its reference.
    pub const fn reference(&self) -> Reference {
        Reference::new(Kind::Shift, self.number)
    }

    /// What agenda lines about it name.
    pub const fn subject(&self) -> Subject {
        Subject {
            kind: Kind::Shift,
            id: self.id.0,
        }
    }

    /// A line of the agenda about it.
    pub(crate) const fn due(&self, at: Instant, act: DueAct, person: Option<PersonId>) -> Due {
        Due {
            at,
            group: self.group,
            subject: self.subject(),
            act,
            person,
        }
    }

    /// When it is over: its end, or [`ASSUMED_LENGTH`] after its start.
    pub fn ends_at(&self) -> Instant {
        self.end
            .as_ref()
            .map_or_else(|| self.start.at + ASSUMED_LENGTH, |end| end.at)
    }

    /// How long it is by the wall clock, if its end was said.
    pub(crate) fn wall_length(&self) -> Option<TimeDelta> {
        series::length(&self.start, self.end.as_ref())
    }

    /// Its hours as people see them.
    pub fn when(&self) -> When {
        When {
            start: self.start.clone(),
            end: self.end.clone(),
            timed: !self.whole_days,
            dated: Dated::Date,
            repeat: None,
        }
    }

    /// From when reminders and the cut-off are counted: its start, of whole days [`MORNING`] of the first.
    pub fn counted_from(&self) -> Moment {
        if !self.whole_days {
            return self.start.clone();
        }
        Moment::new(
            self.start.local.date().and_time(NaiveTime::MIN) + MORNING,
            self.start.zone.clone(),
        )
    }

    /// Whether both take some of the same time.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.start.at < other.ends_at() && other.start.at < self.ends_at()
    }

    /// Refuses what cannot be done any more on a shift that is cancelled or over.
    pub fn must_be_live(&self, now: Instant) -> Result<(), UserError> {
        let refusal = if self.cancelled.is_some() {
            phrase!("shift-is-cancelled", shift = word self.reference())
        } else if self.ends_at() <= now {
            phrase!("shift-is-over", shift = word self.reference(), when = when self.when())
        } else {
            return Ok(());
        };
        Err(UserError::new(refusal).type_next("shift list"))
    }

    /// Refuses what can be done only before the start.
    pub fn must_be_ahead(&self, now: Instant) -> Result<(), UserError> {
        self.must_be_live(now)?;
        if self.start.at > now {
            return Ok(());
        }
        let refusal = phrase!("shift-has-begun", shift = word self.reference(), when = when self.when());
        Err(UserError::new(refusal).type_next(format!("shift show {}", self.reference())))
    }

    /// The instant after which members cannot drop it.
    pub fn drop_until(&self) -> Option<Instant> {
        self.cutoff.map(|cutoff| self.counted_from().at - cutoff)
    }
}

impl Holder {
    /// Whether both mean the same one: guests go by name, without regard to case.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Member(one), Self::Member(other)) => one == other,
            (Self::Guest { name: one, .. }, Self::Guest { name: other, .. }) => {
                one.to_lowercase() == other.to_lowercase()
            }
            _ => false,
        }
    }

    /// The member who answers for it: themselves, or the one who brings the guest.
    pub const fn answerable(&self) -> PersonId {
        match self {
            Self::Member(member) => *member,
            Self::Guest { host, .. } => *host,
        }
    }

    /// The member, if it is one.
    pub const fn member(&self) -> Option<PersonId> {
        match self {
            Self::Member(person) => Some(*person),
            Self::Guest { .. } => None,
        }
    }
}

impl Seat {
    /// Whether it is a seat, and not a place on the waiting list.
    pub fn is_in(&self) -> bool {
        self.standing == SeatStanding::In
    }

    /// Whether it takes a seat away from others: one that somebody has, or that is kept for them while they are asked.
    pub(crate) fn takes_one(&self) -> bool {
        self.is_in() && !self.attendance.walk_in || self.offered_at.is_some()
    }
}
