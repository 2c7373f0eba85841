//! Faults on demand: which requests they meet, and what they do.

use std::time::Duration;

use super::ids::ChatId;
use crate::orders::Orders;

pub use crate::orders::Often;

/// What goes wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is answered with that status, and nothing happens.
    ServerError {
        /// 500, 502 …
        status: u16,
        /// Whether the body is a page as a proxy makes it, not the Bot API's JSON.
        html: bool,
    },
    /// It is refused in those words.
    Refused {
        /// The error code.
        code: u16,
        /// The description, whole: `Forbidden: …`.
        description: String,
    },
    /// The connection is cut, and nothing happens.
    DropBefore,
    /// It is carried out, and the connection is cut before it is answered.
    DropAfter,
    /// It waits that long before it is carried out.
    Slow(Duration),
    /// It is carried out, and the answer is broken JSON.
    MalformedJson,
    /// It is refused as too much; the unit is seconds.
    TooMany {
        /// When to come again.
        retry_after: u64,
    },
}

/// The faults that were ordered, by method and chat.
pub(super) type Faults = Orders<ChatId, Fault>;
