//! What must hold of every count by stages, whatever the ballots; and the rare branches by name.

mod properties;
mod rare;

use super::irv::{self, IrvRules};
use super::meek;
use super::outcome::{OptionIndex, Outcome};
use super::paper::MarkRules;
use super::ranked::{RankedBallot, RankedBallots};
use super::stv::{self, rules::StvRules};
use super::tie::Lots;

/// A way of counting by stages, with its rules.
#[derive(Debug, Clone, Copy)]
enum Way {
    Irv(IrvRules),
    Stv(StvRules),
    Meek(MarkRules),
}

impl Way {
    fn all() -> [Self; 7] {
        let batch = IrvRules {
            batch: true,
            ..IrvRules::default()
        };
        [
            Self::Irv(IrvRules::default()),
            Self::Irv(batch),
            Self::Stv(StvRules::SCOTTISH),
            Self::Stv(StvRules::ALAMEDA),
            Self::Stv(StvRules::RCTAB),
            Self::Meek(MarkRules::STRICT),
            Self::Meek(MarkRules::LENIENT),
        ]
    }

    fn count(self, ballots: &RankedBallots, seats: usize, lots: Option<&Lots>) -> Outcome {
        match self {
            Self::Irv(rules) => irv::count(ballots, rules, lots),
            Self::Stv(rules) => stv::count(ballots, seats, &rules, lots),
            Self::Meek(marks) => meek::count(ballots, seats, marks, lots),
        }
    }

    fn seats(self, seats: usize) -> usize {
        match self {
            Self::Irv(_) => 1,
            Self::Stv(_) | Self::Meek(_) => seats,
        }
    }
}

/// Ballots by how many they are and the numbers of their options, from 1.
fn ballots(options: usize, ballots: &[(u64, &[u16])]) -> RankedBallots {
    let ballot = |(weight, numbers): &(u64, &[u16])| {
        RankedBallot::in_order(*weight, numbers.iter().map(|number| OptionIndex(number - 1)))
    };
    RankedBallots {
        options,
        withdrawn: Vec::new(),
        ballots: ballots.iter().map(ballot).collect(),
    }
}

/// The winners by number, from 1.
fn winners(outcome: &Outcome) -> Vec<u32> {
    outcome.winners.iter().map(|option| option.number()).collect()
}

/// The counts of a stage, from 1.
fn counts(outcome: &Outcome, stage: usize) -> Vec<String> {
    let standings = outcome.stages[stage - 1].standings.iter();
    standings.map(|standing| standing.count.to_string()).collect()
}
