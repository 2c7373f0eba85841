//! One choice a ballot.

/// How many ballots choose each option. Only the first choice of a ballot counts.
pub(super) fn count(options: usize, ballots: &[&[u32]]) -> Vec<u32> {
    let firsts = ballots.iter().filter_map(|ballot| ballot.first());
    (1..)
        .take(options)
        .map(|number: u32| firsts.clone().filter(|chosen| **chosen == number).map(|_| 1).sum())
        .collect()
}
