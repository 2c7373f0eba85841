//! Options that are known once a ballot names them.

use std::collections::HashMap;

use super::file;
use crate::poll::tally::file::csv::check_names;
use crate::poll::tally::file::{FileError, RankedFile};
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::{MOST_OPTIONS, Mark, RankedBallot};

/// Options in the order in which ballots name them.
#[derive(Default)]
pub(super) struct Names {
    names: Vec<String>,
    places: HashMap<String, OptionIndex>,
}

impl Names {
    /// The option of a name.
    pub(super) fn of(&mut self, name: &str, line: u64) -> Result<OptionIndex, FileError> {
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

/// Whether a cell says that a rank is empty.
pub(super) fn is_empty_rank(cell: &str) -> bool {
    let word = cell.trim_start_matches('$').to_ascii_lowercase();
    matches!(word.as_str(), "" | "-" | "undervote" | "skipped")
}

/// Whether a cell says that a rank names several options, and not which.
pub(super) fn is_overvote(cell: &str) -> bool {
    cell.trim_start_matches('$').eq_ignore_ascii_case("overvote")
}

/// The file, with the ballots and ranks that are overvotes and do not say of whom: these are for all options.
pub(super) fn finish(
    names: Names,
    mut ballots: Vec<RankedBallot>,
    overvotes: &[(usize, u16)],
) -> Result<RankedFile, FileError> {
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
