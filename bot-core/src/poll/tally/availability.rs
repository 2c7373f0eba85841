//! When most can come: the most yes, then the fewest no, then the earliest.

use super::highest::first_counts;
use super::outcome::{OptionIndex, Outcome};
use super::places::narrow;
use super::tie::{Broken, Lots, Tie, TieAbout, TieRule};

/// What somebody says of one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// They can come.
    Yes,
    /// They could, but would rather not.
    IfNeedBe,
    /// They cannot.
    No,
}

/// Somebody's answers, or those of several that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AvailabilityBallot {
    /// How many people they are of.
    pub weight: u64,
    /// The answer for each option, in the order of the options. An option without one is a no, since nobody said that they
    /// can; a ballot without any is an abstention.
    pub answers: Vec<Option<Answer>>,
}

/// What was said of one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// How many can.
    pub yes: u64,
    /// How many could if need be.
    pub if_need_be: u64,
    /// How many cannot, or did not say.
    pub no: u64,
}

/// What the answers come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Availability {
    /// Which option won; the counts of its only stage are those of the yes.
    pub outcome: Outcome,
    /// What was said of each option, in the order of the options.
    pub answers: Vec<Answers>,
}

/// Chooses the option with the most yes; of several the one with the fewest no, and of these the earliest. Those that are
/// at the same time are tied, and lots choose among them. An option that nobody can make is not chosen.
///
/// `times` says of each option when it is, and so how many there are.
pub fn count<T: Ord>(times: &[T], ballots: &[AvailabilityBallot], lots: Option<&Lots>) -> Availability {
    let answers = answers(times.len(), ballots);
    let of = |option: &OptionIndex| answers[option.at()];
    let possible = OptionIndex::all(times.len()).filter(|option| of(option).yes + of(option).if_need_be > 0);
    let mut left: Vec<OptionIndex> = possible.collect();
    narrow(&mut left, |option| std::cmp::Reverse(of(option).yes));
    let tied = left.clone();
    let mut by = TieRule::FewestNo;
    narrow(&mut left, |option| of(option).no);
    if left.len() > 1 {
        by = TieRule::Earliest;
        narrow(&mut left, |option| &times[option.at()]);
    }
    if left.len() > 1 {
        by = TieRule::Seed;
        left = lots.and_then(|lots| lots.first(&left)).into_iter().collect();
    }
    let broken = left.first().map(|chosen| Broken { chosen: *chosen, by });
    let tie = Tie {
        stage: 1,
        options: tied,
        about: TieAbout::Seat,
        broken,
    };
    let yes: Vec<u64> = answers.iter().map(|answers| answers.yes).collect();
    Availability {
        outcome: Outcome {
            stages: vec![first_counts(&yes, &left)],
            winners: left,
            ties: Some(tie).filter(|tie| tie.options.len() > 1).into_iter().collect(),
        },
        answers,
    }
}

fn answers(options: usize, ballots: &[AvailabilityBallot]) -> Vec<Answers> {
    let mut answers = vec![Answers::default(); options];
    let says_something = |ballot: &&AvailabilityBallot| ballot.answers.iter().any(Option::is_some);
    for ballot in ballots.iter().filter(says_something) {
        for (at, answers) in answers.iter_mut().enumerate() {
            let counted = match ballot.answers.get(at).copied().flatten() {
                Some(Answer::Yes) => &mut answers.yes,
                Some(Answer::IfNeedBe) => &mut answers.if_need_be,
                Some(Answer::No) | None => &mut answers.no,
            };
            *counted += ballot.weight;
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::super::tie::Seed;
    use super::*;

    /// Lines of `y`, `i`, `n` and `-` for what was left open, for the options at these times.
    fn count(times: &[i64], ballots: &[&str], lots: Option<&Lots>) -> Availability {
        let ballots = ballots.iter().map(|answers| AvailabilityBallot {
            weight: 1,
            answers: answers
                .chars()
                .map(|answer| match answer {
                    'y' => Some(Answer::Yes),
                    'i' => Some(Answer::IfNeedBe),
                    'n' => Some(Answer::No),
                    _ => None,
                })
                .collect(),
        });
        super::count(times, &ballots.collect::<Vec<_>>(), lots)
    }

    fn won(counted: &Availability) -> Option<(usize, Option<TieRule>)> {
        let by = counted
            .outcome
            .ties
            .first()
            .map(|tie| tie.broken.map(|broken| broken.by));
        counted
            .outcome
            .winners
            .first()
            .map(|winner| (winner.at(), by.flatten()))
    }

    #[test]
    fn the_most_yes_win_whatever_the_others_say() {
        assert_eq!(won(&count(&[1, 2], &["yi", "yi", "ni", "ny"], None)), Some((0, None)));
    }

    #[test]
    fn of_equally_many_yes_fewer_no_win_and_then_the_earliest_wherever_it_stands() {
        assert_eq!(
            won(&count(&[1, 2], &["yy", "ni"], None)),
            Some((1, Some(TieRule::FewestNo)))
        );
        assert_eq!(
            won(&count(&[9, 3, 5], &["yyy", "nnn"], None)),
            Some((1, Some(TieRule::Earliest)))
        );
    }

    #[test]
    fn what_was_left_open_is_a_no() {
        let counted = count(&[1, 2], &["y-", "y"], None);
        assert_eq!(
            counted.answers[1],
            Answers {
                yes: 0,
                if_need_be: 0,
                no: 2
            }
        );
    }

    #[test]
    fn two_at_one_time_are_tied_until_lots_are_drawn() {
        let tied = count(&[4, 4], &["yy"], None);
        assert_eq!(won(&tied), None);
        assert_eq!(tied.outcome.true_tie().map(|tie| tie.options.len()), Some(2));
        let lots = Seed("rain".to_owned()).draw(&["hall", "park"]);
        assert_eq!(
            won(&count(&[4, 4], &["yy"], Some(&lots))).map(|(_, by)| by),
            Some(Some(TieRule::Seed))
        );
    }

    #[test]
    fn what_nobody_can_make_is_not_chosen_and_if_need_be_is_enough() {
        assert_eq!(won(&count(&[1, 2], &["nn", "-n"], None)), None);
        assert_eq!(won(&count(&[1, 2], &["ni", "nn"], None)), Some((1, None)));
        assert_eq!(count(&[], &[], None).outcome.ties, []);
    }
}
