//! Ballots from files.
//!
//! - [`csv`]: the table that CSV files of ranks, scores and approvals have in common

pub mod csv;

use std::fmt;

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
