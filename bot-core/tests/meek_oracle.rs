//! Meek's rule beside another implementation of it, on random elections.
//!
//! The other one breaks ties by the order of the options and has other rules for rounding; so only elections are held
//! against it in which no decision hangs on less than a hundredth of a vote.

use std::cell::Cell;

use muster_core::poll::tally::count::Count;
use muster_core::poll::tally::meek::count;
use muster_core::poll::tally::outcome::{OptionIndex, Outcome, State};
use muster_core::poll::tally::paper::MarkRules;
use muster_core::poll::tally::ranked::{RankedBallot, RankedBallots};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use stv_rs::arithmetic::{FixedDecimal9, Integer64};
use stv_rs::cli::Parallel;
use stv_rs::types::{Ballot, Candidate, Election};

/// A hundredth of a vote, in units.
const NARROW: u64 = 10_000_000;

fn elections() -> impl Strategy<Value = (RankedBallots, usize)> {
    (3..=7_u16, 1..4_usize).prop_flat_map(|(options, seats)| {
        let order = Just((0..options).collect::<Vec<_>>()).prop_shuffle();
        let ballot = (order, 1..=usize::from(options), 1..9_u64).prop_map(|(order, length, weight)| {
            RankedBallot::in_order(weight, order.into_iter().take(length).map(OptionIndex))
        });
        let ballots = prop::collection::vec(ballot, 5..40);
        let election = ballots.prop_map(move |ballots| RankedBallots {
            options: usize::from(options),
            withdrawn: Vec::new(),
            ballots,
        });
        (election, Just(seats.min(usize::from(options) - 1)))
    })
}

/// Whom the other implementation elects, sorted.
fn other(election: &RankedBallots, seats: usize) -> Vec<usize> {
    let candidates: Vec<Candidate> = (0..election.options)
        .map(|number| Candidate::new(format!("c{number}"), false))
        .collect();
    let ballot = |ballot: &RankedBallot| {
        let order = ballot.marks.iter().map(|mark| [mark.option.at()]);
        Ballot::new(usize::try_from(ballot.weight).expect("a small weight"), order)
    };
    let ballots: Vec<Ballot> = election.ballots.iter().map(ballot).collect();
    let votes = ballots.iter().map(Ballot::count).sum();
    let election = Election::builder()
        .title("random")
        .num_seats(seats)
        .num_ballots(votes)
        .candidates(candidates)
        .ballots(ballots)
        .build();
    let mut sink = std::io::sink();
    let result = stv_rs::meek::stv_droop::<Integer64, FixedDecimal9>(
        &mut sink,
        &election,
        "",
        6,
        Parallel::No,
        None,
        false,
        false,
        false,
    );
    let mut elected = result.expect("a count").elected;
    elected.sort_unstable();
    elected
}

/// Whether in every stage the fewest votes, and the quota, are clear of everything else.
fn is_clear(outcome: &Outcome) -> bool {
    outcome.stages.iter().all(|stage| {
        let quota = stage.quota.map_or(0, Count::units);
        let was_continuing = |option: &OptionIndex| {
            stage.elected.contains(option) || stage.standings[option.at()].state == State::Continuing
        };
        let options = OptionIndex::all(stage.standings.len()).filter(was_continuing);
        let mut votes: Vec<u64> = options
            .map(|option| stage.standings[option.at()].count.units())
            .collect();
        votes.sort_unstable();
        let apart = votes.windows(2).all(|pair| pair[1] - pair[0] > NARROW);
        apart && votes.iter().all(|votes| votes.abs_diff(quota) > NARROW)
    })
}

#[test]
fn both_elect_the_same() {
    let compared = Cell::new(0);
    let mut runner = TestRunner::new(Config::with_cases(500));
    let held = runner.run(&elections(), |(election, seats)| {
        let outcome = count(&election, seats, MarkRules::STRICT, None);
        if is_clear(&outcome) {
            compared.set(compared.get() + 1);
            let mut elected: Vec<usize> = outcome.winners.iter().map(|option| option.at()).collect();
            elected.sort_unstable();
            prop_assert_eq!(elected, other(&election, seats));
        }
        Ok(())
    });
    held.expect("the same winners");
    assert!(compared.get() > 50, "only {} of them were clear", compared.get());
}
