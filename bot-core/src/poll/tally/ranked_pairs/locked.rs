//! What is locked so far: which option stands above which, never in a circle.

use super::Majority;
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::square::Square;

/// Which option stands above which, by what was locked and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Locked {
    above: Square<bool>,
}

impl Locked {
    /// Nothing stands above anything.
    pub(super) fn nothing(options: usize) -> Self {
        Self {
            above: Square::filled(options, false),
        }
    }

    /// Whether the one stands above the other.
    pub(super) fn is_above(&self, option: OptionIndex, other: OptionIndex) -> bool {
        self.above.of(option, other)
    }

    /// Whether what was locked says already how these two stand.
    pub(super) fn knows(&self, majority: &Majority) -> bool {
        self.is_above(majority.winner, majority.loser) || self.is_above(majority.loser, majority.winner)
    }

    /// Locks a majority where that closes no circle.
    pub(super) fn lock(&mut self, majority: &Majority) {
        if self.knows(majority) {
            return;
        }
        let below = self.above.row(majority.loser).to_vec();
        for option in OptionIndex::all(below.len()) {
            if option == majority.winner || self.is_above(option, majority.winner) {
                let row = self.above.row_mut(option);
                row[majority.loser.at()] = true;
                for (above, below) in row.iter_mut().zip(&below) {
                    *above |= below;
                }
            }
        }
    }

    /// The same with all of these locked, each where it closes no circle.
    pub(super) fn with<'a>(&self, majorities: impl IntoIterator<Item = &'a Majority>) -> Self {
        let mut locked = self.clone();
        for majority in majorities {
            locked.lock(majority);
        }
        locked
    }

    /// The same with those locked that are on no circle of what is locked and all of these: their order changes nothing.
    pub(super) fn with_the_undisputed(&self, majorities: &[Majority]) -> Self {
        let mut reached = self.clone();
        let open = || majorities.iter().filter(|majority| !self.knows(majority));
        for majority in open() {
            reached.above.set(majority.winner, majority.loser, true);
        }
        reached.follow_through();
        self.with(open().filter(|majority| !reached.is_above(majority.loser, majority.winner)))
    }

    /// What is above something is above all that is below it.
    fn follow_through(&mut self) {
        let options = self.above.options();
        for between in OptionIndex::all(options) {
            let below = self.above.row(between).to_vec();
            for option in OptionIndex::all(options) {
                if self.is_above(option, between) {
                    for (above, below) in self.above.row_mut(option).iter_mut().zip(&below) {
                        *above |= below;
                    }
                }
            }
        }
    }

    /// Those of the options above which there is none.
    pub(super) fn top(&self, options: &[OptionIndex]) -> Vec<OptionIndex> {
        let is_top = |option: &&OptionIndex| !options.iter().any(|other| self.is_above(*other, **option));
        options.iter().filter(is_top).copied().collect()
    }
}
