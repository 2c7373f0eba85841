//! What is written into a file is read from it, whatever the options are called and whoever has a receipt; and the file
//! does not tell in what order the ballots came.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Debug;

use muster_core::poll::receipt::Receipt;
use muster_core::poll::tally::availability::{Answer, AvailabilityBallot};
use muster_core::poll::tally::choices::ChoiceBallot;
use muster_core::poll::tally::consent::{ConsentBallot, Position, Reason};
use muster_core::poll::tally::file::{RankedFile, availability, blt, cells, consent, csv, ranks};
use muster_core::poll::tally::outcome::OptionIndex;
use muster_core::poll::tally::ranked::{Mark, RankedBallot, RankedBallots};
use muster_core::poll::tally::score::ScoreBallot;
use muster_core::testing::SeededIds;
use proptest::prelude::*;
use proptest::sample::subsequence;

const MOST_OPTIONS: usize = 5;

/// What is wrong in names and reasons for some format: its own signs, its own words, formulas.
fn text() -> impl Strategy<Value = String> {
    let own = prop::sample::select(vec![
        "weight",
        "Ballot",
        "ballot_id",
        "rank",
        "choice",
        "Rank 1",
        "2nd choice",
        "'weight",
        "Receipt",
        "=1+1",
        "-",
        "@all",
        "''=x",
        "' rank 1",
        "0",
        "4 2",
        "overvote",
    ]);
    let signs = r#"[ab"',;|=#\\\r\n\t\u{feff}\u{a0} 0-]{1,8}"#;
    prop_oneof![own.prop_map(str::to_owned), signs, r"\PC{1,6}"]
}

/// Names that differ by more than spaces, as the options of a poll do.
fn names() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 1..=MOST_OPTIONS).prop_map(|names| {
        let mut seen = HashSet::from([String::new()]);
        let mut told_apart: Vec<String> = Vec::new();
        for name in names {
            if seen.insert(spaced(&name)) {
                told_apart.push(name);
            }
        }
        if told_apart.is_empty() {
            told_apart.push("Ana".to_owned());
        }
        told_apart
    })
}

