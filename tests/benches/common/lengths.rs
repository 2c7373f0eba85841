//! Lengths and what so many of them do not exceed.

use std::fmt;
use std::time::Duration;

/// Lengths, from the shortest to the longest.
#[derive(Debug)]
pub(crate) struct Lengths(Vec<Duration>);

impl Lengths {
    pub(crate) fn of(lengths: impl IntoIterator<Item = Duration>) -> Self {
        let mut lengths: Vec<_> = lengths.into_iter().collect();
        lengths.sort_unstable();
        Self(lengths)
    }

    /// The length that so many of a thousand do not exceed.
    pub(crate) fn within(&self, of_a_thousand: usize) -> Duration {
        let rank = (self.0.len() * of_a_thousand).div_ceil(1_000).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }
}

impl fmt::Display for Lengths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ranks = [500, 950, 990, 999, 1_000];
        let [half, most, nearly, rarely, all] = ranks.map(|rank| Milliseconds(self.within(rank)));
        write!(f, "p50 {half}, p95 {most}, p99 {nearly}, p99.9 {rarely}, max {all} ms")
    }
}

/// A length in milliseconds.
pub(crate) struct Milliseconds(pub(crate) Duration);

impl fmt::Display for Milliseconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let milliseconds = self.0.as_secs_f64() * 1_000.0;
        if milliseconds < 10.0 {
            write!(f, "{milliseconds:.1}")
        } else {
            write!(f, "{milliseconds:.0}")
        }
    }
}
