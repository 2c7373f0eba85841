//! Counting: pure functions of the ballots, in whole numbers, the same whatever order the ballots come in.
//!
//! - [`single`]: one choice a ballot, the most votes win
//! - [`approval`]: any number of choices a ballot, the most approvals win
//! - [`score`]: points for each option, the most points win
//! - [`star`]: the two with the most points in a run-off
//! - [`availability`]: the most yes, then the fewest no, then the earliest
//! - [`consent`]: passed unless somebody blocks
//! - [`schulze`] and [`ranked_pairs`]: every option against every other
//!
//! To add a method: a file here, a [`PollKind`] and its arm in [`tally()`].
//!
//! What the methods with more than one number to tell have in common:
//!
//! - [`count`]: exact numbers of votes
//! - [`outcome`]: winners, the table of stages, ties
//! - [`tie`]: what breaks a tie: an earlier stage, the public seed, or nothing
//! - [`ranked`]: ballots that rank the options; [`paper`]: what their marks mean
//! - `pile`, `sheet`: papers and result sheet of the methods that count by stages; `prefixes`: papers by Meek's rule
//! - [`choices`]: ballots that choose options without an order
//! - [`pairwise`]: how many prefer each option to each other one; `square`: a figure for each two
//! - `highest`: seats for the highest sums; `places`: who is first, who is next
//! - [`mod@file`]: ballots from files
//!
//! By stages count:
//!
//! - [`irv`]: instant run-off
//! - [`stv`]: single transferable vote, by the Scottish rule and near ones
//! - [`meek`]: single transferable vote by Meek's rule

pub mod approval;
pub mod availability;
#[cfg(test)]
mod by_stages;
pub mod choices;
pub mod consent;
pub mod count;
pub mod file;
mod highest;
pub mod irv;
pub mod meek;
pub mod outcome;
pub mod pairwise;
pub mod paper;
mod pile;
mod places;
mod prefixes;
pub mod ranked;
pub mod ranked_pairs;
pub mod schulze;
pub mod score;
mod sheet;
pub mod single;
mod square;
pub mod star;
pub mod stv;
pub mod tie;

use super::PollKind;
use highest::highest;
use outcome::OptionIndex;

/// What the ballots come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// How many chose each option, in the order of the options.
    pub counts: Vec<u32>,
    /// How many ballots there are, abstentions among them.
    pub voted: u32,
    /// How many of them choose nothing.
    pub abstained: u32,
}

/// What a tally says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// There is no ballot that chooses anything.
    Nobody,
    /// One option has more than every other.
    Won {
        /// Its number.
        option: u32,
        /// How many chose it.
        votes: u32,
    },
    /// Several have the most.
    Tied {
        /// Their numbers, in order.
        options: Vec<u32>,
        /// How many chose each of them.
        votes: u32,
    },
}

/// Counts the ballots of a poll with so many options; of a ballot only what it chooses matters.
pub fn tally<B: AsRef<[u32]>>(kind: PollKind, options: usize, ballots: &[B]) -> Tally {
    let ballots: Vec<&[u32]> = ballots.iter().map(AsRef::as_ref).collect();
    let chosen = ballots.iter().map(|ballot| (1, numbered(ballot, options)));
    let counts = match kind {
        PollKind::Single => single::votes(options, chosen),
        PollKind::Approval => approval::approvals(options, chosen),
    };
    Tally {
        counts: counts.into_iter().map(few).collect(),
        voted: total(ballots.iter()),
        abstained: total(ballots.iter().filter(|ballot| ballot.is_empty())),
    }
}

/// The options of those numbers, from 1.
fn numbered(numbers: &[u32], options: usize) -> impl Iterator<Item = OptionIndex> {
    let known = numbers
        .iter()
        .filter_map(|number| u16::try_from(number.checked_sub(1)?).ok());
    known.map(OptionIndex).filter(move |option| option.at() < options)
}

impl Tally {
    /// What it says: a tie is a tie, and nothing but the ballots breaks it.
    pub fn verdict(&self) -> Verdict {
        let counts: Vec<u64> = self.counts.iter().copied().map(u64::from).collect();
        let outcome = highest(&counts, 1, None);
        let votes = self.counts.iter().copied().max().unwrap_or(0);
        match (&outcome.winners[..], outcome.true_tie()) {
            ([winner, ..], _) => Verdict::Won {
                option: winner.number(),
                votes,
            },
            ([], Some(tie)) => Verdict::Tied {
                options: tie.options.iter().map(|option| option.number()).collect(),
                votes,
            },
            ([], None) => Verdict::Nobody,
        }
    }
}

