//! Every option against every other: how many prefer the one, how many the other.

use super::outcome::OptionIndex;
use super::ranked::RankedBallots;
use super::square::Square;

/// The rank of what a ballot does not rank: below everything that it does.
const UNRANKED: u16 = u16::MAX;

/// Of each two options, how many votes prefer the one to the other.
///
/// A ballot prefers what it ranks better, and all that it ranks to all that it does not; between equal ranks, and
/// between two options that it leaves out, it prefers neither. Empty ranks mean nothing. Of an option marked twice the
/// better rank counts. Time and memory grow with the square of the options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairwise {
    compared: Vec<OptionIndex>,
    preferring: Square<u64>,
    marked: bool,
}

impl Pairwise {
    /// Compares the options that were not withdrawn.
    pub fn of_ranks(ballots: &RankedBallots) -> Self {
        let mut pairwise = Self::without_ballots(ballots.options, &ballots.withdrawn);
        let mut ranks = Ranks::of_nothing(ballots.options);
        for ballot in &ballots.ballots {
            for mark in &ballot.marks {
                if !ballots.withdrawn.contains(&mark.option) {
                    ranks.mark(mark.option, mark.rank);
                }
            }
            pairwise.add(ballot.weight, &mut ranks);
        }
        pairwise
    }

    /// Nobody prefers anything so far.
    pub(super) fn without_ballots(options: usize, withdrawn: &[OptionIndex]) -> Self {
        let compared = OptionIndex::all(options).filter(|option| !withdrawn.contains(option));
        Self {
            compared: compared.collect(),
            preferring: Square::filled(options, 0),
            marked: false,
        }
    }

    /// Counts a ballot and leaves its ranks empty for the next one.
    pub(super) fn add(&mut self, weight: u64, ranks: &mut Ranks) {
        self.marked |= weight > 0 && !ranks.marked.is_empty();
        for option in &ranks.marked {
            let rank = ranks.ranks[option.at()];
            for (votes, other) in self.preferring.row_mut(*option).iter_mut().zip(&ranks.ranks) {
                *votes += if rank < *other { weight } else { 0 };
            }
        }
        ranks.clear();
    }

    /// How many options there are, the withdrawn ones among them.
    pub fn options(&self) -> usize {
        self.preferring.options()
    }

    /// The options that are compared, in their order: all but the withdrawn ones.
    pub fn compared(&self) -> &[OptionIndex] {
        &self.compared
    }

    /// Whether any ballot ranks any of them.
    pub fn is_marked(&self) -> bool {
        self.marked
    }

    /// How many votes prefer the one to the other.
    ///
    /// # Panics
    ///
    /// Where one of them is no option of these ballots.
    pub fn preferring(&self, option: OptionIndex, to: OptionIndex) -> u64 {
        self.preferring.of(option, to)
    }

    /// Whether more votes prefer the one than prefer the other.
    ///
    /// # Panics
    ///
    /// Where one of them is no option of these ballots.
    pub fn beats(&self, option: OptionIndex, other: OptionIndex) -> bool {
        self.preferring(option, other) > self.preferring(other, option)
    }

    /// A figure for each two, made of the votes that prefer the first and those that prefer the second.
    pub(super) fn map(&self, figure: impl Fn(u64, u64) -> u64) -> Square<u64> {
        let mut figures = self.preferring.clone();
        for option in OptionIndex::all(figures.options()) {
            for other in OptionIndex::all(figures.options()) {
                let both = (self.preferring(option, other), self.preferring(other, option));
                figures.set(option, other, figure(both.0, both.1));
            }
        }
        figures
    }

    /// The option that beats every other one, where there is one and anybody ranked anything.
    pub fn condorcet_winner(&self) -> Option<OptionIndex> {
        let beats_all = |option: &OptionIndex| {
            let mut others = self.compared.iter().filter(|other| *other != option);
            others.all(|other| self.beats(*option, *other))
        };
        self.compared.iter().copied().find(beats_all).filter(|_| self.marked)
    }
}

/// What one ballot ranks.
#[derive(Debug)]
pub(super) struct Ranks {
    ranks: Vec<u16>,
    marked: Vec<OptionIndex>,
}

impl Ranks {
    pub(super) fn of_nothing(options: usize) -> Self {
        Self {
            ranks: vec![UNRANKED; options],
            marked: Vec::with_capacity(options),
        }
    }

    /// Gives an option a rank; a worse one than it has changes nothing.
    pub(super) fn mark(&mut self, option: OptionIndex, rank: u16) {
        let held = &mut self.ranks[option.at()];
        if *held == UNRANKED {
            self.marked.push(option);
        }
        *held = rank.min(*held).min(UNRANKED - 1);
    }

    fn clear(&mut self) {
        for option in self.marked.drain(..) {
            self.ranks[option.at()] = UNRANKED;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ranked::{Mark, RankedBallot};
    use super::*;

    fn option(at: u16) -> OptionIndex {
        OptionIndex(at)
    }

    fn ballot(weight: u64, marks: &[(u16, u16)]) -> RankedBallot {
        let marks = marks.iter().map(|(at, rank)| Mark {
            rank: *rank,
            option: option(*at),
        });
        RankedBallot::new(weight, marks.collect())
    }

    fn pairwise(options: usize, withdrawn: &[u16], ballots: Vec<RankedBallot>) -> Pairwise {
        Pairwise::of_ranks(&RankedBallots {
            options,
            withdrawn: withdrawn.iter().copied().map(option).collect(),
            ballots,
        })
    }

    #[test]
    fn a_ballot_prefers_what_it_ranks_to_what_it_leaves_out() {
        let pairwise = pairwise(4, &[], vec![ballot(3, &[(2, 1), (0, 4)])]);
        let over = |a, b| pairwise.preferring(option(a), option(b));
        assert_eq!([over(2, 0), over(2, 1), over(0, 1), over(0, 3)], [3; 4]);
        assert_eq!([over(0, 2), over(1, 3), over(3, 1)], [0; 3]);
    }

    #[test]
    fn equal_ranks_prefer_neither() {
        let pairwise = pairwise(3, &[], vec![ballot(1, &[(0, 1), (1, 1), (2, 2)])]);
        assert!(!pairwise.beats(option(0), option(1)) && !pairwise.beats(option(1), option(0)));
        assert_eq!(pairwise.condorcet_winner(), None);
    }

    #[test]
    fn an_option_marked_twice_is_counted_once_at_its_better_rank() {
        let pairwise = pairwise(2, &[], vec![ballot(1, &[(0, 3), (1, 2), (0, 1)])]);
        assert_eq!(pairwise.preferring(option(0), option(1)), 1);
        assert_eq!(pairwise.preferring(option(1), option(0)), 0);
    }

    #[test]
    fn withdrawn_options_neither_win_nor_stand_in_the_way() {
        let pairwise = pairwise(3, &[0], vec![ballot(2, &[(0, 1), (2, 2)])]);
        assert_eq!(pairwise.compared(), [option(1), option(2)]);
        assert_eq!(pairwise.condorcet_winner(), Some(option(2)));
    }

    #[test]
    fn nobody_wins_without_a_ranked_ballot() {
        assert_eq!(pairwise(1, &[], vec![ballot(4, &[])]).condorcet_winner(), None);
        assert_eq!(pairwise(1, &[], vec![ballot(0, &[(0, 1)])]).condorcet_winner(), None);
        assert_eq!(pairwise(0, &[], Vec::new()).condorcet_winner(), None);
        assert_eq!(
            pairwise(1, &[], vec![ballot(1, &[(0, 1)])]).condorcet_winner(),
            Some(option(0))
        );
    }
}
