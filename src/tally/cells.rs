//! Choices and scores, counted.

use anyhow::Result;
use muster_core::poll::tally::file::csv::BallotTable;
use muster_core::poll::tally::file::{cells, csv};
use muster_core::poll::tally::outcome::Outcome;
use muster_core::poll::tally::score::DEFAULT_TOP_SCORE;
use muster_core::poll::tally::tie::{Lots, Seed};
use muster_core::poll::tally::{approval, score, single, star};

use super::counted::Counted;
use super::rules::said_of_star;
use super::{Method, TallyArgs, one_seat};

/// Counts a table of choices or scores.
pub(super) fn count(text: &str, args: &TallyArgs) -> Result<Counted> {
    if args.method == Method::Star {
        one_seat(args)?;
    }
    let table = csv::read(text)?;
    let lots = args.seed.as_ref().map(|seed| Seed(seed.clone()).draw(&table.options));
    let weights = |blank: bool| {
        let says_nothing = |cells: &[String]| cells.iter().all(String::is_empty);
        let alike = table.rows.iter().filter(|row| says_nothing(&row.cells) == blank);
        alike.map(|row| row.weight).sum()
    };
    let mut counted = Counted {
        title: None,
        method: "",
        rules: Vec::new(),
        seats: args.seats.map_or(1, usize::from),
        ballots: weights(false),
        blank: weights(true),
        outcome: Outcome::default(),
        places: Vec::new(),
        grids: Vec::new(),
        notes: Vec::new(),
        options: table.options.clone(),
    };
    by_method(&mut counted, &table, args, lots.as_ref())?;
    Ok(counted)
}

fn by_method(counted: &mut Counted, table: &BallotTable, args: &TallyArgs, lots: Option<&Lots>) -> Result<()> {
    let (options, seats) = (table.options.len(), counted.seats);
    let top = args.rules.top().unwrap_or(DEFAULT_TOP_SCORE);
    let ties = args.rules.star();
    (counted.method, counted.rules) = match args.method {
        Method::Single => ("Single choice", vec!["The most votes win.".to_owned()]),
        Method::Approval => ("Approval", vec!["The most approvals win.".to_owned()]),
        Method::Star => ("STAR", said_of_star(top, ties)),
        _ => (
            "Score",
            vec![format!(
                "The most points win, 0 to {top} from each; a blank gives none."
            )],
        ),
    };
    counted.outcome = match args.method {
        Method::Single => single::count(options, &cells::choices(table, 1)?, seats, lots),
        Method::Approval => approval::count(options, &cells::choices(table, options)?, seats, lots),
        Method::Star => {
            let ballots = cells::scores(table, top)?;
            star::count(options, &ballots, top, ties, lots).outcome
        }
        _ => score::count(options, &cells::scores(table, top)?, seats, lots),
    };
    Ok(())
}
