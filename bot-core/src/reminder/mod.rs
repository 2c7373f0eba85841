//! The reminder: a text that comes back to a person or to a room at a time they set.
//!
//! - [`Reminder`], [`Audience`], [`State`]: what is kept
//! - [`rules`]: when it fires, and what snooze, pause and resume make of it; `series`: the dates of one that repeats
//! - [`command`], [`desk`], [`card`], [`due`]: what people type, what it does, what they see, what falls due
//! - `schedule`: saving one, with its next time on the agenda; [`undo`]: how the last act is taken back
//! - `leaving`: whose end since they go

pub mod card;
pub mod command;
pub mod desk;
pub mod due;
pub(crate) mod leaving;
pub mod rules;
mod schedule;
mod series;
#[cfg(test)]
mod tests;
pub mod undo;

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId, Reference, ReminderId};
use crate::series::Course;
use crate::store::Subject;
use crate::surface::RoomAddress;
use crate::time::{Moment, Zone};

/// The most characters of a reminder's text.
pub const TEXT_MAX: usize = 1000;
/// How many live reminders one person, or one room, may have at most.
pub const LIVE_MAX: usize = 200;

/// A text that comes back at a time somebody set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its id.
    pub id: ReminderId,
    /// Its group.
    pub group: GroupId,
    /// Its number in the group: the 5 of `R5`.
    pub number: u32,
    /// Who set it.
    pub creator: PersonId,
    /// Whom it is for.
    pub audience: Audience,
    /// What it says.
    pub text: String,
    /// The zone of the wall clock it was set by.
    pub zone: Zone,
    /// When it comes next by its own rule; `None` when it has come for the last time.
    pub next: Option<Moment>,
    /// The dates that it comes on, if it repeats.
    pub course: Option<Course>,
    /// What the date that came last said, if that was its own: snoozed, it says so again.
    pub said: Option<String>,
    /// When it comes once more, because it was snoozed.
    pub snoozed: Option<Moment>,
    /// When it last came.
    pub fired_at: Option<Instant>,
    /// Where it stands.
    pub state: State,
    /// When it was set.
    pub created_at: Instant,
    /// Counts the changes, so that `undo` knows whether something happened since.
    pub version: u32,
}

/// Whom a reminder is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Whoever set it; nobody else sees it.
    Creator,
    /// The room it was set in.
    Room(RoomAddress),
}

/// Where a reminder stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Its time is to come.
    Waiting,
    /// It stays silent until it is resumed.
    Paused,
    /// It has come for the last time; it can still be snoozed.
    Over,
    /// It was cancelled.
    Cancelled,
}

impl Reminder {
    /// What people type for it.
    pub const fn reference(&self) -> Reference {
        Reference::new(Kind::Reminder, self.number)
    }

    /// What the agenda calls it.
    pub const fn subject(&self) -> Subject {
        Subject {
            kind: Kind::Reminder,
            id: self.id.0,
        }
    }

    /// Whether its time is to come, or it is paused.
    pub const fn is_live(&self) -> bool {
        matches!(self.state, State::Waiting | State::Paused)
    }

    /// When it comes next, by its rule or because it was snoozed.
    pub fn coming(&self) -> Option<&Moment> {
        [self.next.as_ref(), self.snoozed.as_ref()]
            .into_iter()
            .flatten()
            .min_by_key(|moment| moment.at)
    }
}
