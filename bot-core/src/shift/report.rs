//! How a shift went, in the words and numbers of whoever ran it.

use serde::{Deserialize, Serialize};

use super::change::is_none;
use crate::clock::Instant;
use crate::ids::PersonId;

/// The most conversations or doors that are taken down: more is a slip.
pub const MOST_COUNTED: u32 = 100_000;

/// How it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How many conversations there were.
    pub conversations: Option<u32>,
    /// At how many doors.
    pub doors: Option<u32>,
    /// In words; at most [`NOTE_CHARS`](super::NOTE_CHARS).
    pub note: Option<String>,
    /// Who wrote it last.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// `shift report`: what is not given stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// How many conversations.
    pub conversations: Option<u32>,
    /// At how many doors.
    pub doors: Option<u32>,
    /// In words; `none` takes them away.
    pub note: Option<String>,
}

impl Told {
    /// Whether nothing is told.
    pub const fn is_nothing(&self) -> bool {
        self.conversations.is_none() && self.doors.is_none() && self.note.is_none()
    }

    /// The report with what is told.
    pub fn onto(self, was: Option<&Report>, by: PersonId, at: Instant) -> Report {
        let note = match self.note {
            Some(note) if is_none(&note) => None,
            Some(note) => Some(note),
            None => was.and_then(|was| was.note.clone()),
        };
        Report {
            conversations: self.conversations.or(was.and_then(|was| was.conversations)),
            doors: self.doors.or(was.and_then(|was| was.doors)),
            note,
            by,
            at,
        }
    }
}
