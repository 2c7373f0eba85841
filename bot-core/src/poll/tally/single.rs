//! One choice a ballot, the most votes win.

use super::choices::ChoiceBallot;
use super::highest::highest;
use super::outcome::{OptionIndex, Outcome};
use super::tie::Lots;

/// Gives the seats to the options that most ballots choose first; what else a ballot chooses does not count.
pub fn count(options: usize, ballots: &[ChoiceBallot], seats: usize, lots: Option<&Lots>) -> Outcome {
    highest(&votes(options, ballots.iter().map(ChoiceBallot::weighed)), seats, lots)
}

/// How many votes each option has.
pub(super) fn votes<C>(options: usize, ballots: impl Iterator<Item = (u64, C)>) -> Vec<u64>
where
    C: Iterator<Item = OptionIndex>,
{
    let mut votes = vec![0; options];
    for (weight, mut chosen) in ballots {
        if let Some(first) = chosen.next() {
            votes[first.at()] += weight;
        }
    }
    votes
}
