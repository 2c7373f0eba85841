//! Time as it is handed in: the core never asks the machine what time it is.

use chrono::{DateTime, SubsecRound, Utc};

/// A point on the UTC time line, in whole microseconds (what every database keeps).
pub type Instant = DateTime<Utc>;

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present instant, in whole microseconds.
    fn now(&self) -> Instant;
}

/// Cuts an instant to the microseconds that the databases keep, so that what is read equals what was written.
pub fn to_stored_precision(at: Instant) -> Instant {
    at.trunc_subsecs(6)
}
