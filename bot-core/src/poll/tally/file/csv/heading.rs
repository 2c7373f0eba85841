//! What the headings of a CSV file mean.

use crate::delimited::is_formula;

/// The heading of the column with the weights.
pub(in crate::poll::tally::file) const WEIGHT: &str = "weight";
/// The heading of the column with the receipts.
pub(in crate::poll::tally::file) const RECEIPT: &str = "receipt";
/// The heading of a column with references of the ballots.
pub(in crate::poll::tally::file) const REFERENCE: &str = "ballot";
/// Another one, which only tables of marks have.
pub(in crate::poll::tally::file) const REFERENCE_OF_MARK: &str = "ballot_id";

/// The rank that a heading is about: `Rank 2`, `rank2`, `Ranking_2`, `Choice 2`, `2nd Choice`.
pub(in crate::poll::tally::file) fn rank_heading(cell: &str) -> Option<u16> {
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

/// The option of a heading.
pub(super) fn option(heading: &str) -> &str {
    unmarked(heading, is_no_option)
}

/// The heading of an option.
pub(super) fn heading(option: &str) -> String {
    marked(option, is_no_option)
}

/// Whether a heading is not about an option, or no spreadsheet shows it as it is.
fn is_no_option(heading: &str) -> bool {
    let is = |word: &str| heading.eq_ignore_ascii_case(word);
    let has_another_meaning = [WEIGHT, RECEIPT, REFERENCE, REFERENCE_OF_MARK].into_iter().any(is);
    has_another_meaning || rank_heading(heading).is_some() || is_formula(heading)
}

/// A text with an apostrophe before it where it would be misread; also where it begins with apostrophes and what follows
/// would be, so that the text can be told again.
pub(in crate::poll::tally::file) fn marked(text: &str, misread: impl Fn(&str) -> bool) -> String {
    if misread(text.trim_start_matches('\'')) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// The text that was [marked].
pub(in crate::poll::tally::file) fn unmarked(cell: &str, misread: impl Fn(&str) -> bool) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if misread(text.trim_start_matches('\'')) => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_tells_an_option_from_a_heading_or_a_formula() {
        for (option, written) in [
            ("Weight", "'Weight"),
            ("receipt", "'receipt"),
            ("2nd choice", "'2nd choice"),
            ("=1+1", "'=1+1"),
            ("'ballot", "''ballot"),
            ("'t Zand", "'t Zand"),
            ("weights", "weights"),
        ] {
            assert_eq!(heading(option), written);
            assert_eq!(self::option(written), option);
        }
    }
}
