//! A preference profile, as councils and those who collect their counts publish it: how many options and seats, a line for
//! each order with how many voters it has, then the names.

use crate::poll::tally::file::csv::{Record, added, check_names, weight};
use crate::poll::tally::file::{FileError, RankedFile};
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::{RankedBallot, RankedBallots};

/// What opens the line with an option's name: `Candidate 2,Ben,Green Party,`.
const NAMED: &str = "Candidate ";

/// How many options and seats the first line says, where the file is a profile: the names are told apart from ballots by
/// the word before them.
pub(super) fn head(lines: &[Record]) -> Option<[usize; 2]> {
    let [first, rest @ ..] = lines else { return None };
    let [options, seats] = full(first) else { return None };
    let has_names = rest.iter().any(|record| number(record).is_some());
    let head = [options.parse().ok()?, seats.parse().ok()?];
    (has_names && head.iter().all(|number| *number > 0)).then_some(head)
}

/// Reads what follows the first line.
pub(super) fn read([options, seats]: [usize; 2], lines: &[Record]) -> Result<RankedFile, FileError> {
    let mut file = RankedFile {
        title: None,
        seats: Some(seats),
        options: Vec::new(),
        ballots: RankedBallots {
            options,
            withdrawn: Vec::new(),
            ballots: Vec::new(),
        },
    };
    let mut votes = 0;
    for record in lines {
        let wrong = |reason: String| FileError::at(record.line, reason);
        match full(record) {
            [_, name, ..] if number(record) == Some(file.options.len() + 1) => file.options.push(name.clone()),
            [word, ..] if number(record).is_some() => {
                let next = file.options.len() + 1;
                return Err(wrong(format!("{word:?} stands where \"{NAMED}{next}\" should")));
            }
            [first, ..] if file.options.len() == options && file.title.is_none() && first.parse::<u64>().is_err() => {
                file.title = Some(title(full(record)));
            }
            [count, order @ ..] if file.options.is_empty() => {
                let weight = weight(count, record.line)?;
                votes = added(votes, weight, record.line)?;
                let order: Option<Vec<OptionIndex>> = order.iter().map(|cell| option(cell, options)).collect();
                let order =
                    order.ok_or_else(|| wrong(format!("a ballot names options by their numbers, 1 to {options}")))?;
                file.ballots.ballots.push(RankedBallot::in_order(weight, order));
            }
            _ => return Err(wrong("this is neither a name nor the title".to_owned())),
        }
    }
    let end = lines.last().map_or(1, |record| record.line);
    check_names(&file.options, end)?;
    let named = file.options.len();
    if named != options {
        let reason = format!("the first line says that there are {options} options, and {named} have names");
        return Err(FileError::at(end, reason));
    }
    Ok(file)
}

/// The number of the option whose name the line tells.
fn number(record: &Record) -> Option<usize> {
    record.cells.first()?.strip_prefix(NAMED)?.parse().ok()
}

/// The title, which nobody quotes well: `""Leven, Kennoway & Largo""` comes in two cells.
fn title(cells: &[String]) -> String {
    cells.join(", ").trim_matches('"').to_owned()
}

fn option(cell: &str, options: usize) -> Option<OptionIndex> {
    let option = OptionIndex(cell.parse::<u16>().ok()?.checked_sub(1)?);
    (option.at() < options).then_some(option)
}

/// The cells up to the last that says anything: each line ends with a separator.
fn full(record: &Record) -> &[String] {
    let empty = record.cells.iter().rev().take_while(|cell| cell.is_empty()).count();
    &record.cells[..record.cells.len() - empty]
}
