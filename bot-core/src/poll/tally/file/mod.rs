//! Ballots from files, and in them.
//!
//! - [`blt`]: the format of most counting programs for ranked ballots
//! - [`csv`]: the table that CSV files have in common
//! - [`ranks`]: ranked ballots in CSV; [`cells`]: choices and scores; [`availability`]: answers; [`consent`]: positions

pub mod availability;
pub mod blt;
pub mod cells;
pub mod consent;
pub mod csv;
pub mod ranks;

use std::collections::BTreeMap;
use std::{fmt, iter};

use super::ranked::RankedBallots;
use crate::poll::receipt::Receipt;

/// A file of ranked ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedFile {
    /// What was voted on, where the file says it.
    pub title: Option<String>,
    /// How many are to be elected, where the file says it; at least 1.
    pub seats: Option<usize>,
    /// The names of the options, in order.
    pub options: Vec<String>,
    /// The ballots.
    pub ballots: RankedBallots,
}

/// Why a file cannot be counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct FileError {
    /// The line it is about, from 1; `None` where it is about the whole file.
    pub line: Option<u64>,
    /// What is wrong and what should stand there, for whoever made the file.
    pub reason: String,
}

impl FileError {
    /// Something wrong in that line.
    pub fn at(line: u64, reason: impl Into<String>) -> Self {
        Self {
            line: Some(line),
            reason: reason.into(),
        }
    }

    /// Something wrong with the whole file.
    pub fn whole(reason: impl Into<String>) -> Self {
        Self {
            line: None,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.reason),
            None => f.write_str(&self.reason),
        }
    }
}

/// Ballots with their receipts, which are in the same order; those that come after the last receipt have none.
fn with_receipts<B>(
    ballots: impl IntoIterator<Item = B>,
    receipts: &[Option<Receipt>],
) -> impl Iterator<Item = (B, Option<Receipt>)> {
    ballots
        .into_iter()
        .zip(receipts.iter().copied().chain(iter::repeat(None)))
}

/// How many ballots say each thing, in the order of what they say.
fn together<B: Ord>(ballots: impl IntoIterator<Item = (B, u64)>) -> BTreeMap<B, u64> {
    let mut together = BTreeMap::new();
    for (ballot, weight) in ballots.into_iter().filter(|(_, weight)| *weight > 0) {
        *together.entry(ballot).or_default() += weight;
    }
    together
}
