//! Ballots as a CSV file (RFC 4180).

use super::WEIGHT;
use super::heading::heading;
use crate::poll::tally::file::together;

/// A table of ballots by the cells for the options: those that are alike in one line, in the order of what they say, so
/// that nobody learns who came first.
pub(in crate::poll::tally::file) fn table(
    options: &[String],
    ballots: impl IntoIterator<Item = (Vec<String>, u64)>,
) -> String {
    let headings = options.iter().map(|option| heading(option.trim()));
    let mut text = line(headings.chain([WEIGHT.to_owned()]));
    for (cells, weight) in together(ballots) {
        text.push_str(&line(cells.into_iter().chain([weight.to_string()])));
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
            table(&options, ballots),
            "\"Ana, \"\"Bo\"\"\",'weight,weight\r\n1,2,2\r\n2,,4\r\n"
        );
    }
}
