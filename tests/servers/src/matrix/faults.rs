//! Faults on demand: what goes wrong with a request that comes through a door.

use std::time::Duration;

use super::ids::RoomId;
use crate::orders::Orders;

pub use crate::orders::Often;

/// What goes wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is answered with that status by a page, as a proxy makes it, and nothing happens.
    ServerError(u16),
    /// It is refused.
    Refused {
        /// The status.
        status: u16,
        /// `M_FORBIDDEN` …
        code: String,
    },
    /// It is refused as too much.
    TooMany {
        /// When to come again.
        after: Duration,
    },
    /// The connection is cut, and nothing happens.
    DropBefore,
    /// It is carried out, and the connection is cut before it is answered.
    DropAfter,
    /// It waits that long before it is carried out.
    Slow(Duration),
}

/// The faults that were ordered, by what is asked and by room.
pub(super) type Faults = Orders<RoomId, Fault>;
