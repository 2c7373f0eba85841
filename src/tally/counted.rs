//! What every method hands over to be shown.

use muster_core::poll::tally::outcome::{OptionIndex, Outcome};

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
    /// What people should know besides, in sentences.
    pub notes: Vec<String>,
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
