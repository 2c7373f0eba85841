//! A CSV file of ballots: a header with the options, then one ballot a line with a cell for each option.
//!
//! A column with the heading `weight` says how many voters a line stands for (1 where there is none); one with the
//! heading `ballot` is a reference for people and is not read, nor is one with the heading `receipt`, by which voters find
//! their own ballots. Cells are trimmed. What a cell means is the method's: a
//! rank, a score, or 1 and 0.
//!
//! An apostrophe before a heading that would be taken for something else than an option says that it is one: `'weight`,
//! `'Rank 1`; so does one before what a spreadsheet would take for a formula.
//!
//! - here: reading; `write`: writing
//! - `heading`: what headings mean; `record`: lines, weights and names

mod heading;
mod record;
mod write;

pub(super) use heading::{RECEIPT, REFERENCE, REFERENCE_OF_MARK, WEIGHT, marked, rank_heading, unmarked};
pub(super) use record::{Record, added, check_names, records, weight};
pub(super) use write::{line, table};

use heading::option;

use super::FileError;

/// The options and the ballots of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotTable {
    /// The names of the options, in order.
    pub options: Vec<String>,
    /// The ballots, in the order of the file.
    pub rows: Vec<Row>,
}

/// One line with a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    /// How many voters it stands for, at least 1.
    pub weight: u64,
    /// What it says of each option, in their order, without spaces around it.
    pub cells: Vec<String>,
}

/// What the columns are.
struct Columns {
    /// Where the options stand.
    options: Vec<usize>,
    weight: Option<usize>,
}

/// Reads such a file; its separators are `,`, `;` or tab, whichever the header has. Empty lines are passed over.
pub fn read(text: &str) -> Result<BallotTable, FileError> {
    let mut lines = records(text)?.into_iter();
    let header = lines.next().unwrap_or_default();
    let columns = Columns::of(&header)?;
    let mut rows = Vec::new();
    let mut votes = 0;
    for record in lines {
        let row = columns.row(&record, header.cells.len())?;
        votes = added(votes, row.weight, row.line)?;
        rows.push(row);
    }
    let options = columns.options.iter().map(|at| option(&header.cells[*at]).to_owned());
    let options = options.collect();
    Ok(BallotTable { options, rows })
}

impl Columns {
    fn of(header: &Record) -> Result<Self, FileError> {
        let is = |at: &usize, heading: &str| header.cells[*at].eq_ignore_ascii_case(heading);
        let mut weights = (0..header.cells.len()).filter(|at| is(at, WEIGHT));
        let weight = weights.next();
        if weights.next().is_some() {
            return Err(FileError::at(header.line, "two columns are called weight"));
        }
        let options: Vec<usize> = (0..header.cells.len())
            .filter(|at| ![WEIGHT, RECEIPT, REFERENCE].iter().any(|heading| is(at, heading)))
            .collect();
        let names: Vec<String> = options.iter().map(|at| option(&header.cells[*at]).to_owned()).collect();
        check_names(&names, header.line)?;
        Ok(Self { options, weight })
    }

    fn row(&self, record: &Record, width: usize) -> Result<Row, FileError> {
        let Record { line, cells } = record;
        record.has_width(width)?;
        Ok(Row {
            line: *line,
            weight: self.weight.map_or(Ok(1), |at| weight(&cells[at], *line))?,
            cells: self.options.iter().map(|at| cells[*at].clone()).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_options_weights_and_cells() {
        let table = read("ballot,Pizza,Tacos,weight,Receipt\nB1, 1 ,2,3,\n\nB2,,1,1,7K3M-Q9TX-4H2B\n").unwrap();
        assert_eq!(table.options, ["Pizza", "Tacos"]);
        let row = |line, weight, cells: [&str; 2]| Row {
            line,
            weight,
            cells: cells.map(str::to_owned).to_vec(),
        };
        assert_eq!(table.rows, [row(2, 3, ["1", "2"]), row(4, 1, ["", "1"])]);
    }

    #[test]
    fn what_breaks_the_format_is_refused_with_its_line() {
        for (text, said) in [
            ("", "line 1: there is no option"),
            ("weight\n1\n", "line 1: there is no option"),
            ("A,A\n1,2\n", "line 1: two options are called \"A\""),
            ("A,\n1,2\n", "line 1: an option has no name"),
            ("A,B\n1,2\n\n1\n", "line 4: 1 cells where the header has 2"),
            ("A,weight\n1,0\n", "line 2: the weight \"0\" is no whole number from 1"),
            (
                "A,weight\n1,-1\n",
                "line 2: the weight \"-1\" is no whole number from 1",
            ),
            (
                "A,weight\n1,999999999\n1,2\n",
                "line 3: more than 1000000000 votes together are not counted",
            ),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), said, "{text}");
        }
    }
}
