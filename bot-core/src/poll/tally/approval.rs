//! Any number of choices a ballot.

/// How many ballots approve of each option.
pub(super) fn count(options: usize, ballots: &[&[u32]]) -> Vec<u32> {
    (1..)
        .take(options)
        .map(|number: u32| {
            let approving = ballots.iter().filter(|ballot| ballot.contains(&number));
            approving.map(|_| 1).sum()
        })
        .collect()
}
