//! That somebody wants no messages for a while.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Person;
use crate::clock::Instant;
use crate::time::Moment;

/// Until when that waits which waits for the end of a pause without end: the first instant of the year 9999, which every
/// store and calendar knows.
pub const ENDLESS: Instant = match DateTime::<Utc>::from_timestamp(253_370_764_800, 0) {
    Some(instant) => instant,
    None => DateTime::<Utc>::UNIX_EPOCH,
};

/// A pause. While it lasts, personal messages wait, but for what would come too late and what was asked for at its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When it began.
    pub since: Instant,
    /// When it ends by itself; without that, when it is ended.
    pub until: Option<Moment>,
}

impl Pause {
    /// When it ends by itself, else [`ENDLESS`].
    pub fn end(&self) -> Instant {
        self.until.as_ref().map_or(ENDLESS, |until| until.at)
    }
}

impl Person {
    /// Whether they want no messages now.
    pub fn is_paused(&self, now: Instant) -> bool {
        self.pause.as_ref().is_some_and(|pause| now < pause.end())
    }
}
