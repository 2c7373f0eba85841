//! Medians and ratios.

use std::fmt;
use std::time::Duration;

use muster_test_servers::process::{Memory, mebibytes};

use crate::bots::Kind;
use crate::lengths::Lengths;
use crate::table::{Line, median, table};

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
    pub(crate) fn of(waits: Vec<Duration>, length: Duration, memory: Memory, processor: f64) -> Self {
        let count = f64::from(u32::try_from(waits.len()).expect("thousands"));
        let waits = Lengths::of(waits);
        let milliseconds = |of_a_thousand| waits.within(of_a_thousand).as_secs_f64() * 1_000.0;
        Self {
            throughput: count / length.as_secs_f64(),
            p50: milliseconds(500),
            p99: milliseconds(990),
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

/// Of each bot its medians, and how many times those of the first one are as much.
pub(crate) fn in_table(measured: &[(Kind, Vec<Figures>)]) -> String {
    let bots: Vec<_> = measured.iter().map(|(kind, _)| kind.name()).collect();
    let lines = ROWS.iter().map(|row| Line {
        what: row.what.to_owned(),
        unit: row.unit,
        digits: row.digits,
        of: measured
            .iter()
            .map(|(_, rounds)| median(rounds.iter().map(row.of)))
            .collect(),
    });
    table(&bots, &lines.collect::<Vec<_>>())
}
