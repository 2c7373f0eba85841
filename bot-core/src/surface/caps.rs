//! The limits and abilities of a platform. An adapter declares its own; the core and the engine ask for abilities, never
//! for names.

use chrono::TimeDelta;

/// What a platform can do, and what it allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a platform"
)]
pub struct Caps {
    /// The most characters a message may have.
    pub message_chars: usize,
    /// Whether cards have buttons.
    pub buttons: bool,
    /// Whether a button or a command can open a form.
    pub forms: bool,
    /// Whether an answer in a room can be shown to one person only.
    pub ephemeral: bool,
    /// Whether a command in a room of several stands behind the group's [prefix](crate::people::Prefix).
    pub prefix: bool,
    /// The least time between two edits of one message; `None` where messages cannot be edited.
    pub edits: Option<TimeDelta>,
    /// For how long the platform knows a message again by its key, so that sending it twice shows it once; `None` where
    /// it does not.
    pub idempotent_for: Option<TimeDelta>,
    /// How much may be sent.
    pub rates: Rates,
}

/// How much the bot may send, edits among it. All limits that concern a message hold at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// In all.
    pub account: &'static [Limit],
    /// To one person in private.
    pub private: &'static [Limit],
    /// To one room.
    pub room: &'static [Limit],
    /// Whether the answer to an event counts for none of them.
    pub free_answers: bool,
}

impl Rates {
    /// As much as anybody likes.
    pub const UNLIMITED: Self = Self {
        account: &[],
        private: &[],
        room: &[],
        free_answers: true,
    };

    /// How far back what was sent still counts.
    pub fn memory(&self) -> TimeDelta {
        let limits = [self.account, self.private, self.room].into_iter().flatten();
        let memory = limits.map(|limit| match *limit {
            Limit::Window { span, .. } => span,
            Limit::Bucket { burst, every } => every * i32::try_from(burst).unwrap_or(i32::MAX),
        });
        memory.max().unwrap_or_default()
    }
}

/// A limit of messages in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// At most so many within any span of that length.
    Window {
        /// The most messages, at least 1.
        most: u32,
        /// The length of the span.
        span: TimeDelta,
    },
    /// A bucket of permits, full at first, that gets one back every so often (a token bucket).
    Bucket {
        /// How many permits it holds, at least 1.
        burst: u32,
        /// How long it takes to get one back.
        every: TimeDelta,
    },
}

impl Limit {
    /// At most so many within any span of so many seconds.
    pub const fn window(most: u32, seconds: i64) -> Self {
        let span = TimeDelta::seconds(seconds);
        Self::Window { most, span }
    }
}
