//! What the ballots say of the options.

use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::pairwise::{Pairwise, Ranks};
use crate::poll::tally::score::{ScoreBallot, sums};

/// What the ballots say of each option and of each two.
pub(super) struct Field {
    pub(super) points: Vec<u64>,
    pub(super) pairwise: Pairwise,
    /// How often each has the highest score of the scale.
    pub(super) top_scores: Vec<u64>,
    /// How many ballots there are.
    pub(super) voters: u64,
}

impl Field {
    pub(super) fn of(options: usize, ballots: &[ScoreBallot], top: u8) -> Self {
        let mut field = Self {
            points: sums(options, ballots),
            pairwise: Pairwise::without_ballots(options, &[]),
            top_scores: vec![0; options],
            voters: 0,
        };
        let mut ranks = Ranks::of_nothing(options);
        for ballot in ballots {
            field.voters += ballot.weight;
            for (option, score) in OptionIndex::all(options).zip(&ballot.scores) {
                let score = score.unwrap_or(0);
                if score > 0 {
                    ranks.mark(option, u16::from(u8::MAX - score));
                }
                if score == top {
                    field.top_scores[option.at()] += ballot.weight;
                }
            }
            field.pairwise.add(ballot.weight, &mut ranks);
        }
        field
    }

    pub(super) fn points(&self, option: OptionIndex) -> u64 {
        self.points[option.at()]
    }

    pub(super) fn top_scores(&self, option: OptionIndex) -> u64 {
        self.top_scores[option.at()]
    }

    /// To how many of these it loses.
    pub(super) fn losses(&self, option: OptionIndex, among: &[OptionIndex]) -> usize {
        among
            .iter()
            .filter(|other| self.pairwise.beats(**other, option))
            .count()
    }
}
