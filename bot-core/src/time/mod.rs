//! `<when>` as people type it, zones, repeats and quiet hours: pure functions of (text, now, zone, language).

pub mod zone;

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::locale::Language;

pub use zone::Zone;

/// Where a phrase is read: what "tomorrow" and "10am" mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The present instant.
    pub now: Instant,
    /// The speaker's zone.
    pub zone: Zone,
    /// The speaker's language.
    pub language: Language,
}

/// A point in time as a person set it: the instant, and the wall clock it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// The instant.
    pub at: Instant,
    /// The wall clock.
    pub local: NaiveDateTime,
    /// The zone of that wall clock.
    pub zone: Zone,
}

/// What a `<when>` phrase means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// The start (of the first occurrence, for a repeat).
    pub start: Moment,
    /// The end, where the phrase is a range.
    pub end: Option<Moment>,
    /// Whether the phrase names a clock time; without one `start` is the first instant of the day.
    pub timed: bool,
    /// How it repeats.
    pub repeat: Option<Repeat>,
}

/// How something repeats: wall-clock times in a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repeat {
    pub(crate) rule: String,
}

/// The part of the day when personal messages wait, by the person's wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// The first quiet minute.
    pub from: NaiveTime,
    /// The first minute that is quiet no more; may be on the next day.
    pub to: NaiveTime,
}

/// A length of time as people type it.
pub type Duration = TimeDelta;

impl QuietHours {
    /// When a message of `at` may be sent: `at` itself outside quiet hours, else their end.
    pub fn release(self, at: Instant, _zone: &Zone) -> Instant {
        at
    }
}
