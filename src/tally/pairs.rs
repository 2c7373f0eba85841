//! Ranked ballots, counted by each two options.

use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::ranked::RankedBallots;
use muster_core::poll::tally::ranked_pairs::{self, Fate};
use muster_core::poll::tally::report;
use muster_core::poll::tally::schulze::{self, Strength};
use muster_core::poll::tally::tie::Lots;

use super::counted::{Counted, Grid};
use super::rules::said_of_strength;

pub(super) fn schulze(counted: &mut Counted, ballots: &RankedBallots, strength: Strength, lots: Option<&Lots>) {
    let result = schulze::count(Pairwise::of_ranks(ballots), strength, lots);
    let options = ballots.options;
    counted.method = "Schulze";
    counted.rules = said(&[said_of_strength(strength)]);
    counted.grids = vec![
        preferring(&result.pairwise, options),
        Grid::of(&report::paths(), options, |option, other| {
            if option == other { 0 } else { result.path(option, other) }
        }),
    ];
    counted.outcome = result.outcome;
    counted.places = result.places;
}

pub(super) fn ranked_pairs(counted: &mut Counted, ballots: &RankedBallots, lots: Option<&Lots>) {
    let result = ranked_pairs::count(Pairwise::of_ranks(ballots), lots);
    counted.method = "Ranked Pairs";
    counted.rules = said(&["The majority with the most votes is locked first; of equals, that with fewer against it."]);
    counted.grids = vec![preferring(&result.pairwise, ballots.options)];
    for (majority, fate) in &result.majorities {
        let fate = match fate {
            Fate::Locked => continue,
            Fate::LeftOut => "left out: stronger majorities say the opposite",
            Fate::Open => "open: equally strong majorities stay in no order",
        };
        let (winner, loser) = (counted.name(majority.winner), counted.name(majority.loser));
        let note = format!(
            "{winner} over {loser}, {} to {}: {fate}",
            majority.votes, majority.opposing
        );
        counted.notes.push(note);
    }
    counted.outcome = result.outcome;
    counted.places = result.places;
}

/// The rules that both have, and some more.
fn said(more: &[&str]) -> Vec<String> {
    let both = "What is not ranked is below all that is; equal ranks prefer nobody.";
    [both].iter().chain(more).map(|rule| (*rule).to_owned()).collect()
}

fn preferring(pairwise: &Pairwise, options: usize) -> Grid {
    Grid::of(&report::preferring(), options, |option, other| {
        if option == other {
            0
        } else {
            pairwise.preferring(option, other)
        }
    })
}
