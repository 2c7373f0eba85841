use proptest::prelude::*;

use super::super::count::unit;
use super::super::outcome::{OptionIndex, State};
use super::super::ranked::{Mark, RankedBallot, RankedBallots};
use super::super::tie::Seed;
use super::Way;

/// Ballots as people mark them: with skipped, equal and repeated ranks, some blank, some of several voters.
fn elections() -> impl Strategy<Value = RankedBallots> {
    (1..=6_u16).prop_flat_map(|options| {
        let mark = (1..=options + 1, 0..options).prop_map(|(rank, option)| Mark {
            rank,
            option: OptionIndex(option),
        });
        let marks = prop::collection::vec(mark, 0..=usize::from(options) + 1);
        let clear = Just((0..options).collect::<Vec<_>>()).prop_shuffle();
        let clear = (clear, 0..=usize::from(options)).prop_map(|(order, length)| {
            RankedBallot::in_order(1, order.into_iter().take(length).map(OptionIndex)).marks
        });
        let ballot = (1..4_u64, prop_oneof![1 => marks, 3 => clear]);
        let ballots = prop::collection::vec(
            ballot.prop_map(|(weight, marks)| RankedBallot::new(weight, marks)),
            0..25,
        );
        let withdrawn = prop::collection::btree_set((0..options).prop_map(OptionIndex), 0..=1);
        (ballots, withdrawn).prop_map(move |(ballots, withdrawn)| RankedBallots {
            options: usize::from(options),
            withdrawn: if options > 1 {
                withdrawn.into_iter().collect()
            } else {
                Vec::new()
            },
            ballots,
        })
    })
}

fn names(options: usize) -> Vec<String> {
    (0..options).map(|option| format!("option {option}")).collect()
}

/// The same election with its options in another order: the new place of each old one.
fn turned(election: &RankedBallots, places: &[u16]) -> RankedBallots {
    let place = |option: OptionIndex| OptionIndex(places[option.at()]);
    let ballot = |ballot: &RankedBallot| {
        let mark = |mark: &Mark| Mark {
            rank: mark.rank,
            option: place(mark.option),
        };
        RankedBallot::new(ballot.weight, ballot.marks.iter().map(mark).collect())
    };
    RankedBallots {
        options: election.options,
        withdrawn: election.withdrawn.iter().map(|option| place(*option)).collect(),
        ballots: election.ballots.iter().map(ballot).collect(),
    }
}

