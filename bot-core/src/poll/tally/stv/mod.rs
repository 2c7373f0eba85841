//! Single transferable vote: who has the quota is elected, what is above it goes on at a reduced value, and while nobody
//! has it the option with the fewest votes leaves.
//!
//! - here: the count; [`rules`]: what is stated before the voting

pub mod rules;

use self::rules::{QuotaTime, StvRules, Surpluses};
use super::count::unit;
use super::outcome::{OptionIndex, Outcome, Step};
use super::paper::papers;
use super::pile::Piles;
use super::ranked::RankedBallots;
use super::sheet::{Figures, Sheet};
use super::tie::{Lots, Side, TieAbout};

/// Counts for so many seats, at least one. A tie goes to the latest earlier stage where they differ, then to the lots.
///
/// Where there are no more options than seats, all are elected; otherwise nobody is where no ballot chooses anybody.
pub fn count(ballots: &RankedBallots, seats: usize, rules: &StvRules, lots: Option<&Lots>) -> Outcome {
    let one = unit(rules.decimals);
    let piles = Piles::new(ballots.options, papers(ballots, rules.marks), one);
    let mut table = Table {
        quota: rules.quota(piles.counts.iter().sum(), seats),
        piles,
        sheet: Sheet::new(ballots, seats, rules.decimals, lots),
        rules,
        seats,
        lost: 0,
        pending: Vec::new(),
    };
    table.record(Step::FirstCounts);
    while table.sheet.seats_left() > 0 && table.piles.counts.iter().any(|count| *count > 0) {
        let Some(step) = table.next_step() else {
            break;
        };
        table.take(step);
    }
    if table.sheet.seats_left() == 0 && rules.last_surplus && !table.pending.is_empty() {
        let step = table.all_surpluses();
        table.take(step);
    }
    table.sheet.outcome
}

/// The counting table.
struct Table<'a> {
    piles: Piles<'a>,
    sheet: Sheet<'a>,
    rules: &'a StvRules,
    seats: usize,
    /// In units, as `lost` is.
    quota: u64,
    lost: u64,
    /// The elected whose surplus is still with them.
    pending: Vec<OptionIndex>,
}

impl Table<'_> {
    /// What is done next; `None` where a tie stays open.
    fn next_step(&mut self) -> Option<Step> {
        if self.pending.is_empty() {
            return self.sheet.lowest();
        }
        match self.rules.surpluses {
            Surpluses::Together => Some(self.all_surpluses()),
            Surpluses::LargestFirst => self.largest_surplus(),
        }
    }

    fn largest_surplus(&mut self) -> Option<Step> {
        let most = self.pending.iter().map(|option| self.sheet.votes(*option)).max()?;
        let mut tied = self.pending.clone();
        tied.retain(|option| self.sheet.votes(*option) == most);
        tied.sort_unstable();
        let first = self.sheet.decide(tied, Side::Most, TieAbout::SurplusOrder)?;
        self.pending.retain(|option| *option != first);
        Some(self.surplus(vec![first]))
    }

    fn all_surpluses(&mut self) -> Step {
        let all = std::mem::take(&mut self.pending);
        self.surplus(all)
    }

    fn surplus(&self, of: Vec<OptionIndex>) -> Step {
        let units = of.iter().map(|option| self.above_quota(*option)).sum();
        Step::Surplus {
            of,
            votes: self.rules.units(units),
        }
    }

    fn above_quota(&self, option: OptionIndex) -> u64 {
        self.piles.counts[option.at()].saturating_sub(self.quota)
    }

    /// Does it, and writes the stage down.
    fn take(&mut self, step: Step) {
        if let Step::Surplus { of, .. } = &step {
            for option in of {
                self.pass_surplus(*option);
            }
        }
        self.leave(step.leaving());
        if self.rules.quota_time == QuotaTime::EachStage {
            self.quota = self.rules.quota(self.piles.counts.iter().sum(), self.seats);
        }
        self.record(step);
    }

    fn pass_surplus(&mut self, from: OptionIndex) {
        let surplus = self.above_quota(from);
        let reduction = self.rules.reduction(surplus, self.piles.counts[from.at()]);
        self.lost += self
            .piles
            .pass_surplus(from, surplus, reduction, |next| self.sheet.is_continuing(next));
    }

    fn leave(&mut self, options: &[OptionIndex]) {
        self.sheet.eliminate(options);
        for option in options {
            self.piles.pass_on(*option, |next| self.sheet.is_continuing(next));
        }
    }

    /// Writes the stage down, and elects by it.
    fn record(&mut self, step: Step) {
        let figures = Figures {
            counts: &self.piles.counts,
            quota: Some(self.quota),
            exhausted: self.piles.exhausted,
            lost: self.lost,
            keep: None,
        };
        self.sheet.record(step, &figures);
        let mut elected = self.sheet.continuing();
        if elected.len() > self.sheet.seats_left() {
            elected.retain(|option| self.sheet.votes(*option) >= self.quota);
        }
        self.sheet.elect(elected.clone());
        let one_by_one = self.rules.surpluses == Surpluses::LargestFirst;
        elected.retain(|option| !one_by_one || self.above_quota(*option) > 0);
        self.pending.extend(elected);
    }
}
