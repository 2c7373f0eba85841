//! What the process takes of the machine, and whether that grows.
//!
//! The first third of the time it warms up: caches fill, connections are opened. Then the median of the last third is held against
//! the median of the middle one, between which lie a third of all commands: 200 in 3 minutes, 1,333 in 20. So a twentieth more
//! than 110 MiB is a leak of 28 KiB a command, or of 4; twenty tasks or files more one in 10 commands, or in 66. Connections
//! come and go, more of them where the machine is busy, which is why it is not none.

use std::fmt;

use muster_test_servers::bot::Run;
use muster_test_servers::process::mebibytes;

/// What it takes, one figure a look.
#[derive(Debug)]
struct Series {
    what: &'static str,
    /// By how much the last third may be above the middle one.
    bound: Bound,
    of: fn(&Run) -> f64,
    seen: Vec<f64>,
}

/// How much more is no more.
#[derive(Debug, Clone, Copy)]
enum Bound {
    Times(f64),
    Plus(f64),
}

impl Series {
    /// The medians of the middle and the last third.
    fn levels(&self) -> [f64; 2] {
        let third = self.seen.len() / 3;
        [third..2 * third, 2 * third..self.seen.len()].map(|range| median(&self.seen[range]))
    }

    fn must_be_flat(&self) {
        let [middle, last] = self.levels();
        let most = match self.bound {
            Bound::Times(times) => middle * times,
            Bound::Plus(more) => middle + more,
        };
        assert!(last <= most, "{self}: it grows");
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [middle, last] = self.levels();
        let (first, most) = (self.seen.first(), self.seen.iter().copied().fold(0.0, f64::max));
        let first = first.copied().unwrap_or_default();
        write!(
            f,
            "{}: {first:.1} at first, {middle:.1} in the middle third, {last:.1} in the last one, {most:.1} at the most",
            self.what
        )
    }
}

fn median(of: &[f64]) -> f64 {
    let mut all = of.to_vec();
    all.sort_unstable_by(f64::total_cmp);
    all[all.len() / 2]
}

/// All of it.
#[derive(Debug)]
pub(super) struct Samples([Series; 4]);

impl Default for Samples {
    fn default() -> Self {
        let series = |what, bound, of| Series {
            what,
            bound,
            of,
            seen: Vec::new(),
        };
        Self([
            series("MiB resident", Bound::Times(1.05), |run| {
                mebibytes(run.memory().resident)
            }),
            series("tasks", Bound::Plus(20.0), |run| {
                f64::from(u32::try_from(run.told().value("muster_tasks")).unwrap())
            }),
            series("threads", Bound::Plus(6.0), |run| f64::from(run.threads())),
            series("open files", Bound::Plus(20.0), |run| {
                f64::from(u32::try_from(run.open_files()).unwrap())
            }),
        ])
    }
}

impl Samples {
    pub(super) fn take(&mut self, run: &Run) {
        for series in &mut self.0 {
            series.seen.push((series.of)(run));
        }
    }

    pub(super) fn must_be_flat(&self) {
        self.0.iter().for_each(Series::must_be_flat);
    }
}

impl fmt::Display for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|series| write!(f, "\n  {series}"))
    }
}
