//! A count as text, the same on a card as from `muster tally`: in the words of one language, for letters of one width.
//!
//! - [`table`]: a row for each option, a column for each stage; [`grid`]: a figure for each two options; [`answers`]: how
//!   many said each thing of an option
//! - [`Labels`]: our words in the table
//! - [`stage`], [`tie`]: what a stage did, what broke a tie; [`preferring`], [`paths`]: what a grid shows
//! - `columns`: rows side by side, in as many blocks as the width asks for

mod columns;
mod stages;
#[cfg(test)]
mod tests;
mod words;

pub use stages::{Labels, table};
pub use words::{paths, preferring, stage, step, tie};

use columns::{Row, blocks, fitted};

/// The figures of each option towards each other one, with the numbers of the options over the columns: at most 80 cells
/// wide. `figures` has a row for each name, and in it a column for each.
pub fn grid(names: &[String], figures: &[Vec<u64>]) -> String {
    let numbers = (1..=names.len()).map(|number| number.to_string());
    let mut rows = vec![Row {
        name: String::new(),
        cells: numbers.collect(),
    }];
    for (at, (name, figures)) in names.iter().zip(figures).enumerate() {
        let cell = |(other, figure): (usize, &u64)| {
            if other == at {
                "-".to_owned()
            } else {
                figure.to_string()
            }
        };
        rows.push(Row {
            name: fitted(&format!("{} {name}", at + 1)),
            cells: figures.iter().enumerate().map(cell).collect(),
        });
    }
    blocks(&rows)
}

/// How many said each thing of each option, with what they said over the columns: at most 80 cells wide. `figures` has a row
/// for each name, and in it one for each column.
pub fn answers(names: &[String], said: &[&str], figures: &[Vec<u64>]) -> String {
    let mut rows = vec![Row {
        name: String::new(),
        cells: said.iter().map(|said| (*said).to_owned()).collect(),
    }];
    for (name, figures) in names.iter().zip(figures) {
        rows.push(Row {
            name: fitted(name),
            cells: figures.iter().map(u64::to_string).collect(),
        });
    }
    blocks(&rows)
}
