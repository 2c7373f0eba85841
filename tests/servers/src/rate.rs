//! How much in how long.

use std::time::Duration;

/// So many in that time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many.
    pub most: usize,
    /// In how long.
    pub span: Duration,
}

impl Rate {
    /// So many in that time.
    pub const fn new(most: usize, span: Duration) -> Self {
        Self { most, span }
    }

    /// So many in that many seconds.
    pub const fn seconds(most: usize, seconds: u64) -> Self {
        Self::new(most, Duration::from_secs(seconds))
    }
}
