//! Ballots as a BLT file.

use std::fmt::Write;

use super::spaced;
use crate::poll::receipt::Receipt;
use crate::poll::tally::file::{RankedFile, together, with_receipts};
use crate::poll::tally::ranked::Mark;

/// Writes such a file: ballots that are alike in one line, in the order of what they say, so that nobody learns who came
/// first. A ballot with a receipt has a line of its own, which ends with the receipt as a comment; the receipts are in the
/// order of the ballots, and may be fewer. One seat where the file does not say how many.
///
/// A name takes one line. [`read()`](super::read()) gives everything back but the order of the ballots; of a name it gives
/// one space where several stand together, so the names must differ by more than that.
pub fn write(file: &RankedFile, receipts: &[Option<Receipt>]) -> String {
    let mut text = format!("{} {}\n", file.options.len(), file.seats.unwrap_or(1));
    for option in &file.ballots.withdrawn {
        let _ = writeln!(text, "-{}", option.number());
    }
    let ballots = with_receipts(&file.ballots.ballots, receipts);
    let ballots = ballots.map(|(ballot, receipt)| ((&ballot.marks, receipt), ballot.weight));
    for ((marks, receipt), weight) in together(ballots) {
        let receipt = receipt.map_or_else(String::new, |receipt| format!(" # receipt {receipt}"));
        let _ = writeln!(text, "{weight}{} 0{receipt}", ranks(marks));
    }
    text.push_str("0\n");
    for name in file.options.iter().chain(&file.title) {
        let _ = writeln!(text, "{}", quoted(name));
    }
    text
}

/// The ranks down to the last mark, each after a space.
fn ranks(marks: &[Mark]) -> String {
    let mut text = String::new();
    let mut last = 0;
    for rank in marks.chunk_by(|one, other| one.rank == other.rank) {
        text.push_str(&" -".repeat(usize::from(rank[0].rank - last - 1)));
        let equal: Vec<String> = rank.iter().map(|mark| mark.option.number().to_string()).collect();
        let _ = write!(text, " {}", equal.join("="));
        last = rank[0].rank;
    }
    text
}

fn quoted(text: &str) -> String {
    let text = spaced(text).replace('\\', r"\\").replace('"', r#"\""#);
    format!("\"{text}\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::outcome::OptionIndex;
    use crate::poll::tally::ranked::{RankedBallot, RankedBallots};

    #[test]
    fn a_file_has_alike_ballots_once_and_says_empty_and_equal_ranks() {
        let mark = |rank, option| Mark {
            rank,
            option: OptionIndex(option),
        };
        let ballots = vec![
            RankedBallot::new(1, vec![mark(1, 1), mark(3, 0), mark(3, 2)]),
            RankedBallot::new(1, vec![]),
            RankedBallot::new(2, vec![mark(1, 0)]),
            RankedBallot::new(3, vec![mark(1, 0)]),
        ];
        let file = RankedFile {
            title: Some("Who?".to_owned()),
            seats: Some(2),
            options: ["Ana \"Bo\"", "Ben\nC.", "Cleo"].map(str::to_owned).to_vec(),
            ballots: RankedBallots {
                options: 3,
                withdrawn: vec![OptionIndex(2)],
                ballots,
            },
        };
        assert_eq!(
            write(&file, &[]),
            "3 2\n-3\n1 0\n5 1 0\n1 2 - 1=3 0\n0\n\"Ana \\\"Bo\\\"\"\n\"Ben C.\"\n\"Cleo\"\n\"Who?\"\n"
        );
        let receipts = ["", "0000-0000-0001", "", ""].map(Receipt::parse);
        assert!(
            write(&file, &receipts).starts_with("3 2\n-3\n1 0 # receipt 0000-0000-0001\n5 1 0\n1 2 - 1=3 0\n0\n"),
            "a receipt is a comment behind its ballot"
        );
    }
}
