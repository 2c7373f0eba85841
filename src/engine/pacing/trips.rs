//! How long attempts take, and what may be concluded from it.
//!
//! A platform counts a message when it arrives: after its attempt began and before it ended, and nobody tells us when.
//! Counting it at its end is always right and costs a round trip a slot. Let every attempt need at least `out` until it
//! arrives and at least `back` afterwards. Then an attempt `i` that ended at `end_i` arrived by `end_i - back`, and an
//! attempt `j` that begins at `start_j` arrives no sooner than `start_j + out`. So `start_j >= end_i - lead + span` implies
//! `arrival_j >= arrival_i + span` for every `lead <= out + back`: a message may be counted that much before its end.
//! The same holds of any number of attempts, and of those that overtake one another: take the one of them that began
//! last, and compare each of the others with it.
//!
//! `out + back` cannot be measured; the fastest round trip is no less than it, and near it only where round trips hardly
//! differ. So the lead is the fastest trip less what the usual trip takes longer than that: all of the trip where the
//! network is steady (a steady delay costs no rate), nothing where the usual trip takes twice as long as the fastest, and
//! there it holds wherever between beginning and end a message arrives. A network that becomes faster at a stroke shows
//! itself in the first attempt that ends sooner, and takes the lead back at once, for what was counted before too.

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;

/// How much later than it could have arrived a message counts. Platforms count in whole milliseconds, and a span has two
/// ends.
pub(super) const GRAIN: TimeDelta = TimeDelta::milliseconds(1);

/// From so many attempts on the fastest of them says something of the network.
const ENOUGH: i32 = 64;

/// Attempts are forgotten by the thousand, so that a network that has become slower but steady is trusted again.
const MANY: i32 = 1_000;

/// What has to be known to say whether a limit is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Present {
    pub(super) now: Instant,
    /// By how much a message counts before its attempt has ended.
    pub(super) lead: TimeDelta,
}

/// The latest attempts of an account.
#[derive(Debug, Default)]
pub(super) struct Trips {
    latest: Sample,
    before: Sample,
}

#[derive(Debug, Default, Clone, Copy)]
struct Sample {
    trips: i32,
    total: TimeDelta,
    fastest: Option<TimeDelta>,
}

impl Trips {
    /// An attempt took that long.
    pub(super) fn note(&mut self, took: TimeDelta) {
        if self.latest.trips == MANY {
            self.before = std::mem::take(&mut self.latest);
        }
        let sample = &mut self.latest;
        sample.trips += 1;
        sample.total += took;
        sample.fastest = Some(sample.fastest.map_or(took, |fastest| fastest.min(took)));
    }

    /// By how much a message counts before its attempt has ended; negative by the [`GRAIN`] while nothing is known.
    pub(super) fn lead(&self) -> TimeDelta {
        let trips = self.latest.trips + self.before.trips;
        let fastest = self.latest.fastest.into_iter().chain(self.before.fastest).min();
        let trusted = match fastest {
            Some(fastest) if trips >= ENOUGH => {
                let usual = (self.latest.total + self.before.total) / trips;
                TimeDelta::zero().max(fastest - (usual - fastest))
            }
            _ => TimeDelta::zero(),
        };
        trusted - GRAIN
    }
}
