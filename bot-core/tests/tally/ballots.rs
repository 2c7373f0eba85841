//! Ballots by chance, few and small, so that ties and circles are frequent.

use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::ranked::{Mark, RankedBallot, RankedBallots};
use muster_core::poll::tally::score::ScoreBallot;
use proptest::prelude::*;

/// Ranks of each option, from 1; `None` is unranked.
pub(crate) type Ranks = Vec<Option<u16>>;

/// So many options at most, and ballots with equal ranks, empty ranks and options left out.
pub(crate) fn ranks(most_options: usize) -> impl Strategy<Value = (usize, Vec<(u64, Ranks)>)> {
    (1..=most_options).prop_flat_map(|options| {
        let highest = u16::try_from(options).expect("few options");
        let ranks = prop::collection::vec(prop::option::weighted(0.8, 1..=highest), options);
        (Just(options), prop::collection::vec((1..4_u64, ranks), 0..8))
    })
}

/// The ballots of those ranks.
pub(crate) fn ranked(options: usize, ballots: &[(u64, Ranks)]) -> RankedBallots {
    let ballots = ballots.iter().map(|(weight, ranks)| {
        let marks = OptionIndex::all(options).zip(ranks);
        let marks = marks.filter_map(|(option, rank)| rank.map(|rank| Mark { rank, option }));
        RankedBallot::new(*weight, marks.collect())
    });
    RankedBallots {
        options,
        withdrawn: Vec::new(),
        ballots: ballots.collect(),
    }
}

/// So many options at most, and ballots with points and blanks.
pub(crate) fn scores(most_options: usize) -> impl Strategy<Value = (usize, Vec<ScoreBallot>)> {
    (1..=most_options).prop_flat_map(|options| {
        let scores = prop::collection::vec(prop::option::weighted(0.9, 0..=5_u8), options);
        let ballot = (1..4_u64, scores).prop_map(|(weight, scores)| ScoreBallot { weight, scores });
        (Just(options), prop::collection::vec(ballot, 0..8))
    })
}

/// Who may win: the winner, or those of a tie that nothing broke; in the order of the options.
pub(crate) fn possible(outcome: &Outcome) -> Vec<OptionIndex> {
    let tied = outcome.true_tie().map(|tie| tie.options.clone());
    let mut possible = tied.unwrap_or_default();
    possible.extend(&outcome.winners);
    possible.sort_unstable();
    possible
}
