//! Counts as bars in a block of code.

use muster_core::reply::{Bar, bars};

use super::escape::without_ticks;
use super::piece::{Atom, Piece};

/// A row a bar.
pub(super) fn rows(counts: &[Bar]) -> Vec<Piece> {
    let rows = bars::rows(counts, without_ticks).into_iter();
    rows.map(|row| Piece::of(Atom::Written(row))).collect()
}

/// The rows in their block.
pub(super) fn block(rows: &[String]) -> String {
    format!("{OPENS}{}{CLOSES}", rows.join("\n"))
}

/// What stands around the rows.
const OPENS: &str = "```\n";
const CLOSES: &str = "\n```";
/// How much longer that makes them.
pub(super) const AROUND: usize = OPENS.len() + CLOSES.len();
