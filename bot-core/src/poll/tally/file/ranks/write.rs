//! Ranked ballots as a CSV file.

use crate::poll::receipt::Receipt;
use crate::poll::tally::file::csv::table;
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::RankedBallot;

/// Writes a column for each option, with its ranks in the cells. Who withdrew cannot be said in it.
///
/// Ballots that are alike are one line, those with a receipt have one each, and the lines are in the order of what they
/// say, so that nobody learns who came first. The receipts are in the order of the ballots, and may be fewer.
/// [`read()`](super::read()) gives back everything else; the names must differ by more than spaces around them.
pub fn write(options: &[String], ballots: &[RankedBallot], receipts: &[Option<Receipt>]) -> String {
    let cells = |ballot: &RankedBallot| {
        OptionIndex::all(options.len())
            .map(|option| ranks(ballot, option))
            .collect()
    };
    let ballots = ballots.iter().map(|ballot| (cells(ballot), ballot.weight));
    table(options, ballots, receipts)
}

/// The ranks that a ballot gives an option.
fn ranks(ballot: &RankedBallot, option: OptionIndex) -> String {
    let marks = ballot.marks.iter().filter(|mark| mark.option == option);
    let ranks: Vec<String> = marks.map(|mark| mark.rank.to_string()).collect();
    ranks.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::poll::tally::ranked::Mark;

    #[test]
    fn a_column_for_each_option_holds_its_ranks() {
        let marks = [(1, 1), (2, 0), (3, 1)].map(|(rank, option)| Mark {
            rank,
            option: OptionIndex(option),
        });
        let ballots = [RankedBallot::new(2, marks.to_vec()), RankedBallot::new(1, Vec::new())];
        let options = ["Ana", "Rank 1"].map(str::to_owned);
        assert_eq!(
            write(&options, &ballots, &[]),
            "Ana,'Rank 1,weight\r\n,,1\r\n2,1|3,2\r\n"
        );
    }
}
