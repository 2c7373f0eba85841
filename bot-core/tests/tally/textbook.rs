//! Examples with known answers, and the rare branches of the methods that compare each two options.

use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::ranked::{Mark, RankedBallot, RankedBallots};
use muster_core::poll::tally::ranked_pairs::{Fate, RankedPairs};
use muster_core::poll::tally::schulze::{Schulze, Strength};
use muster_core::poll::tally::tie::{Seed, TieRule};
use muster_core::poll::tally::{ranked_pairs, schulze};

/// Lines `45 AC=BED`: how many, and their options from the first choice on, `=` between equal ranks.
fn pairwise(options: usize, ballots: &str) -> Pairwise {
    let ballots = ballots.lines().filter_map(|line| line.trim().split_once(' '));
    let ballots = ballots.map(|(weight, order)| RankedBallot::new(weight.parse().expect("a number"), marks(order)));
    Pairwise::of_ranks(&RankedBallots {
        options,
        withdrawn: Vec::new(),
        ballots: ballots.collect(),
    })
}

fn marks(order: &str) -> Vec<Mark> {
    let mut rank = 1;
    let mut marks = Vec::new();
    for letter in order.split_inclusive(|letter| letter != '=') {
        rank += u16::from(!letter.starts_with('='));
        let option = of(letter.trim_start_matches('='))[0];
        marks.push(Mark { rank, option });
    }
    marks
}

fn of(letters: &str) -> Vec<OptionIndex> {
    letters
        .bytes()
        .map(|letter| OptionIndex(u16::from(letter - b'A')))
        .collect()
}

/// `A > BC`.
fn order(places: &[Vec<OptionIndex>]) -> String {
    let letter = |option: &OptionIndex| char::from(b'A' + u8::try_from(option.0).expect("few options"));
    let places: Vec<String> = places.iter().map(|place| place.iter().map(letter).collect()).collect();
    places.join(" > ")
}

fn by_schulze(options: usize, ballots: &str) -> Schulze {
    schulze::count(pairwise(options, ballots), Strength::WinningVotes, None)
}

fn by_pairs(options: usize, ballots: &str) -> RankedPairs {
    ranked_pairs::count(pairwise(options, ballots), None)
}

fn is_tied(outcome: &Outcome, letters: &str) -> bool {
    outcome.winners.is_empty() && outcome.true_tie().is_some_and(|tie| tie.options == of(letters))
}

/// Markus Schulze's example 1 (arXiv 1804.02973, section 3.1).
const SCHULZE: &str = "5 ACBED
    5 ADECB
    8 BEDAC
    3 CABED
    7 CAEBD
    2 CBADE
    7 DCEBA
    8 EBADC";

/// Where Tennessee's capital is to be: Memphis, Nashville, Chattanooga, Knoxville.
const TENNESSEE: &str = "42 ABCD
    26 BCDA
    15 CDBA
    17 DCBA";

/// Each beats the next by 2 to 1.
const CIRCLE: &str = "1 ABC
    1 BCA
    1 CAB";

#[test]
fn schulze_orders_his_example_as_he_does() {
    let counted = by_schulze(5, SCHULZE);
    assert_eq!(order(&counted.places), "E > A > C > B > D");
    let pair = |letters: &str| <[OptionIndex; 2]>::try_from(of(letters)).expect("two options");
    let path = |letters| {
        let [from, to] = pair(letters);
        counted.path(from, to)
    };
    assert_eq!(["AB", "AC", "AD", "AE"].map(path), [28, 28, 30, 24]);
    assert_eq!(["EA", "EB", "EC", "ED"].map(path), [25, 28, 28, 31]);
    assert_eq!(["BA", "CB", "DC"].map(path), [25, 29, 28]);
    let [one, other] = pair("AB");
    assert_eq!(counted.pairwise.preferring(one, other), 20);
}

#[test]
fn the_city_that_beats_all_others_is_first() {
    let places = [by_schulze(4, TENNESSEE).places, by_pairs(4, TENNESSEE).places];
    assert_eq!(places.map(|places| order(&places)), ["B > C > D > A"; 2]);
}

