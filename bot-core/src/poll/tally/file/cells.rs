//! What the cells of a CSV file say: choices or scores; and such files written.

use super::FileError;
use super::csv::{BallotTable, Row, table};
use crate::poll::receipt::Receipt;
use crate::poll::tally::choices::ChoiceBallot;
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::score::ScoreBallot;

/// Ballots that choose options: 1 chooses an option, 0 or nothing does not. A ballot that chooses more than `most` is
/// refused.
pub fn choices(table: &BallotTable, most: usize) -> Result<Vec<ChoiceBallot>, FileError> {
    let ballot = |row: &Row| {
        let mut chosen = Vec::new();
        for (option, cell) in OptionIndex::all(row.cells.len()).zip(&row.cells) {
            match cell.as_str() {
                "1" => chosen.push(option),
                "0" | "" => {}
                _ => {
                    return Err(FileError::at(
                        row.line,
                        format!("{cell:?} is no choice: 1, 0 or nothing"),
                    ));
                }
            }
        }
        if chosen.len() > most {
            let reason = format!("{} options are chosen where {most} can be", chosen.len());
            return Err(FileError::at(row.line, reason));
        }
        Ok(ChoiceBallot {
            weight: row.weight,
            chosen,
        })
    };
    table.rows.iter().map(ballot).collect()
}

/// Ballots that give points: a whole number from 0 to `top`; an empty cell was left blank.
pub fn scores(table: &BallotTable, top: u8) -> Result<Vec<ScoreBallot>, FileError> {
    let score = |cell: &String, line| match cell.as_str() {
        "" => Ok(None),
        word => match word.parse() {
            Ok(score) if score <= top => Ok(Some(score)),
            _ => Err(FileError::at(
                line,
                format!("{cell:?} is no score: a whole number from 0 to {top}"),
            )),
        },
    };
    let ballot = |row: &Row| {
        let scores = row.cells.iter().map(|cell| score(cell, row.line));
        Ok(ScoreBallot {
            weight: row.weight,
            scores: scores.collect::<Result<_, _>>()?,
        })
    };
    table.rows.iter().map(ballot).collect()
}

/// Writes ballots that choose options as [`choices`] reads them: 1 where an option is chosen, else 0.
///
/// Ballots that are alike are one line, those with a receipt have one each, and the lines are in the order of what they
/// say, so that nobody learns who came first. The receipts are in the order of the ballots, and may be fewer. The names of
/// the options must differ by more than spaces around them.
pub fn write_choices(options: &[String], ballots: &[ChoiceBallot], receipts: &[Option<Receipt>]) -> String {
    let cell = |ballot: &ChoiceBallot, option| u8::from(ballot.chosen.contains(&option)).to_string();
    let cells = |ballot: &ChoiceBallot| {
        OptionIndex::all(options.len())
            .map(|option| cell(ballot, option))
            .collect()
    };
    let ballots = ballots.iter().map(|ballot| (cells(ballot), ballot.weight));
    table(options, ballots, receipts)
}

/// Writes ballots that give points as [`scores`] reads them, otherwise as [`write_choices`].
pub fn write_scores(options: &[String], ballots: &[ScoreBallot], receipts: &[Option<Receipt>]) -> String {
    let cell = |ballot: &ScoreBallot, at: usize| ballot.scores.get(at).copied().flatten();
    let cell = |ballot, at| cell(ballot, at).map_or_else(String::new, |score| score.to_string());
    let cells = |ballot| (0..options.len()).map(|at| cell(ballot, at)).collect();
    let ballots = ballots.iter().map(|ballot| (cells(ballot), ballot.weight));
    table(options, ballots, receipts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::file::csv::read;

    #[test]
    fn cells_are_choices() {
        let table = read("A,B,weight\n1,1,2\n0,,1\n").unwrap();
        let ballots = choices(&table, 2).unwrap();
        assert_eq!((ballots[0].weight, ballots[0].chosen.len()), (2, 2));
        assert_eq!(ballots[1].chosen, []);
        let refused = choices(&table, 1).unwrap_err().to_string();
        assert_eq!(refused, "line 2: 2 options are chosen where 1 can be");
        let refused = choices(&read("A,B\n1,x\n").unwrap(), 2).unwrap_err().to_string();
        assert_eq!(refused, "line 2: \"x\" is no choice: 1, 0 or nothing");
    }

    #[test]
    fn cells_are_scores() {
        let table = read("A,B,C\n5,,0\n").unwrap();
        assert_eq!(scores(&table, 5).unwrap()[0].scores, [Some(5), None, Some(0)]);
        let refused = scores(&table, 4).unwrap_err().to_string();
        assert_eq!(refused, "line 2: \"5\" is no score: a whole number from 0 to 4");
        assert!(scores(&read("A,B\n-1,1\n").unwrap(), 5).is_err());
    }
}
