//! The result for people.

use std::fmt::Write;

use muster_core::poll::tally::outcome::OptionIndex;

use super::counted::Counted;
use super::{table, words};

/// The result, its ties, its stages and their table.
pub(super) fn card(counted: &Counted) -> String {
    let parts = [
        head(counted),
        elected(counted),
        listed("Ties", &ties(counted)),
        listed("Notes", &counted.notes),
        listed("Places", &places(counted)),
        listed("Stages", &stages(counted)),
        table::stages(counted),
        table::grids(counted),
    ];
    let shown: Vec<&str> = parts
        .iter()
        .map(|part| part.trim_end())
        .filter(|part| !part.is_empty())
        .collect();
    shown.join("\n\n")
}

fn head(counted: &Counted) -> String {
    let Counted {
        method,
        seats,
        ballots,
        blank,
        ..
    } = counted;
    let seats = if *seats == 1 {
        "1 seat".to_owned()
    } else {
        format!("{seats} seats")
    };
    let mut lines: Vec<String> = counted.title.iter().cloned().collect();
    lines.push(format!("{method}: {seats}, {} options", counted.options.len()));
    lines.push(format!("Ballots: {ballots}, and {blank} blank"));
    lines.extend(counted.rules.iter().cloned());
    lines.join("\n")
}

fn elected(counted: &Counted) -> String {
    let outcome = &counted.outcome;
    let mut text = "Elected\n".to_owned();
    for (place, option) in (1..).zip(&outcome.winners) {
        let _ = write!(text, "  {place}. {}", counted.name(*option));
        if let Some(stage) = counted.elected_in(*option) {
            let votes = outcome.stages[stage - 1].standings[option.at()].count;
            let _ = write!(text, ": stage {stage}, {votes}");
        }
        text.push('\n');
    }
    let open = counted.seats.min(counted.options.len()) - outcome.winners.len().min(counted.options.len());
    if let Some(tie) = outcome.true_tie() {
        let tied = counted.names(&tie.options);
        let _ = writeln!(text, "  A true tie leaves {open} open: {tied}.");
        let _ = writeln!(
            text,
            "  A seed that was public before the voting breaks it: --seed TEXT"
        );
    } else if outcome.winners.is_empty() {
        text.push_str("  nobody: no ballot chooses anybody\n");
    }
    text
}

fn ties(counted: &Counted) -> Vec<String> {
    counted
        .outcome
        .ties
        .iter()
        .map(|tie| words::tie(counted, tie))
        .collect()
}

fn places(counted: &Counted) -> Vec<String> {
    let line = |(place, options): (usize, &Vec<OptionIndex>)| format!("{place}. {}", counted.names(options));
    (1..).zip(&counted.places).map(line).collect()
}

fn stages(counted: &Counted) -> Vec<String> {
    let line = |(number, stage)| format!("{number}. {}", words::stage(counted, stage));
    (1..).zip(&counted.outcome.stages).map(line).collect()
}

/// A heading and indented lines; nothing where there are none.
fn listed(heading: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    format!("{heading}\n  {}", lines.join("\n  "))
}
