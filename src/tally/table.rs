//! Tables as text: a row for each option, a column for each stage or option, in as many blocks as the width asks for.

use muster_core::poll::tally::outcome::{Stage, Standing, State};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::counted::{Counted, Grid};

/// The columns of a terminal.
const WIDTH: usize = 80;
/// The most that names take of it.
const NAME: usize = 28;
/// Between two columns.
const GAP: usize = 2;

/// A row by its name and its cells.
struct Row {
    name: String,
    cells: Vec<String>,
}

/// The table of stages; nothing where there are none.
pub(super) fn stages(counted: &Counted) -> String {
    if counted.outcome.stages.is_empty() {
        return String::new();
    }
    format!("{}\n\n* elected, - out of the count", blocks(&rows(counted)))
}

/// The figures for each two options, with the numbers of the options over the columns.
pub(super) fn grids(counted: &Counted) -> String {
    let grids: Vec<String> = counted.grids.iter().map(|grid| self::grid(counted, grid)).collect();
    grids.join("\n\n")
}

fn grid(counted: &Counted, grid: &Grid) -> String {
    let numbers = (1..=counted.options.len()).map(|number| number.to_string());
    let mut rows = vec![Row {
        name: String::new(),
        cells: numbers.collect(),
    }];
    for (at, (option, figures)) in counted.options.iter().zip(&grid.figures).enumerate() {
        let cell = |(other, figure): (usize, &u64)| {
            if other == at {
                "-".to_owned()
            } else {
                figure.to_string()
            }
        };
        rows.push(Row {
            name: fitted(&format!("{} {option}", at + 1)),
            cells: figures.iter().enumerate().map(cell).collect(),
        });
    }
    format!("{}\n{}", grid.heading, blocks(&rows))
}

/// The rows, as many columns side by side as fit.
fn blocks(rows: &[Row]) -> String {
    let name = rows.iter().map(|row| row.name.width()).max().unwrap_or(0);
    let cell = rows
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| cell.width())
        .max()
        .unwrap_or(0);
    let columns = rows.first().map_or(0, |row| row.cells.len());
    let block = ((WIDTH - name) / (cell + GAP)).max(1);
    let blocks = (0..columns).step_by(block).map(|from| {
        let line = |row: &Row| line(row, name, cell, from..columns.min(from + block));
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}

fn rows(counted: &Counted) -> Vec<Row> {
    let stages = &counted.outcome.stages;
    let row = |name: &str, cell: &dyn Fn(&Stage) -> String| Row {
        name: fitted(name),
        // A place for the mark of the elected, so that digits stand below each other.
        cells: stages.iter().map(|stage| format!("{} ", cell(stage))).collect(),
    };
    let mut rows = vec![Row {
        name: "Stage".to_owned(),
        cells: (1..=stages.len()).map(|number| format!("{number} ")).collect(),
    }];
    for (at, option) in counted.options.iter().enumerate() {
        rows.push(Row {
            name: fitted(option),
            cells: stages.iter().map(|stage| standing(&stage.standings[at])).collect(),
        });
    }
    if stages.iter().any(|stage| stage.quota.is_some()) {
        rows.push(row("Quota", &|stage| {
            stage.quota.map_or_else(String::new, |quota| quota.to_string())
        }));
    }
    rows.push(row("Exhausted", &|stage| stage.exhausted.total().to_string()));
    if stages.iter().any(|stage| stage.lost.units() > 0) {
        rows.push(row("Lost in decimals", &|stage| stage.lost.to_string()));
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

/// A name that fits into its column.
fn fitted(name: &str) -> String {
    if name.width() <= NAME {
        return name.to_owned();
    }
    let mut cut = String::new();
    for char in name.chars() {
        if cut.width() + char.width().unwrap_or(0) >= NAME {
            break;
        }
        cut.push(char);
    }
    cut + "…"
}

fn line(row: &Row, name: usize, cell: usize, columns: std::ops::Range<usize>) -> String {
    let mut line = padded(&row.name, name, false);
    for text in &row.cells[columns] {
        line.push_str(&" ".repeat(GAP));
        line.push_str(&padded(text, cell, true));
    }
    line.trim_end().to_owned()
}

fn padded(text: &str, width: usize, right: bool) -> String {
    let space = " ".repeat(width.saturating_sub(text.width()));
    if right {
        space + text
    } else {
        text.to_owned() + space.as_str()
    }
}
