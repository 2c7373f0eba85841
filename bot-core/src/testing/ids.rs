//! Ids and "random" bytes that are the same at every run.

use std::sync::atomic::{AtomicU64, Ordering};

use uuid::{Builder, Uuid};

use crate::clock::Instant;
use crate::ids::IdSource;

/// The step of `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// Deterministic ids: the same seed and the same calls give the same bytes. Ids that are made in the same millisecond
/// sort in the order of their making, so that what a test sees does not hang on the seed.
#[derive(Debug)]
pub struct SeededIds {
    state: AtomicU64,
    made: AtomicU64,
}

impl SeededIds {
    /// A source that begins at `seed`.
    pub const fn new(seed: u64) -> Self {
        Self {
            state: AtomicU64::new(seed),
            made: AtomicU64::new(0),
        }
    }

    fn next(&self) -> u64 {
        let mut bits = self.state.fetch_add(GOLDEN, Ordering::Relaxed).wrapping_add(GOLDEN);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }
}

impl IdSource for SeededIds {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_be_bytes()[..chunk.len()]);
        }
    }

    fn uuid(&self, now: Instant) -> Uuid {
        let mut random = [0; 10];
        self.fill(&mut random[6..]);
        // The version overwrites the high bits of byte 0, the variant those of byte 2: the count goes behind them.
        let made = self.made.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        random[..3].fill(0);
        random[3..6].copy_from_slice(&made[5..]);
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    #[test]
    fn the_same_seed_gives_the_same_ids_and_they_sort_as_they_were_made() {
        let now = DateTime::UNIX_EPOCH;
        let ids = |seed| {
            let source = SeededIds::new(seed);
            (0..300).map(|_| source.uuid(now)).collect::<Vec<_>>()
        };
        assert_eq!(ids(1), ids(1));
        assert_ne!(ids(1), ids(2));
        assert!(ids(7).is_sorted());
    }

    #[test]
    fn bytes_of_any_length_are_filled() {
        let mut secret = [0; 19];
        SeededIds::new(3).fill(&mut secret);
        assert!(secret.iter().filter(|byte| **byte != 0).count() > 12);
    }
}
