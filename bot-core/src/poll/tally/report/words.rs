//! Stages and ties in sentences. `names` are those of the options, in their order.

use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::poll::tally::outcome::{OptionIndex, Stage, Step};
use crate::poll::tally::tie::{Tie, TieAbout, TieRule};

/// What a stage did at its beginning, and who is elected by it.
pub fn stage(stage: &Stage, names: &[String]) -> Phrase {
    let step = step(&stage.step, names);
    if stage.elected.is_empty() {
        return step;
    }
    phrase!("tally-step-elected", step = phrase step, names = any named(names, &stage.elected))
}

/// What a stage did at its beginning.
pub fn step(step: &Step, names: &[String]) -> Phrase {
    let named = |options| named(names, options);
    match step {
        Step::FirstCounts => phrase!("tally-step-first"),
        Step::Surplus { of, votes } => phrase!("tally-step-surplus", names = any named(of), votes = word votes),
        Step::Lowest { option } => phrase!("tally-step-lowest", name = any named(&[*option])),
        Step::Batch { options } => phrase!("tally-step-batch", names = any named(options)),
        Step::Runoff { finalists } => phrase!("tally-step-runoff", names = any named(finalists)),
    }
}

/// A tie, and what broke it.
pub fn tie(tie: &Tie, names: &[String]) -> Phrase {
    let about = match tie.about {
        TieAbout::Seat => phrase!("tally-tie-seat"),
        TieAbout::Elimination => phrase!("tally-tie-elimination"),
        TieAbout::SurplusOrder => phrase!("tally-tie-surplus"),
        TieAbout::Finalist => phrase!("tally-tie-finalist"),
    };
    phrase!(
        "tally-tie",
        stage = number tie.stage,
        about = phrase about,
        names = any named(names, &tie.options),
        broken = phrase broken(tie, names)
    )
}

fn broken(tie: &Tie, names: &[String]) -> Phrase {
    let Some(broken) = tie.broken else {
        return phrase!("tally-tie-open");
    };
    let name = named(names, &[broken.chosen]);
    match broken.by {
        TieRule::EarlierStage { stage } => phrase!("tally-tie-earlier-stage", name = any name, stage = number stage),
        TieRule::Seed => phrase!("tally-tie-seed", name = any name),
        TieRule::SameWinner => phrase!("tally-tie-same-winner", name = any name),
        TieRule::HeadToHead => phrase!("tally-tie-head-to-head", name = any name),
        TieRule::Points => phrase!("tally-tie-points", name = any name),
        TieRule::TopScores => phrase!("tally-tie-top-scores", name = any name),
        TieRule::FewestNo => phrase!("tally-tie-fewest-no", name = any name),
        TieRule::Earliest => phrase!("tally-tie-earliest", name = any name),
        TieRule::NoVotes => phrase!("tally-tie-no-votes"),
    }
}

/// What the figures of a grid are that says how many prefer each option to each other one.
pub fn preferring() -> Phrase {
    phrase!("tally-grid-preferring")
}

/// What the figures of a grid are that says how strong the paths of Schulze's method are.
pub fn paths() -> Phrase {
    phrase!("tally-grid-paths")
}

/// Several names, one after the other: no language says "and" between them, so that a file in English reads the same.
fn named(names: &[String], options: &[OptionIndex]) -> Arg {
    let named: Vec<&str> = options.iter().map(|option| names[option.at()].as_str()).collect();
    Arg::User(named.join(", "))
}
