//! A column for each option.

use super::{file, rank};
use crate::poll::tally::file::{FileError, RankedFile, csv};
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::{Mark, RankedBallot};

/// Reads the ballots.
pub(super) fn read(text: &str) -> Result<RankedFile, FileError> {
    let table = csv::read(text)?;
    let ballot = |row: &csv::Row| {
        let mut marks = Vec::new();
        for (option, cell) in OptionIndex::all(row.cells.len()).zip(&row.cells) {
            for part in cell.split('|') {
                if let Some(rank) = rank(part.trim(), row.line)? {
                    marks.push(Mark { rank, option });
                }
            }
        }
        Ok(RankedBallot::new(row.weight, marks))
    };
    let ballots = table.rows.iter().map(ballot).collect::<Result<_, _>>()?;
    Ok(file(table.options, ballots))
}
