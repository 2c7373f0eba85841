//! Every result that some order of equally strong majorities leads to.

use std::collections::BTreeSet;

use super::Majority;
use super::locked::Locked;

/// How many half-way results are looked at before the search is given up: as many as take less than a second with 20
/// options.
const MOST_STEPS: usize = 10_000;

/// All the results there can be, by every order of the equally strong. Where there are too many to look at it is one: what
/// is locked in whatever order, with nothing said of the rest.
pub(super) fn results(nothing: &Locked, sorted: &[Majority]) -> BTreeSet<Locked> {
    search(nothing, sorted).unwrap_or_else(|| BTreeSet::from([nothing.with_the_undisputed(sorted)]))
}

fn search(nothing: &Locked, sorted: &[Majority]) -> Option<BTreeSet<Locked>> {
    let mut steps = 0..MOST_STEPS;
    let mut results = BTreeSet::from([nothing.clone()]);
    for equals in sorted.chunk_by(Majority::is_as_strong_as) {
        let mut seen = BTreeSet::new();
        let mut to_do: Vec<Locked> = results.into_iter().collect();
        results = BTreeSet::new();
        while let Some(locked) = to_do.pop() {
            steps.next()?;
            let locked = locked.with_the_undisputed(equals);
            let open: Vec<&Majority> = equals.iter().filter(|majority| !locked.knows(majority)).collect();
            for majority in &open {
                let next = locked.with([*majority]);
                if seen.insert(next.clone()) {
                    to_do.push(next);
                }
            }
            if open.is_empty() {
                results.insert(locked);
            }
        }
    }
    Some(results)
}
