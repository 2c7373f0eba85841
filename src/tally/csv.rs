//! The table in CSV: a line for each stage and a column for each option, or a line for each option: how many prefer it to
//! each, or what was said of it.

use anyhow::Result;
use muster_core::poll::tally::outcome::Stage;

use super::counted::{Counted, Grid};
use super::words;

pub(super) fn table(counted: &Counted) -> Result<String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    match counted.grids.first() {
        Some(grid) => self::grid(&mut table, counted, grid)?,
        None => stages(&mut table, counted)?,
    }
    let text = String::from_utf8(table.into_inner()?)?;
    Ok(text.trim_end().to_owned())
}

fn grid(table: &mut csv::Writer<Vec<u8>>, counted: &Counted, grid: &Grid) -> Result<()> {
    table.write_record([&["option"], &grid.headings(&counted.options)[..]].concat())?;
    for (at, (option, figures)) in counted.options.iter().zip(&grid.figures).enumerate() {
        let figure = |(column, figure): (usize, &u64)| {
            if grid.is_empty_at(at, column) {
                String::new()
            } else {
                figure.to_string()
            }
        };
        let cells = figures.iter().enumerate().map(figure);
        table.write_record(std::iter::once(option.clone()).chain(cells))?;
    }
    Ok(())
}

fn stages(table: &mut csv::Writer<Vec<u8>>, counted: &Counted) -> Result<()> {
    let before = ["stage", "step", "elected", "quota"].map(str::to_owned);
    let after = ["exhausted", "lost"].map(str::to_owned);
    table.write_record(before.iter().chain(&counted.options).chain(&after))?;
    for (number, stage) in (1..).zip(&counted.outcome.stages) {
        table.write_record(line(counted, number, stage))?;
    }
    Ok(())
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
