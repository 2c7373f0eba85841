//! Where methods disagree on the same ranked ballots.

use super::irv::{self, IrvRules};
use super::outcome::{OptionIndex, Outcome};
use super::pairwise::Pairwise;
use super::ranked::RankedBallots;
use super::tie::Lots;

/// Who would win by each of three methods, where that is not one and the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// Who has the most first choices, several where they have equally many.
    pub leaders: Vec<OptionIndex>,
    /// Who wins the instant run-off; nobody where nothing breaks a tie.
    pub runoff: Vec<OptionIndex>,
    /// Who beats every other one to one, if anybody does.
    pub condorcet: Option<OptionIndex>,
}

impl Disagreement {
    /// Where the methods disagree; `None` where they agree, and where nobody has a vote.
    pub fn of(ballots: &RankedBallots, lots: Option<&Lots>) -> Option<Self> {
        let runoff = irv::count(ballots, IrvRules::default(), lots);
        let found = Self {
            leaders: leaders(&runoff)?,
            condorcet: Pairwise::of_ranks(ballots).condorcet_winner(),
            runoff: runoff.winners,
        };
        let agree = found.leaders == found.runoff && found.condorcet.as_ref() == found.runoff.first();
        (!agree).then_some(found)
    }
}

/// Who has the most first choices; `None` where nobody has any.
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
