//! STAR: ties on the way to the run-off and in it, blanks, and nobody.

use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::score::ScoreBallot;

use muster_core::poll::tally::star::{self, StarTies};
use muster_core::poll::tally::tie::{Seed, TieAbout, TieRule};

/// Counts ballots with a weight and the scores of all options.
fn count(ballots: &[(u64, &[u8])], ties: StarTies, seed: Option<&str>) -> Outcome {
    let options = ballots.first().map_or(0, |(_, scores)| scores.len());
    let names: Vec<String> = (0..options).map(|at| format!("option {at}")).collect();
    let lots = seed.map(|seed| Seed(seed.to_owned()).draw(&names));
    let ballots = ballots.iter().map(|(weight, scores)| ScoreBallot {
        weight: *weight,
        scores: scores.iter().map(|score| Some(*score)).collect(),
    });
    star::count(options, &ballots.collect::<Vec<_>>(), 5, ties, lots.as_ref()).outcome
}

fn standard(ballots: &[(u64, &[u8])]) -> Outcome {
    count(ballots, StarTies::Standard, None)
}

/// Who is elected, and who is in a tie that nothing broke.
fn result(outcome: &Outcome) -> (Vec<usize>, Vec<usize>) {
    let places = |options: &[OptionIndex]| options.iter().map(|option| option.at()).collect();
    let tied = outcome.true_tie().map_or(Vec::new(), |tie| places(&tie.options));
    (places(&outcome.winners), tied)
}

#[test]
fn a_tie_for_the_first_place_lets_both_into_the_runoff() {
    assert_eq!(
        result(&standard(&[(1, &[0, 2]), (1, &[1, 2]), (1, &[4, 1])])),
        (vec![1], vec![])
    );
}

#[test]
fn a_tie_in_the_runoff_goes_to_more_points_and_else_stays_a_tie() {
    let by_points = standard(&[(1, &[0, 5]), (1, &[3, 2])]);
    assert_eq!(result(&by_points), (vec![1], vec![]));
    assert_eq!(by_points.ties[0].broken.unwrap().by, TieRule::Points);
    assert_eq!(result(&standard(&[(1, &[1, 3]), (1, &[4, 2])])), (vec![], vec![0, 1]));
}

#[test]
fn a_tie_for_the_second_place_goes_to_whom_none_of_the_tied_beats() {
    let outcome = standard(&[(2, &[5, 2, 3]), (1, &[5, 2, 0])]);
    assert_eq!(result(&outcome), (vec![0], vec![]));
    assert_eq!(outcome.ties[0].broken.unwrap().by, TieRule::HeadToHead);
    assert_eq!(outcome.ties[0].broken.unwrap().chosen, OptionIndex(2));
    assert_eq!(outcome.ties[0].about, TieAbout::Finalist);
}

#[test]
fn a_tie_for_the_second_place_does_not_matter_where_the_first_wins_anyhow() {
    let ballots: &[(u64, &[u8])] = &[(2, &[5, 2, 3]), (1, &[4, 3, 2]), (1, &[1, 4, 3])];
    let outcome = standard(ballots);
    assert_eq!(result(&outcome), (vec![0], vec![]));
    assert_eq!(outcome.ties[0].broken.unwrap().by, TieRule::SameWinner);
    assert_eq!(outcome.stages.len(), 3);
    // The run-offs end in a tie there, and more points decide.
    assert_eq!(
        result(&standard(&[(2, &[5, 2, 3]), (1, &[1, 3, 2]), (1, &[1, 4, 3])])),
        (vec![0], vec![])
    );
}

#[test]
fn of_three_with_the_most_points_those_go_on_whom_none_of_them_beats() {
    let one_first = [(4, &[2, 1, 0][..]), (1, &[1, 0, 0]), (1, &[0, 0, 4]), (1, &[0, 5, 5])];
    assert_eq!(result(&standard(&one_first)), (vec![0], vec![]));
    assert_eq!(
        result(&standard(&[(2, &[2, 2, 0]), (1, &[1, 1, 5])])),
        (vec![], vec![0, 1])
    );
    assert_eq!(
        result(&standard(&[(2, &[2, 1, 1]), (1, &[3, 5, 5])])),
        (vec![0], vec![])
    );
    assert_eq!(
        result(&standard(&[(1, &[5, 5, 5]), (1, &[2, 2, 2])])),
        (vec![], vec![0, 1, 2])
    );
}

#[test]
fn the_five_star_rule_is_asked_only_where_it_was_announced() {
    let circle: &[(u64, &[u8])] = &[(1, &[5, 3, 1]), (1, &[1, 4, 3]), (1, &[3, 2, 5]), (1, &[0, 0, 0])];
    assert_eq!(result(&standard(circle)), (vec![], vec![0, 1, 2]));
    let five_star = count(circle, StarTies::FiveStar, None);
    assert_eq!(result(&five_star), (vec![2], vec![]));
    assert_eq!(five_star.ties[0].broken.unwrap().by, TieRule::TopScores);
}

#[test]
fn a_seed_breaks_a_true_tie_and_the_order_of_the_options_does_not() {
    let tied: &[(u64, &[u8])] = &[(1, &[5, 5, 5]), (1, &[2, 2, 2])];
    let mut winners: Vec<_> = ["a", "b", "c", "d", "e", "f", "g", "h"]
        .iter()
        .map(|seed| count(tied, StarTies::Standard, Some(seed)).winners[0])
        .collect();
    winners.sort_unstable();
    winners.dedup();
    assert!(winners.len() > 1, "{winners:?}");
}

#[test]
fn one_option_needs_a_point_and_no_runoff() {
    assert_eq!(result(&standard(&[(1, &[3])])), (vec![0], vec![]));
    assert_eq!(result(&standard(&[(1, &[0])])), (vec![], vec![]));
}

#[test]
fn nobody_wins_without_points() {
    for ballots in [&[][..], &[(3, &[0, 0][..])], &[(0, &[5, 1][..])]] {
        assert_eq!(result(&standard(ballots)), (vec![], vec![]));
    }
}

#[test]
fn a_blank_is_no_points() {
    let ballots = [
        ScoreBallot {
            weight: 2,
            scores: vec![None, Some(1)],
        },
        ScoreBallot {
            weight: 1,
            scores: vec![Some(5)],
        },
    ];
    let outcome = star::count(2, &ballots, 5, StarTies::Standard, None).outcome;
    assert_eq!(result(&outcome), (vec![1], vec![]));
    assert_eq!(outcome.stages[1].standings[1].count.units(), 2);
}
