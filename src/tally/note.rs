//! Where methods disagree on the same ranked ballots.

use muster_core::poll::tally::irv::{self, IrvRules};
use muster_core::poll::tally::outcome::{OptionIndex, Outcome};
use muster_core::poll::tally::pairwise::Pairwise;
use muster_core::poll::tally::ranked::RankedBallots;
use muster_core::poll::tally::tie::Lots;

/// A sentence on who has the most first choices, who wins the run-off and who beats every other one to one, where that is
/// not one and the same.
pub(super) fn disagreement(ballots: &RankedBallots, names: &[String], lots: Option<&Lots>) -> Option<String> {
    let runoff = irv::count(ballots, IrvRules::default(), lots);
    let leaders = leaders(&runoff)?;
    let condorcet = Pairwise::of_ranks(ballots).condorcet_winner();
    if leaders[..] == runoff.winners[..] && condorcet.as_ref() == runoff.winners.first() {
        return None;
    }
    let named = |options: &[OptionIndex]| -> String {
        let names: Vec<&str> = options.iter().map(|option| names[option.at()].as_str()).collect();
        if names.is_empty() {
            "nobody".to_owned()
        } else {
            names.join(" and ")
        }
    };
    Some(format!(
        "methods disagree on these ballots: most first choices, {}; instant run-off, {}; one to one against every other, {}",
        named(&leaders),
        named(&runoff.winners),
        named(condorcet.as_slice()),
    ))
}

/// Who has the most first choices, several where they have equally many; `None` where nobody has any.
fn leaders(runoff: &Outcome) -> Option<Vec<OptionIndex>> {
    let first = runoff.stages.first()?;
    let votes = |option: &OptionIndex| first.standings[option.at()].count.units();
    let options = OptionIndex::all(first.standings.len());
    let most = options
        .clone()
        .map(|option| votes(&option))
        .max()
        .filter(|most| *most > 0)?;
    Some(options.filter(|option| votes(option) == most).collect())
}
