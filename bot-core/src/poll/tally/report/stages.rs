//! The table of stages.

use super::columns::{Row, blocks, fitted};
use crate::locale::Voice;
use crate::phrase;
use crate::poll::tally::outcome::{Outcome, Stage, Standing, State};

/// Our words in a table of stages, in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Above the numbers of the stages.
    pub stage: String,
    /// Beside the votes that elect.
    pub quota: String,
    /// Beside the votes of ballots without a choice that is still in the count.
    pub exhausted: String,
    /// Beside what was cut off behind the last decimal.
    pub lost: String,
    /// What the marks mean.
    pub marks: String,
}

impl Labels {
    /// As one reader is spoken to.
    pub fn said(voice: &Voice) -> Self {
        Self {
            stage: voice.text(&phrase!("tally-stage")),
            quota: voice.text(&phrase!("tally-quota")),
            exhausted: voice.text(&phrase!("tally-exhausted")),
            lost: voice.text(&phrase!("tally-lost")),
            marks: voice.text(&phrase!("tally-marks")),
        }
    }
}

/// The table of stages, at most 80 cells wide, and below it what its marks mean; empty where there are no stages.
/// `names` are those of the options, in their order.
pub fn table(outcome: &Outcome, names: &[String], words: &Labels) -> String {
    if outcome.stages.is_empty() {
        return String::new();
    }
    format!("{}\n\n{}", blocks(&rows(&outcome.stages, names, words)), words.marks)
}

fn rows(stages: &[Stage], names: &[String], words: &Labels) -> Vec<Row> {
    let row = |name: &str, cell: &dyn Fn(&Stage) -> String| Row {
        name: fitted(name),
        // A place for the mark of the elected, so that digits stand below each other.
        cells: stages.iter().map(|stage| format!("{} ", cell(stage))).collect(),
    };
    let mut rows = vec![Row {
        name: fitted(&words.stage),
        cells: (1..=stages.len()).map(|number| format!("{number} ")).collect(),
    }];
    for (at, name) in names.iter().enumerate() {
        rows.push(Row {
            name: fitted(name),
            cells: stages.iter().map(|stage| standing(&stage.standings[at])).collect(),
        });
    }
    if stages.iter().any(|stage| stage.quota.is_some()) {
        rows.push(row(&words.quota, &|stage| {
            stage.quota.map_or_else(String::new, |quota| quota.to_string())
        }));
    }
    rows.push(row(&words.exhausted, &|stage| stage.exhausted.total().to_string()));
    if stages.iter().any(|stage| stage.lost.units() > 0) {
        rows.push(row(&words.lost, &|stage| stage.lost.to_string()));
    }
    rows
}

fn standing(standing: &Standing) -> String {
    let count = standing.count;
    match standing.state {
        State::Continuing => format!("{count} "),
        State::Elected => format!("{count}*"),
        State::Eliminated | State::Withdrawn => "- ".to_owned(),
    }
}
