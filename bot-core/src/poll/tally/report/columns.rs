//! Rows of names and cells, for letters of one width.

use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::reply::clean::{one_line, typed_by_people};

/// The columns of a terminal.
const WIDTH: usize = 80;
/// The most that names take of it.
const NAME: usize = 28;
/// Between two columns.
const GAP: usize = 2;

/// A row by its name and its cells.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<String>,
}

/// The rows, as many columns side by side as fit.
pub(super) fn blocks(rows: &[Row]) -> String {
    let name = rows.iter().map(|row| row.name.width()).max().unwrap_or(0);
    let cells = rows.iter().flat_map(|row| &row.cells);
    let cell = cells.map(|cell| cell.width()).max().unwrap_or(0);
    let columns = rows.first().map_or(0, |row| row.cells.len());
    let block = ((WIDTH - name) / (cell + GAP)).max(1);
    let blocks = (0..columns).step_by(block).map(|from| {
        let line = |row: &Row| line(row, name, cell, from..columns.min(from + block));
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}

/// A name that fits into its column, and that changes neither its line nor the order of what stands beside it.
pub(super) fn fitted(name: &str) -> String {
    let name = one_line(name);
    if name.width() <= NAME {
        return typed_by_people(&name).into_owned();
    }
    let mut cut = String::new();
    for char in name.chars() {
        if cut.width() + char.width().unwrap_or(0) >= NAME {
            break;
        }
        cut.push(char);
    }
    typed_by_people(&cut).into_owned() + "…"
}

fn line(row: &Row, name: usize, cell: usize, columns: Range<usize>) -> String {
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
