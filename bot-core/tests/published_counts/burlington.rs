//! The mayor of Burlington, Vermont, 2009.

use muster_core::poll::tally::file::ranks;
use muster_core::poll::tally::irv::{IrvRules, count};

use super::{folder, json, text, winners};

#[test]
fn burlington_elects_kiss_in_three_stages() {
    let Some(folder) = folder("burlington2009") else { return };
    let file = ranks::read(&text(&folder.join("us_vt_btv_2009_03_mayor.normalized.csv"))).unwrap();
    let rules = IrvRules {
        batch: true,
        ..IrvRules::default()
    };
    let outcome = count(&file.ballots, rules, None);
    let report = json(&folder.join("report.json"));
    for (stage, round) in outcome.stages.iter().zip(report["rounds"].as_array().unwrap()) {
        for allocation in round["allocations"].as_array().unwrap() {
            let votes = allocation["votes"].as_u64().unwrap();
            match allocation["allocatee"].as_u64() {
                None => assert_eq!(stage.exhausted.total().units(), votes),
                Some(index) => {
                    let name = report["candidates"][usize::try_from(index).unwrap()]["name"]
                        .as_str()
                        .unwrap();
                    let at = file.options.iter().position(|option| option == name).unwrap();
                    assert_eq!(stage.standings[at].count.units(), votes, "{name}");
                }
            }
        }
        assert_eq!(stage.exhausted.overvote.units(), round["overvote"].as_u64().unwrap());
    }
    assert_eq!(outcome.stages.len(), 3);
    assert_eq!(winners(&outcome, &file.options), ["Bob Kiss"]);
}

#[test]
fn one_at_a_time_burlington_ends_the_same() {
    let Some(folder) = folder("burlington2009") else { return };
    let file = ranks::read(&text(&folder.join("us_vt_btv_2009_03_mayor.normalized.csv"))).unwrap();
    let outcome = count(&file.ballots, IrvRules::default(), None);
    assert_eq!(outcome.stages.len(), 5);
    assert_eq!(winners(&outcome, &file.options), ["Bob Kiss"]);
}
