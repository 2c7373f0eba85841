//! Ballots as a CSV file (RFC 4180).

use super::heading::heading;
use super::{RECEIPT, WEIGHT};
use crate::poll::receipt::Receipt;
use crate::poll::tally::file::{together, with_receipts};

/// A table of ballots by the cells for the options: those that are alike in one line, in the order of what they say, so
/// that nobody learns who came first. A ballot with a receipt has a line of its own; `receipts` are in the order of the
/// ballots, and may be fewer.
pub(in crate::poll::tally::file) fn table(
    options: &[String],
    ballots: impl IntoIterator<Item = (Vec<String>, u64)>,
    receipts: &[Option<Receipt>],
) -> String {
    let has_receipts = receipts.iter().any(Option::is_some);
    let ends = |weight: String, receipt: String| [Some(weight), has_receipts.then_some(receipt)].into_iter().flatten();
    let headings = options.iter().map(|option| heading(option.trim()));
    let mut text = line(headings.chain(ends(WEIGHT.to_owned(), RECEIPT.to_owned())));
    let ballots = with_receipts(ballots, receipts).map(|((cells, weight), receipt)| ((cells, receipt), weight));
    for ((cells, receipt), weight) in together(ballots) {
        let receipt = receipt.map_or_else(String::new, |receipt| receipt.to_string());
        text.push_str(&line(cells.into_iter().chain(ends(weight.to_string(), receipt))));
    }
    text
}

/// A line of these cells, with its end.
pub(in crate::poll::tally::file) fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(quoted).collect();
    cells.join(",") + "\r\n"
}

/// A cell in quotation marks where something in it would be taken for a part of the file.
fn quoted(cell: String) -> String {
    if cell.contains(['"', ',', ';', '\t', '\r', '\n', '\u{feff}']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_alike_ballots_once_and_names_in_quotation_marks_where_they_need_them() {
        let options = ["Ana, \"Bo\"", " weight"].map(str::to_owned);
        let ballot = |cells: [&str; 2], weight| (cells.map(str::to_owned).to_vec(), weight);
        let ballots = [ballot(["2", ""], 1), ballot(["1", "2"], 2), ballot(["2", ""], 3)];
        assert_eq!(
            table(&options, ballots, &[]),
            "\"Ana, \"\"Bo\"\"\",'weight,weight\r\n1,2,2\r\n2,,4\r\n"
        );
    }

    #[test]
    fn a_ballot_with_a_receipt_has_a_line_of_its_own() {
        let options = ["Ana", "Receipt"].map(str::to_owned);
        let ballots = ["2", "1", "1", "1"].map(|cell| (vec![cell.to_owned(), String::new()], 1));
        let receipts = ["", "7K3M-Q9TX-4H2B", "", ""].map(Receipt::parse);
        assert_eq!(
            table(&options, ballots, &receipts),
            "Ana,'Receipt,weight,receipt\r\n1,,2,\r\n1,,1,7K3M-Q9TX-4H2B\r\n2,,1,\r\n"
        );
    }
}
