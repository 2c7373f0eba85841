//! Who goes into the run-off.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::StarTies;
use super::field::Field;
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::places::narrow;
use crate::poll::tally::tie::{Broken, Lots, Tie, TieAbout, TieRule};

/// How many go into the run-off.
const PLACES: usize = 2;

/// A way in which the run-off may come about.
#[derive(Debug, Clone, Default)]
pub(super) struct Way {
    /// Who goes into it; one where there is no other option.
    pub(super) finalists: Vec<OptionIndex>,
    /// The ties on this way. One that nothing broke has other ways too, one for each of the tied.
    pub(super) ties: Vec<Tie>,
}

/// What becomes of a tie for the run-off.
enum Narrowed {
    /// These go into it, by that rule.
    Finalists(Vec<OptionIndex>, TieRule),
    /// These are still tied.
    Tied(Vec<OptionIndex>),
}

/// All the ways there are; one, unless a tie stays open.
pub(super) fn ways(field: &Field, ties: StarTies, lots: Option<&Lots>) -> Vec<Way> {
    let mut ways = BTreeMap::new();
    let mut to_do = vec![Way::default()];
    while let Some(mut way) = to_do.pop() {
        let free = PLACES - way.finalists.len();
        let mut tied = field.pairwise.compared().to_vec();
        tied.retain(|option| !way.finalists.contains(option));
        narrow(&mut tied, |option| Reverse(field.points(*option)));
        if free == 0 || tied.is_empty() {
            way.finalists.sort_unstable();
            ways.entry(way.finalists.clone()).or_insert(way);
        } else if tied.len() <= free {
            way.finalists.append(&mut tied);
            to_do.push(way);
        } else {
            to_do.extend(way.after_a_tie(&tied, narrowed(field, &tied, free, ties), lots));
        }
    }
    ways.into_values().collect()
}

impl Way {
    fn after_a_tie(&self, tied: &[OptionIndex], narrowed: Narrowed, lots: Option<&Lots>) -> Vec<Self> {
        match narrowed {
            Narrowed::Finalists(finalists, rule) => {
                let mut way = self.clone();
                for finalist in finalists {
                    way.advance(finalist, tied, Some(rule));
                }
                vec![way]
            }
            Narrowed::Tied(left) => {
                let drawn = lots.and_then(|lots| lots.first(&left));
                let each = drawn
                    .map_or(left.clone(), |option| vec![option])
                    .into_iter()
                    .map(|option| {
                        let mut way = self.clone();
                        way.advance(option, &left, drawn.map(|_| TieRule::Seed));
                        way
                    });
                each.collect()
            }
        }
    }

    fn advance(&mut self, option: OptionIndex, tied: &[OptionIndex], by: Option<TieRule>) {
        self.finalists.push(option);
        self.ties.push(Tie {
            stage: 1,
            options: tied.to_vec(),
            about: TieAbout::Finalist,
            broken: by.map(|by| Broken { chosen: option, by }),
        });
    }
}

fn narrowed(field: &Field, tied: &[OptionIndex], free: usize, ties: StarTies) -> Narrowed {
    match ties {
        StarTies::Standard => unbeaten(field, tied, free),
        StarTies::FiveStar => by_the_official_protocol(field, tied, free),
    }
}

/// Those whom none of the tied beats, as far as there are places; where each is beaten, all stay tied.
fn unbeaten(field: &Field, tied: &[OptionIndex], free: usize) -> Narrowed {
    let unbeaten = tied.iter().filter(|option| field.losses(**option, tied) == 0);
    let unbeaten: Vec<OptionIndex> = unbeaten.copied().collect();
    match unbeaten.len() {
        0 => Narrowed::Tied(tied.to_vec()),
        so_many if so_many <= free => Narrowed::Finalists(unbeaten, TieRule::HeadToHead),
        _ => Narrowed::Tied(unbeaten),
    }
}

fn by_the_official_protocol(field: &Field, tied: &[OptionIndex], free: usize) -> Narrowed {
    let mut left = tied.to_vec();
    loop {
        let before = left.len();
        drop_where_most(&mut left, |option, among| field.losses(option, among));
        if left.len() <= free {
            return Narrowed::Finalists(left, TieRule::HeadToHead);
        }
        if left.len() < before {
            continue;
        }
        let mut starred = left.clone();
        narrow(&mut starred, |option| Reverse(field.top_scores(*option)));
        if starred.len() <= free {
            return Narrowed::Finalists(starred, TieRule::TopScores);
        }
        drop_where_most(&mut left, |option, _| Reverse(field.top_scores(option)));
        if left.len() == before {
            return Narrowed::Tied(left);
        }
    }
}

/// Drops those for which a figure is the greatest, unless it is equal for all.
fn drop_where_most<T: Ord>(left: &mut Vec<OptionIndex>, figure: impl Fn(OptionIndex, &[OptionIndex]) -> T) {
    let most = left.iter().map(|option| figure(*option, left)).max();
    let mut rest = left.clone();
    rest.retain(|option| Some(figure(*option, left)) != most);
    if !rest.is_empty() {
        *left = rest;
    }
}
