//! Ranked ballots, counted.

use anyhow::Result;
use muster_core::poll::tally::disagreement::Disagreement;
use muster_core::poll::tally::file::{FileError, RankedFile, blt, ranks};
use muster_core::poll::tally::outcome::Outcome;
use muster_core::poll::tally::paper::MarkRules;
use muster_core::poll::tally::ranked::RankedBallots;
use muster_core::poll::tally::tie::{Lots, Seed};
use muster_core::poll::tally::{irv, meek, stv};

use super::counted::Counted;
use super::rules::{said_of_marks, said_of_stv};
use super::{Method, TallyArgs, note, one_seat, pairs};

/// Counts the ranked ballots of a text.
pub(super) fn count(text: &str, args: &TallyArgs) -> Result<Counted> {
    let file = read(text)?;
    let seats = seats(&file, args)?;
    let lots = args.seed.as_ref().map(|seed| Seed(seed.clone()).draw(&file.options));
    let disagreement = (seats == 1)
        .then(|| Disagreement::of(&file.ballots, lots.as_ref()))
        .flatten();
    let weights = |blank: bool| {
        let ballots = file.ballots.ballots.iter();
        let alike = ballots.filter(|ballot| ballot.marks.is_empty() == blank);
        alike.map(|ballot| ballot.weight).sum()
    };
    let mut counted = Counted {
        method: "",
        rules: Vec::new(),
        seats,
        ballots: weights(false),
        blank: weights(true),
        outcome: Outcome::default(),
        places: Vec::new(),
        grids: Vec::new(),
        notes: disagreement
            .iter()
            .map(|found| note::sentence(found, &file.options))
            .collect(),
        title: file.title,
        options: file.options,
    };
    by_method(&mut counted, &file.ballots, args, lots.as_ref());
    Ok(counted)
}

fn by_method(counted: &mut Counted, ballots: &RankedBallots, args: &TallyArgs, lots: Option<&Lots>) {
    match args.method {
        Method::Irv => {
            let rules = args.rules.irv();
            counted.method = "Instant run-off";
            counted.rules = said_of_marks(rules.marks);
            counted.outcome = irv::count(ballots, rules, lots);
        }
        Method::Stv => {
            let rules = args.rules.stv();
            counted.method = "Single transferable vote";
            counted.rules = said_of_stv(&rules);
            counted.outcome = stv::count(ballots, counted.seats, &rules, lots);
        }
        Method::Meek => {
            let marks = args.rules.marks(MarkRules::LENIENT);
            counted.method = "Single transferable vote by Meek's rule";
            counted.rules = said_of_marks(marks);
            counted.outcome = meek::count(ballots, counted.seats, marks, lots);
        }
        Method::Schulze => pairs::schulze(counted, ballots, args.rules.strength(), lots),
        _ => pairs::ranked_pairs(counted, ballots, lots),
    }
}

/// How many are elected: what was typed, or what the file says; a method for one seat does not ask the file.
fn seats(file: &RankedFile, args: &TallyArgs) -> Result<usize> {
    if matches!(args.method, Method::Irv | Method::Schulze | Method::Pairs) {
        one_seat(args)?;
        return Ok(1);
    }
    Ok(args.seats.map(usize::from).or(file.seats).unwrap_or(1))
}

/// Reads BLT or CSV, whichever it is.
fn read(text: &str) -> Result<RankedFile, FileError> {
    if is_blt(text) {
        blt::read(text)
    } else {
        ranks::read(text)
    }
}

/// The first line of a BLT file that is no comment has two numbers and no separator of CSV.
fn is_blt(text: &str) -> bool {
    let lines = text.trim_start_matches('\u{feff}').lines();
    let mut bare = lines.map(|line| line.split('#').next().unwrap_or_default().trim());
    let first = bare.find(|line| !line.is_empty()).unwrap_or_default();
    let mut words = first.split_whitespace();
    words.clone().count() >= 2 && words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}
