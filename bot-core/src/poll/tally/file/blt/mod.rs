//! BLT files: options and seats, who withdrew, a ballot a line, and the names.
//!
//! ```text
//! 4 2              # four options, two seats
//! -3               # the third withdrew
//! 3 1 2 0          # three ballots: the first, then the second option
//! 1 4 - 1=2 0      # no second rank, and two options in the third
//! 0                # the end of the ballots
//! "Ana" "Ben" "Cleo" "Dan"
//! "Steward"        # the title
//! ```
//!
//! Ends of lines count for no more than spaces; `#` begins a comment. What stands after the title is not read. In a text
//! `\"` or `""` is a quotation mark and `\\` a backslash; any other backslash is itself.
//!
//! - here: reading; [`write()`]: writing
//! - `tokens`: words and texts

mod tokens;
mod write;

pub use write::write;

use super::csv::{added, check_names, weight};
use super::{FileError, RankedFile};
use crate::poll::tally::ranked::{MOST_OPTIONS, RankedBallot, RankedBallots};
use tokens::Tokens;

/// Reads such a file.
pub fn read(text: &str) -> Result<RankedFile, FileError> {
    let mut tokens = Tokens::new(text);
    let options = tokens.number("how many options there are")?;
    if options > MOST_OPTIONS {
        return Err(tokens.wrong(format!("more than {MOST_OPTIONS} options are not counted")));
    }
    let seats = tokens.number("how many seats there are")?;
    let mut ballots = RankedBallots {
        options,
        withdrawn: Vec::new(),
        ballots: Vec::new(),
    };
    let mut votes = 0;
    loop {
        let word = tokens.word("a ballot, or the 0 that ends the ballots")?;
        if word == "0" {
            break;
        }
        if let Some(number) = word.strip_prefix('-') {
            ballots.withdrawn.push(tokens.option(number, options)?);
            continue;
        }
        let weight = weight(word, tokens.line)?;
        votes = added(votes, weight, tokens.line)?;
        let marks = tokens.marks(options)?;
        ballots.ballots.push(RankedBallot::new(weight, marks));
    }
    let names = (0..options).map(|_| tokens.text()).collect::<Result<Vec<_>, _>>()?;
    check_names(&names, tokens.line)?;
    let title = tokens.title()?;
    Ok(RankedFile {
        title,
        seats: Some(seats),
        options: names,
        ballots,
    })
}

/// A text with one space for all that stand together, and for ends of lines.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::outcome::OptionIndex;
    use crate::poll::tally::ranked::Mark;

    fn ballot(weight: u64, marks: &[(u16, u16)]) -> RankedBallot {
        let mark = |(rank, option): &(u16, u16)| Mark {
            rank: *rank,
            option: OptionIndex(option - 1),
        };
        RankedBallot::new(weight, marks.iter().map(mark).collect())
    }

    #[test]
    fn a_file_has_options_seats_weights_withdrawals_equal_and_skipped_ranks() {
        let file = read(
            "4 2 # options, seats\n-3\n3 1 2 0\n1 4 - 1=2\n 0\n2 0\n0\n\"Ana\" \"Ben\"\n\"Cleo\" \"Dan  # 1\"\n\"Steward\"\n",
        )
        .unwrap();
        assert_eq!(file.options, ["Ana", "Ben", "Cleo", "Dan # 1"]);
        assert_eq!((file.title.as_deref(), file.seats), (Some("Steward"), Some(2)));
        assert_eq!(file.ballots.withdrawn, [OptionIndex(2)]);
        let ballots = [
            ballot(3, &[(1, 1), (2, 2)]),
            ballot(1, &[(1, 4), (3, 1), (3, 2)]),
            ballot(2, &[]),
        ];
        assert_eq!(file.ballots.ballots, ballots);
    }

    #[test]
    fn a_text_may_hold_quotation_marks_and_backslashes() {
        let file = read(r#"3 1 0 "Ana \"Bo\"" "AC\DC" "\\" "\"?\"" "#).unwrap();
        assert_eq!(file.options, [r#"Ana "Bo""#, r"AC\DC", r"\"]);
        assert_eq!(file.title.as_deref(), Some(r#""?""#));
        let file = read(r#"2 1 0 "Ana ""Bo"" Lee" "Ben" "" "#).unwrap();
        assert_eq!(file.options, [r#"Ana "Bo" Lee"#, "Ben"]);
        assert_eq!(file.title, None);
    }

    #[test]
    fn what_breaks_the_format_is_refused_with_its_line() {
        for (text, said) in [
            (
                "",
                "line 1: the file ends where how many options there are should stand",
            ),
            (
                "x 1",
                "line 1: \"x\" stands where how many options there are should: a whole number from 1",
            ),
            (
                "2 0",
                "line 1: \"0\" stands where how many seats there are should: a whole number from 1",
            ),
            (
                "2 1\n1 3 0\n0\n",
                "line 2: \"3\" is no option: they have the numbers 1 to 2",
            ),
            (
                "2 1\n1 1 2\n",
                "line 3: the file ends where an option, or the 0 that ends the ballot should stand",
            ),
            ("2 1\n1.5 1 0\n", "line 2: the weight \"1.5\" is no whole number from 1"),
            (
                "2 1\n1 1 0\n\"A\" \"B\"",
                "line 3: a text in quotation marks stands where a ballot, or the 0 that ends the ballots should",
            ),
            (
                "2 1\n1 1 0\n0\n\"A\"\n",
                "line 5: the name of an option in quotation marks should stand here",
            ),
            (
                "2 1\n1 1 0\n0\n\"A\"\n\"B\n",
                "line 5: a quotation mark is missing at the end of this text",
            ),
            ("2 1\n1 1 0\n0\n\"A\"\n\"A\"\n", "line 5: two options are called \"A\""),
            (
                "2 1\n1 1 0\n0\n\"A\" \"B\"\n1 2 0",
                "line 5: something stands after the names that is no text in quotation marks",
            ),
            ("2 1\n-9\n", "line 2: \"9\" is no option: they have the numbers 1 to 2"),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), said, "{text}");
        }
    }
}