#[test]
fn the_weakest_majority_of_a_circle_is_left_out() {
    let counted = by_pairs(3, "40 ABC\n 35 BCA\n 25 CAB");
    let fates: Vec<_> = counted
        .majorities
        .iter()
        .map(|(pair, fate)| (pair.votes, pair.opposing, *fate))
        .collect();
    assert_eq!(
        fates,
        [(75, 25, Fate::Locked), (65, 35, Fate::Locked), (60, 40, Fate::LeftOut)]
    );
    assert_eq!(order(&counted.places), "A > B > C");
}

#[test]
fn of_equally_many_votes_the_majority_with_fewer_against_it_is_stronger() {
    let counted = by_pairs(3, "2 ABC\n 2 BCA\n 2 CAB\n 1 A=C");
    let fates: Vec<_> = counted
        .majorities
        .iter()
        .map(|(pair, fate)| (pair.votes, pair.opposing, *fate))
        .collect();
    assert_eq!(
        fates,
        [(5, 2, Fate::Locked), (4, 2, Fate::Locked), (4, 3, Fate::LeftOut)]
    );
    assert_eq!(order(&counted.places), "C > A > B");
}

#[test]
fn a_circle_of_equals_is_a_true_tie_until_lots_break_it() {
    assert!(is_tied(&by_schulze(3, CIRCLE).outcome, "ABC"));
    let pairs = by_pairs(3, CIRCLE);
    assert!(is_tied(&pairs.outcome, "ABC"));
    assert!(pairs.majorities.iter().all(|(_, fate)| *fate == Fate::Open));

    let mut winners = Vec::new();
    for seed in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        let lots = Seed(seed.to_owned()).draw(&["A", "B", "C"]);
        let outcomes = [
            schulze::count(pairwise(3, CIRCLE), Strength::Margins, Some(&lots)).outcome,
            ranked_pairs::count(pairwise(3, CIRCLE), Some(&lots)).outcome,
        ];
        for outcome in outcomes {
            assert_eq!(outcome.winners.len(), 1);
            assert_eq!(outcome.ties[0].broken.map(|broken| broken.by), Some(TieRule::Seed));
            winners.extend(outcome.winners);
        }
    }
    winners.sort_unstable();
    winners.dedup();
    assert_eq!(winners.len(), 3);
}

#[test]
fn what_stands_in_no_order_shares_a_place() {
    let counted = [by_schulze(4, "1 AB\n 1 AC").places, by_pairs(4, "1 AB\n 1 AC").places];
    assert_eq!(counted.map(|places| order(&places)), ["A > BC > D"; 2]);
}

#[test]
fn without_a_ranked_option_nobody_wins_and_nobody_is_tied() {
    for ballots in ["", "7 ", "0 AB"] {
        for outcome in [by_schulze(3, ballots).outcome, by_pairs(3, ballots).outcome] {
            assert!(outcome.winners.is_empty() && outcome.ties.is_empty(), "{outcome:?}");
        }
    }
}

#[test]
fn one_option_wins_with_one_ballot() {
    for outcome in [by_schulze(1, "1 A").outcome, by_pairs(1, "1 A").outcome] {
        assert_eq!(outcome.winners, of("A"));
    }
}

#[test]
fn ballots_that_prefer_nothing_leave_all_tied() {
    for outcome in [by_schulze(2, "3 A=B").outcome, by_pairs(2, "3 A=B").outcome] {
        assert!(is_tied(&outcome, "AB"));
    }
}

#[test]
fn more_orders_than_can_be_followed_are_a_tie_of_all_that_could_win() {
    let letters = "BCDEFGHIJKLMNOP";
    let ballots: Vec<String> = (0..letters.len())
        .map(|turn| format!("1 {}{}A", &letters[turn..], &letters[..turn]))
        .collect();
    let counted = by_pairs(16, &ballots.join("\n"));
    assert!(is_tied(&counted.outcome, letters));
    assert_eq!(order(&counted.places), format!("{letters} > A"));
}
