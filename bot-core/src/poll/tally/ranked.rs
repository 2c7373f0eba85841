//! Ballots that rank the options.

use super::outcome::OptionIndex;

/// The most votes that a count takes, weights included: a thousand million. So every count fits with nine decimals.
pub const MOST_VOTES: u64 = 1_000_000_000;

/// The most options that a count takes.
pub const MOST_OPTIONS: usize = 10_000;

/// One mark on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// The rank, 1 for the first choice.
    pub rank: u16,
    /// What has it.
    pub option: OptionIndex,
}

/// A ballot, or several that are alike.
///
/// Several marks of one rank are equal ranks (where the method allows none: an overvote); a rank without a mark below a
/// later one was skipped; two marks of one option are a duplicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedBallot {
    /// How many ballots it stands for.
    pub weight: u64,
    /// Its marks by rank, the first choice first; no marks is a blank ballot.
    pub marks: Vec<Mark>,
}

impl RankedBallot {
    /// A ballot of so many voters, with its marks brought into order.
    pub fn new(weight: u64, mut marks: Vec<Mark>) -> Self {
        marks.sort_unstable();
        marks.dedup();
        Self { weight, marks }
    }

    /// A ballot that names these options one after the other.
    pub fn in_order(weight: u64, options: impl IntoIterator<Item = OptionIndex>) -> Self {
        let marks = (1..).zip(options).map(|(rank, option)| Mark { rank, option });
        Self {
            weight,
            marks: marks.collect(),
        }
    }
}

/// What was voted on, and the ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedBallots {
    /// How many options there are, at most [`MOST_OPTIONS`]; withdrawn ones are among them.
    pub options: usize,
    /// Options that nobody can win with any more: a ballot passes them over as if they were out of the count.
    pub withdrawn: Vec<OptionIndex>,
    /// The ballots, together at most [`MOST_VOTES`].
    pub ballots: Vec<RankedBallot>,
}
