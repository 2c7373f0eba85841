//! The Schulze method: who wins by the strongest paths.
//!
//! Markus Schulze, "The Schulze Method of Voting", arXiv 1804.02973, section 2.1; as Debian counts by its constitution,
//! appendix A.5, whose Schwartz set dropping elects the same.

use super::outcome::{OptionIndex, Outcome};
use super::pairwise::Pairwise;
use super::places::{places, seated};
use super::square::Square;
use super::tie::Lots;

/// How strong it is when one option beats another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Strength {
    /// The votes that prefer the one that wins. Debian's rule, and the default.
    #[default]
    WinningVotes,
    /// How many more votes prefer it than prefer the other.
    Margins,
}

/// What the Schulze method comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schulze {
    /// Who won, and the tie where several could. Its stages are empty: the two matrices are the table.
    pub outcome: Outcome,
    /// All options from the first place to the last; those of one place are equal, and lots change nothing in it.
    pub places: Vec<Vec<OptionIndex>>,
    /// The first matrix: how many prefer each to each.
    pub pairwise: Pairwise,
    paths: Square<u64>,
}

impl Schulze {
    /// The second matrix: how strong the strongest path is from the one to the other; 0 where there is none.
    ///
    /// A path leads from an option to one that it beats, and so on; it is as strong as its weakest step.
    ///
    /// # Panics
    ///
    /// Where one of them is no option of these ballots.
    pub fn path(&self, from: OptionIndex, to: OptionIndex) -> u64 {
        self.paths.of(from, to)
    }
}

/// Elects whoever has to every other option a path at least as strong as the one back.
///
/// Where that is several of them the lots decide; without lots it stays a tie. Time grows with the cube of the options.
pub fn count(pairwise: Pairwise, strength: Strength, lots: Option<&Lots>) -> Schulze {
    let paths = strongest_paths(&pairwise, strength);
    let beats = |option, other| paths.of(option, other) > paths.of(other, option);
    let places = places(pairwise.compared(), beats);
    let first = places.first().filter(|_| pairwise.is_marked());
    let first = first.map_or(&[][..], Vec::as_slice);
    Schulze {
        outcome: seated(first, lots.and_then(|lots| lots.first(first))),
        places,
        pairwise,
        paths,
    }
}

/// Floyd and Warshall's way with the weakest step in place of the sum.
fn strongest_paths(pairwise: &Pairwise, strength: Strength) -> Square<u64> {
    let options = pairwise.compared();
    let mut paths = pairwise.map(|votes, opposing| match strength {
        _ if votes <= opposing => 0,
        Strength::WinningVotes => votes,
        Strength::Margins => votes - opposing,
    });
    for over in options {
        let onward = paths.row(*over).to_vec();
        for from in options {
            let first = paths.of(*from, *over);
            for (strongest, last) in paths.row_mut(*from).iter_mut().zip(&onward) {
                *strongest = (*strongest).max(first.min(*last));
            }
        }
    }
    paths
}
