//! Ties, and what breaks them: the latest earlier stage, then lots drawn from a public seed, or nothing.
//!
//! The order of the options breaks no tie.

use sha2::{Digest, Sha256};

use super::outcome::{OptionIndex, Stage};

/// Options between which the counts alone cannot choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// The number of the stage whose counts are tied, from 1.
    pub stage: usize,
    /// Who is tied, in the order of the options.
    pub options: Vec<OptionIndex>,
    /// What was to be decided.
    pub about: TieAbout,
    /// What broke it; `None` is a true tie, and the count stops there.
    pub broken: Option<Broken>,
}

/// What a tie is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TieAbout {
    /// Who is elected.
    Seat,
    /// Who leaves the count.
    Elimination,
    /// Whose surplus goes to the next choices first.
    SurplusOrder,
    /// Who goes into the run-off.
    Finalist,
}

/// How a tie was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// Who was chosen: elected, eliminated, or first in order, as the tie is about.
    pub chosen: OptionIndex,
    /// By which rule; of several that narrowed the tie, the last.
    pub by: TieRule,
}

/// What breaks a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieRule {
    /// Their counts in the latest earlier stage where they differ.
    EarlierStage {
        /// Its number, from 1.
        stage: usize,
    },
    /// Lots drawn from the public seed.
    Seed,
    /// None of them has a vote: all leave together (the first of them is named), and their order changes nothing.
    NoVotes,
    /// Whoever of them goes on, the same option wins; it is the chosen one.
    SameWinner,
    /// How they do against each other.
    HeadToHead,
    /// Who has more points.
    Points,
    /// Who has the top score of the scale more often.
    TopScores,
    /// Who has fewer no.
    FewestNo,
    /// Who is earlier.
    Earliest,
}

/// A text that everybody knows before the voting begins; lots are drawn from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed(pub String);

impl Seed {
    /// Draws lots for options of those names.
    ///
    /// The lot of an option is SHA-256 of the seed, a line feed and the option's name, in UTF-8; the smallest lot
    /// comes first. Anybody can repeat it: `printf 'SEED\nNAME' | sha256sum`. Options of one name are told apart by
    /// their place.
    pub fn draw<N: AsRef<str>>(&self, names: &[N]) -> Lots {
        let mut drawn: Vec<([u8; 32], OptionIndex)> = OptionIndex::all(names.len())
            .zip(names)
            .map(|(option, name)| (self.lot(name.as_ref()), option))
            .collect();
        drawn.sort_unstable();
        let mut places = vec![0; names.len()];
        for (place, (_, option)) in drawn.iter().enumerate() {
            places[option.at()] = place;
        }
        Lots { places }
    }

    fn lot(&self, name: &str) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.0.as_bytes());
        hash.update(b"\n");
        hash.update(name.as_bytes());
        hash.finalize().into()
    }
}

/// Lots drawn for all options: who is first in them is preferred, so it is elected first and eliminated last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lots {
    places: Vec<usize>,
}

impl Lots {
    /// The place of an option, from 0.
    ///
    /// # Panics
    ///
    /// Where lots were not drawn for that option.
    pub fn place(&self, option: OptionIndex) -> usize {
        self.places[option.at()]
    }

    /// Who of these comes first in the lots; `None` of nobody.
    pub(super) fn first(&self, of: &[OptionIndex]) -> Option<OptionIndex> {
        of.iter().copied().min_by_key(|option| self.place(*option))
    }
}

/// Which end of the tied options is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one with the most votes: elected, or its surplus first.
    Most,
    /// The one with the fewest: eliminated.
    Fewest,
}

