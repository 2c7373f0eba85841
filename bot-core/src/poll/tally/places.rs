//! The order that a relation of options comes to, and who is first in it.

use super::outcome::{OptionIndex, Outcome};
use super::tie::{Broken, Tie, TieAbout, TieRule};

/// Puts options in order: first those that none beats, then those that none of the rest beats, and so on. Those of one
/// place are equal. The relation has no cycles.
pub(super) fn places(
    options: &[OptionIndex],
    beats: impl Fn(OptionIndex, OptionIndex) -> bool,
) -> Vec<Vec<OptionIndex>> {
    let mut left = options.to_vec();
    let mut places = Vec::new();
    while !left.is_empty() {
        let (beaten, next): (Vec<_>, Vec<_>) = left
            .iter()
            .partition(|option| left.iter().any(|other| beats(*other, **option)));
        left = beaten;
        places.push(next);
    }
    places
}

/// Keeps those for which a figure is the smallest.
pub(super) fn narrow<T: Ord>(left: &mut Vec<OptionIndex>, figure: impl Fn(&OptionIndex) -> T) {
    let smallest = left.iter().map(&figure).min();
    left.retain(|option| Some(figure(option)) == smallest);
}

/// One seat for the first of them; of several it goes to the one that lots have chosen, else to nobody.
pub(super) fn seated(first: &[OptionIndex], chosen: Option<OptionIndex>) -> Outcome {
    let mut outcome = Outcome {
        winners: first.to_vec(),
        stages: Vec::new(),
        ties: Vec::new(),
    };
    if first.len() > 1 {
        outcome.winners = Vec::from_iter(chosen);
        outcome.ties.push(Tie {
            stage: 1,
            options: first.to_vec(),
            about: TieAbout::Seat,
            broken: chosen.map(|chosen| Broken {
                chosen,
                by: TieRule::Seed,
            }),
        });
    }
    outcome
}
