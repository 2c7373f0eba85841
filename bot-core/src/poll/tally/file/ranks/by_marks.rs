//! A line for each mark.

use std::collections::HashMap;

use super::names::{Names, finish, is_empty_rank, is_overvote};
use super::rank;
use crate::poll::tally::file::csv::{REFERENCE, REFERENCE_OF_MARK, Record, added};
use crate::poll::tally::file::{FileError, RankedFile};
use crate::poll::tally::ranked::{Mark, RankedBallot};

/// The columns that are read.
pub(super) struct Columns {
    ballot: usize,
    rank: usize,
    choice: usize,
    width: usize,
}

impl Columns {
    pub(super) fn of(header: &Record) -> Option<Self> {
        let at = |headings: &[&str]| {
            let is = |cell: &String| headings.iter().any(|heading| cell.eq_ignore_ascii_case(heading));
            header.cells.iter().position(is)
        };
        Some(Self {
            ballot: at(&[REFERENCE, REFERENCE_OF_MARK])?,
            rank: at(&["rank"])?,
            choice: at(&["choice"])?,
            width: header.cells.len(),
        })
    }
}

/// Reads the ballots.
pub(super) fn read(columns: &Columns, lines: impl Iterator<Item = Record>) -> Result<RankedFile, FileError> {
    let mut names = Names::default();
    let mut ballots: Vec<RankedBallot> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut overvotes: Vec<(usize, u16)> = Vec::new();
    for record in lines {
        record.has_width(columns.width)?;
        let Record { line, cells } = record;
        let at = *known.entry(cells[columns.ballot].clone()).or_insert(ballots.len());
        if at == ballots.len() {
            ballots.push(RankedBallot::new(1, Vec::new()));
            added(at as u64, 1, line)?;
        }
        let Some(rank) = rank(&cells[columns.rank], line)? else {
            return Err(FileError::at(line, "a mark has a rank: a whole number from 1"));
        };
        let choice = &cells[columns.choice];
        if is_overvote(choice) {
            overvotes.push((at, rank));
        } else if !is_empty_rank(choice) {
            let option = names.of(choice, line)?;
            ballots[at].marks.push(Mark { rank, option });
        }
    }
    for ballot in &mut ballots {
        *ballot = RankedBallot::new(ballot.weight, std::mem::take(&mut ballot.marks));
    }
    finish(names, ballots, &overvotes)
}
