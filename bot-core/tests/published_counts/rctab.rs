//! The rule cases of the tabulator `RCTab`.

use std::path::Path;

use muster_core::poll::tally::irv::{self, IrvRules};
use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::paper::{Duplicate, MarkRules, Overvote, Skipped};
use muster_core::poll::tally::ranked::{Mark, RankedBallot, RankedBallots};
use muster_core::poll::tally::stv;
use muster_core::poll::tally::stv::rules::{QuotaNumber, StvRules};
use serde_json::Value;

use super::{folder, json};

struct Case {
    names: Vec<String>,
    ballots: RankedBallots,
    config: Value,
    report: Value,
}

fn case(folder: &Path, name: &str) -> Case {
    let part = |end: &str| json(&folder.join(name).join(format!("{name}_{end}.json")));
    let (config, cvr) = (part("config"), part("cvr"));
    let names: Vec<String> = config["candidates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|candidate| candidate["name"].as_str().unwrap().to_owned())
        .collect();
    let ballots = cvr["CVR"].as_array().unwrap().iter().map(ballot).collect();
    let ballots = RankedBallots {
        options: names.len(),
        withdrawn: Vec::new(),
        ballots,
    };
    Case {
        names,
        ballots,
        config,
        report: part("expected_detailed_report"),
    }
}

/// A ballot of NIST's common data format; `cs-a` is the first option.
fn ballot(cvr: &Value) -> RankedBallot {
    let selections = &cvr["CVRSnapshot"][0]["CVRContest"][0]["CVRContestSelection"];
    let mut marks = Vec::new();
    for selection in selections.as_array().unwrap() {
        let letter = selection["ContestSelectionId"]
            .as_str()
            .unwrap()
            .bytes()
            .last()
            .unwrap();
        for position in selection["SelectionPosition"].as_array().unwrap() {
            marks.push(Mark {
                rank: u16::try_from(position["Rank"].as_u64().unwrap()).unwrap(),
                option: OptionIndex(u16::from(letter - b'a')),
            });
        }
    }
    RankedBallot::new(1, marks)
}

impl Case {
    fn rule(&self, name: &str) -> String {
        let rule = &self.config["rules"][name];
        rule.as_str().map_or_else(|| rule.to_string(), str::to_owned)
    }

    fn marks(&self) -> MarkRules {
        MarkRules {
            overvote: match self.rule("overvoteRule").as_str() {
                "exhaustImmediately" => Overvote::Exhaust,
                "alwaysSkipToNextRank" => Overvote::NextRank,
                other => panic!("{other}"),
            },
            skipped: match self.rule("maxSkippedRanksAllowed").as_str() {
                "0" => Skipped::ExhaustAtOne,
                "1" => Skipped::ExhaustAtTwo,
                allowed => {
                    assert_eq!(allowed, self.rule("maxRankingsAllowed"));
                    Skipped::NextRank
                }
            },
            duplicate: match self.rule("exhaustOnDuplicateCandidate").as_str() {
                "true" => Duplicate::Exhaust,
                _ => Duplicate::NextRank,
            },
        }
    }

    /// Holds a count against the report, round by round.
    fn compare(&self, name: &str, outcome: &Outcome) {
        let rounds = self.report["results"].as_array().unwrap();
        assert_eq!(outcome.stages.len(), rounds.len(), "{name}");
        for (number, round) in rounds.iter().enumerate() {
            let stage = &outcome.stages[number];
            let same = |counted: String, said: &Value, what: &str| {
                let said = said.as_str().map_or(0.0, |said| said.parse::<f64>().unwrap());
                let counted: f64 = counted.parse().unwrap();
                assert!(
                    (counted - said).abs() < 1e-9,
                    "{name}, round {}, {what}: {counted} and not {said}",
                    number + 1
                );
            };
            same(stage.quota.unwrap().to_string(), &round["threshold"], "threshold");
            for (option, votes) in round["tally"].as_object().unwrap() {
                let at = self.names.iter().position(|name| name == option).unwrap();
                same(stage.standings[at].count.to_string(), votes, option);
            }
            let inactive = &round["inactiveBallots"];
            same(
                stage.exhausted.overvote.to_string(),
                &inactive["overvotes"],
                "overvotes",
            );
            same(
                stage.exhausted.duplicate.to_string(),
                &inactive["repeatedRankings"],
                "repeated",
            );
            if inactive.get("finalRoundSurplus").is_none() {
                same(
                    stage.exhausted.no_choice_left.to_string(),
                    &inactive["exhaustedChoices"],
                    "exhausted",
                );
                same(
                    stage.exhausted.skipped.to_string(),
                    &inactive["skippedRankings"],
                    "skipped",
                );
            }
            for result in round["tallyResults"].as_array().unwrap() {
                if let Some(elected) = result["elected"].as_str() {
                    assert!(
                        stage.elected.iter().any(|option| self.names[option.at()] == elected),
                        "{name}: {elected}"
                    );
                }
                if let Some(eliminated) = result["eliminated"].as_str() {
                    let leaving = outcome.stages[number + 1].step.leaving();
                    assert!(
                        leaving.iter().any(|option| self.names[option.at()] == eliminated),
                        "{name}: {eliminated}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_case_of_marks_comes_out_as_reported() {
    let Some(folder) = folder("rctab") else { return };
    for name in [
        "test_set_0_skipped_first_choice",
        "test_set_1_exhaust_at_overvote",
        "test_set_2_overvote_skip_to_next",
        "test_set_3_skipped_choice_exhaust",
        "test_set_4_skipped_choice_next",
        "test_set_5_two_skipped_choice_exhaust",
        "test_set_6_duplicate_exhaust",
        "test_set_7_duplicate_skip_to_next",
    ] {
        let case = case(&folder, name);
        let rules = IrvRules {
            marks: case.marks(),
            batch: false,
        };
        case.compare(name, &irv::count(&case.ballots, rules, None));
    }
}

#[test]
fn several_winners_come_out_as_reported_with_a_whole_and_a_fractional_quota() {
    let Some(folder) = folder("rctab") else { return };
    for (name, quota) in [
        ("test_set_multi_winner_whole_threshold", QuotaNumber::Whole),
        ("test_set_multi_winner_fractional_threshold", QuotaNumber::Fraction),
    ] {
        let case = case(&folder, name);
        let rules = StvRules {
            marks: case.marks(),
            quota,
            ..StvRules::RCTAB
        };
        case.compare(name, &stv::count(&case.ballots, 3, &rules, None));
    }
}
