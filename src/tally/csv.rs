//! The table of stages in CSV: a line for each stage, a column for each option.

use anyhow::Result;
use muster_core::poll::tally::outcome::Stage;

use super::counted::Counted;
use super::words;

pub(super) fn stages(counted: &Counted) -> Result<String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let before = ["stage", "step", "elected", "quota"].map(str::to_owned);
    let after = ["exhausted", "lost"].map(str::to_owned);
    table.write_record(before.iter().chain(&counted.options).chain(&after))?;
    for (number, stage) in (1..).zip(&counted.outcome.stages) {
        table.write_record(line(counted, number, stage))?;
    }
    let text = String::from_utf8(table.into_inner()?)?;
    Ok(text.trim_end().to_owned())
}

fn line(counted: &Counted, number: usize, stage: &Stage) -> Vec<String> {
    let mut line = vec![
        number.to_string(),
        words::step(counted, stage),
        counted.names(&stage.elected),
        stage.quota.map_or_else(String::new, |quota| quota.to_string()),
    ];
    line.extend(stage.standings.iter().map(|standing| standing.count.to_string()));
    line.push(stage.exhausted.total().to_string());
    line.push(stage.lost.to_string());
    line
}
