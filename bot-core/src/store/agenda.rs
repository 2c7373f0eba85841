//! Due work: what must happen at an instant.

use std::fmt;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId};

/// What due work is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Subject {
    /// Its kind.
    pub kind: Kind,
    /// Its id: that of the shift, task, reminder, poll or broadcast, or of a series of them.
    pub id: Uuid,
}

/// What is to be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueAct {
    /// Remind (of a shift, of a task's due time; the reminder itself).
    Remind,
    /// Remind now of what the person's quiet hours or pause held.
    Held,
    /// Say what the day holds. Its subject is the person's own: see [`crate::digest`].
    Digest,
    /// Say that a poll closes soon.
    Warn,
    /// Write to those who have not voted in a poll; with a person, to them.
    Nudge,
    /// Tell those who run a shift that people are missing.
    Short,
    /// End the offer of a seat that somebody did not answer.
    Lapse,
    /// Ask the next for a shift, or see whether the search for people is over.
    Ask,
    /// Close a poll; end the draft of a broadcast that nobody confirmed.
    Close,
    /// Make the next dates of a series.
    Extend,
    /// Write to the next people of a broadcast, or see whether all of it is settled.
    FanOut,
    /// Thank those who came to a shift, and ask how it went.
    Thank,
    /// Draw the posted cards of a shift anew, since they say something else from now on.
    Redraw,
}

impl DueAct {
    /// Every act.
    pub const ALL: [Self; 13] = [
        Self::Remind,
        Self::Held,
        Self::Digest,
        Self::Warn,
        Self::Nudge,
        Self::Short,
        Self::Lapse,
        Self::Ask,
        Self::Close,
        Self::Extend,
        Self::FanOut,
        Self::Thank,
        Self::Redraw,
    ];

    /// The name that the store keeps.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Held => "held",
            Self::Digest => "digest",
            Self::Warn => "warn",
            Self::Nudge => "nudge",
            Self::Short => "short",
            Self::Lapse => "lapse",
            Self::Ask => "ask",
            Self::Close => "close",
            Self::Extend => "extend",
            Self::FanOut => "fan_out",
            Self::Thank => "thank",
            Self::Redraw => "redraw",
        }
    }
}

/// A line of the agenda. `(group, subject, act, person, at)` is its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Due {
    /// When.
    pub at: Instant,
    /// The group.
    pub group: GroupId,
    /// About what.
    pub subject: Subject,
    /// What is to be done.
    pub act: DueAct,
    /// For whom, where it concerns one person.
    pub person: Option<PersonId>,
}

impl Due {
    /// The idempotency key of what it sends to `whom`. What was held is the reminder that it was.
    pub fn key(&self, whom: impl fmt::Display) -> String {
        let Subject { kind, id } = self.subject;
        let act = match self.act {
            DueAct::Held => DueAct::Remind,
            act => act,
        };
        let at = self.at.timestamp_micros();
        format!("due/{}/{id}/{}/{whom}/{at}", kind.word(), act.code())
    }
}

/// The agenda.
#[async_trait]
pub trait Agenda {
    /// Puts it on the agenda; a line with the same key stands already: nothing happens.
    async fn schedule(&mut self, due: &Due) -> StoreResult<()>;

    /// Takes everything about `subject` off the agenda; with `person`, only what concerns them.
    async fn unschedule(&mut self, group: GroupId, subject: Subject, person: Option<PersonId>) -> StoreResult<()>;

    /// What is due at `now` or before, earliest first (then by group, subject, person and act), at most `limit`.
    async fn due(&mut self, now: Instant, limit: u32) -> StoreResult<Vec<Due>>;

    /// Takes one line off the agenda; whether it still stood, and nobody else is taking it.
    async fn settle(&mut self, due: &Due) -> StoreResult<bool>;

    /// The instant of the earliest line, if there is one.
    async fn next_due(&mut self) -> StoreResult<Option<Instant>>;

    /// What is [`DueAct::Held`] for somebody beyond `now` is due now.
    async fn release_held_lines(&mut self, person: PersonId, now: Instant) -> StoreResult<()>;

    /// Turns what concerns `from` into what concerns `into`, before the two are merged.
    async fn reassign_agenda(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
