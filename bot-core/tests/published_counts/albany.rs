//! The council of Albany, California, 2022.

use muster_core::poll::tally::file::ranks;
use muster_core::poll::tally::stv::{count, rules::StvRules};

use super::{folder, json, text, winners};

/// The ballots in our layout by ranks, from the profile of another program: a row has sets of names, `{'JOH', 'NIC'}`,
/// then `&` and the weight.
fn ballots(profile: &str) -> String {
    let mut csv = "rank1,rank2,rank3,rank4,rank5,weight\n".to_owned();
    for line in profile
        .lines()
        .filter(|line| line.contains(",&,") && !line.starts_with("Ranking"))
    {
        let (ranks, rest) = line.split_once(",&,").unwrap();
        let mut inside = false;
        let names = ranks.chars().filter_map(|char| match char {
            '{' | '}' => {
                inside = char == '{';
                None
            }
            '\'' | ' ' => None,
            ',' if inside => Some('|'),
            other => Some(other),
        });
        csv.extend(
            names
                .chain(",".chars())
                .chain(rest.split(',').next().unwrap().chars())
                .chain("\n".chars()),
        );
    }
    csv
}

#[test]
fn the_quota_falls_with_every_exhausted_ballot() {
    let Some(folder) = folder("albany2022") else { return };
    let file = ranks::read(&ballots(&text(&folder.join("albany_profile.csv")))).unwrap();
    let outcome = count(&file.ballots, 2, &StvRules::ALAMEDA, None);
    let expected = json(&folder.join("expected.json"));
    let names = [
        ("JOH", "MIKI"),
        ("JEN", "ROMERO"),
        ("ROB", "LOPEZ"),
        ("NIC", "PILCH"),
        ("JER", "PINGUELO"),
    ];
    for (number, round) in expected["rounds"].as_array().unwrap().iter().enumerate() {
        let stage = &outcome.stages[number];
        let quota = expected["quotas_by_round"][number].as_u64().unwrap();
        assert_eq!(stage.quota.unwrap().units(), quota * 1_000_000);
        for (short, name) in names {
            let Some(votes) = round.get(name) else { continue };
            let at = file.options.iter().position(|option| option == short).unwrap();
            let counted = stage.standings[at].count.to_string();
            assert_eq!(
                counted.trim_end_matches('0').trim_end_matches('.'),
                votes.to_string().trim_end_matches(".0"),
                "{name}"
            );
        }
    }
    assert_eq!(outcome.stages.len(), 4);
    assert_eq!(winners(&outcome, &file.options), ["JOH", "ROB"]);
}
