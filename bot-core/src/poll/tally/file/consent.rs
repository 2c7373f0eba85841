//! Positions on a proposal in CSV.
//!
//! A line for each position: a column `position` with `agree`, `abstain`, `stand aside` or `block`, and a column `reason`
//! with the written reason of a block. A column `weight` as in [every table](super::csv); other columns are not read. An
//! apostrophe before a reason that a spreadsheet would take for a formula is no part of it.

use super::FileError;
use super::csv::{Record, WEIGHT, added, line, marked, records, unmarked, weight};
use super::together;
use crate::delimited::is_formula;
use crate::poll::tally::consent::{ConsentBallot, Position, Reason};

const POSITION: &str = "position";
const REASON: &str = "reason";

/// Reads such a file.
pub fn read(text: &str) -> Result<Vec<ConsentBallot>, FileError> {
    let mut lines = records(text)?.into_iter();
    let columns = Columns::of(&lines.next().unwrap_or_default())?;
    let mut votes = 0;
    let mut ballots = Vec::new();
    for record in lines {
        let ballot = columns.ballot(&record)?;
        votes = added(votes, ballot.weight, record.line)?;
        ballots.push(ballot);
    }
    Ok(ballots)
}

/// Where everything stands.
struct Columns {
    position: usize,
    reason: Option<usize>,
    weight: Option<usize>,
    width: usize,
}

impl Columns {
    fn of(header: &Record) -> Result<Self, FileError> {
        let at = |heading: &str| header.cells.iter().position(|cell| cell.eq_ignore_ascii_case(heading));
        let missing = || FileError::at(header.line, format!("no column is called {POSITION}"));
        Ok(Self {
            position: at(POSITION).ok_or_else(missing)?,
            reason: at(REASON),
            weight: at(WEIGHT),
            width: header.cells.len(),
        })
    }

    fn ballot(&self, record: &Record) -> Result<ConsentBallot, FileError> {
        let Record { line, cells } = record;
        record.has_width(self.width)?;
        let reason = self.reason.map_or("", |at| &cells[at]);
        Ok(ConsentBallot {
            weight: self.weight.map_or(Ok(1), |at| weight(&cells[at], *line))?,
            position: position(&cells[self.position], reason, *line)?,
        })
    }
}

fn position(cell: &str, reason: &str, line: u64) -> Result<Position, FileError> {
    match cell.to_ascii_lowercase().as_str() {
        "agree" => Ok(Position::Agree),
        "abstain" => Ok(Position::Abstain),
        "stand aside" => Ok(Position::StandAside),
        "block" => {
            let reason = Reason::written(unmarked(reason, is_formula));
            let missing = || FileError::at(line, format!("a block needs a reason in the column {REASON}"));
            reason.map(Position::Block).ok_or_else(missing)
        }
        _ => Err(FileError::at(
            line,
            format!("{cell:?} is no position: agree, abstain, stand aside or block"),
        )),
    }
}

/// Writes positions as they are read.
///
/// Positions that are alike are one line, and the lines are in the order of what they say, so that nobody learns who came
/// first.
pub fn write(ballots: &[ConsentBallot]) -> String {
    let cells = ballots.iter().map(|ballot| (cells(&ballot.position), ballot.weight));
    let mut text = line([POSITION, REASON, WEIGHT].map(str::to_owned));
    for ([position, reason], weight) in together(cells) {
        text.push_str(&line([position, reason, weight.to_string()]));
    }
    text
}

fn cells(position: &Position) -> [String; 2] {
    let (word, reason) = match position {
        Position::Agree => ("agree", ""),
        Position::Abstain => ("abstain", ""),
        Position::StandAside => ("stand aside", ""),
        Position::Block(reason) => ("block", reason.text()),
    };
    [word.to_owned(), marked(reason, is_formula)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_position_and_a_block_its_reason() {
        let ballots = read("name,reason,position,weight\nAna,,Agree,2\nBen,'=no,block,1\nCleo,so so,stand aside,1\n");
        let ballots = ballots.unwrap();
        let block = Position::Block(Reason::written("=no").unwrap());
        let positions = [Position::Agree, block, Position::StandAside];
        assert_eq!(
            ballots.iter().map(|ballot| ballot.weight).collect::<Vec<_>>(),
            [2, 1, 1]
        );
        assert!(ballots.iter().map(|ballot| &ballot.position).eq(&positions));
        assert_eq!(
            write(&ballots),
            "position,reason,weight\r\nagree,,2\r\nblock,'=no,1\r\nstand aside,,1\r\n"
        );
    }

    #[test]
    fn what_breaks_the_format_is_refused_with_its_line() {
        for (text, said) in [
            ("", "line 1: no column is called position"),
            (
                "position\nagree\nblock\n",
                "line 3: a block needs a reason in the column reason",
            ),
            (
                "position,reason\nblock,  \n",
                "line 2: a block needs a reason in the column reason",
            ),
            ("position,reason\nagree\n", "line 2: 1 cells where the header has 2"),
            (
                "position\nyes\n",
                "line 2: \"yes\" is no position: agree, abstain, stand aside or block",
            ),
            (
                "position,weight\nagree,0\n",
                "line 2: the weight \"0\" is no whole number from 1",
            ),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), said, "{text}");
        }
    }
}
