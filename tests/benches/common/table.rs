//! Figures of several bots beside each other.

use std::fmt::Write as _;

/// A line: what it is, and of each bot how much.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) what: String,
    pub(crate) unit: &'static str,
    pub(crate) digits: usize,
    pub(crate) of: Vec<f64>,
}

/// What the bots' figures are, and how many times those of the first one are as much: `| what | ours | theirs: ratio | …`.
pub(crate) fn table(bots: &[&str], lines: &[Line]) -> String {
    let mut table = "| what |".to_owned();
    for bot in bots {
        let _ = write!(table, " {bot} |");
    }
    for line in lines {
        let _ = write!(table, "\n| {} |", line.what);
        let first = line.of.first().copied().unwrap_or_default();
        for (bot, figure) in line.of.iter().enumerate() {
            let _ = write!(table, " {figure:.*} {}", line.digits, line.unit);
            if bot > 0 {
                let _ = write!(table, ": ours is {:.2} times that", first / figure);
            }
            table.push_str(" |");
        }
    }
    table
}

/// The middle one.
pub(crate) fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = of.collect();
    all.sort_unstable_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}
