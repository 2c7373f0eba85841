//! Medians, and what they lie between.

use std::fmt;
use std::time::Duration;

use crate::lengths::{Lengths, Milliseconds};

/// A median, and what it lies between.
#[derive(Debug)]
pub(crate) struct Spread {
    median: Duration,
    least: Duration,
    most: Duration,
}

impl Spread {
    pub(crate) fn of(lengths: impl IntoIterator<Item = Duration>) -> Self {
        let lengths = Lengths::of(lengths);
        Self {
            median: lengths.within(500),
            least: lengths.within(0),
            most: lengths.within(1_000),
        }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [median, least, most] = [self.median, self.least, self.most].map(Milliseconds);
        write!(f, "{median} ms ({least} to {most})")
    }
}
