//! Ranked ballots in CSV, in three layouts that the header tells apart.
//!
//! - Our own: a column for each option, a line for each ballot, and in the cells ranks: 1 is the first choice, an empty
<<<<<<< Updated upstream
//!   cell is not ranked. Columns `ballot` and `weight` as in [every table](super::csv).
=======
//!   cell is not ranked, and `1|3` is ranked twice. Columns `ballot` and `weight` as in [every table](super::csv).
>>>>>>> Stashed changes
//! - By ranks: columns as `Rank 1`, `Rank 2` or `1st choice`, `2nd choice`, with names in the cells; several names of one
//!   rank stand between `|`. Other columns than `weight` are not read. Empty, `-`, `undervote` and `skipped` are an empty
//!   rank; `overvote` is a rank with more than one name that is not said. Both words may begin with `$`.
//! - By marks: columns `ballot` (or `ballot_id`), `rank` and `choice`, a line for each mark.
//!
//! The latter two know only options that some ballot names.
<<<<<<< Updated upstream

use std::collections::HashMap;

use super::csv::{Record, added, check_names, records, weight};
use super::{FileError, RankedFile};
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::{MOST_OPTIONS, Mark, RankedBallot, RankedBallots};
=======
//!
//! - here: which layout it is
//! - [`by_options`], [`by_ranks`], [`by_marks`]: reading each of them
//! - [`names`]: options that are known once a ballot names them, and what else stands in their place
//! - [`write()`]: writing our own

mod by_marks;
mod by_options;
mod by_ranks;
mod names;
mod write;

pub use write::write;

use super::csv::records;
use super::{FileError, RankedFile};
use crate::poll::tally::ranked::{RankedBallot, RankedBallots};
>>>>>>> Stashed changes

/// Reads such a file.
pub fn read(text: &str) -> Result<RankedFile, FileError> {
    let mut lines = records(text)?.into_iter();
    let header = lines.next().unwrap_or_default();
<<<<<<< Updated upstream
    if let Some(columns) = MarkColumns::of(&header) {
        return by_marks(&columns, lines);
    }
    let columns = RankColumns::of(&header);
    if columns.ranks.is_empty() {
        by_options(text)
    } else {
        by_ranks(&columns, lines)
    }
}

/// A column for each option.
fn by_options(text: &str) -> Result<RankedFile, FileError> {
    let table = super::csv::read(text)?;
    let ballot = |row: &super::csv::Row| {
        let mut marks = Vec::new();
        for (option, cell) in OptionIndex::all(row.cells.len()).zip(&row.cells) {
            if let Some(rank) = rank(cell, row.line)? {
                marks.push(Mark { rank, option });
            }
        }
        Ok(RankedBallot::new(row.weight, marks))
    };
    let ballots = table.rows.iter().map(ballot).collect::<Result<_, _>>()?;
    Ok(file(table.options, ballots))
}

=======
    if let Some(columns) = by_marks::Columns::of(&header) {
        return by_marks::read(&columns, lines);
    }
    let columns = by_ranks::Columns::of(&header);
    if columns.ranks.is_empty() {
        by_options::read(text)
    } else {
        by_ranks::read(&columns, lines)
    }
}

>>>>>>> Stashed changes
/// A rank, or `None` where there is none.
fn rank(cell: &str, line: u64) -> Result<Option<u16>, FileError> {
    if matches!(cell, "" | "-") {
        return Ok(None);
    }
    match cell.parse() {
        Ok(rank) if rank > 0 => Ok(Some(rank)),
        _ => Err(FileError::at(
            line,
            format!("{cell:?} is no rank: a whole number from 1, or nothing"),
        )),
    }
}

fn file(options: Vec<String>, ballots: Vec<RankedBallot>) -> RankedFile {
    RankedFile {
        title: None,
        seats: None,
        ballots: RankedBallots {
            options: options.len(),
            withdrawn: Vec::new(),
            ballots,
        },
        options,
    }
}

<<<<<<< Updated upstream
/// Options in the order in which ballots name them.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    places: HashMap<String, OptionIndex>,
}

impl Names {
    fn of(&mut self, name: &str, line: u64) -> Result<OptionIndex, FileError> {
        if let Some(known) = self.places.get(name) {
            return Ok(*known);
        }
        let next = u16::try_from(self.names.len()).ok();
        let Some(option) = next.map(OptionIndex).filter(|option| option.at() < MOST_OPTIONS) else {
            return Err(FileError::at(
                line,
                format!("more than {MOST_OPTIONS} options are not counted"),
            ));
        };
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), option);
        Ok(option)
    }
}

