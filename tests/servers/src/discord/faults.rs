//! Faults on demand: which requests they meet, and what they do.

use std::time::Duration;

use super::ids::ChannelId;
use crate::orders::Orders;

pub use crate::orders::Often;

/// What goes wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is answered with that status, and nothing happens.
    ServerError {
        /// 500, 502 …
        status: u16,
        /// Whether the body is a page as a proxy makes it, not JSON.
        html: bool,
    },
    /// It is refused with that code.
    Refused {
        /// Of the HTTP answer.
        status: u16,
        /// Discord's own.
        code: u32,
        /// In words.
        message: String,
    },
    /// The connection is cut, and nothing happens.
    DropBefore,
    /// It is carried out, and the connection is cut before it is answered.
    DropAfter,
    /// It waits that long before it is carried out.
    Slow(Duration),
    /// It is carried out, and the answer is broken JSON.
    MalformedJson,
    /// It is refused as too much.
    TooMany {
        /// When to come again.
        retry_after: Duration,
        /// Whether that is for the bot as a whole.
        global: bool,
    },
}

/// The faults that were ordered, by the name of the operation and by channel.
pub(super) type Faults = Orders<ChannelId, Fault>;
