//! Any number of choices a ballot.

use crate::poll::ballot::Ballot;

/// How many ballots approve of each option.
pub(super) fn count(options: usize, ballots: &[Ballot]) -> Vec<u32> {
    (1..)
        .take(options)
        .map(|number: u32| {
            let approving = ballots.iter().filter(|ballot| ballot.chosen.contains(&number));
            approving.map(|_| 1).sum()
        })
        .collect()
}
