//! The task: something to be done by somebody, often by a certain time.
//!
//! - [`Task`], [`State`]: what is kept
//! - [`rules`]: who may do what with it, and what comes of it; `deadline`: what `due:` and `repeat:` mean together;
//!   [`series`]: how one follows another
//! - [`command`], [`desk`], [`card`], [`due`]: what people type, what it does, what they see, what falls due
//! - `change`: what follows from every change; [`undo`]: how the last one is taken back
//! - `leaving`: who hands theirs back since they go

pub mod card;
pub(crate) mod change;
pub mod command;
mod deadline;
pub mod desk;
pub mod due;
pub(crate) mod leaving;
pub mod rules;
pub mod series;
#[cfg(test)]
mod tests;
pub mod undo;

use serde::{Deserialize, Serialize};

pub use self::series::Series;
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId, Reference, TaskId, TeamId};
use crate::store::Subject;
use crate::time::{Moment, When};

/// The most characters of a title.
pub const TITLE_MAX: usize = 120;
/// The most characters of a note.
pub const NOTE_MAX: usize = 500;

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// Its group.
    pub group: GroupId,
    /// Its number in the group: the 3 of `T3`.
    pub number: u32,
    /// What is to be done.
    pub title: String,
    /// More about it.
    pub note: Option<String>,
    /// The team whose work it is.
    pub team: Option<TeamId>,
    /// Who added it.
    pub creator: PersonId,
    /// Who has taken it.
    pub owner: Option<PersonId>,
    /// Who gets the task that follows, for a repeat that was added `for:` somebody.
    pub keeper: Option<PersonId>,
    /// By when; a day without a clock time ends at 23:59.
    pub due: Option<Moment>,
    /// How it repeats: when it is done the next one is added, and the series goes on with that one.
    pub series: Option<Series>,
    /// The task that followed, once a repeating one is done.
    pub next: Option<TaskId>,
    /// Where it stands.
    pub state: State,
    /// When it was added.
    pub created_at: Instant,
    /// Counts the changes, so that `undo` knows whether somebody acted since.
    pub version: u32,
}

/// Where a task stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// To be done.
    Open,
    /// Done.
    Done {
        /// Who is credited: its owner, or whoever did it where nobody had it.
        by: PersonId,
        /// When.
        at: Instant,
        /// What they said of it.
        note: Option<String>,
    },
    /// Deleted; its number is never given again.
    Deleted,
}

impl Task {
    /// What people type for it.
    pub const fn reference(&self) -> Reference {
        Reference::new(Kind::Task, self.number)
    }

    /// What the agenda calls it.
    pub const fn subject(&self) -> Subject {
        Subject {
            kind: Kind::Task,
            id: self.id.0,
        }
    }

    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether it is still to be done though its time has passed.
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.is_open() && self.due.as_ref().is_some_and(|due| due.at < now)
    }

    /// Whether that is the day on which it is due, or would be by its rule.
    pub(super) fn is_on(&self, on: &When) -> bool {
        let day = on.start.local.date();
        let of_rule = self.series.as_ref().map(|series| series.date);
        let due = self.due.as_ref().map(|due| due.local);
        [due, of_rule].into_iter().flatten().any(|local| local.date() == day)
    }
}
