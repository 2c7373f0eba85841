//! Who can come when, counted.

use anyhow::Result;
use muster_core::poll::tally::availability::{self, Answers, AvailabilityBallot};
use muster_core::poll::tally::file::availability::read;
use muster_core::poll::tally::outcome::Outcome;
use muster_core::poll::tally::tie::Seed;

use super::counted::{Counted, Grid};
use super::{TallyArgs, one_seat};

/// Counts the answers of a text.
pub(super) fn count(text: &str, args: &TallyArgs) -> Result<Counted> {
    one_seat(args)?;
    let file = read(text)?;
    let lots = args.seed.as_ref().map(|seed| Seed(seed.clone()).draw(&file.options));
    let counted = availability::count(&file.times, &file.ballots, lots.as_ref());
    let weights = |blank: bool| {
        let says_nothing = |ballot: &&AvailabilityBallot| ballot.answers.iter().all(Option::is_none) == blank;
        file.ballots
            .iter()
            .filter(says_nothing)
            .map(|ballot| ballot.weight)
            .sum()
    };
    let said = |said: &Answers| vec![said.yes, said.if_need_be, said.no];
    let answers = Grid {
        heading: "What people said".to_owned(),
        columns: Some(&["yes", "if need be", "no or nothing"]),
        figures: counted.answers.iter().map(said).collect(),
    };
    Ok(Counted {
        title: None,
        method: "Availability",
        rules: vec!["The most yes win; of equally many the fewest no, then the earliest.".to_owned()],
        seats: 1,
        ballots: weights(false),
        blank: weights(true),
        // Its only stage holds the yes, which the answers hold too.
        outcome: Outcome {
            stages: Vec::new(),
            ..counted.outcome
        },
        places: Vec::new(),
        grids: vec![answers],
        notes: Vec::new(),
        options: file.options,
    })
}
