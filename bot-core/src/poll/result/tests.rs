//! Counts of polls.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::poll::ballot::Ballot;
use crate::poll::terms::Terms;
use crate::testing::contract::polls::poll as a_poll;

fn ballot(person: u128, chosen: &[u32]) -> Ballot {
    Ballot {
        person: PersonId(Uuid::from_u128(person)),
        chosen: chosen.to_vec(),
        cast_at: Instant::UNIX_EPOCH,
        platform: None,
        reason: None,
    }
}

/// A poll of that kind with so many options, `1`, `2` and so on, decided by those terms.
fn poll(kind: PollKind, options: usize, terms: Terms) -> Poll {
    let mut poll = a_poll(GroupId(Uuid::nil()), 1);
    poll.kind = kind;
    poll.options = (1..=options).map(|number| number.to_string()).collect();
    poll.terms = terms;
    poll
}

/// The same of the plainest terms, and its ballots counted.
fn count(kind: PollKind, options: usize, ballots: &[Ballot]) -> (Poll, Tally) {
    let poll = poll(kind, options, Terms::default());
    let counted = tally(&poll, None, ballots);
    (poll, counted)
}

#[test]
fn the_most_votes_win() {
    let (poll, tally) = count(
        PollKind::Single,
        2,
        &[ballot(1, &[2]), ballot(2, &[1]), ballot(3, &[2])],
    );
    assert_eq!(tally.counts, [1, 2]);
    assert_eq!(tally.verdict(&poll), Verdict::Won { option: 2, votes: 2 });
}

#[test]
fn a_tie_names_everyone_in_it() {
    let (poll, tally) = count(PollKind::Approval, 3, &[ballot(1, &[1, 3]), ballot(2, &[3, 1])]);
    let options = vec![1, 3];
    assert_eq!(
        tally.verdict(&poll),
        Verdict::Tied {
            options,
            votes: 2,
            elected: Vec::new()
        }
    );
}

#[test]
fn an_abstention_has_voted_and_chooses_nothing() {
    let (poll, tally) = count(PollKind::Single, 2, &[ballot(1, &[])]);
    assert_eq!((tally.voted, tally.abstained), (1, 1));
    assert_eq!(tally.verdict(&poll), Verdict::Nobody);
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
        let (_, tally) = count(PollKind::Approval, 7, &ballots);
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
        let (_, tally) = count(PollKind::Single, 5, &single);
        prop_assert_eq!(tally.counts.iter().sum::<u32>() + tally.abstained, tally.voted);
        prop_assert_eq!(tally.voted as usize, single.len());
    }

    #[test]
    fn the_order_of_the_ballots_changes_nothing(
        (ballots, shuffled) in ballots(4).prop_flat_map(|ballots| (Just(ballots.clone()), Just(ballots).prop_shuffle()))
    ) {
        for kind in [PollKind::Single, PollKind::Approval] {
            prop_assert_eq!(count(kind, 4, &ballots), count(kind, 4, &shuffled));
        }
    }

    #[test]
    fn nobody_has_more_than_a_winner(ballots in ballots(6)) {
        let (poll, tally) = count(PollKind::Approval, 6, &ballots);
        match tally.verdict(&poll) {
            Verdict::Nobody => prop_assert!(tally.counts.iter().all(|count| *count == 0)),
            Verdict::Won { option, votes } => {
                let winners: Vec<_> = (1..).zip(&tally.counts).filter(|(_, count)| **count >= votes).collect();
                prop_assert_eq!(winners, vec![(option, &votes)]);
            }
            Verdict::Tied { options, votes, .. } => {
                prop_assert!(options.len() > 1);
                for (number, count) in (1..).zip(&tally.counts) {
                    prop_assert_eq!(options.contains(&number), *count == votes);
                    prop_assert!(*count <= votes);
                }
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
