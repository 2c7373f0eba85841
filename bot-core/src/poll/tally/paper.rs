//! From the marks on a ballot to one clear order of choices, by rules that are stated before the voting.

use std::borrow::Cow;

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
pub(super) struct Paper<'a> {
    /// The marks that choose, in order; nobody twice, and nobody who withdrew. Most ballots are clear: they are read where
    /// they lie.
    choices: Cow<'a, [Mark]>,
    /// Why there is no further one.
    pub(super) end: End,
    /// How many voters.
    pub(super) votes: u64,
}

impl Paper<'_> {
    /// The marks that choose, in order; their ranks mean nothing any more.
    pub(super) fn choices(&self) -> &[Mark] {
        &self.choices
    }
}

/// The papers that those ballots are. Blank ballots are none.
pub(super) fn papers(ballots: &RankedBallots, rules: MarkRules) -> impl Iterator<Item = Paper<'_>> {
    let mut reader = Reader::new(ballots, rules);
    let marked = ballots.ballots.iter().filter(|ballot| !ballot.marks.is_empty());
    marked.map(move |ballot| reader.paper(ballot))
}

/// Reads ballots one after the other.
struct Reader {
    rules: MarkRules,
    withdrawn: Vec<bool>,
    /// The last reading, from 1, that came upon each option.
    named: Vec<usize>,
    /// The last reading that has it among its choices.
    chosen: Vec<usize>,
    reading: usize,
    choices: Vec<Mark>,
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
            reading: 0,
            choices: Vec::new(),
        }
    }

    fn paper<'a>(&mut self, ballot: &'a RankedBallot) -> Paper<'a> {
        let votes = ballot.weight;
        if self.is_clear(&ballot.marks) {
            return Paper {
                choices: Cow::Borrowed(&ballot.marks),
                end: End::NoChoiceLeft,
                votes,
            };
        }
        let end = self.read(&ballot.marks);
        Paper {
            choices: Cow::Owned(self.choices.clone()),
            end,
            votes,
        }
    }

    /// Whether each rank down to the last has one option, none of them twice or withdrawn: then no rule is asked.
    fn is_clear(&mut self, marks: &[Mark]) -> bool {
        self.reading += 1;
        (1..).zip(marks).all(|(rank, mark)| {
            let option = mark.option.at();
            let before = std::mem::replace(&mut self.named[option], self.reading);
            mark.rank == rank && before != self.reading && !self.withdrawn[option]
        })
    }

    /// Leaves the choices of a ballot, and says what ends them.
    fn read(&mut self, marks: &[Mark]) -> End {
        self.reading += 1;
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
            self.choose(rank[0]);
        }
        End::NoChoiceLeft
    }

    fn choose(&mut self, mark: Mark) {
        let option = mark.option.at();
        let chosen = &mut self.chosen[option];
        if !self.withdrawn[option] && *chosen != self.reading {
            *chosen = self.reading;
            self.choices.push(mark);
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
            before |= *named == self.reading;
            *named = self.reading;
        }
        before
    }
}
