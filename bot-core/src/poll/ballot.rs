//! What somebody chose.

use serde::{Deserialize, Serialize};

use super::PollKind;
use crate::clock::Instant;
use crate::ids::PersonId;
use crate::surface::Platform;

pub use super::choosing::{Vote, choose};
pub(crate) use super::choosing::{folded, to_vote};

/// What a ballot gives an option for yes, in a poll that looks for a time.
pub const YES: u32 = 2;
/// The same for "if need be"; no is 0.
pub const IF_NEED_BE: u32 = 1;

/// Somebody's vote in a poll: one a person, the latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Whose it is.
    pub person: PersonId,
    /// What they chose; nothing is an abstention. By the poll's kind:
    ///
    /// - single, approval, consent: the numbers of the options, in order, each once
    /// - ranked: the numbers of the options, the most preferred first, each once
    /// - score, STAR: the points of each option, in the order of the options
    /// - availability: for each option in their order [`YES`], [`IF_NEED_BE`] or 0
    pub chosen: Vec<u32>,
    /// When they cast it.
    pub cast_at: Instant,
    /// From where, as far as it was kept.
    #[serde(default)]
    pub platform: Option<Platform>,
    /// Why it blocks, in a poll for consent.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Ballot {
    /// Whether it chooses nothing.
    pub const fn abstains(&self) -> bool {
        self.chosen.is_empty()
    }
}

impl AsRef<[u32]> for Ballot {
    fn as_ref(&self) -> &[u32] {
        &self.chosen
    }
}

impl PollKind {
    /// Whether a ballot has a figure for each option, in place of the numbers of those it names.
    pub const fn gives_figures(self) -> bool {
        matches!(self, Self::Score | Self::Star | Self::Availability)
    }
}

/// The place of an option in the list of options, from 0; of no option a place that no list has.
pub(crate) fn place_of(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX).wrapping_sub(1)
}

/// What a ballot of that kind gives an option: its points; its rank, 1 for the most preferred; 1 where it is chosen. `None`
/// where the ballot gives it nothing.
pub fn given(kind: PollKind, chosen: &[u32], option: u32) -> Option<u32> {
    if kind.gives_figures() {
        return chosen.get(place_of(option)).copied().filter(|figure| *figure > 0);
    }
    let at = chosen.iter().position(|number| *number == option)?;
    match kind {
        PollKind::Ranked => u32::try_from(at + 1).ok(),
        _ => Some(1),
    }
}
