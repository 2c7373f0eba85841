//! Steps and ties in words.

use muster_core::poll::tally::outcome::{Stage, Step};
use muster_core::poll::tally::tie::{Tie, TieAbout, TieRule};

use super::counted::Counted;

/// What a stage did at its beginning.
pub(super) fn step(counted: &Counted, stage: &Stage) -> String {
    match &stage.step {
        Step::FirstCounts => "first counts".to_owned(),
        Step::Surplus { of, votes } => format!("surplus of {}: {votes}", counted.names(of)),
        Step::Lowest { option } => format!("out with the fewest votes: {}", counted.name(*option)),
        Step::Batch { options } => format!("out together: {}", counted.names(options)),
        Step::Runoff { finalists } => format!("run-off: {}", counted.names(finalists)),
    }
}

/// A tie and what broke it.
pub(super) fn tie(counted: &Counted, tie: &Tie) -> String {
    let about = match tie.about {
        TieAbout::Seat => "who is elected",
        TieAbout::Elimination => "who leaves the count",
        TieAbout::SurplusOrder => "whose surplus goes on first",
        TieAbout::Finalist => "who goes into the run-off",
    };
    let tied = counted.names(&tie.options);
    format!(
        "stage {}, {about}: {tied} are tied; {}",
        tie.stage,
        broken(counted, tie)
    )
}

fn broken(counted: &Counted, tie: &Tie) -> String {
    let Some(broken) = tie.broken else {
        return "nothing breaks the tie, and the count stops here".to_owned();
    };
    let chosen = counted.name(broken.chosen);
    match broken.by {
        TieRule::EarlierStage { stage } => format!("{chosen}, by their counts in stage {stage}"),
        TieRule::Seed => format!("{chosen}, by the lots drawn from the seed"),
        TieRule::SameWinner => format!("{chosen} wins whoever of them goes on"),
        TieRule::HeadToHead => format!("{chosen}, by how they do against each other"),
        TieRule::Points => format!("{chosen}, with more points"),
        TieRule::TopScores => format!("{chosen}, with the top score more often"),
        TieRule::FewestNo => format!("{chosen}, with fewer no"),
        TieRule::Earliest => format!("{chosen}, the earliest"),
        TieRule::NoVotes => "none has a vote, so all of them do, and their order changes nothing".to_owned(),
    }
}
