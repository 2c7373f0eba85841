//! Points for each option, the highest sum wins.

use super::highest::highest;
use super::outcome::Outcome;
use super::tie::Lots;

/// The most points that an option can get on a ballot, where a group sets nothing else.
pub const DEFAULT_TOP_SCORE: u8 = 5;

/// A ballot that gives points to each option, or several that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreBallot {
    /// How many ballots it stands for.
    pub weight: u64,
    /// The points of each option, in the order of the options. `None` was left blank, as are options beyond the end;
    /// what is blank has no points.
    pub scores: Vec<Option<u8>>,
}

/// Gives the seats to the options with the most points. A blank adds nothing, as 0 does.
pub fn count(options: usize, ballots: &[ScoreBallot], seats: usize, lots: Option<&Lots>) -> Outcome {
    highest(&sums(options, ballots), seats, lots)
}

/// The points of each option.
pub(super) fn sums(options: usize, ballots: &[ScoreBallot]) -> Vec<u64> {
    let mut sums = vec![0; options];
    for ballot in ballots {
        for (sum, score) in sums.iter_mut().zip(&ballot.scores) {
            *sum += ballot.weight * u64::from(score.unwrap_or(0));
        }
    }
    sums
}
