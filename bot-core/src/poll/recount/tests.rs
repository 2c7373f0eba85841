//! Files of secret ballots, some of them with receipts.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::ids::GroupId;
use crate::poll::result::{ranked, tally};
use crate::poll::secret::SecretBallot;
use crate::poll::tally::file::csv as table;
use crate::poll::tally::outcome::Outcome;
use crate::poll::tally::star::StarTies;
use crate::poll::tally::{approval, availability as times, score, single, star};
use crate::poll::terms::{TOP_SCORE, Terms};
use crate::testing::SeededIds;
use crate::testing::contract::polls::poll as a_poll;
use crate::time::Moment;

const OPTIONS: u32 = 4;
/// Every kind that can be secret; ranked ballots by every method.
const KINDS: [(PollKind, Option<Method>); 10] = [
    (PollKind::Single, None),
    (PollKind::Approval, None),
    (PollKind::Score, None),
    (PollKind::Star, None),
    (PollKind::Availability, None),
    (PollKind::Ranked, Some(Method::Irv)),
    (PollKind::Ranked, Some(Method::Stv)),
    (PollKind::Ranked, Some(Method::Meek)),
    (PollKind::Ranked, Some(Method::Schulze)),
    (PollKind::Ranked, Some(Method::Pairs)),
];

fn poll((kind, method): (PollKind, Option<Method>)) -> Poll {
    let mut poll = a_poll(GroupId(Uuid::nil()), 1);
    poll.kind = kind;
    poll.options = (1..=OPTIONS).map(|number| format!("option {number}")).collect();
    let seats = if matches!(method, Some(Method::Stv | Method::Meek)) {
        2
    } else {
        1
    };
    poll.terms = Terms {
        method,
        seats,
        ..Terms::default()
    };
    if kind == PollKind::Availability {
        let zone = poll.closes.zone.clone();
        let hour = |number: u32| poll.closes.at + chrono::TimeDelta::hours(number.into());
        poll.terms.times = (1..=OPTIONS)
            .map(|number| Moment::at(hour(number), zone.clone()))
            .collect();
    }
    poll
}

fn seats(poll: &Poll) -> usize {
    usize::try_from(poll.terms.seats).unwrap()
}

/// What a ballot of that kind chooses; abstentions too.
fn chosen(kind: PollKind) -> BoxedStrategy<Vec<u32>> {
    let numbers: Vec<u32> = (1..=OPTIONS).collect();
    let most = if kind == PollKind::Single { 1 } else { numbers.len() };
    let top = if kind == PollKind::Availability { 2 } else { TOP_SCORE };
    match kind {
        PollKind::Ranked => (Just(numbers).prop_shuffle(), 0..=most)
            .prop_map(|(order, most)| order.into_iter().take(most).collect())
            .boxed(),
        _ if kind.gives_figures() => {
            let figures = prop::collection::vec(0..=top, numbers.len());
            prop_oneof![4 => figures, 1 => Just(Vec::new())].boxed()
        }
        _ => prop::sample::subsequence(numbers, 0..=most).boxed(),
    }
}

/// Ballots in a poll of some kind, each with a receipt or none.
fn cast() -> impl Strategy<Value = (Poll, Vec<SecretBallot>)> {
    prop::sample::select(&KINDS[..]).prop_flat_map(|of| {
        let receipt = prop::option::of(any::<u64>().prop_map(|seed| Receipt::new(&SeededIds::new(seed))));
        let ballot = (chosen(of.0), receipt).prop_map(|(chosen, receipt)| SecretBallot { chosen, receipt });
        (Just(poll(of)), prop::collection::vec(ballot, 0..14))
    })
}

/// What a file comes to for whoever has nothing else.
fn counted(poll: &Poll, text: &str) -> Outcome {
    let many = poll.options.len();
    let top = u8::try_from(TOP_SCORE).unwrap();
    let choices = |most| cells::choices(&table::read(text).unwrap(), most).unwrap();
    let scores = || cells::scores(&table::read(text).unwrap(), top).unwrap();
    match poll.kind {
        PollKind::Single => single::count(many, &choices(1), 1, None),
        PollKind::Approval => approval::count(many, &choices(many), 1, None),
        PollKind::Score => score::count(many, &scores(), 1, None),
        PollKind::Star => star::count(many, &scores(), top, StarTies::default(), None).outcome,
        PollKind::Availability => {
            let file = availability::read(text).unwrap();
            times::count(&file.times, &file.ballots, None).outcome
        }
        PollKind::Ranked => ranked(poll, &ranks::read(text).unwrap().ballots, seats(poll)),
        PollKind::Consent => unreachable!("a poll for consent is never secret"),
    }
}

proptest! {
    #[test]
    fn files_with_receipts_come_to_the_same_and_each_receipt_is_beside_its_ballot((poll, ballots) in cast()) {
        let outcome = tally(&poll, None, &ballots).outcome;
        let unmarked: Vec<SecretBallot> =
            ballots.iter().map(|ballot| SecretBallot { receipt: None, ..ballot.clone() }).collect();
        for file in [csv(&poll, &ballots), csv(&poll, &unmarked)] {
            prop_assert_eq!(&counted(&poll, &file), &outcome, "{}", file);
        }
        let mut files: Vec<fn(&Poll, &[SecretBallot]) -> String> = vec![csv];
        if poll.kind == PollKind::Ranked {
            files.push(blt);
            let read = super::blt::read(&blt(&poll, &ballots)).unwrap();
            prop_assert_eq!(ranked(&poll, &read.ballots, seats(&poll)), outcome);
        }
        for write in files {
            let file = write(&poll, &ballots);
            for ballot in ballots.iter().filter(|ballot| ballot.receipt.is_some()) {
                let alone = write(&poll, std::slice::from_ref(ballot));
                let line = alone.lines().nth(1).unwrap();
                prop_assert!(line.contains(&ballot.receipt.unwrap().to_string()), "{}", line);
                prop_assert!(file.lines().any(|other| other == line), "{} in {}", line, file);
            }
        }
    }

    #[test]
    fn a_file_tells_neither_the_order_of_the_votes_nor_of_the_receipts(
        ((poll, ballots), shuffled) in cast().prop_flat_map(|(poll, ballots)| {
            (Just((poll, ballots.clone())), Just(ballots).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(csv(&poll, &ballots), csv(&poll, &shuffled));
    }
}
