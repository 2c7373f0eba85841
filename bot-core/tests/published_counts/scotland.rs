//! Council wards of 2017, stage by stage.

use std::collections::HashMap;

use muster_core::poll::tally::file::{RankedFile, ranks};
use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::stv::{count, rules::StvRules};
use serde_json::Value;

use super::{folder, json, text};

/// A published figure, which may be rounded; in units of the fifth decimal.
fn units(figure: &Value) -> i64 {
    let figure = figure.as_str().unwrap();
    let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
    format!("{whole}{decimals:0<5}").parse().unwrap()
}

#[test]
fn every_ward_comes_out_as_published_stage_by_stage() {
    let Some(folder) = folder("scotland2017") else { return };
    let mut index = csv::Reader::from_path(folder.join("index.csv")).unwrap();
    let mut wards = 0;
    for row in index.deserialize::<HashMap<String, String>>() {
        let row = row.unwrap();
        let file = &row["ward_file"];
        let ward = ranks::read(&text(&folder.join(format!("ballots/{file}.csv")))).unwrap();
        let outcome = count(&ward.ballots, ward.seats.unwrap(), &StvRules::SCOTTISH, None);
        let published = json(&folder.join(format!("results/{file}.json")));
        let tolerance = if row["stage_precision_decimals"] == "5" { 0 } else { 500 };
        compare(file, &ward, &outcome, &published, tolerance);
        let quota: u64 = row["quota"].parse().unwrap();
        assert_eq!(outcome.stages[0].quota.unwrap().units(), quota * 100_000, "{file}");
        assert_eq!(outcome.stages.len().to_string(), row["stages"], "{file}");
        assert_eq!(outcome.winners.len().to_string(), row["seats"], "{file}");
        wards += 1;
    }
    assert!(wards >= 20, "{wards} wards");
}

fn compare(file: &str, ward: &RankedFile, outcome: &Outcome, published: &Value, tolerance: u64) {
    let mut cells = 0;
    for cell in published["Constituency"]["countGroup"].as_array().unwrap() {
        let number = |key: &str| cell[key].as_u64().and_then(|number| usize::try_from(number).ok());
        let stage = number("Count_Number").unwrap();
        let first = units(&cell["Candidate_First_Pref_Votes"]);
        let surname = cell["Surname"].as_str().unwrap().to_lowercase();
        let votes = |stage: usize, option: OptionIndex| {
            i64::try_from(outcome.stages[stage - 1].standings[option.at()].count.units()).unwrap()
        };
        // The sources spell some names differently; where first preferences are shared, the surname tells them apart.
        let mut alike: Vec<OptionIndex> = OptionIndex::all(ward.options.len()).collect();
        alike.retain(|option| votes(1, *option) == first);
        if alike.len() > 1 {
            alike.retain(|option| ward.options[option.at()].to_lowercase().contains(&surname));
        }
        let [option] = alike[..] else {
            panic!("{file}: {surname}")
        };
        let counted = votes(stage, option);
        let said = units(&cell["Total_Votes"]);
        assert!(
            counted.abs_diff(said) <= tolerance,
            "{file}, stage {stage}, {surname}: {counted} and not {said}"
        );
        let status = (cell["Status"].as_str().unwrap(), number("Occurred_On_Count"));
        if let ("Elected", Some(on)) = status {
            assert!(
                outcome.stages[on - 1].elected.contains(&option),
                "{file}: {surname} on {on}"
            );
        }
        if let ("Excluded", Some(on)) = status {
            // Published on the count whose figures decide it, ours on the one that transfers.
            let next = outcome.stages.get(on);
            assert!(
                next.is_none_or(|next| next.step.leaving() == [option]),
                "{file}: {surname} on {on}"
            );
        }
        cells += 1;
    }
    assert_eq!(cells, outcome.stages.len() * ward.options.len(), "{file}");
}