/// How many ballots.
fn total<T>(ballots: impl Iterator<Item = T>) -> u32 {
    few(ballots.map(|_| 1).sum())
}

/// No group has four thousand million members.
fn few(votes: u64) -> u32 {
    u32::try_from(votes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::clock::Instant;
    use crate::ids::PersonId;
    use crate::poll::ballot::Ballot;

    fn ballot(person: u128, chosen: &[u32]) -> Ballot {
        Ballot {
            person: PersonId(Uuid::from_u128(person)),
            chosen: chosen.to_vec(),
            cast_at: Instant::UNIX_EPOCH,
            platform: None,
        }
    }

    #[test]
    fn the_most_votes_win() {
        let tally = tally(
            PollKind::Single,
            2,
            &[ballot(1, &[2]), ballot(2, &[1]), ballot(3, &[2])],
        );
        assert_eq!(tally.counts, [1, 2]);
        assert_eq!(tally.verdict(), Verdict::Won { option: 2, votes: 2 });
    }

    #[test]
    fn a_tie_names_everyone_in_it() {
        let tally = tally(PollKind::Approval, 3, &[ballot(1, &[1, 3]), ballot(2, &[3, 1])]);
        let options = vec![1, 3];
        assert_eq!(tally.verdict(), Verdict::Tied { options, votes: 2 });
    }

    #[test]
    fn an_abstention_has_voted_and_chooses_nothing() {
        let tally = tally(PollKind::Single, 2, &[ballot(1, &[])]);
        assert_eq!((tally.voted, tally.abstained), (1, 1));
        assert_eq!(tally.verdict(), Verdict::Nobody);
    }

    fn ballots(options: u32) -> impl Strategy<Value = Vec<Ballot>> {
        let chosen = prop::collection::btree_set(1..=options, 0..=options as usize);
        prop::collection::vec(chosen, 0..60).prop_map(|all| {
            all.into_iter()
                .zip(0..)
                .map(|(chosen, person)| ballot(person, &Vec::from_iter(chosen)))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn every_approval_is_counted_once(ballots in ballots(7)) {
            let tally = tally(PollKind::Approval, 7, &ballots);
            let cast: usize = ballots.iter().map(|ballot| ballot.chosen.len()).sum();
            prop_assert_eq!(tally.counts.iter().sum::<u32>() as usize, cast);
            prop_assert_eq!(tally.voted as usize, ballots.len());
        }

        #[test]
        fn single_votes_and_abstentions_are_all_the_ballots(ballots in ballots(5)) {
            let single: Vec<Ballot> = ballots
                .into_iter()
                .map(|mut ballot| { ballot.chosen.truncate(1); ballot })
                .collect();
            let tally = tally(PollKind::Single, 5, &single);
            prop_assert_eq!(tally.counts.iter().sum::<u32>() + tally.abstained, tally.voted);
            prop_assert_eq!(tally.voted as usize, single.len());
        }

        #[test]
        fn the_order_of_the_ballots_changes_nothing(
            (ballots, shuffled) in ballots(4).prop_flat_map(|ballots| (Just(ballots.clone()), Just(ballots).prop_shuffle()))
        ) {
            for kind in PollKind::ALL {
                prop_assert_eq!(tally(kind, 4, &ballots), tally(kind, 4, &shuffled));
            }
        }

        #[test]
        fn nobody_has_more_than_a_winner(ballots in ballots(6)) {
            let tally = tally(PollKind::Approval, 6, &ballots);
            match tally.verdict() {
                Verdict::Nobody => prop_assert!(tally.counts.iter().all(|count| *count == 0)),
                Verdict::Won { option, votes } => {
                    let winners: Vec<_> = (1..).zip(&tally.counts).filter(|(_, count)| **count >= votes).collect();
                    prop_assert_eq!(winners, vec![(option, &votes)]);
                }
                Verdict::Tied { options, votes } => {
                    prop_assert!(options.len() > 1);
                    for (number, count) in (1..).zip(&tally.counts) {
                        prop_assert_eq!(options.contains(&number), *count == votes);
                        prop_assert!(*count <= votes);
                    }
                }
            }
        }
    }
}
