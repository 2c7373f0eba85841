//! Everything in JSON. Counts are texts, so that no reader rounds them.

use anyhow::Result;
use muster_core::poll::tally::outcome::{OptionIndex, Stage, State, Step};
use muster_core::poll::tally::tie::{Tie, TieAbout, TieRule};
use serde_json::{Value, json};

use super::counted::{Counted, Grid};
use super::words;

pub(super) fn everything(counted: &Counted) -> Result<String> {
    let outcome = &counted.outcome;
    let stages = (1..)
        .zip(&outcome.stages)
        .map(|(number, stage)| self::stage(counted, number, stage));
    let everything = json!({
        "title": counted.title,
        "method": counted.method,
        "rules": counted.rules,
        "seats": counted.seats,
        "options": counted.options,
        "ballots": counted.ballots,
        "blank": counted.blank,
        "winners": names(counted, &outcome.winners),
        "true_tie": outcome.true_tie().map(|tie| names(counted, &tie.options)),
        "stages": stages.collect::<Vec<_>>(),
        "ties": outcome.ties.iter().map(|tie| self::tie(counted, tie)).collect::<Vec<_>>(),
        "places": counted.places.iter().map(|place| names(counted, place)).collect::<Vec<_>>(),
        "tables": counted.grids.iter().map(|grid| self::grid(counted, grid)).collect::<Vec<_>>(),
        "notes": counted.notes,
    });
    Ok(serde_json::to_string_pretty(&everything)?)
}

fn grid(counted: &Counted, grid: &Grid) -> Value {
    json!({ "said": grid.heading, "columns": grid.headings(&counted.options), "figures": grid.figures })
}

fn names<'a>(counted: &'a Counted, options: &[OptionIndex]) -> Vec<&'a str> {
    options.iter().map(|option| counted.name(*option)).collect()
}

fn stage(counted: &Counted, number: usize, stage: &Stage) -> Value {
    let standings = stage.standings.iter().zip(&counted.options).map(|(standing, option)| {
        json!({
            "option": option,
            "count": standing.count.to_string(),
            "state": match standing.state {
                State::Continuing => "continuing",
                State::Elected => "elected",
                State::Eliminated => "eliminated",
                State::Withdrawn => "withdrawn",
            },
            "keep": standing.keep.map(|keep| keep.to_string()),
        })
    });
    json!({
        "stage": number,
        "step": step(counted, stage),
        "said": words::step(counted, stage),
        "elected": names(counted, &stage.elected),
        "quota": stage.quota.map(|quota| quota.to_string()),
        "options": standings.collect::<Vec<_>>(),
        "exhausted": {
            "no_choice_left": stage.exhausted.no_choice_left.to_string(),
            "overvote": stage.exhausted.overvote.to_string(),
            "skipped": stage.exhausted.skipped.to_string(),
            "duplicate": stage.exhausted.duplicate.to_string(),
            "total": stage.exhausted.total().to_string(),
        },
        "lost": stage.lost.to_string(),
    })
}

fn step(counted: &Counted, stage: &Stage) -> Value {
    match &stage.step {
        Step::FirstCounts => json!({ "kind": "first_counts" }),
        Step::Surplus { of, votes } => {
            json!({ "kind": "surplus", "of": names(counted, of), "votes": votes.to_string() })
        }
        Step::Lowest { option } => json!({ "kind": "lowest", "out": [counted.name(*option)] }),
        Step::Batch { options } => json!({ "kind": "batch", "out": names(counted, options) }),
        Step::Runoff { finalists } => json!({ "kind": "runoff", "finalists": names(counted, finalists) }),
    }
}

fn tie(counted: &Counted, tie: &Tie) -> Value {
    let by = tie.broken.map(|broken| match broken.by {
        TieRule::EarlierStage { stage } => json!({ "rule": "earlier_stage", "stage": stage }),
        TieRule::Seed => json!({ "rule": "seed" }),
        TieRule::NoVotes => json!({ "rule": "no_votes" }),
        TieRule::SameWinner => json!({ "rule": "same_winner" }),
        TieRule::HeadToHead => json!({ "rule": "head_to_head" }),
        TieRule::Points => json!({ "rule": "points" }),
        TieRule::TopScores => json!({ "rule": "top_scores" }),
        TieRule::FewestNo => json!({ "rule": "fewest_no" }),
        TieRule::Earliest => json!({ "rule": "earliest" }),
    });
    json!({
        "stage": tie.stage,
        "options": names(counted, &tie.options),
        "about": match tie.about {
            TieAbout::Seat => "seat",
            TieAbout::Elimination => "elimination",
            TieAbout::SurplusOrder => "surplus_order",
            TieAbout::Finalist => "finalist",
        },
        "broken_by": by,
        "chosen": tie.broken.map(|broken| counted.name(broken.chosen)),
        "said": words::tie(counted, tie),
    })
}
