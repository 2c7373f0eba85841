//! Ballots that choose options without an order.

use super::outcome::OptionIndex;

/// A ballot that chooses options, or several that are alike. It may choose none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceBallot {
    /// How many ballots it stands for.
    pub weight: u64,
    /// What it chooses.
    pub chosen: Vec<OptionIndex>,
}

impl ChoiceBallot {
    /// How many there are of it, and what it chooses.
    pub(super) fn weighed(&self) -> (u64, impl Iterator<Item = OptionIndex>) {
        (self.weight, self.chosen.iter().copied())
    }
}