fn spaced(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trimmed(names: &[String]) -> Vec<String> {
    names.iter().map(|name| name.trim().to_owned()).collect()
}

fn marks(options: usize) -> impl Strategy<Value = Vec<Mark>> {
    let options = u16::try_from(options).expect("few options");
    let mark = (1..6_u16, 0..options).prop_map(|(rank, option)| Mark {
        rank,
        option: OptionIndex(option),
    });
    prop::collection::vec(mark, 0..6)
}

/// Ballots, and the receipts of some of them in the same order.
type Receipted<B> = (Vec<B>, Vec<Option<Receipt>>);

/// Names, and ballots of which each says something of them; the same in another order.
fn ballots<B: Debug + Clone>(
    ballot: impl Fn(usize) -> BoxedStrategy<B>,
) -> impl Strategy<Value = (Vec<String>, Receipted<B>, Receipted<B>)> {
    let ballots = names().prop_flat_map(move |names| {
        let ballots = prop::collection::vec((ballot(names.len()), receipt()), 0..8);
        (Just(names), ballots)
    });
    ballots.prop_flat_map(|(names, ballots)| {
        let shuffled = Just(ballots.clone()).prop_shuffle();
        let shuffled = shuffled.prop_map(|ballots| ballots.into_iter().unzip());
        (Just(names), Just(ballots.into_iter().unzip()), shuffled)
    })
}

fn receipt() -> impl Strategy<Value = Option<Receipt>> {
    prop::option::weighted(0.2, any::<u64>().prop_map(|seed| Receipt::new(&SeededIds::new(seed))))
}

fn weight() -> std::ops::Range<u64> {
    1..4
}

/// How many say each thing.
fn counted<K: Ord>(said: impl IntoIterator<Item = (K, u64)>) -> BTreeMap<K, u64> {
    let mut counted = BTreeMap::new();
    for (what, weight) in said {
        *counted.entry(what).or_default() += weight;
    }
    counted
}

fn said_in_ranks(ballots: &[RankedBallot]) -> BTreeMap<Vec<Mark>, u64> {
    counted(ballots.iter().map(|ballot| (ballot.marks.clone(), ballot.weight)))
}

proptest! {
    #[test]
    fn ranked_ballots_come_back(
        (names, (ballots, receipts), shuffled) in ballots(|options| {
            (weight(), marks(options)).prop_map(|(weight, marks)| RankedBallot::new(weight, marks)).boxed()
        }),
        withdrawn in subsequence((0..MOST_OPTIONS).collect::<Vec<_>>(), 0..3),
        title in prop::option::of(text()),
        seats in prop::option::of(1..4_usize),
    ) {
        let written = ranks::write(&names, &ballots, &receipts);
        prop_assert_eq!(&written, &ranks::write(&names, &shuffled.0, &shuffled.1));
        let read = ranks::read(&written).unwrap();
        prop_assert_eq!(read.options, trimmed(&names));
        prop_assert_eq!(said_in_ranks(&read.ballots.ballots), said_in_ranks(&ballots));

        let withdrawn: Vec<OptionIndex> =
            OptionIndex::all(names.len()).filter(|option| withdrawn.contains(&option.at())).collect();
        let file = |ballots: Vec<RankedBallot>| RankedFile {
            title: title.clone(),
            seats,
            options: names.clone(),
            ballots: RankedBallots { options: names.len(), withdrawn: withdrawn.clone(), ballots },
        };
        let written = blt::write(&file(ballots.clone()), &receipts);
        prop_assert_eq!(&written, &blt::write(&file(shuffled.0), &shuffled.1));
        let read = blt::read(&written).unwrap();
        prop_assert_eq!(read.options, names.iter().map(|name| spaced(name)).collect::<Vec<_>>());
        prop_assert_eq!(read.title, title.map(|title| spaced(&title)).filter(|title| !title.is_empty()));
        prop_assert_eq!(read.seats, Some(seats.unwrap_or(1)));
        prop_assert_eq!(&read.ballots.withdrawn, &withdrawn);
        prop_assert_eq!(said_in_ranks(&read.ballots.ballots), said_in_ranks(&ballots));
    }

    #[test]
    fn choices_come_back(
        (names, (ballots, receipts), shuffled) in ballots(|options| {
            let chosen = subsequence(OptionIndex::all(options).collect::<Vec<_>>(), 0..=options);
            (weight(), chosen).prop_map(|(weight, chosen)| ChoiceBallot { weight, chosen }).boxed()
        }),
    ) {
        let written = cells::write_choices(&names, &ballots, &receipts);
        prop_assert_eq!(&written, &cells::write_choices(&names, &shuffled.0, &shuffled.1));
        let table = csv::read(&written).unwrap();
        prop_assert_eq!(&table.options, &trimmed(&names));
        let said = |ballots: &[ChoiceBallot]| counted(ballots.iter().map(|ballot| (ballot.chosen.clone(), ballot.weight)));
        prop_assert_eq!(said(&cells::choices(&table, names.len()).unwrap()), said(&ballots));
    }

    #[test]
    fn scores_come_back(
        (names, (ballots, receipts), shuffled) in ballots(|options| {
            let scores = prop::collection::vec(prop::option::of(0..=100_u8), options);
            (weight(), scores).prop_map(|(weight, scores)| ScoreBallot { weight, scores }).boxed()
        }),
    ) {
        let written = cells::write_scores(&names, &ballots, &receipts);
        prop_assert_eq!(&written, &cells::write_scores(&names, &shuffled.0, &shuffled.1));
        let table = csv::read(&written).unwrap();
        prop_assert_eq!(&table.options, &trimmed(&names));
        let said = |ballots: &[ScoreBallot]| counted(ballots.iter().map(|ballot| (ballot.scores.clone(), ballot.weight)));
        prop_assert_eq!(said(&cells::scores(&table, 100).unwrap()), said(&ballots));
    }

    #[test]
    fn answers_come_back(
        (names, (ballots, receipts), shuffled) in ballots(|options| {
            let answer = prop::sample::select(vec![None, Some(Answer::Yes), Some(Answer::IfNeedBe), Some(Answer::No)]);
            let answers = prop::collection::vec(answer, options);
            (weight(), answers).prop_map(|(weight, answers)| AvailabilityBallot { weight, answers }).boxed()
        }),
    ) {
        let written = availability::write(&names, &ballots, &receipts);
        prop_assert_eq!(&written, &availability::write(&names, &shuffled.0, &shuffled.1));
        let read = availability::read(&written).unwrap();
        prop_assert_eq!(read.options, trimmed(&names));
        let said = |ballots: &[AvailabilityBallot]| {
            counted(ballots.iter().map(|ballot| (format!("{:?}", ballot.answers), ballot.weight)))
        };
        prop_assert_eq!(said(&read.ballots), said(&ballots));
    }

    #[test]
    fn positions_come_back(
        (_, (ballots, _), (shuffled, _)) in ballots(|_| {
            let block = text().prop_filter_map("a reason", |text| Reason::written(&text)).prop_map(Position::Block);
            let position = prop_oneof![
                Just(Position::Agree), Just(Position::Abstain), Just(Position::StandAside), block
            ];
            (weight(), position).prop_map(|(weight, position)| ConsentBallot { weight, position }).boxed()
        }),
    ) {
        let written = consent::write(&ballots);
        prop_assert_eq!(&written, &consent::write(&shuffled));
        let said = |ballots: &[ConsentBallot]| {
            counted(ballots.iter().map(|ballot| (format!("{:?}", ballot.position), ballot.weight)))
        };
        prop_assert_eq!(said(&consent::read(&written).unwrap()), said(&ballots));
    }
}
