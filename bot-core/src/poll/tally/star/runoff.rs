//! The run-off between two.

use std::cmp::Ordering;

use super::StarTies;
use super::field::Field;
use crate::poll::tally::count::Count;
use crate::poll::tally::highest::stage;
use crate::poll::tally::outcome::{Exhausted, OptionIndex, Stage, State, Step};
use crate::poll::tally::tie::{Broken, Lots, Tie, TieAbout, TieRule};

/// What a run-off comes to.
pub(super) struct Runoff {
    /// Who wins; both where nothing broke a tie.
    pub(super) possible: Vec<OptionIndex>,
    /// The votes, and who is elected by them.
    pub(super) stage: Stage,
    /// That both have as many votes, and what broke it.
    pub(super) tie: Option<Tie>,
}

/// Holds the run-off; it becomes the stage of that number.
pub(super) fn runoff(
    field: &Field,
    finalists: [OptionIndex; 2],
    number: usize,
    ties: StarTies,
    lots: Option<&Lots>,
) -> Runoff {
    let [one, other] = finalists;
    let votes = |option, against| field.pairwise.preferring(option, against);
    let (for_one, for_other) = (votes(one, other), votes(other, one));
    let tie = (for_one == for_other).then(|| Tie {
        stage: number,
        options: finalists.to_vec(),
        about: TieAbout::Seat,
        broken: broken(field, finalists, ties, lots),
    });
    let winner = match &tie {
        Some(tie) => tie.broken.map(|broken| broken.chosen),
        None => Some(if for_one > for_other { one } else { other }),
    };
    let mut counts = vec![0; field.points.len()];
    counts[one.at()] = for_one;
    counts[other.at()] = for_other;
    let state = |option: OptionIndex| match winner {
        Some(winner) if option == winner => State::Elected,
        None if finalists.contains(&option) => State::Continuing,
        _ => State::Eliminated,
    };
    let mut stage = stage(Step::Runoff { finalists }, &counts, state);
    stage.exhausted = Exhausted {
        no_choice_left: Count::whole(field.voters - for_one - for_other),
        ..Exhausted::none(0)
    };
    Runoff {
        possible: winner.map_or(finalists.to_vec(), |winner| vec![winner]),
        stage,
        tie,
    }
}

/// Who wins a run-off with equal votes.
fn broken(field: &Field, finalists: [OptionIndex; 2], ties: StarTies, lots: Option<&Lots>) -> Option<Broken> {
    let more = |figure: &dyn Fn(OptionIndex) -> u64, by| {
        let [one, other] = finalists;
        let chosen = match figure(one).cmp(&figure(other)) {
            Ordering::Greater => one,
            Ordering::Less => other,
            Ordering::Equal => return None,
        };
        Some(Broken { chosen, by })
    };
    let by_top_scores = || match ties {
        StarTies::Standard => None,
        StarTies::FiveStar => more(&|option| field.top_scores(option), TieRule::TopScores),
    };
    let by_lot = || {
        let chosen = lots?.first(&finalists)?;
        Some(Broken {
            chosen,
            by: TieRule::Seed,
        })
    };
    more(&|option| field.points(option), TieRule::Points)
        .or_else(by_top_scores)
        .or_else(by_lot)
}
