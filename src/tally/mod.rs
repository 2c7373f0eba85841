//! `muster tally`: the ballots of a file, counted.
//!
//! - here: what is typed, and which method counts
//! - `rules`: the rules that can be chosen, as they are typed and said
//! - `ranked`: reading ranked ballots and counting them; `pairs`: by each two options; `note`: where methods disagree
//! - `cells`: reading choices and scores and counting them; `availability`: the same of answers
//! - `consent`: reading positions, counting and showing them
//! - [`counted`]: what every method hands over to be shown
//! - `card`, `table`, `words`: the result as text; `csv`, `json`: the table of stages and everything, for programs
//!
//! To add a method: a [`Method`], its arm in [`run`], and in `rules` what can be chosen for it.

mod availability;
mod card;
mod cells;
mod consent;
pub mod counted;
mod csv;
mod json;
mod note;
mod pairs;
mod ranked;
mod rules;
mod table;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use self::counted::Counted;
use self::rules::RuleArgs;

/// What is typed after `muster tally`.
#[derive(Debug, Args)]
pub struct TallyArgs {
    /// The ballots: a BLT file, or CSV with a header and a line for each ballot.
    pub file: PathBuf,
    /// How they are counted.
    #[arg(long, value_name = "METHOD")]
    pub method: Method,
    /// How many are elected; without it as many as the file says, or one.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub seats: Option<u16>,
    /// A text that was made public before the voting: lots are drawn from it for ties that nothing else breaks.
    #[arg(long, value_name = "TEXT")]
    pub seed: Option<String>,
    /// What is written: the result for people, the table of stages, or everything for programs.
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub format: Format,
    #[command(flatten)]
    rules: RuleArgs,
}

/// A way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Method {
    /// One choice each, the most votes win.
    Single,
    /// As many choices as anybody likes, the most approvals win.
    Approval,
    /// Points for each option, the most points win.
    Score,
    /// Points for each option; the two with the most go into a run-off.
    Star,
    /// Instant run-off: the fewest first choices leave until one has more than half.
    Irv,
    /// Single transferable vote for several seats, by the Scottish rule or a near one.
    Stv,
    /// Single transferable vote by Meek's rule.
    Meek,
    /// Each option against each other one, by the strongest paths.
    Schulze,
    /// Each option against each other one, the strongest majorities first.
    Pairs,
    /// Yes, if need be or no for each time: the most yes, then the fewest no, then the earliest.
    Availability,
    /// A position each on one proposal: it passes unless somebody blocks it.
    Consent,
}

/// What a result is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// The table of stages, a line for each stage; else how many prefer each to each, or what was said.
    Csv,
    /// Everything.
    Json,
}

/// Counts the file, and returns what is to be written.
pub fn run(args: &TallyArgs) -> Result<String> {
    args.rules.check(args.method)?;
    let text = read(&args.file)?;
    let written = match args.method {
        Method::Consent => consent::counted(&text, args),
        _ => counted(&text, args).and_then(|counted| written(&counted, args.format)),
    };
    written.with_context(|| args.file.display().to_string())
}

/// Counts by a method that elects somebody.
fn counted(text: &str, args: &TallyArgs) -> Result<Counted> {
    match args.method {
        Method::Single | Method::Approval | Method::Score | Method::Star => cells::count(text, args),
        Method::Availability => availability::count(text, args),
        _ => ranked::count(text, args),
    }
}

fn written(counted: &Counted, format: Format) -> Result<String> {
    match format {
        Format::Text => Ok(card::card(counted)),
        Format::Csv => csv::table(counted),
        Format::Json => json::everything(counted),
    }
}

/// The text of a file; an error names the line where it is none.
fn read(file: &Path) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        anyhow!(
            "{}: line {line}: this is no UTF-8: save the file in UTF-8",
            file.display()
        )
    })
}

/// Only one can win by the method.
fn one_seat(args: &TallyArgs) -> Result<()> {
    if args.seats.is_some_and(|seats| seats > 1) {
        bail!("this method elects one: for several seats say --method stv");
    }
    Ok(())
}
