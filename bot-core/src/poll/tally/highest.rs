//! Seats for the highest sums: what single choice, approval and score have in common.

use std::cmp::Reverse;

use super::count::Count;
use super::outcome::{Exhausted, OptionIndex, Outcome, Stage, Standing, State, Step};
use super::tie::{Broken, Lots, Tie, TieAbout, TieRule};

/// Gives the seats to those with the highest sums, the highest first. An option whose sum is nothing gets none.
///
/// Those that are equal at the last seat are tied for it; lots choose among them, and without lots the seat stays empty.
pub(super) fn highest(sums: &[u64], seats: usize, lots: Option<&Lots>) -> Outcome {
    let sum = |option: &OptionIndex| sums[option.at()];
    let mut by_sum: Vec<OptionIndex> = OptionIndex::all(sums.len()).filter(|option| sum(option) > 0).collect();
    by_sum.sort_by_key(|option| Reverse(sum(option)));
    let mut winners = Vec::new();
    let mut ties = Vec::new();
    for equals in by_sum.chunk_by(|one, next| sum(one) == sum(next)) {
        match seats - winners.len() {
            0 => break,
            free if equals.len() <= free => winners.extend(equals),
            free => {
                ties = draw(equals.to_vec(), free, lots);
                winners.extend(ties.iter().filter_map(|tie| tie.broken).map(|broken| broken.chosen));
                break;
            }
        }
    }
    Outcome {
        stages: vec![first_counts(sums, &winners)],
        winners,
        ties,
    }
}

/// One lot after the other for so many seats; without lots a single tie.
fn draw(mut tied: Vec<OptionIndex>, seats: usize, lots: Option<&Lots>) -> Vec<Tie> {
    let mut ties = Vec::new();
    for _ in 0..seats {
        let chosen = lots.and_then(|lots| lots.first(&tied));
        ties.push(Tie {
            stage: 1,
            options: tied.clone(),
            about: TieAbout::Seat,
            broken: chosen.map(|chosen| Broken {
                chosen,
                by: TieRule::Seed,
            }),
        });
        let Some(chosen) = chosen else { break };
        tied.retain(|option| *option != chosen);
    }
    ties
}

/// The only stage: the sums, and who is elected by them.
pub(super) fn first_counts(sums: &[u64], elected: &[OptionIndex]) -> Stage {
    let state = |option| {
        if elected.contains(&option) {
            State::Elected
        } else {
            State::Continuing
        }
    };
    Stage {
        elected: elected.to_vec(),
        ..stage(Step::FirstCounts, sums, state)
    }
}

/// A stage of whole numbers in which nobody is elected yet.
pub(super) fn stage(step: Step, counts: &[u64], state: impl Fn(OptionIndex) -> State) -> Stage {
    let standings = OptionIndex::all(counts.len())
        .zip(counts)
        .map(|(option, count)| Standing {
            count: Count::whole(*count),
            state: state(option),
            keep: None,
        });
    Stage {
        step,
        standings: standings.collect(),
        elected: Vec::new(),
        quota: None,
        exhausted: Exhausted::none(0),
        lost: Count::whole(0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tie::Seed;
    use super::*;

    fn places(options: &[OptionIndex]) -> Vec<usize> {
        options.iter().map(|option| option.at()).collect()
    }

    #[test]
    fn the_seats_go_to_the_highest_sums() {
        let outcome = highest(&[3, 9, 5, 0], 2, None);
        assert_eq!(places(&outcome.winners), [1, 2]);
        assert_eq!(outcome.stages[0].standings[1].state, State::Elected);
        assert_eq!(outcome.stages[0].standings[0].state, State::Continuing);
        assert!(outcome.ties.is_empty());
    }

    #[test]
    fn nothing_wins_no_seat_however_many_are_free() {
        assert_eq!(places(&highest(&[0, 2, 0], 3, None).winners), [1]);
        assert_eq!(highest(&[0, 0], 1, None).ties, []);
        assert!(highest(&[], 1, None).winners.is_empty());
        assert!(highest(&[4], 0, None).winners.is_empty());
    }

    #[test]
    fn a_tie_at_the_last_seat_leaves_it_empty_and_one_that_fits_is_none() {
        let outcome = highest(&[7, 4, 4, 4], 2, None);
        assert_eq!(places(&outcome.winners), [0]);
        assert_eq!(outcome.true_tie().map(|tie| places(&tie.options)), Some(vec![1, 2, 3]));
        assert_eq!(highest(&[4, 4, 1], 2, None).ties, []);
    }

    #[test]
    fn lots_fill_as_many_seats_as_are_free() {
        let lots = Seed("rain".to_owned()).draw(&["a", "b", "c", "d"]);
        let outcome = highest(&[7, 4, 4, 4], 3, Some(&lots));
        let mut drawn = outcome.winners.clone();
        drawn.remove(0);
        assert!(drawn.is_sorted_by_key(|option| lots.place(*option)), "{drawn:?}");
        assert_eq!(drawn.len(), 2);
        assert_eq!(outcome.ties.len(), 2);
        assert_eq!(outcome.true_tie(), None);
    }
}
