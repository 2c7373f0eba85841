//! Any number of choices a ballot, the most approvals win.
//!
//! Steven J. Brams and Peter C. Fishburn, "Approval Voting", American Political Science Review 72 (1978).

use super::choices::ChoiceBallot;
use super::highest::highest;
use super::outcome::{OptionIndex, Outcome};
use super::tie::Lots;

/// Gives the seats to the options of which most ballots approve.
pub fn count(options: usize, ballots: &[ChoiceBallot], seats: usize, lots: Option<&Lots>) -> Outcome {
    highest(
        &approvals(options, ballots.iter().map(ChoiceBallot::weighed)),
        seats,
        lots,
    )
}

/// How many approve of each option. A ballot that chooses an option twice approves of it once.
pub(super) fn approvals<C>(options: usize, ballots: impl Iterator<Item = (u64, C)>) -> Vec<u64>
where
    C: Iterator<Item = OptionIndex>,
{
    let mut approvals = vec![0; options];
    let mut last_seen = vec![0_usize; options];
    for (number, (weight, chosen)) in (1..).zip(ballots) {
        for option in chosen {
            if last_seen[option.at()] != number {
                last_seen[option.at()] = number;
                approvals[option.at()] += weight;
            }
        }
    }
    approvals
}
