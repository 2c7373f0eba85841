//! STAR: the cases of the Equal Vote Coalition's own tabulator.

use muster_core::poll::tally::outcome::{OptionIndex, Step};
use muster_core::poll::tally::score::ScoreBallot;

use muster_core::poll::tally::star::{self, StarTies};
use serde_json::Value;

use crate::{folder, json};

fn ballots(case: &Value) -> Vec<ScoreBallot> {
    let ballots: Vec<(u64, Vec<Option<u8>>)> = serde_json::from_value(case["ballots"].clone()).unwrap();
    let ballots = ballots
        .into_iter()
        .map(|(weight, scores)| ScoreBallot { weight, scores });
    ballots.collect()
}

#[test]
fn the_published_cases_come_out_with_their_true_tie_a_tie() {
    let Some(folder) = folder("star") else { return };
    let published = json(&folder.join("star_cases.json"));
    for case in published["cases"].as_array().unwrap() {
        let names = case["candidates"].as_array().unwrap();
        let named =
            |options: &[OptionIndex]| -> Vec<&Value> { options.iter().map(|option| &names[option.at()]).collect() };
        let outcome = star::count(names.len(), &ballots(case), 5, StarTies::Standard, None).outcome;
        let winner = named(&outcome.winners).first().copied().unwrap_or(&Value::Null);
        assert_eq!(case["winner"], *winner, "{}", case["name"]);
        let tied = outcome.true_tie().map_or(Vec::new(), |tie| named(&tie.options));
        let expected = case["tied"].as_array().map_or(Vec::new(), |tied| tied.iter().collect());
        assert_eq!(expected, tied, "{}", case["name"]);
        if let Some(runner_up) = case.get("runner_up") {
            let Some(Step::Runoff { finalists }) = outcome.stages.last().map(|stage| &stage.step) else {
                panic!("{outcome:?}");
            };
            assert!(named(finalists).contains(&runner_up), "{outcome:?}");
        }
    }
}
