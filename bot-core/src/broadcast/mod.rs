//! The broadcast: one text to many people, each in private, with a report that tells who was reached.
//!
//! - [`Broadcast`], [`State`]: what is kept, and where it stands
//! - [`audience`]: whom it is for; [`reach`]: what became of each copy
//! - [`command`], [`desk`], [`card`]: what people type, what it does, what they see
//! - [`due`]: writing to everybody, some at a time; [`outcome`](mod@outcome): what platforms say of the copies, and the end
//! - [`undo`]: how an act is taken back; `leaving`: what is not sent since its author goes

pub mod audience;
pub mod card;
pub mod command;
pub mod desk;
pub mod due;
pub(crate) mod leaving;
pub mod outcome;
pub mod reach;
#[cfg(test)]
mod tests;
pub mod undo;

pub use audience::Audience;
pub use outcome::{outcome, outcomes};
pub use reach::{Counts, Reach};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::ids::{BroadcastId, GroupId, Kind, PersonId, Reference};
use crate::store::Subject;
use crate::surface::RoomAddress;
use crate::time::Moment;

/// The most characters of a text: with what stands around it, every platform takes it as one message.
pub const TEXT_CHARS: usize = 1500;
/// How long a draft waits to be confirmed.
pub const DRAFT_LASTS: TimeDelta = TimeDelta::days(1);

/// One text to many people. What became of each one's copy is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Broadcast {
    /// Its id.
    pub id: BroadcastId,
    /// Its group.
    pub group: GroupId,
    /// The number of its reference: `B6`.
    pub number: u32,
    /// What it says; at most [`TEXT_CHARS`].
    pub text: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Whether it asks for *Got it*.
    pub asks: bool,
    /// Who wrote it. They get no copy.
    pub author: PersonId,
    /// The room that hears the report; none where it was written in private: then its author does.
    pub room: Option<RoomAddress>,
    /// When it was written.
    pub created_at: Instant,
    /// When it is to go out, where that was said.
    pub at: Option<Moment>,
    /// How many people it was for when it was written.
    pub people: u32,
    /// When it was confirmed.
    pub confirmed_at: Option<Instant>,
    /// When the first people were written to.
    pub begun_at: Option<Instant>,
    /// The last person, by id, of those who are dealt with already, while there may be others.
    pub cursor: Option<PersonId>,
    /// When everybody was written to.
    pub written_at: Option<Instant>,
    /// When it was stopped, discarded or taken back.
    pub stopped_at: Option<Instant>,
    /// How many were still to be written to when it was stopped.
    pub unwritten: u32,
    /// When it was known of every copy what became of it.
    pub finished_at: Option<Instant>,
    /// When those who were not reached were mentioned.
    pub mentioned_at: Option<Instant>,
    /// Counts the changes of everything above.
    pub version: u32,
}

/// Where a broadcast stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It waits to be confirmed.
    Draft,
    /// Nobody confirmed it in time.
    Lapsed,
    /// It was confirmed, and its time is still to come.
    Scheduled,
    /// It was taken back before anybody was written to.
    TakenBack,
    /// It goes out, or some copies are still on their way.
    Running,
    /// It was stopped; some copies are still on their way.
    Stopping,
    /// It was stopped, and all is known of what had gone out.
    Stopped,
    /// It went out, and all is known.
    Finished,
}

impl State {
    /// The word that sentences select by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Lapsed => "lapsed",
            Self::Scheduled => "scheduled",
            Self::TakenBack => "taken-back",
            Self::Running => "running",
            Self::Stopping => "stopping",
            Self::Stopped => "stopped",
            Self::Finished => "finished",
        }
    }

    /// Whether nobody was written to yet.
    pub const fn is_before_the_first(self) -> bool {
        matches!(self, Self::Draft | Self::Lapsed | Self::Scheduled | Self::TakenBack)
    }
}

impl Broadcast {
    /// What people type for it.
    pub const fn reference(&self) -> Reference {
        Reference::new(Kind::Broadcast, self.number)
    }

    /// What the agenda calls it.
    pub const fn subject(&self) -> Subject {
        Subject {
            kind: Kind::Broadcast,
            id: self.id.0,
        }
    }

    /// Where it stands now. A draft lapses by the hour alone, whether or not the agenda has got round to it.
    pub fn state(&self, now: Instant) -> State {
        match (self.stopped_at, self.begun_at, self.finished_at) {
            (Some(_), None, _) => State::TakenBack,
            (Some(_), Some(_), None) => State::Stopping,
            (Some(_), Some(_), Some(_)) => State::Stopped,
            (None, _, Some(_)) => State::Finished,
            (None, Some(_), None) => State::Running,
            (None, None, None) if self.confirmed_at.is_some() => State::Scheduled,
            (None, None, None) if now >= self.lapses_at() => State::Lapsed,
            (None, None, None) => State::Draft,
        }
    }

    /// When its draft ends if nobody confirms it.
    pub fn lapses_at(&self) -> Instant {
        self.created_at + DRAFT_LASTS
    }

    /// Whether nobody else will be written to.
    pub const fn is_written(&self) -> bool {
        self.written_at.is_some() || self.stopped_at.is_some()
    }

    /// The draft confirmed: it goes out now, or at its time where that is still to come.
    #[must_use]
    pub fn confirmed(mut self, now: Instant) -> Self {
        self.confirmed_at = Some(now);
        if self.at.as_ref().is_none_or(|at| at.at <= now) {
            self.begun_at = Some(now);
        }
        self.changed()
    }

    /// The same with the first people about to be written to.
    #[must_use]
    pub fn begun(mut self, now: Instant) -> Self {
        self.begun_at.get_or_insert(now);
        self.changed()
    }

    /// The same stopped, with so many people still to be written to.
    #[must_use]
    pub fn stopped(mut self, now: Instant, unwritten: u32) -> Self {
        self.stopped_at = Some(now);
        self.unwritten = unwritten;
        self.cursor = None;
        self.changed()
    }

    /// The same with all known.
    #[must_use]
    pub fn finished(mut self, now: Instant) -> Self {
        self.finished_at = Some(now);
        self.changed()
    }

    /// The same with one change more.
    #[must_use]
    pub const fn changed(mut self) -> Self {
        self.version = self.version.saturating_add(1);
        self
    }
}
