//! Medians and the like.

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

    /// The length that so many of a hundred do not exceed.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.0.len() * percent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }

    /// Median, shortest and longest.
    pub(crate) fn spread(&self) -> Spread {
        Spread {
            median: self.percentile(50),
            least: self.percentile(0),
            most: self.percentile(100),
        }
    }
}

impl fmt::Display for Lengths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [half, most, nearly, all] = [50, 95, 99, 100].map(|percent| Milliseconds(self.percentile(percent)));
        write!(f, "p50 {half}, p95 {most}, p99 {nearly}, max {all} ms")
    }
}

/// A median, and what it lies between.
#[derive(Debug)]
pub(crate) struct Spread {
    median: Duration,
    least: Duration,
    most: Duration,
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [median, least, most] = [self.median, self.least, self.most].map(Milliseconds);
        write!(f, "{median} ms ({least} to {most})")
    }
}

/// A length in milliseconds.
struct Milliseconds(Duration);

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
