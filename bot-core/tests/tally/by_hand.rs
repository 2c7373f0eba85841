//! The rules counted again in the plainest way there is: every path, every order, every option.

use std::collections::BTreeSet;

use muster_core::poll::tally::availability::{Answer, AvailabilityBallot};
use muster_core::poll::tally::outcome::OptionIndex;
use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::ranked_pairs::{Fate, Majority};
use muster_core::poll::tally::schulze::Strength;
use muster_core::poll::tally::tie::Seed;
use muster_core::poll::tally::{availability, ranked_pairs, schulze};
use proptest::prelude::*;

use crate::ballots::{possible, ranked, ranks};

/// The strongest of all paths that pass no option twice.
fn strongest(pairwise: &Pairwise, strength: Strength, path: &mut Vec<OptionIndex>, to: OptionIndex) -> u64 {
    let from = path[path.len() - 1];
    let mut strongest = 0;
    for next in OptionIndex::all(pairwise.options()) {
        if path.contains(&next) || !pairwise.beats(from, next) {
            continue;
        }
        let (votes, opposing) = (pairwise.preferring(from, next), pairwise.preferring(next, from));
        let step = if strength == Strength::Margins {
            votes - opposing
        } else {
            votes
        };
        let rest = if next == to {
            u64::MAX
        } else {
            path.push(next);
            let rest = self::strongest(pairwise, strength, path, to);
            path.pop();
            rest
        };
        strongest = strongest.max(step.min(rest));
    }
    strongest
}

/// Locks majorities in that order, each unless the loser leads to the winner already; says who is on top at the end.
fn top(options: usize, majorities: &[Majority]) -> Vec<OptionIndex> {
    let mut locked: Vec<(OptionIndex, OptionIndex)> = Vec::new();
    for majority in majorities {
        let mut reached = vec![majority.loser];
        let mut seen = 0;
        while let Some(from) = reached.get(seen).copied() {
            let next = locked
                .iter()
                .filter(|(above, below)| *above == from && !reached.contains(below));
            let next: Vec<OptionIndex> = next.map(|(_, below)| *below).collect();
            reached.extend(next);
            seen += 1;
        }
        if !reached.contains(&majority.winner) {
            locked.push((majority.winner, majority.loser));
        }
    }
    let is_top = |option: &OptionIndex| locked.iter().all(|(_, below)| below != option);
    OptionIndex::all(options).filter(is_top).collect()
}

/// All orders of majorities in which the stronger come first.
fn orders(majorities: &[Majority]) -> Vec<Vec<Majority>> {
    let strength = |majority: &Majority| (u64::MAX - majority.votes, majority.opposing);
    let Some(strongest) = majorities.iter().map(strength).min() else {
        return vec![Vec::new()];
    };
    let mut all = Vec::new();
    for (at, first) in majorities
        .iter()
        .enumerate()
        .filter(|(_, majority)| strength(majority) == strongest)
    {
        let mut rest = majorities.to_vec();
        rest.remove(at);
        all.extend(orders(&rest).into_iter().map(|mut order| {
            order.insert(0, *first);
            order
        }));
    }
    all
}

fn answers() -> impl Strategy<Value = (Vec<i32>, Vec<AvailabilityBallot>)> {
    (1..5_usize).prop_flat_map(|options| {
        let answer = prop::sample::select(vec![Some(Answer::Yes), Some(Answer::IfNeedBe), Some(Answer::No), None]);
        let ballot = (1..3_u64, prop::collection::vec(answer, options))
            .prop_map(|(weight, answers)| AvailabilityBallot { weight, answers });
        (
            prop::collection::vec(0..4, options),
            prop::collection::vec(ballot, 0..5),
        )
    })
}

proptest! {
    #[test]
    fn schulze_finds_the_strongest_paths((options, ballots) in ranks(5)) {
        let pairwise = Pairwise::of_ranks(&ranked(options, &ballots));
        for strength in [Strength::WinningVotes, Strength::Margins] {
            let counted = schulze::count(pairwise.clone(), strength, None);
            let path = |from, to| strongest(&pairwise, strength, &mut vec![from], to);
            let mut unbeaten: Vec<OptionIndex> = OptionIndex::all(options).collect();
            for from in OptionIndex::all(options) {
                for to in OptionIndex::all(options).filter(|to| *to != from) {
                    prop_assert_eq!(counted.path(from, to), path(from, to));
                }
                unbeaten.retain(|option| *option == from || path(from, *option) <= path(*option, from));
            }
            if pairwise.is_marked() {
                prop_assert_eq!(possible(&counted.outcome), unbeaten.clone());
            } else {
                prop_assert!(possible(&counted.outcome).is_empty());
            }
            prop_assert_eq!(&counted.places[0], &unbeaten);
        }
    }

    #[test]
    fn ranked_pairs_elect_who_is_on_top_in_some_order((options, ballots) in ranks(4), seed in "[a-z]{3}") {
        let pairwise = Pairwise::of_ranks(&ranked(options, &ballots));
        let counted = ranked_pairs::count(pairwise.clone(), None);
        let majorities: Vec<Majority> = counted.majorities.iter().map(|(majority, _)| *majority).collect();
        let orders = orders(&majorities);
        let tops: Vec<Vec<OptionIndex>> = orders.iter().map(|order| top(options, order)).collect();
        let tops: BTreeSet<OptionIndex> = tops.into_iter().flatten().filter(|_| pairwise.is_marked()).collect();
        prop_assert_eq!(possible(&counted.outcome), Vec::from_iter(tops.clone()));

        let names: Vec<String> = (0..options).map(|at| at.to_string()).collect();
        let drawn = ranked_pairs::count(pairwise, Some(&Seed(seed).draw(&names)));
        prop_assert_eq!(drawn.outcome.winners.len(), usize::from(!tops.is_empty()));
        prop_assert!(drawn.outcome.winners.iter().all(|winner| tops.contains(winner)));
        prop_assert!(drawn.outcome.true_tie().is_none());
        prop_assert!(drawn.majorities.iter().all(|(_, fate)| *fate != Fate::Open));
    }

    #[test]
    fn availability_sorts_by_yes_then_by_no_then_by_time((times, ballots) in answers()) {
        let counted = availability::count(&times, &ballots, None);
        let say = |at: usize, which: &[Option<Answer>]| -> u64 {
            let saying = ballots.iter().filter(|ballot| which.contains(&ballot.answers[at]));
            saying.map(|ballot| ballot.weight).sum()
        };
        let mut sorted: Vec<_> = (0..times.len())
            .filter(|at| say(*at, &[Some(Answer::Yes), Some(Answer::IfNeedBe)]) > 0)
            .map(|at| (u64::MAX - say(at, &[Some(Answer::Yes)]), say(at, &[Some(Answer::No), None]), times[at], at))
            .collect();
        sorted.sort_unstable();
        let best = sorted.first().map(|(yes, no, time, _)| (*yes, *no, *time));
        let first = sorted.iter().filter(|(yes, no, time, _)| Some((*yes, *no, *time)) == best);
        let first: Vec<usize> = first.map(|(.., at)| *at).collect();
        let found = &counted.outcome;
        if let [only] = first[..] {
            prop_assert_eq!(found.winners.iter().map(|winner| winner.at()).collect::<Vec<_>>(), [only]);
        } else {
            prop_assert_eq!(found.winners.len(), 0);
            prop_assert_eq!(found.true_tie().is_some(), first.len() > 1);
        }
    }
}
