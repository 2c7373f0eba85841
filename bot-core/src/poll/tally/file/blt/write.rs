//! Ballots as a BLT file.

use std::fmt::Write;

use super::spaced;
use crate::poll::tally::file::{RankedFile, together};
use crate::poll::tally::ranked::Mark;

/// Writes such a file: ballots that are alike in one line, in the order of what they say, so that nobody learns who came
/// first. One seat where the file does not say how many.
///
/// A name takes one line. [`read()`](super::read()) gives everything back but the order of the ballots; of a name it gives
/// one space where several stand together, so the names must differ by more than that.
pub fn write(file: &RankedFile) -> String {
    let mut text = format!("{} {}\n", file.options.len(), file.seats.unwrap_or(1));
    for option in &file.ballots.withdrawn {
        let _ = writeln!(text, "-{}", option.number());
    }
    let ballots = file.ballots.ballots.iter();
    for (marks, weight) in together(ballots.map(|ballot| (&ballot.marks, ballot.weight))) {
        let _ = writeln!(text, "{weight}{} 0", ranks(marks));
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
            write(&file),
            "3 2\n-3\n1 0\n5 1 0\n1 2 - 1=3 0\n0\n\"Ana \\\"Bo\\\"\"\n\"Ben C.\"\n\"Cleo\"\n\"Who?\"\n"
        );
    }
}
