//! Counts as bars, a piece each.

use muster_core::reply::{Bar, bars};

use super::piece::Piece;

/// A row a bar.
pub(super) fn rows(counts: &[Bar]) -> Vec<Piece> {
    let pieces = bars::rows(counts, str::to_owned).into_iter().map(|row| {
        let mut piece = Piece::default();
        piece.push(&row);
        piece
    });
    pieces.collect()
}
