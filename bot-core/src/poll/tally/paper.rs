//! From the marks on a ballot to one clear order of choices, by rules that are stated before the voting.

use super::outcome::OptionIndex;
use super::ranked::{Mark, RankedBallot, RankedBallots};

/// What a mark that is not clear means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkRules {
    /// A rank with several options.
    pub overvote: Overvote,
    /// A rank without an option above one with an option; the empty ranks below the last mark are no skipped ones.
    pub skipped: Skipped,
    /// An option that was named before.
    pub duplicate: Duplicate,
}

/// A rank with several options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overvote {
    /// The ballot is exhausted there.
    Exhaust,
    /// The rank counts for nobody, and the next one goes on.
    NextRank,
}

/// A rank without an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipped {
    /// The ballot is exhausted at one.
    ExhaustAtOne,
    /// The ballot is exhausted at two in a row; a single one is passed over.
    ExhaustAtTwo,
    /// Any number of them is passed over.
    NextRank,
}

/// An option that the ballot named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duplicate {
    /// The ballot is exhausted there.
    Exhaust,
    /// It is passed over.
    NextRank,
}

impl MarkRules {
    /// Only what is clear counts: a ballot is exhausted at its first overvote, skipped rank or duplicate.
    ///
    /// So a preference is read for the Scottish Local Government Elections Order 2007, schedule 1, rule 48: a paper is
    /// not transferable where the next preference is for several candidates or does not follow consecutively.
    pub const STRICT: Self = Self {
        overvote: Overvote::Exhaust,
        skipped: Skipped::ExhaustAtOne,
        duplicate: Duplicate::Exhaust,
    };
    /// An overvote exhausts the ballot, since nobody can say who was meant; skipped ranks and duplicates are passed over.
    pub const LENIENT: Self = Self {
        overvote: Overvote::Exhaust,
        skipped: Skipped::NextRank,
        duplicate: Duplicate::NextRank,
    };
}

/// What ends a ballot's choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum End {
    NoChoiceLeft,
    Overvote,
    Skipped,
    Duplicate,
}

/// The choices of one voter, or of several who chose alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paper {
    /// In order; nobody twice, and nobody who withdrew.
    pub(super) choices: Box<[OptionIndex]>,
    /// Why there is no further one.
    pub(super) end: End,
    /// How many voters.
    pub(super) votes: u64,
}

/// The papers that those ballots are. Blank ballots are none.
pub(super) fn papers(ballots: &RankedBallots, rules: MarkRules) -> Vec<Paper> {
    let mut reader = Reader::new(ballots, rules);
    let marked = ballots.ballots.iter().filter(|ballot| !ballot.marks.is_empty());
    let papers = marked.map(|RankedBallot { weight, marks }| Paper {
        end: reader.read(marks),
        choices: reader.choices.as_slice().into(),
        votes: *weight,
    });
    papers.collect()
}

/// Reads ballots one after the other.
struct Reader {
    rules: MarkRules,
    withdrawn: Vec<bool>,
    /// The last ballot, from 1, that named each option.
    named: Vec<usize>,
    /// The last ballot that has it among its choices.
    chosen: Vec<usize>,
    ballot: usize,
    choices: Vec<OptionIndex>,
}

impl Reader {
    fn new(ballots: &RankedBallots, rules: MarkRules) -> Self {
        let mut withdrawn = vec![false; ballots.options];
        for option in &ballots.withdrawn {
            withdrawn[option.at()] = true;
        }
        Self {
            rules,
            withdrawn,
            named: vec![0; ballots.options],
            chosen: vec![0; ballots.options],
            ballot: 0,
            choices: Vec::new(),
        }
    }

    /// Leaves the choices of a ballot, and says what ends them.
    fn read(&mut self, marks: &[Mark]) -> End {
        self.ballot += 1;
        self.choices.clear();
        let mut last_rank = 0;
        for rank in marks.chunk_by(|one, other| one.rank == other.rank) {
            if self.too_many_skipped(rank[0].rank - last_rank - 1) {
                return End::Skipped;
            }
            last_rank = rank[0].rank;
            let duplicate = self.name(rank);
            if duplicate && self.rules.duplicate == Duplicate::Exhaust {
                return End::Duplicate;
            }
            if rank.len() > 1 {
                match self.rules.overvote {
                    Overvote::Exhaust => return End::Overvote,
                    Overvote::NextRank => continue,
                }
            }
            self.choose(rank[0].option);
        }
        End::NoChoiceLeft
    }

    fn choose(&mut self, option: OptionIndex) {
        let chosen = &mut self.chosen[option.at()];
        if !self.withdrawn[option.at()] && *chosen != self.ballot {
            *chosen = self.ballot;
            self.choices.push(option);
        }
    }

    fn too_many_skipped(&self, empty: u16) -> bool {
        match self.rules.skipped {
            Skipped::ExhaustAtOne => empty > 0,
            Skipped::ExhaustAtTwo => empty > 1,
            Skipped::NextRank => false,
        }
    }

    /// Whether one of these was named before on this ballot; from now on they are.
    fn name(&mut self, rank: &[Mark]) -> bool {
        let mut before = false;
        for mark in rank {
            let named = &mut self.named[mark.option.at()];
            before |= *named == self.ballot;
            *named = self.ballot;
        }
        before
    }
}
