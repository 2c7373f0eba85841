//! Ranked ballots in CSV, in four layouts that the header tells apart.
//!
//! - Our own: a column for each option, a line for each ballot, and in the cells ranks: 1 is the first choice, an empty
//!   cell is not ranked, and `1|3` is ranked twice. Columns `ballot`, `weight` and `receipt` as in [every table](super::csv).
//! - By ranks: columns as `Rank 1`, `Rank 2` or `1st choice`, `2nd choice`, with names in the cells; several names of one
//!   rank stand between `|`. Other columns than `weight` are not read. Empty, `-`, `undervote` and `skipped` are an empty
//!   rank; `overvote` is a rank with more than one name that is not said. Both words may begin with `$`.
//! - By marks: columns `ballot` (or `ballot_id`), `rank` and `choice`, a line for each mark.
//! - By numbers: a preference profile, `4,3,` for four options and three seats, `423,1,3,` for so many voters with that order,
//!   and at the end `Candidate 1,Ana,Green Party,` for each option and the title.
//!
//! By ranks and by marks only options are known that some ballot names.
//!
//! - here: which layout it is
//! - `by_options`, `by_ranks`, `by_marks`, `by_numbers`: reading each of them
//! - `names`: options that are known once a ballot names them, and what else stands in their place
//! - [`write()`]: writing our own

mod by_marks;
mod by_numbers;
mod by_options;
mod by_ranks;
mod names;
mod write;

pub use write::write;

use super::csv::records;
use super::{FileError, RankedFile};
use crate::poll::tally::ranked::{RankedBallot, RankedBallots};

/// Reads such a file.
pub fn read(text: &str) -> Result<RankedFile, FileError> {
    let lines = records(text)?;
    if let Some(head) = by_numbers::head(&lines) {
        return by_numbers::read(head, &lines[1..]);
    }
    let mut lines = lines.into_iter();
    let header = lines.next().unwrap_or_default();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::ranked::Mark;

    /// The marks of each ballot as `rank:option`, with options from 1.
    fn marks(file: &RankedFile) -> Vec<String> {
        let mark = |mark: &Mark| format!("{}:{}", mark.rank, mark.option.number());
        let ballot = |ballot: &RankedBallot| ballot.marks.iter().map(mark).collect::<Vec<_>>().join(" ");
        file.ballots.ballots.iter().map(ballot).collect()
    }

    #[test]
    fn a_column_for_each_option_holds_ranks() {
        let file = read("ballot,Ana,Ben,'Weight,weight\nB1,2,1,,3\nB2,1,1|2,4,1\nB3,-,,,1\n").unwrap();
        assert_eq!(file.options, ["Ana", "Ben", "Weight"]);
        assert_eq!(marks(&file), ["1:2 2:1", "1:1 1:2 2:2 4:3", ""]);
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
    fn a_preference_profile_has_orders_with_how_many_voters_and_names_at_its_end() {
        let text = "3,2,\n423,1,\n55,3,1,\n1,2,\n\"Candidate 1\",\"Ana\",\"Green\",\n\"Candidate 2\",\"Ben\",,\n\
                    \"Candidate 3\",\"Cleo\",\"Red\",\n\"Ward 3\",\n";
        let file = read(text).unwrap();
        assert_eq!((file.title.as_deref(), file.seats), (Some("Ward 3"), Some(2)));
        assert_eq!(file.options, ["Ana", "Ben", "Cleo"]);
        assert_eq!(marks(&file), ["1:1", "1:3 2:1", "1:2"]);
        assert_eq!(file.ballots.ballots[0].weight, 423);
        let quoted_badly = text.replace("\"Ward 3\"", "\"\"Leven, Kennoway & Largo\"\"");
        assert_eq!(
            read(&quoted_badly).unwrap().title.as_deref(),
            Some("Leven, Kennoway & Largo")
        );
        let numbers_as_options = read("4,3\n1,2\n").unwrap();
        assert_eq!(numbers_as_options.options, ["4", "3"]);
    }

    #[test]
    fn what_breaks_the_format_is_refused_with_its_line() {
        for (text, said) in [
            (
                "2,1,\n5,3,\nCandidate 1,A,\nCandidate 2,B,\n",
                "line 2: a ballot names options by their numbers, 1 to 2",
            ),
            (
                "2,1,\n5,1,\nCandidate 2,B,\n",
                "line 3: \"Candidate 2\" stands where \"Candidate 1\" should",
            ),
            (
                "2,1,\n5,1,\nCandidate 1,A,\n",
                "line 3: the first line says that there are 2 options, and 1 have names",
            ),
            (
                "2,1,\n5,1,\nCandidate 1,A,\nWard,\n",
                "line 4: this is neither a name nor the title",
            ),
            (
                "1,1,\n0,1,\nCandidate 1,A,\n",
                "line 2: the weight \"0\" is no whole number from 1",
            ),
            (
                "1,1,\n5,1,\nCandidate 1,A,\n3,1,\n",
                "line 4: this is neither a name nor the title",
            ),
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
