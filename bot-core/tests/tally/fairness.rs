//! Nobody is treated differently for who they are or when they came; more votes do not harm; and who beats everybody wins
//! where the method promises it.

use muster_core::poll::tally::choices::ChoiceBallot;
use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::schulze::Strength;
use muster_core::poll::tally::score::ScoreBallot;
use muster_core::poll::tally::star::StarTies;
use muster_core::poll::tally::{approval, ranked_pairs, schulze, score, single, star};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::ballots::{Ranks, possible, ranked, ranks, scores};

/// Every method on ranks.
fn by_ranks(options: usize, ballots: &[(u64, Ranks)]) -> [Outcome; 3] {
    let pairwise = Pairwise::of_ranks(&ranked(options, ballots));
    [
        schulze::count(pairwise.clone(), Strength::WinningVotes, None).outcome,
        schulze::count(pairwise.clone(), Strength::Margins, None).outcome,
        ranked_pairs::count(pairwise, None).outcome,
    ]
}

/// Every method on points, and those on choices with what has points as chosen.
fn by_scores(options: usize, ballots: &[ScoreBallot]) -> [Outcome; 5] {
    let chosen: Vec<ChoiceBallot> = ballots.iter().map(chosen).collect();
    [
        score::count(options, ballots, 1, None),
        star::count(options, ballots, 5, StarTies::Standard, None).outcome,
        star::count(options, ballots, 5, StarTies::FiveStar, None).outcome,
        approval::count(options, &chosen, 1, None),
        single::count(options, &chosen, 1, None),
    ]
}

fn chosen(ballot: &ScoreBallot) -> ChoiceBallot {
    let mut scored: Vec<(OptionIndex, u8)> = OptionIndex::all(ballot.scores.len())
        .zip(ballot.scores.iter().map(|score| score.unwrap_or(0)))
        .filter(|(_, score)| *score > 0)
        .collect();
    scored.sort_by_key(|(_, score)| u8::MAX - score);
    ChoiceBallot {
        weight: ballot.weight,
        chosen: scored.into_iter().map(|(option, _)| option).collect(),
    }
}

/// The same list with each thing at another place: what was at `places[n]` comes to `n`.
fn moved<T: Clone>(list: &[T], places: &[usize]) -> Vec<T> {
    places.iter().map(|place| list[*place].clone()).collect()
}

/// Those options under the names that they have after the move.
fn renamed(options: &[OptionIndex], places: &[usize]) -> Vec<OptionIndex> {
    let new = |option: &OptionIndex| {
        places
            .iter()
            .position(|place| *place == option.at())
            .expect("a place for each")
    };
    let mut renamed: Vec<OptionIndex> = options
        .iter()
        .map(|option| OptionIndex(u16::try_from(new(option)).expect("few options")))
        .collect();
    renamed.sort_unstable();
    renamed
}

fn ranks_and_places() -> impl Strategy<Value = (usize, Vec<(u64, Ranks)>, Vec<usize>)> {
    ranks(5).prop_flat_map(|(options, ballots)| {
        let places = Just((0..options).collect::<Vec<_>>()).prop_shuffle();
        (Just(options), Just(ballots), places)
    })
}

proptest! {
    #[test]
    fn the_order_of_ranked_ballots_and_how_they_are_bundled_change_nothing(
        (options, ballots, shuffled) in ranks(5).prop_flat_map(|(options, ballots)| {
            let singly = ballots.iter().flat_map(|(weight, ranks)| (0..*weight).map(|_| (1, ranks.clone())));
            let singly: Vec<_> = singly.collect();
            (Just(options), Just(ballots), Just(singly).prop_shuffle())
        })
    ) {
        prop_assert_eq!(by_ranks(options, &ballots), by_ranks(options, &shuffled));
    }

    #[test]
    fn the_order_of_ballots_with_points_changes_nothing(
        (options, ballots, shuffled) in scores(5)
            .prop_flat_map(|(options, ballots)| (Just(options), Just(ballots.clone()), Just(ballots).prop_shuffle()))
    ) {
        prop_assert_eq!(by_scores(options, &ballots), by_scores(options, &shuffled));
    }

    #[test]
    fn ranked_options_in_another_order_come_to_the_same((options, ballots, places) in ranks_and_places()) {
        let other: Vec<_> = ballots.iter().map(|(weight, ranks)| (*weight, moved(ranks, &places))).collect();
        for (one, other) in by_ranks(options, &ballots).iter().zip(by_ranks(options, &other)) {
            prop_assert_eq!(renamed(&possible(one), &places), possible(&other));
        }
    }

    #[test]
    fn options_with_points_in_another_order_come_to_the_same(
        (options, ballots, places) in scores(5).prop_flat_map(|(options, ballots)| {
            (Just(options), Just(ballots), Just((0..options).collect::<Vec<_>>()).prop_shuffle())
        })
    ) {
        let other: Vec<ScoreBallot> = ballots
            .iter()
            .map(|ballot| ScoreBallot { weight: ballot.weight, scores: moved(&ballot.scores, &places) })
            .collect();
        // Which of two equal scores a single choice takes for its first is the order's here; so it is left out.
        let [one, other] = [&ballots, &other].map(|ballots| by_scores(options, ballots));
        for (one, other) in one.iter().zip(&other).take(4) {
            prop_assert_eq!(renamed(&possible(one), &places), possible(other));
        }
    }

    #[test]
    fn a_winner_who_is_ranked_better_still_wins((options, ballots) in ranks(5), which: Index, ballot: Index) {
        for method in 0..3 {
            let winners = by_ranks(options, &ballots)[method].winners.clone();
            let [winner] = winners[..] else { continue };
            let mut better = ballots.clone();
            let (_, ranks) = &mut better[ballot.index(ballots.len())];
            // Above all others, or one rank up.
            let up = ranks[winner.at()].map_or(5, |rank| rank - 1);
            ranks[winner.at()] = Some(if which.index(2) == 0 { 0 } else { up });
            let after = by_ranks(options, &better);
            prop_assert!(possible(&after[method]).contains(&winner), "{:?}", after[method]);
        }
    }

    #[test]
    fn a_winner_with_more_points_still_wins((options, ballots) in scores(5), ballot: Index) {
        for method in 0..4 {
            let winners = by_scores(options, &ballots)[method].winners.clone();
            let [winner] = winners[..] else { continue };
            let mut better = ballots.clone();
            let score = &mut better[ballot.index(ballots.len())].scores[winner.at()];
            *score = Some(score.map_or(1, |score| 5.min(score + 1)));
            let after = by_scores(options, &better);
            prop_assert!(possible(&after[method]).contains(&winner), "{:?}", after[method]);
        }
    }

    #[test]
    fn who_beats_every_other_option_wins((options, ballots) in ranks(6)) {
        let pairwise = Pairwise::of_ranks(&ranked(options, &ballots));
        if let Some(winner) = pairwise.condorcet_winner() {
            for outcome in by_ranks(options, &ballots) {
                prop_assert_eq!(outcome.winners, [winner]);
            }
        }
    }
}
