//! A column for each rank, with names in the cells.

use super::names::{Names, finish, is_empty_rank, is_overvote};
use crate::poll::tally::file::csv::{Record, WEIGHT, added, rank_heading, weight};
use crate::poll::tally::file::{FileError, RankedFile};
use crate::poll::tally::ranked::{Mark, RankedBallot};

/// The columns that are read.
pub(super) struct Columns {
    /// The ranks and where they stand.
    pub(super) ranks: Vec<(u16, usize)>,
    weight: Option<usize>,
    width: usize,
}

impl Columns {
    pub(super) fn of(header: &Record) -> Self {
        let ranks = (0..).zip(&header.cells);
        Self {
            ranks: ranks.filter_map(|(at, cell)| Some((rank_heading(cell)?, at))).collect(),
            weight: header.cells.iter().position(|cell| cell.eq_ignore_ascii_case(WEIGHT)),
            width: header.cells.len(),
        }
    }
}

/// Reads the ballots.
pub(super) fn read(columns: &Columns, lines: impl Iterator<Item = Record>) -> Result<RankedFile, FileError> {
    let mut names = Names::default();
    let mut ballots = Vec::new();
    let mut overvotes: Vec<(usize, u16)> = Vec::new();
    let mut votes = 0;
    for record in lines {
        record.has_width(columns.width)?;
        let Record { line, cells } = record;
        let weight = columns.weight.map_or(Ok(1), |at| weight(&cells[at], line))?;
        votes = added(votes, weight, line)?;
        let mut marks = Vec::new();
        for &(rank, at) in &columns.ranks {
            let cell = &cells[at];
            if is_overvote(cell) {
                overvotes.push((ballots.len(), rank));
            } else if !is_empty_rank(cell) {
                for name in cell.split('|') {
                    let option = names.of(name.trim(), line)?;
                    marks.push(Mark { rank, option });
                }
            }
        }
        ballots.push(RankedBallot::new(weight, marks));
    }
    finish(names, ballots, &overvotes)
}