/// What the cells of a layout by ranks may say instead of a name.
fn is_empty_rank(cell: &str) -> bool {
    let word = cell.trim_start_matches('$').to_ascii_lowercase();
    matches!(word.as_str(), "" | "-" | "undervote" | "skipped")
}

fn is_overvote(cell: &str) -> bool {
    cell.trim_start_matches('$').eq_ignore_ascii_case("overvote")
}

/// The columns of a layout by ranks.
struct RankColumns {
    /// The ranks and where they stand.
    ranks: Vec<(u16, usize)>,
    weight: Option<usize>,
    width: usize,
}

impl RankColumns {
    fn of(header: &Record) -> Self {
        let ranks = (0..).zip(&header.cells);
        Self {
            ranks: ranks.filter_map(|(at, cell)| Some((rank_heading(cell)?, at))).collect(),
            weight: header.cells.iter().position(|cell| cell.eq_ignore_ascii_case("weight")),
            width: header.cells.len(),
        }
    }
}

/// The rank that a heading is about: `Rank 2`, `rank2`, `Ranking_2`, `Choice 2`, `2nd Choice`.
fn rank_heading(cell: &str) -> Option<u16> {
    let plain = cell.to_ascii_lowercase().replace(['_', ' '], "");
    let number = ["ranking", "rank", "choice"]
        .iter()
        .find_map(|word| plain.strip_prefix(word))
        .or_else(|| {
            let ordinal = plain.strip_suffix("choice")?;
            ["st", "nd", "rd", "th"]
                .iter()
                .find_map(|end| ordinal.strip_suffix(end))
        })?;
    number.parse().ok().filter(|rank| *rank > 0)
}

fn by_ranks(columns: &RankColumns, lines: impl Iterator<Item = Record>) -> Result<RankedFile, FileError> {
    let mut names = Names::default();
    let mut ballots = Vec::new();
    let mut overvotes: Vec<(usize, u16)> = Vec::new();
    let mut votes = 0;
    for Record { line, cells } in lines {
        if cells.len() != columns.width {
            let reason = format!("{} cells where the header has {}", cells.len(), columns.width);
            return Err(FileError::at(line, reason));
        }
        let weight = columns.weight.map_or(Ok(1), |at| weight(&cells[at], line))?;
        votes = added(votes, weight, line)?;
        let mut marks = Vec::new();
        for &(rank, at) in &columns.ranks {
            let cell = &cells[at];
            if is_overvote(cell) {
                overvotes.push((ballots.len(), rank));
            } else if !is_empty_rank(cell) {
                for name in cell.split('|') {
                    let option = names.of(name.trim(), line)?;
                    marks.push(Mark { rank, option });
                }
            }
        }
        ballots.push(RankedBallot::new(weight, marks));
    }
    finish(names, ballots, &overvotes)
}

/// The columns of a layout by marks.
struct MarkColumns {
    ballot: usize,
    rank: usize,
    choice: usize,
    width: usize,
}

impl MarkColumns {
    fn of(header: &Record) -> Option<Self> {
        let at = |headings: &[&str]| {
            let is = |cell: &String| headings.iter().any(|heading| cell.eq_ignore_ascii_case(heading));
            header.cells.iter().position(is)
        };
        Some(Self {
            ballot: at(&["ballot", "ballot_id"])?,
            rank: at(&["rank"])?,
            choice: at(&["choice"])?,
            width: header.cells.len(),
        })
    }
}

fn by_marks(columns: &MarkColumns, lines: impl Iterator<Item = Record>) -> Result<RankedFile, FileError> {
    let mut names = Names::default();
    let mut ballots: Vec<RankedBallot> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut overvotes: Vec<(usize, u16)> = Vec::new();
    for Record { line, cells } in lines {
        if cells.len() != columns.width {
            let reason = format!("{} cells where the header has {}", cells.len(), columns.width);
            return Err(FileError::at(line, reason));
        }
        let at = *known.entry(cells[columns.ballot].clone()).or_insert(ballots.len());
        if at == ballots.len() {
            ballots.push(RankedBallot::new(1, Vec::new()));
            added(at as u64, 1, line)?;
        }
        let Some(rank) = rank(&cells[columns.rank], line)? else {
            return Err(FileError::at(line, "a mark has a rank: a whole number from 1"));
        };
        let choice = &cells[columns.choice];
        if is_overvote(choice) {
            overvotes.push((at, rank));
        } else if !is_empty_rank(choice) {
            let option = names.of(choice, line)?;
            ballots[at].marks.push(Mark { rank, option });
        }
    }
    for ballot in &mut ballots {
        *ballot = RankedBallot::new(ballot.weight, std::mem::take(&mut ballot.marks));
    }
    finish(names, ballots, &overvotes)
}

