//! Meek's rule as the Proportional Representation Foundation's reference states it: the elected keep that share of each
//! vote which leaves them with the quota, the rest goes on to the next choices, and the quota falls with what is exhausted.
//!
//! Everything has nine decimals; a round is iterated until the surplus of the elected is less than a millionth of a vote,
//! or falls no more. See <https://prfound.org/resources/reference/reference-meek-rule/>.

use super::count::{Count, unit};
use super::outcome::{OptionIndex, Outcome, Step};
use super::paper::{MarkRules, papers};
use super::pile::Ended;
use super::prefixes::Prefixes;
use super::ranked::RankedBallots;
use super::sheet::{Figures, Sheet};
use super::tie::Lots;

/// The decimals of votes, quotas and keep factors.
const DECIMALS: u8 = 9;
/// One vote.
const ONE: u64 = unit(DECIMALS);
/// The surplus (omega) below which a round is finished: a millionth of a vote.
const OMEGA: u64 = ONE / 1_000_000;

/// Counts for so many seats, at least one. A tie goes to the latest earlier stage where they differ, then to the lots.
///
/// The reference draws lots also where the surplus that is left could turn two counts over. Here the smaller count
/// leaves: only equal counts are a tie.
///
/// Where there are no more options than seats, all are elected; otherwise nobody is where no ballot chooses anybody.
pub fn count(ballots: &RankedBallots, seats: usize, marks: MarkRules, lots: Option<&Lots>) -> Outcome {
    let mut prefixes = Prefixes::new(ballots.options, papers(ballots, marks));
    let mut round = Round::new(ballots.options, seats);
    let mut sheet = Sheet::new(ballots, seats, DECIMALS, lots);
    let mut step = Step::FirstCounts;
    loop {
        prefixes.follow(&sheet);
        let elected = round.iterate(&prefixes, &sheet);
        sheet.record(step, &round.figures());
        sheet.elect(elected.clone());
        if sheet.seats_left() == 0 {
            break;
        }
        sheet.fill_last_seats();
        if sheet.seats_left() == 0 || round.votes.iter().all(|votes| *votes == 0) {
            break;
        }
        if !elected.is_empty() {
            let surplus = elected.iter().map(|option| round.above_quota(*option)).sum();
            step = Step::Surplus {
                of: elected,
                votes: Count::new(surplus, DECIMALS),
            };
            continue;
        }
        let Some(leaving) = sheet.lowest() else {
            break;
        };
        round.leave(&mut sheet, &leaving);
        step = leaving;
    }
    sheet.outcome
}

/// The figures of a round, in units.
struct Round {
    seats: u64,
    keep: Vec<u64>,
    votes: Vec<u64>,
    quota: u64,
    surplus: u64,
    exhausted: Ended,
}

impl Round {
    fn new(options: usize, seats: usize) -> Self {
        Self {
            seats: seats as u64,
            keep: vec![ONE; options],
            votes: vec![0; options],
            quota: 0,
            surplus: 0,
            exhausted: Ended::default(),
        }
    }

    /// Distributes the votes until somebody is elected, who is returned, or the surplus is as small as it gets.
    fn iterate(&mut self, prefixes: &Prefixes, sheet: &Sheet<'_>) -> Vec<OptionIndex> {
        let elected: Vec<OptionIndex> = OptionIndex::all(self.votes.len())
            .filter(|option| sheet.is_elected(*option))
            .collect();
        let mut before = u64::MAX;
        loop {
            self.distribute(prefixes);
            self.quota = self.votes.iter().sum::<u64>() / (self.seats + 1) + 1;
            let mut winners = sheet.continuing();
            winners.retain(|option| self.votes[option.at()] >= self.quota);
            self.surplus = self.total_surplus(elected.iter().chain(&winners));
            if !winners.is_empty() || self.surplus < OMEGA || self.surplus >= before {
                return winners;
            }
            before = self.surplus;
            for option in &elected {
                self.update_keep(*option);
            }
        }
    }

    fn distribute(&mut self, prefixes: &Prefixes) {
        self.votes.fill(0);
        self.exhausted = Ended::default();
        prefixes.distribute(ONE, &self.keep, &mut self.votes, &mut self.exhausted);
    }

    /// What the elected have above the quota, those below it subtracted.
    fn total_surplus<'a>(&self, elected: impl Iterator<Item = &'a OptionIndex>) -> u64 {
        let above: i128 = elected
            .map(|option| i128::from(self.votes[option.at()]) - i128::from(self.quota))
            .sum();
        u64::try_from(above).unwrap_or(0)
    }

    fn above_quota(&self, option: OptionIndex) -> u64 {
        self.votes[option.at()].saturating_sub(self.quota)
    }

    /// Keep factor × quota / votes, both steps rounded up.
    fn update_keep(&mut self, option: OptionIndex) {
        let keep = &mut self.keep[option.at()];
        let votes = u128::from(self.votes[option.at()].max(1));
        let held = (u128::from(*keep) * u128::from(self.quota)).div_ceil(u128::from(ONE));
        let kept = (held * u128::from(ONE)).div_ceil(votes);
        *keep = u64::try_from(kept).map_or(ONE, |kept| kept.min(ONE));
    }

    fn leave(&mut self, sheet: &mut Sheet<'_>, step: &Step) {
        sheet.eliminate(step.leaving());
        for option in step.leaving() {
            self.keep[option.at()] = 0;
        }
    }

    fn figures(&self) -> Figures<'_> {
        Figures {
            counts: &self.votes,
            quota: Some(self.quota),
            exhausted: self.exhausted,
            lost: 0,
            keep: Some(&self.keep),
        }
    }
}
