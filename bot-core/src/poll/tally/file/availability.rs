//! Answers in CSV: who can come when.
//!
//! A column for each time and a line for each ballot, as in [every table](super::csv). In the cells stands `yes`, `if need
//! be` (or `maybe`, or `?`) or `no`; an empty cell was left open.

use chrono::{DateTime, NaiveDateTime};

use super::FileError;
use super::csv::{self, Row, table};
use crate::poll::receipt::Receipt;
use crate::poll::tally::availability::{Answer, AvailabilityBallot};

/// A file of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AvailabilityFile {
    /// The names of the options, in order.
    pub options: Vec<String>,
    /// When each of them is, for comparing them: in seconds where all names are dates with times
    /// (`2027-03-01T18:00`, all or none with `Z` or an offset, as `+01:00`), else by their order.
    pub times: Vec<i64>,
    /// The ballots.
    pub ballots: Vec<AvailabilityBallot>,
}

/// Reads such a file.
pub fn read(text: &str) -> Result<AvailabilityFile, FileError> {
    let table = csv::read(text)?;
    Ok(AvailabilityFile {
        times: times(&table.options),
        ballots: table.rows.iter().map(ballot).collect::<Result<_, _>>()?,
        options: table.options,
    })
}

fn ballot(row: &Row) -> Result<AvailabilityBallot, FileError> {
    let answers = row.cells.iter().map(|cell| answer(cell, row.line));
    Ok(AvailabilityBallot {
        weight: row.weight,
        answers: answers.collect::<Result<_, _>>()?,
    })
}

fn answer(cell: &str, line: u64) -> Result<Option<Answer>, FileError> {
    match cell.to_ascii_lowercase().as_str() {
        "" => Ok(None),
        "yes" => Ok(Some(Answer::Yes)),
        "if need be" | "maybe" | "?" => Ok(Some(Answer::IfNeedBe)),
        "no" => Ok(Some(Answer::No)),
        _ => Err(FileError::at(
            line,
            format!("{cell:?} is no answer: yes, if need be, no, or nothing"),
        )),
    }
}

fn times(options: &[String]) -> Vec<i64> {
    let instants: Option<Vec<i64>> = options.iter().map(|option| instant(option)).collect();
    let by_clock = || options.iter().map(|option| by_wall_clock(option)).collect();
    instants
        .or_else(by_clock)
        .unwrap_or_else(|| (0..).take(options.len()).collect())
}

fn instant(option: &str) -> Option<i64> {
    let forms = ["%FT%H:%M%:z", "%F %H:%M%:z"];
    let without_seconds = || {
        let utc = option.replace('Z', "+00:00");
        forms.iter().find_map(|form| DateTime::parse_from_str(&utc, form).ok())
    };
    let instant = DateTime::parse_from_rfc3339(option).ok().or_else(without_seconds)?;
    Some(instant.timestamp())
}

fn by_wall_clock(option: &str) -> Option<i64> {
    let forms = ["%FT%H:%M:%S%.f", "%FT%H:%M", "%F %H:%M:%S%.f", "%F %H:%M"];
    let local = forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(option, form).ok())?;
    Some(local.and_utc().timestamp())
}

/// Writes answers as they are read.
///
/// Ballots that are alike are one line, those with a receipt have one each, and the lines are in the order of what they
/// say, so that nobody learns who came first. The receipts are in the order of the ballots, and may be fewer. The names of
/// the options must differ by more than spaces around them; where they are no dates, the order of the columns is that of the
/// times.
pub fn write(options: &[String], ballots: &[AvailabilityBallot], receipts: &[Option<Receipt>]) -> String {
    let cell = |ballot: &AvailabilityBallot, at: usize| word(ballot.answers.get(at).copied().flatten()).to_owned();
    let cells = |ballot| (0..options.len()).map(|at| cell(ballot, at)).collect();
    let ballots = ballots.iter().map(|ballot| (cells(ballot), ballot.weight));
    table(options, ballots, receipts)
}

fn word(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Yes) => "yes",
        Some(Answer::IfNeedBe) => "if need be",
        Some(Answer::No) => "no",
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_answers() {
        let file = read("Mon,Tue,Wed,weight\nYES,if need be,,2\nno,maybe,?,1\n").unwrap();
        let (yes, maybe, no) = (Some(Answer::Yes), Some(Answer::IfNeedBe), Some(Answer::No));
        assert_eq!(file.ballots[0].answers, [yes, maybe, None]);
        assert_eq!(file.ballots[1].answers, [no, maybe, maybe]);
        assert_eq!((file.ballots[0].weight, file.times), (2, vec![0, 1, 2]));
        let refused = read("Mon,Tue\nyes,no\nyes,perhaps\n").unwrap_err().to_string();
        assert_eq!(
            refused,
            "line 3: \"perhaps\" is no answer: yes, if need be, no, or nothing"
        );
    }

    /// The options in the order of their times.
    fn in_time(header: &str) -> Vec<usize> {
        let times = read(&format!("{header}\n")).unwrap().times;
        let mut order: Vec<usize> = (0..times.len()).collect();
        order.sort_by_key(|at| times[*at]);
        order
    }

    #[test]
    fn dates_go_by_the_clock_and_other_names_by_their_order() {
        assert_eq!(
            in_time("2027-03-02T09:00,2027-03-01 18:00,2027-03-01T18:00:30"),
            [1, 2, 0]
        );
        assert_eq!(
            in_time("2027-03-01T18:00+01:00,2027-03-01T17:30Z,2027-03-01T16:00:00Z"),
            [2, 0, 1]
        );
        assert_eq!(in_time("2027-03-02T09:00,2027-03-01T18:00,after lunch"), [0, 1, 2]);
        assert_eq!(in_time("2027-03-02T09:00Z,2027-03-01T18:00"), [0, 1]);
    }
}