/// Chooses one of several tied options by the earlier stages, the latest first, and then by lot. `None` where neither
/// tells them apart.
///
/// Of three or more, a stage narrows the tie to those that have the most (or fewest) there, and the stages before it
/// go on with these.
pub fn break_tie(tied: &[OptionIndex], side: Side, earlier: &[Stage], lots: Option<&Lots>) -> Option<Broken> {
    let mut left = tied.to_vec();
    for (index, stage) in earlier.iter().enumerate().rev() {
        narrow(&mut left, side, stage);
        if let [chosen] = left[..] {
            let by = TieRule::EarlierStage { stage: index + 1 };
            return Some(Broken { chosen, by });
        }
    }
    let lots = lots?;
    let by_lot = |option: &&OptionIndex| lots.place(**option);
    let chosen = match side {
        Side::Most => left.iter().min_by_key(by_lot),
        Side::Fewest => left.iter().max_by_key(by_lot),
    };
    chosen.map(|chosen| Broken {
        chosen: *chosen,
        by: TieRule::Seed,
    })
}

/// Keeps those with the most (or fewest) votes in that stage.
fn narrow(left: &mut Vec<OptionIndex>, side: Side, stage: &Stage) {
    let votes = |option: &OptionIndex| stage.standings[option.at()].count.units();
    let counts = left.iter().map(votes);
    let best = match side {
        Side::Most => counts.max(),
        Side::Fewest => counts.min(),
    };
    left.retain(|option| Some(votes(option)) == best);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::count::Count;
    use crate::poll::tally::outcome::{Exhausted, Standing, State, Step};

    fn stage(counts: &[u64]) -> Stage {
        let standing = |count: &u64| Standing {
            count: Count::whole(*count),
            state: State::Continuing,
            keep: None,
        };
        Stage {
            step: Step::FirstCounts,
            standings: counts.iter().map(standing).collect(),
            elected: Vec::new(),
            quota: None,
            exhausted: Exhausted::none(0),
            lost: Count::whole(0),
        }
    }

    fn broken(counts: &[&[u64]], side: Side, lots: Option<&Lots>) -> Option<(u32, TieRule)> {
        let stages: Vec<Stage> = counts.iter().map(|counts| stage(counts)).collect();
        let tied: Vec<OptionIndex> = OptionIndex::all(counts[0].len()).collect();
        break_tie(&tied, side, &stages, lots).map(|broken| (broken.chosen.number(), broken.by))
    }

    #[test]
    fn the_latest_stage_where_they_differ_decides() {
        let stages: &[&[u64]] = &[&[9, 1], &[3, 4], &[5, 5]];
        let by = TieRule::EarlierStage { stage: 2 };
        assert_eq!(broken(stages, Side::Most, None), Some((2, by)));
        assert_eq!(broken(stages, Side::Fewest, None), Some((1, by)));
    }

    #[test]
    fn a_stage_may_leave_two_of_three_and_the_one_before_goes_on_with_these() {
        let stages: &[&[u64]] = &[&[2, 1, 0], &[3, 3, 4]];
        let by = TieRule::EarlierStage { stage: 1 };
        assert_eq!(broken(stages, Side::Fewest, None), Some((2, by)));
    }

    #[test]
    fn what_no_stage_tells_apart_is_a_true_tie_without_a_seed() {
        assert_eq!(broken(&[&[4, 4], &[5, 5]], Side::Most, None), None);
    }

    #[test]
    fn lots_prefer_one_on_both_sides_and_do_not_ask_for_its_place() {
        let names = ["Ana", "Ben", "Cleo"];
        let seed = Seed("2027-03-01".to_owned());
        let lots = seed.draw(&names);
        let (most, by) = broken(&[&[4, 4, 4]], Side::Most, Some(&lots)).unwrap();
        let (fewest, _) = broken(&[&[4, 4, 4]], Side::Fewest, Some(&lots)).unwrap();
        assert_eq!(by, TieRule::Seed);
        assert_ne!(most, fewest);
        let turned = seed.draw(&["Cleo", "Ben", "Ana"]);
        for (option, other) in OptionIndex::all(3).zip([2, 1, 0].map(OptionIndex)) {
            assert_eq!(lots.place(option), turned.place(other));
        }
    }

    #[test]
    fn a_lot_can_be_drawn_again_with_any_sha_256() {
        // printf '2027-03-01\nAna' | sha256sum
        let lot = Seed("2027-03-01".to_owned()).lot("Ana");
        assert_eq!(lot[..4], 0xc46e_383c_u32.to_be_bytes());
    }
}