/// Overvotes that do not say their names are for all options.
fn finish(names: Names, mut ballots: Vec<RankedBallot>, overvotes: &[(usize, u16)]) -> Result<RankedFile, FileError> {
    let options = names.names;
    check_names(&options, 1)?;
    if options.len() < 2 && !overvotes.is_empty() {
        return Err(FileError::whole(
            "an overvote takes two options, and the file names one",
        ));
    }
    for (at, rank) in overvotes {
        let all = OptionIndex::all(options.len()).map(|option| Mark { rank: *rank, option });
        let ballot = &mut ballots[*at];
        let marks = std::mem::take(&mut ballot.marks).into_iter().chain(all);
        *ballot = RankedBallot::new(ballot.weight, marks.collect());
    }
    Ok(file(options, ballots))
}

#[cfg(test)]
mod tests {
    use super::*;
=======
#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::ranked::Mark;
>>>>>>> Stashed changes

    /// The marks of each ballot as `rank:option`, with options from 1.
    fn marks(file: &RankedFile) -> Vec<String> {
        let mark = |mark: &Mark| format!("{}:{}", mark.rank, mark.option.number());
        let ballot = |ballot: &RankedBallot| ballot.marks.iter().map(mark).collect::<Vec<_>>().join(" ");
        file.ballots.ballots.iter().map(ballot).collect()
    }

    #[test]
    fn a_column_for_each_option_holds_ranks() {
<<<<<<< Updated upstream
        let file = read("ballot,Ana,Ben,Cleo,weight\nB1,2,1,,3\nB2,1,1,4,1\nB3,-,,,1\n").unwrap();
        assert_eq!(file.options, ["Ana", "Ben", "Cleo"]);
        assert_eq!(marks(&file), ["1:2 2:1", "1:1 1:2 4:3", ""]);
=======
        let file = read("ballot,Ana,Ben,'Weight,weight\nB1,2,1,,3\nB2,1,1|2,4,1\nB3,-,,,1\n").unwrap();
        assert_eq!(file.options, ["Ana", "Ben", "Weight"]);
        assert_eq!(marks(&file), ["1:2 2:1", "1:1 1:2 2:2 4:3", ""]);
>>>>>>> Stashed changes
        assert_eq!(file.ballots.ballots[0].weight, 3);
    }

    #[test]
    fn a_column_for_each_rank_holds_names() {
        let file =
            read("id,1st choice,2nd choice,Rank 3,Weight\n7,Ben,undervote,Ana,2\n8,overvote,Ana|Ben,,1\n").unwrap();
        assert_eq!(file.options, ["Ben", "Ana"]);
        assert_eq!(marks(&file), ["1:1 3:2", "1:1 1:2 2:1 2:2"]);
        assert_eq!(file.ballots.ballots[0].weight, 2);
    }

    #[test]
    fn a_line_for_each_mark_has_ballot_rank_and_choice() {
        let file = read("ballot_id,rank,choice\nx,2,Ana\nx,1,Ben\ny,1,$OVERVOTE\ny,2,Ben\nz,1,$UNDERVOTE\n").unwrap();
        assert_eq!(file.options, ["Ana", "Ben"]);
        assert_eq!(marks(&file), ["1:2 2:1", "1:1 1:2 2:2", ""]);
    }

    #[test]
    fn what_breaks_the_format_is_refused_with_its_line() {
        for (text, said) in [
            (
                "A,B\n1,x\n",
                "line 2: \"x\" is no rank: a whole number from 1, or nothing",
            ),
            (
                "A,B\n0,1\n",
                "line 2: \"0\" is no rank: a whole number from 1, or nothing",
            ),
            (
                "A,B\n1,2\n70000,1\n",
                "line 3: \"70000\" is no rank: a whole number from 1, or nothing",
            ),
            ("rank1,rank2\nA\n", "line 2: 1 cells where the header has 2"),
            (
                "rank1,weight\nA,x\n",
                "line 2: the weight \"x\" is no whole number from 1",
            ),
            ("rank1,rank2\n,\n", "line 1: there is no option"),
            (
                "ballot,rank,choice\n1,,A\n",
                "line 2: a mark has a rank: a whole number from 1",
            ),
            (
                "rank1\nA\novervote\n",
                "an overvote takes two options, and the file names one",
            ),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), said, "{text}");
        }
    }
}
