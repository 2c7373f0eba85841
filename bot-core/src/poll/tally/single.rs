//! One choice a ballot.

use crate::poll::ballot::Ballot;

/// How many ballots choose each option. Only the first choice of a ballot counts.
pub(super) fn count(options: usize, ballots: &[Ballot]) -> Vec<u32> {
    let firsts = ballots.iter().filter_map(|ballot| ballot.chosen.first());
    (1..)
        .take(options)
        .map(|number: u32| firsts.clone().filter(|chosen| **chosen == number).map(|_| 1).sum())
        .collect()
}
