//! The counts of this project, each the median of some in a row.

use std::hint::black_box;
use std::time::Instant;

use muster_core::poll::tally::availability::{self, Answer, AvailabilityBallot};
use muster_core::poll::tally::choices::ChoiceBallot;
use muster_core::poll::tally::consent::{self, ConsentBallot, Position, Silence};
use muster_core::poll::tally::irv::{self, IrvRules};
use muster_core::poll::tally::outcome::OptionIndex;
use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::paper::MarkRules;
use muster_core::poll::tally::ranked::{RankedBallot, RankedBallots};
use muster_core::poll::tally::schulze::{self, Strength};
use muster_core::poll::tally::score::{self, ScoreBallot};
use muster_core::poll::tally::star::{self, StarTies};
use muster_core::poll::tally::stv::rules::StvRules;
use muster_core::poll::tally::{approval, meek, ranked_pairs, single, stv};

use crate::election::{Election, OPTIONS, TOP_SCORE};
use crate::{Counted, SEATS};

/// How often each is counted; the first count only warms up.
const COUNTS: usize = 10;

/// Counts by the method of that name.
pub(crate) fn count(method: &str, election: &Election) -> Counted {
    let options = usize::from(OPTIONS);
    let ranked = ranked(election);
    let scored = scored(election);
    let chosen = chosen(election, method);
    let answers = answers(election);
    let positions = positions(election);
    let times: Vec<u16> = (0..OPTIONS).collect();
    let strict = MarkRules::STRICT;
    timed(|| match method {
        "single" => single::count(options, &chosen, 1, None).winners,
        "approval" => approval::count(options, &chosen, 1, None).winners,
        "score" => score::count(options, &scored, 1, None).winners,
        "star" => {
            star::count(options, &scored, TOP_SCORE, StarTies::Standard, None)
                .outcome
                .winners
        }
        "schulze" => {
            schulze::count(Pairwise::of_ranks(&ranked), Strength::WinningVotes, None)
                .outcome
                .winners
        }
        "pairs" => ranked_pairs::count(Pairwise::of_ranks(&ranked), None).outcome.winners,
        "irv" => irv::count(&ranked, IrvRules::default(), None).winners,
        "stv" => stv::count(&ranked, SEATS, &StvRules::SCOTTISH, None).winners,
        "meek" => meek::count(&ranked, SEATS, strict, None).winners,
        "availability" => availability::count(&times, &answers, None).outcome.winners,
        _ => {
            black_box(consent::count(&positions, Silence::Unknown));
            Vec::new()
        }
    })
}

fn timed(count: impl Fn() -> Vec<OptionIndex>) -> Counted {
    let mut took = Vec::new();
    let mut winners = Vec::new();
    for _ in 0..COUNTS {
        let began = Instant::now();
        winners = black_box(count());
        took.push(began.elapsed());
    }
    let mut took = took.split_off(1);
    took.sort_unstable();
    let mut winners: Vec<usize> = winners.iter().map(|winner| winner.at()).collect();
    winners.sort_unstable();
    Counted {
        took: took[took.len() / 2],
        winners,
    }
}

fn ranked(election: &Election) -> RankedBallots {
    let ballots = election
        .orders
        .iter()
        .map(|order| RankedBallot::in_order(1, order.iter().copied().map(OptionIndex)));
    RankedBallots {
        options: usize::from(OPTIONS),
        withdrawn: Vec::new(),
        ballots: ballots.collect(),
    }
}

fn scored(election: &Election) -> Vec<ScoreBallot> {
    let ballots = election.scores.iter().map(|scores| ScoreBallot {
        weight: 1,
        scores: scores.iter().copied().map(Some).collect(),
    });
    ballots.collect()
}

/// The first choice alone, or all that have three points.
fn chosen(election: &Election, method: &str) -> Vec<ChoiceBallot> {
    let first = |order: &Vec<u16>| vec![OptionIndex(order[0])];
    let approved = |scores: &Vec<u8>| {
        let approved = OptionIndex::all(scores.len())
            .zip(scores)
            .filter(|(_, score)| **score >= 3);
        approved.map(|(option, _)| option).collect()
    };
    let ballot = |chosen| ChoiceBallot { weight: 1, chosen };
    if method == "single" {
        election.orders.iter().map(first).map(ballot).collect()
    } else {
        election.scores.iter().map(approved).map(ballot).collect()
    }
}

fn answers(election: &Election) -> Vec<AvailabilityBallot> {
    let answer = |score: &u8| match score {
        4.. => Some(Answer::Yes),
        3 => Some(Answer::IfNeedBe),
        _ => Some(Answer::No),
    };
    let ballots = election.scores.iter().map(|scores| AvailabilityBallot {
        weight: 1,
        answers: scores.iter().map(answer).collect(),
    });
    ballots.collect()
}

fn positions(election: &Election) -> Vec<ConsentBallot> {
    let position = |scores: &Vec<u8>| match scores[0] {
        0 => Position::StandAside,
        1 => Position::Abstain,
        _ => Position::Agree,
    };
    let ballot = |scores| ConsentBallot {
        weight: 1,
        position: position(scores),
    };
    election.scores.iter().map(ballot).collect()
}
