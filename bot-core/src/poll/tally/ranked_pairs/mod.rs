//! Ranked Pairs: the strongest majorities are locked one after the other, each unless it would close a circle.
//!
//! T. N. Tideman, "Independence of clones as a criterion for voting rules" (1987); the order of the majorities by Steve
//! Eppley's "Maximize Affirmed Majorities"; equally strong ones by lot as in Zavist and Tideman (1989).
//!
//! - `locked`: what stands above what so far
//! - `orders`: every result that some order of equally strong majorities leads to

mod locked;
mod orders;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::iter;

use super::outcome::{OptionIndex, Outcome};
use super::pairwise::Pairwise;
use super::places::{places, seated};
use super::tie::Lots;
use locked::Locked;

/// Two options of which more votes prefer the one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Majority {
    /// The preferred one.
    pub winner: OptionIndex,
    /// The other.
    pub loser: OptionIndex,
    /// How many votes prefer the winner.
    pub votes: u64,
    /// How many prefer the loser.
    pub opposing: u64,
}

/// What became of a majority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It was locked.
    Locked,
    /// It was left out: stronger ones say the opposite.
    LeftOut,
    /// That depends on the order of equally strong ones, which nothing decides.
    Open,
}

/// What Ranked Pairs come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankedPairs {
    /// Who won, and the tie where several could. Its stages are empty: the majorities are the table.
    pub outcome: Outcome,
    /// All options from the first place to the last; those of one place are equal. Where equally strong majorities stay
    /// in no order, the first place has all that could win, and the others follow from what is locked in any order.
    pub places: Vec<Vec<OptionIndex>>,
    /// How many prefer each to each.
    pub pairwise: Pairwise,
    /// The majorities, the strongest first, and what became of each.
    pub majorities: Vec<(Majority, Fate)>,
}

impl Majority {
    /// More votes are stronger; of equally many, those with fewer against them.
    fn strength(&self) -> impl Ord + use<> {
        (self.votes, Reverse(self.opposing))
    }

    fn is_as_strong_as(&self, other: &Self) -> bool {
        self.strength() == other.strength()
    }
}

/// Elects whoever has nobody above them once everything is locked.
///
/// Of equally strong majorities comes first the one whose winner has the earlier lot, and of one winner's the one whose
/// loser has the later lot. Without lots every order of them is followed: who wins in each of them wins, else it is a tie of
/// all that win in some. Where there are too many orders to follow (thousands of half-way results), it is a tie of all that
/// could win by what is locked in any order.
pub fn count(pairwise: Pairwise, lots: Option<&Lots>) -> RankedPairs {
    let options = pairwise.compared();
    let sorted = sorted(&pairwise, lots);
    let nothing = Locked::nothing(pairwise.options());
    let results = orders::results(&nothing, &sorted);
    let possible = tops(options, &results);
    let drawn = lots.map(|lots| (nothing.with(&sorted), lots));
    let chosen = drawn
        .as_ref()
        .and_then(|(locked, lots)| lots.first(&locked.top(options)));
    let results = drawn.map_or(results, |(locked, _)| BTreeSet::from([locked]));
    let majorities = sorted.iter().map(|majority| (*majority, fate(majority, &results)));
    RankedPairs {
        outcome: seated(if pairwise.is_marked() { &possible } else { &[] }, chosen),
        places: in_places(options, &results),
        majorities: majorities.collect(),
        pairwise,
    }
}

/// First those that are on top in some result, then the others by what all results say.
fn in_places(options: &[OptionIndex], results: &BTreeSet<Locked>) -> Vec<Vec<OptionIndex>> {
    let first = tops(options, results);
    let rest: Vec<OptionIndex> = options
        .iter()
        .filter(|option| !first.contains(option))
        .copied()
        .collect();
    let others = places(&rest, |option, other| {
        results.iter().all(|locked| locked.is_above(option, other))
    });
    iter::once(first)
        .filter(|first| !first.is_empty())
        .chain(others)
        .collect()
}

/// The majorities, the strongest first.
fn sorted(pairwise: &Pairwise, lots: Option<&Lots>) -> Vec<Majority> {
    let options = pairwise.compared();
    let pairs = options
        .iter()
        .flat_map(|winner| options.iter().map(|loser| (*winner, *loser)));
    let mut majorities: Vec<Majority> = pairs
        .filter(|(winner, loser)| pairwise.beats(*winner, *loser))
        .map(|(winner, loser)| Majority {
            winner,
            loser,
            votes: pairwise.preferring(winner, loser),
            opposing: pairwise.preferring(loser, winner),
        })
        .collect();
    majorities.sort_by_key(|majority| {
        let by_lot = lots.map(|lots| (lots.place(majority.winner), Reverse(lots.place(majority.loser))));
        (Reverse(majority.strength()), by_lot)
    });
    majorities
}

/// Those that have nobody above them in one of the results.
fn tops(options: &[OptionIndex], results: &BTreeSet<Locked>) -> Vec<OptionIndex> {
    let tops: BTreeSet<OptionIndex> = results.iter().flat_map(|locked| locked.top(options)).collect();
    tops.into_iter().collect()
}

fn fate(majority: &Majority, results: &BTreeSet<Locked>) -> Fate {
    let is_above = |option, other| results.iter().all(|locked| locked.is_above(option, other));
    if is_above(majority.winner, majority.loser) {
        Fate::Locked
    } else if is_above(majority.loser, majority.winner) {
        Fate::LeftOut
    } else {
        Fate::Open
    }
}
