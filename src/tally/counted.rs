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
    /// Figures for each two options, where the method compares them.
    pub grids: Vec<Grid>,
    /// What people should know besides, in sentences.
    pub notes: Vec<String>,
}

/// A figure for each two options.
#[derive(Debug)]
pub struct Grid {
    /// What the figures are, of the option of a row and that of a column.
    pub heading: String,
    /// The rows, in the order of the options, and in them the columns in the same order.
    pub figures: Vec<Vec<u64>>,
}

impl Grid {
    /// The figures that `of` gives for each two of so many options.
    pub fn of(heading: &Phrase, options: usize, of: impl Fn(OptionIndex, OptionIndex) -> u64) -> Self {
        let row = |option| OptionIndex::all(options).map(|other| of(option, other)).collect();
        let figures = OptionIndex::all(options).map(row).collect();
        let heading = ENGLISH.text(heading);
        Self { heading, figures }
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
