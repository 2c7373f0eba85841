//! What every method hands over to be shown.

use muster_core::locale::Phrase;
use muster_core::poll::tally::outcome::{OptionIndex, Outcome};

use super::words::ENGLISH;

/// A count and what it was made of.
#[derive(Debug)]
pub struct Counted {
    /// What was voted on, where the file says it.
    pub title: Option<String>,
    /// The method in words.
    pub method: &'static str,
    /// Its rules, in sentences.
    pub rules: Vec<String>,
    /// How many are elected.
    pub seats: usize,
    /// The names of the options.
    pub options: Vec<String>,
    /// How many ballots say something.
    pub ballots: u64,
    /// How many say nothing.
    pub blank: u64,
    /// What came out.
    pub outcome: Outcome,
    /// Every option by its place, where the method gives all of them one.
    pub places: Vec<Vec<OptionIndex>>,
    /// Figures for each two options where the method compares them, or for all that can be said of an option.
    pub grids: Vec<Grid>,
    /// What people should know besides, in sentences.
    pub notes: Vec<String>,
}

/// A figure for each option and each column.
#[derive(Debug)]
pub struct Grid {
    /// What the figures are.
    pub heading: String,
    /// What the columns are; `None`: the options, and where an option meets itself there is no figure.
    pub columns: Option<&'static [&'static str]>,
    /// The rows, in the order of the options, and in them the columns.
    pub figures: Vec<Vec<u64>>,
}

impl Grid {
    /// The figures that `of` gives for each two of so many options.
    pub fn of(heading: &Phrase, options: usize, of: impl Fn(OptionIndex, OptionIndex) -> u64) -> Self {
        let row = |option| OptionIndex::all(options).map(|other| of(option, other)).collect();
        let figures = OptionIndex::all(options).map(row).collect();
        let heading = ENGLISH.text(heading);
        Self {
            heading,
            columns: None,
            figures,
        }
    }

    /// The headings of its columns, of options of those names.
    pub fn headings<'a>(&'a self, options: &'a [String]) -> Vec<&'a str> {
        match self.columns {
            Some(columns) => columns.to_vec(),
            None => options.iter().map(String::as_str).collect(),
        }
    }

    /// Whether there is no figure in that column of that row.
    pub fn is_empty_at(&self, row: usize, column: usize) -> bool {
        self.columns.is_none() && row == column
    }
}

impl Counted {
    /// The name of an option.
    pub fn name(&self, option: OptionIndex) -> &str {
        &self.options[option.at()]
    }

    /// Several names, one after the other.
    pub fn names(&self, options: &[OptionIndex]) -> String {
        let names: Vec<&str> = options.iter().map(|option| self.name(*option)).collect();
        names.join(", ")
    }

    /// The number of the stage that elected somebody, from 1.
    pub fn elected_in(&self, option: OptionIndex) -> Option<usize> {
        let stage = self
            .outcome
            .stages
            .iter()
            .position(|stage| stage.elected.contains(&option));
        stage.map(|index| index + 1)
    }
}
