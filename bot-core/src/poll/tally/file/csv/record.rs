//! The lines of a CSV file, and what holds for weights and names in every file.

use std::collections::HashSet;

use crate::delimited::{Lines, separator};
use crate::poll::tally::file::FileError;
use crate::poll::tally::ranked::{MOST_OPTIONS, MOST_VOTES};

/// A line of a CSV file by its cells.
#[derive(Debug)]
pub(in crate::poll::tally::file) struct Record {
    pub(in crate::poll::tally::file) line: u64,
    pub(in crate::poll::tally::file) cells: Vec<String>,
}

impl Default for Record {
    /// What stands for the header of an empty file.
    fn default() -> Self {
        Self {
            line: 1,
            cells: Vec::new(),
        }
    }
}

impl Record {
    /// Whether it has as many cells as the header.
    pub(in crate::poll::tally::file) fn has_width(&self, width: usize) -> Result<(), FileError> {
        if self.cells.len() == width {
            return Ok(());
        }
        let reason = format!("{} cells where the header has {width}", self.cells.len());
        Err(FileError::at(self.line, reason))
    }
}

/// The lines that are not empty.
pub(in crate::poll::tally::file) fn records(text: &str) -> Result<Vec<Record>, FileError> {
    let bytes = text.trim_start_matches('\u{feff}').as_bytes();
    let mut lines = Lines::new(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(bytes))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(bytes);
    let record = |record: csv::Result<csv::StringRecord>| {
        let record = record.map_err(|error| FileError::whole(error.to_string()))?;
        let line = lines.of(record.position().map_or(0, csv::Position::byte));
        Ok(Record {
            line: line as u64,
            cells: record.iter().map(str::to_owned).collect(),
        })
    };
    reader.records().map(record).collect()
}

/// So many votes and so many more, where that is not more than can be counted.
pub(in crate::poll::tally::file) fn added(votes: u64, weight: u64, line: u64) -> Result<u64, FileError> {
    votes
        .checked_add(weight)
        .filter(|votes| *votes <= MOST_VOTES)
        .ok_or_else(|| FileError::at(line, format!("more than {MOST_VOTES} votes together are not counted")))
}

/// A weight: a whole number from 1.
pub(in crate::poll::tally::file) fn weight(word: &str, line: u64) -> Result<u64, FileError> {
    // Some programs write weights as 1.0.
    let digits = word.strip_suffix(".0").unwrap_or(word);
    let weight = digits.parse().ok().filter(|weight| *weight > 0);
    weight.ok_or_else(|| FileError::at(line, format!("the weight {word:?} is no whole number from 1")))
}

/// Whether the names of options can be told apart and are not too many.
pub(in crate::poll::tally::file) fn check_names(names: &[String], line: u64) -> Result<(), FileError> {
    if names.is_empty() {
        return Err(FileError::at(line, "there is no option"));
    }
    if names.len() > MOST_OPTIONS {
        return Err(FileError::at(
            line,
            format!("more than {MOST_OPTIONS} options are not counted"),
        ));
    }
    if names.iter().any(String::is_empty) {
        return Err(FileError::at(line, "an option has no name"));
    }
    let mut seen = HashSet::new();
    match names.iter().find(|name| !seen.insert(name.as_str())) {
        Some(twice) => Err(FileError::at(line, format!("two options are called {twice:?}"))),
        None => Ok(()),
    }
}
