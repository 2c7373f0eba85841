//! The approval vote of Utah's senate district 11, in December 2025.

use muster_core::poll::tally::approval;
use muster_core::poll::tally::choices::ChoiceBallot;
use muster_core::poll::tally::outcome::OptionIndex;

use crate::{folder, json};

#[test]
fn every_approval_is_counted_as_published() {
    let Some(folder) = folder("approval-utah2025") else {
        return;
    };
    let [ballots, expected] = ["ballots.json", "expected.json"].map(|name| json(&folder.join(name)));
    let expected = expected["online_ballots"]
        .as_u64()
        .zip(expected["approvals_online"].as_object().cloned());
    let (voters, approvals) = expected.expect("what was counted");
    let names: Vec<&String> = approvals.keys().collect();
    let option = |name: &serde_json::Value| {
        let at = names.iter().position(|known| Some(known.as_str()) == name.as_str());
        OptionIndex(u16::try_from(at.expect("an option")).expect("few options"))
    };
    let ballots = ballots.as_array().expect("ballots").iter().map(|chosen| ChoiceBallot {
        weight: 1,
        chosen: chosen.as_array().expect("a ballot").iter().map(option).collect(),
    });
    let ballots: Vec<ChoiceBallot> = ballots.collect();
    assert_eq!(ballots.len() as u64, voters);

    let outcome = approval::count(names.len(), &ballots, 1, None);
    for (standing, name) in outcome.stages[0].standings.iter().zip(&names) {
        assert_eq!(approvals[name.as_str()], standing.count.units(), "{name}");
    }
    assert_eq!(names[outcome.winners[0].at()], "Emily Buss");
}
