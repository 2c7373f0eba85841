//! Medians and ratios.

use std::fmt::{self, Write as _};
use std::time::Duration;

use muster_test_servers::process::{Memory, mebibytes};

use crate::bots::Kind;

/// One measurement of one bot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// Commands answered in a second.
    throughput: f64,
    /// In milliseconds, the waits that so many of a hundred do not exceed.
    p50: f64,
    p99: f64,
    /// In milliseconds, what a command takes of a processor in the bot's process.
    processor: f64,
    memory: Memory,
}

impl Figures {
    /// Of those waits for answers, over that length of time, in which the process took so many seconds of a processor.
    pub(crate) fn of(mut waits: Vec<Duration>, length: Duration, memory: Memory, processor: f64) -> Self {
        waits.sort_unstable();
        let percentile = |percent: usize| {
            let rank = (waits.len() * percent).div_ceil(100).max(1);
            waits[rank - 1].as_secs_f64() * 1_000.0
        };
        let count = f64::from(u32::try_from(waits.len()).expect("thousands"));
        Self {
            throughput: count / length.as_secs_f64(),
            p50: percentile(50),
            p99: percentile(99),
            processor: processor * 1_000.0 / count,
            memory,
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &ROWS {
            write!(f, "{} {:.*} {}; ", row.what, row.digits, (row.of)(self), row.unit)?;
        }
        Ok(())
    }
}

/// A line of the table.
struct Row {
    what: &'static str,
    unit: &'static str,
    digits: usize,
    of: fn(&Figures) -> f64,
}

const ROWS: [Row; 6] = [
    row("commands a second", "", 0, |figures| figures.throughput),
    row("p50", "ms", 0, |figures| figures.p50),
    row("p99", "ms", 0, |figures| figures.p99),
    row("processor time a command", "ms", 2, |figures| figures.processor),
    row("VmRSS", "MiB", 1, |figures| mebibytes(figures.memory.resident)),
    row("VmHWM", "MiB", 1, |figures| mebibytes(figures.memory.peak)),
];

const fn row(what: &'static str, unit: &'static str, digits: usize, of: fn(&Figures) -> f64) -> Row {
    Row { what, unit, digits, of }
}

/// Of each bot its medians, and how many times those of the first one are as much: `| what | ours | theirs: ratio | …`.
pub(crate) fn table(measured: &[(Kind, Vec<Figures>)]) -> String {
    let mut table = "| what |".to_owned();
    for (kind, _) in measured {
        let _ = write!(table, " {} |", kind.name());
    }
    for row in &ROWS {
        let _ = write!(table, "\n| {} |", row.what);
        let medians = measured.iter().map(|(_, rounds)| median(rounds.iter().map(row.of)));
        let mut first = None;
        for median in medians {
            let _ = write!(table, " {median:.*} {}", row.digits, row.unit);
            if let Some(first) = first {
                let _ = write!(table, ": ours is {:.2} times that |", first / median);
            } else {
                first = Some(median);
                table.push_str(" |");
            }
        }
    }
    table
}

fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = of.collect();
    all.sort_unstable_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
