//! Where methods disagree, in a sentence.

use muster_core::poll::tally::disagreement::Disagreement;
use muster_core::poll::tally::outcome::OptionIndex;

/// Who has the most first choices, who wins the run-off and who beats every other one to one.
pub(super) fn sentence(found: &Disagreement, names: &[String]) -> String {
    let named = |options: &[OptionIndex]| -> String {
        let names: Vec<&str> = options.iter().map(|option| names[option.at()].as_str()).collect();
        if names.is_empty() {
            "nobody".to_owned()
        } else {
            names.join(" and ")
        }
    };
    format!(
        "methods disagree on these ballots: most first choices, {}; instant run-off, {}; one to one against every other, {}",
        named(&found.leaders),
        named(&found.runoff),
        named(found.condorcet.as_slice()),
    )
}