proptest! {
    #[test]
    fn the_order_of_the_ballots_changes_nothing(
        (election, ballots) in elections().prop_flat_map(|election| {
            let shuffled = Just(election.ballots.clone()).prop_shuffle();
            (Just(election), shuffled)
        }),
        seats in 1..4_usize,
    ) {
        let shuffled = RankedBallots { ballots, ..election.clone() };
        for way in Way::all() {
            prop_assert_eq!(way.count(&election, seats, None), way.count(&shuffled, seats, None));
        }
    }

    #[test]
    fn a_ballot_of_three_voters_is_three_ballots(election in elections(), seats in 1..4_usize) {
        let one_each = election.ballots.iter().flat_map(|ballot| {
            let single = RankedBallot { weight: 1, marks: ballot.marks.clone() };
            (0..ballot.weight).map(move |_| single.clone())
        });
        let apart = RankedBallots { ballots: one_each.collect(), ..election.clone() };
        for way in Way::all() {
            prop_assert_eq!(way.count(&election, seats, None), way.count(&apart, seats, None));
        }
    }

    #[test]
    fn the_order_of_the_options_changes_nothing_not_even_with_lots(
        (election, places) in elections().prop_flat_map(|election| {
            let options = u16::try_from(election.options).unwrap();
            (Just(election), Just((0..options).collect::<Vec<_>>()).prop_shuffle())
        }),
        seats in 1..4_usize,
        seed in prop::option::of("[a-z]{4}"),
    ) {
        let other = turned(&election, &places);
        let names = names(election.options);
        let mut other_names = names.clone();
        for (name, place) in names.iter().zip(&places) {
            other_names[usize::from(*place)].clone_from(name);
        }
        let lots = seed.clone().map(|seed| Seed(seed).draw(&names));
        let other_lots = seed.map(|seed| Seed(seed).draw(&other_names));
        for way in Way::all() {
            let one = way.count(&election, seats, lots.as_ref());
            let two = way.count(&other, seats, other_lots.as_ref());
            prop_assert_eq!(one.stages.len(), two.stages.len());
            for (stage, other) in one.stages.iter().zip(&two.stages) {
                for (option, place) in places.iter().enumerate() {
                    prop_assert_eq!(stage.standings[option], other.standings[usize::from(*place)]);
                }
                prop_assert_eq!((stage.quota, stage.exhausted, stage.lost), (other.quota, other.exhausted, other.lost));
            }
            prop_assert_eq!(one.true_tie().is_some(), two.true_tie().is_some());
        }
    }

    #[test]
    fn votes_are_conserved_at_every_stage_to_the_last_unit(election in elections(), seats in 1..4_usize) {
        let marked = election.ballots.iter().filter(|ballot| !ballot.marks.is_empty());
        let votes: u64 = marked.map(|ballot| ballot.weight).sum();
        for way in Way::all() {
            for stage in way.count(&election, seats, None).stages {
                let counts: u64 = stage.standings.iter().map(|standing| standing.count.units()).sum();
                let all = counts + stage.exhausted.total().units() + stage.lost.units();
                prop_assert_eq!(all, votes * unit(stage.lost.decimals()), "{:?}", way);
            }
        }
    }

    #[test]
    fn with_lots_every_seat_is_filled_that_can_be(election in elections(), seats in 1..4_usize) {
        let lots = Seed("lots".to_owned()).draw(&names(election.options));
        let standing = election.options - election.withdrawn.len();
        for way in Way::all() {
            let outcome = way.count(&election, seats, Some(&lots));
            let seats = way.seats(seats);
            prop_assert!(outcome.winners.len() <= seats);
            let counted = outcome.stages[0].standings.iter().any(|standing| standing.count.units() > 0);
            if counted {
                prop_assert_eq!(outcome.winners.len(), seats.min(standing), "{:?}", way);
            }
            prop_assert_eq!(outcome.true_tie(), None);
        }
    }

    #[test]
    fn who_is_out_or_withdrawn_never_comes_back_and_has_no_votes(election in elections(), seats in 1..4_usize) {
        for way in Way::all() {
            let outcome = way.count(&election, seats, None);
            for option in OptionIndex::all(election.options) {
                let standings = outcome.stages.iter().map(|stage| stage.standings[option.at()]);
                let gone = standings.skip_while(|standing| matches!(standing.state, State::Continuing | State::Elected));
                for standing in gone {
                    prop_assert!(matches!(standing.state, State::Eliminated | State::Withdrawn));
                    prop_assert_eq!(standing.count.units(), 0);
                }
            }
        }
    }

    #[test]
    fn who_is_first_on_more_than_half_of_the_ballots_wins_one_seat(election in elections()) {
        for way in Way::all() {
            let outcome = way.count(&election, 1, None);
            let first = outcome.stages[0].standings.iter().map(|standing| standing.count.units());
            let all: u64 = first.clone().sum();
            if let Some(at) = first.clone().position(|votes| votes * 2 > all) {
                prop_assert_eq!(outcome.winners.first().map(|option| option.at()), Some(at), "{:?}", way);
            }
        }
    }

    #[test]
    fn leaving_together_changes_no_winner_of_a_runoff(election in elections()) {
        let [one_by_one, together, ..] = Way::all();
        let one = one_by_one.count(&election, 1, None);
        let two = together.count(&election, 1, None);
        if one.ties.is_empty() {
            prop_assert_eq!(one.winners, two.winners);
        }
    }
}
