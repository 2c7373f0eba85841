//! Instant run-off: while nobody has more than half of the votes that are still counted, the option with the fewest
//! leaves, and its ballots go to their next choices.

use super::outcome::{OptionIndex, Outcome, Step};
use super::paper::{MarkRules, papers};
use super::pile::Piles;
use super::ranked::RankedBallots;
use super::sheet::{Figures, Sheet};
use super::tie::Lots;

/// How an instant run-off is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IrvRules {
    /// How marks are read.
    pub marks: MarkRules,
    /// Whether options leave together where all their votes are fewer than those of the next above them: none of them
    /// could have passed it. It shortens the table and changes no winner.
    pub batch: bool,
}

impl Default for IrvRules {
    /// Lenient marks, one at a time.
    fn default() -> Self {
        Self {
            marks: MarkRules::LENIENT,
            batch: false,
        }
    }
}

/// Counts for one seat, in whole votes. A tie goes to the latest earlier stage where they differ, then to the lots.
pub fn count(ballots: &RankedBallots, rules: IrvRules, lots: Option<&Lots>) -> Outcome {
    let mut piles = Piles::new(ballots.options, papers(ballots, rules.marks), 1);
    let mut sheet = Sheet::new(ballots, 1, 0, lots);
    record(&mut sheet, &piles, Step::FirstCounts);
    while sheet.outcome.winners.is_empty() {
        let continuing = sheet.continuing();
        let majority = majority(&piles);
        if let Some(winner) = continuing.iter().find(|option| sheet.votes(**option) >= majority) {
            sheet.elect(vec![*winner]);
            break;
        }
        if piles.counts.iter().all(|count| *count == 0) {
            break;
        }
        let batch = rules.batch.then(|| hopeless(&sheet, continuing)).flatten();
        let Some(step) = batch.or_else(|| sheet.lowest()) else {
            break;
        };
        leave(&mut sheet, &mut piles, step);
    }
    sheet.outcome
}

/// Those who leave pass their votes on, and the stage is written down.
fn leave(sheet: &mut Sheet<'_>, piles: &mut Piles<'_>, step: Step) {
    sheet.eliminate(step.leaving());
    for option in step.leaving() {
        piles.pass_on(*option, |next| sheet.is_continuing(next));
    }
    record(sheet, piles, step);
}

/// More than half of the votes that are still counted.
fn majority(piles: &Piles<'_>) -> u64 {
    piles.counts.iter().sum::<u64>() / 2 + 1
}

fn record(sheet: &mut Sheet<'_>, piles: &Piles<'_>, step: Step) {
    let figures = Figures {
        counts: &piles.counts,
        quota: Some(majority(piles)),
        exhausted: piles.exhausted,
        lost: 0,
        keep: None,
    };
    sheet.record(step, &figures);
}

/// The most options, two at least, that together have fewer votes than the next above them.
fn hopeless(sheet: &Sheet<'_>, mut continuing: Vec<OptionIndex>) -> Option<Step> {
    continuing.sort_by_key(|option| sheet.votes(*option));
    let mut sum = 0;
    let mut hopeless = 0;
    for (below, option) in continuing.iter().enumerate() {
        if sum < sheet.votes(*option) {
            hopeless = below;
        }
        sum += sheet.votes(*option);
    }
    continuing.truncate(hopeless);
    (hopeless > 1).then_some(Step::Batch { options: continuing })
}
