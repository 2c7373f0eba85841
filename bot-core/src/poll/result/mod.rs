//! What the ballots of a poll come to.
//!
//! - here: the ballots counted by the poll's method; [`verdict`]: what that says by the poll's terms
//! - `papers`: ballots as each method reads them

pub(super) mod papers;
#[cfg(test)]
mod tests;
pub mod verdict;

use super::receipt::Receipt;
use super::secret::SecretBallot;
use super::tally::availability::{self, Answers};
use super::tally::consent::{self, Consent, Silence};
use super::tally::disagreement::Disagreement;
use super::tally::irv::IrvRules;
use super::tally::outcome::{OptionIndex, Outcome};
use super::tally::pairwise::Pairwise;
use super::tally::paper::MarkRules;
use super::tally::ranked::RankedBallots;
use super::tally::schulze::{self, Strength};
use super::tally::star::{self, StarTies};
use super::tally::stv::rules::StvRules;
use super::tally::tie::{Lots, Seed};
use super::tally::{approval, irv, meek, ranked_pairs, score, single, stv};
use super::terms::{Method, TOP_SCORE};
use super::{Poll, PollKind, ballot::Ballot};

pub use verdict::Verdict;

/// What the ballots come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// A figure for each option, in the order of the options: how many chose it, ranked it first, can come; its points.
    pub counts: Vec<u32>,
    /// How many ballots there are, abstentions among them.
    pub voted: u32,
    /// How many of them choose nothing.
    pub abstained: u32,
    /// How many may vote, where that was fixed at the opening.
    pub electorate: Option<u32>,
    /// What the method says: winners, stages, ties. Of consent nothing.
    pub outcome: Outcome,
    /// What was said of each time, where one is looked for.
    pub answers: Vec<Answers>,
    /// What was said of a proposal.
    pub consent: Option<Consent>,
    /// Where other methods would choose otherwise, of ranked ballots for one seat.
    pub disagreement: Option<Disagreement>,
}

/// What a ballot must tell to be counted.
pub trait Counted {
    /// What it chooses.
    fn chosen(&self) -> &[u32];
    /// Why it blocks.
    fn reason(&self) -> Option<&str>;
    /// The code that stands beside it in a file; it counts for nothing.
    fn receipt(&self) -> Option<Receipt>;
}

impl Counted for Ballot {
    fn chosen(&self) -> &[u32] {
        &self.chosen
    }

    fn reason(&self) -> Option<&str> {
        self.reason.as_deref()
    }

    fn receipt(&self) -> Option<Receipt> {
        None
    }
}

impl Counted for SecretBallot {
    fn chosen(&self) -> &[u32] {
        &self.chosen
    }

    fn reason(&self) -> Option<&str> {
        None
    }

    fn receipt(&self) -> Option<Receipt> {
        self.receipt
    }
}

/// Counts the ballots of a poll in which so many may vote, where that is fixed; of a ballot only what it chooses matters.
pub fn tally<B: Counted>(poll: &Poll, electorate: Option<u32>, ballots: &[B]) -> Tally {
    let options = poll.options.len();
    let chosen: Vec<&[u32]> = ballots.iter().map(Counted::chosen).collect();
    let mut tally = Tally {
        counts: Vec::new(),
        voted: total(ballots.len()),
        abstained: total(chosen.iter().filter(|chosen| chosen.is_empty()).count()),
        electorate,
        outcome: Outcome::default(),
        answers: Vec::new(),
        consent: None,
        disagreement: None,
    };
    let seats = usize::try_from(poll.terms.seats).unwrap_or(1);
    tally.outcome = match poll.kind {
        PollKind::Single => single::count(options, &papers::choices(&chosen, options), seats, None),
        PollKind::Approval => approval::count(options, &papers::choices(&chosen, options), seats, None),
        PollKind::Ranked => {
            let ballots = papers::ranked(&chosen, options);
            tally.disagreement = (seats == 1)
                .then(|| Disagreement::of(&ballots, lots(poll).as_ref()))
                .flatten();
            ranked(poll, &ballots, seats)
        }
        PollKind::Score => score::count(options, &papers::scores(&chosen), seats, None),
        PollKind::Star => {
            let top = u8::try_from(TOP_SCORE).unwrap_or(u8::MAX);
            star::count(options, &papers::scores(&chosen), top, StarTies::default(), None).outcome
        }
        PollKind::Availability => {
            let times: Vec<_> = poll.terms.times.iter().map(|time| time.at).collect();
            let counted = availability::count(&times, &papers::answers(&chosen, options), None);
            tally.answers = counted.answers;
            counted.outcome
        }
        PollKind::Consent => {
            tally.consent = Some(consent::count(&papers::positions(ballots), silence(electorate)));
            Outcome::default()
        }
    };
    tally.counts = papers::figures(poll, &chosen);
    tally
}

/// Ranked ballots by the poll's method. Lots are drawn from the seed where nothing else breaks a tie.
pub(super) fn ranked(poll: &Poll, ballots: &RankedBallots, seats: usize) -> Outcome {
    let lots = lots(poll);
    let lots = lots.as_ref();
    match poll.terms.method.unwrap_or(Method::Irv) {
        Method::Irv => irv::count(ballots, IrvRules::default(), lots),
        Method::Stv => stv::count(ballots, seats, &StvRules::SCOTTISH, lots),
        Method::Meek => meek::count(ballots, seats, MarkRules::LENIENT, lots),
        Method::Schulze => schulze::count(Pairwise::of_ranks(ballots), Strength::WinningVotes, lots).outcome,
        Method::Pairs => ranked_pairs::count(Pairwise::of_ranks(ballots), lots).outcome,
    }
}

/// The lots of a poll with a public seed.
fn lots(poll: &Poll) -> Option<Lots> {
    Some(Seed(poll.seed()?).draw(&poll.options))
}

/// Silence is no consent: with a fixed electorate a proposal waits for everybody in it.
fn silence(electorate: Option<u32>) -> Silence {
    electorate.map_or(Silence::Unknown, |electorate| Silence::Waits {
        electorate: u64::from(electorate),
    })
}

impl Tally {
    /// How many ballots choose something.
    pub const fn valid(&self) -> u32 {
        self.voted.saturating_sub(self.abstained)
    }

    /// The figure of an option.
    pub fn count(&self, option: OptionIndex) -> u32 {
        self.counts.get(option.at()).copied().unwrap_or(0)
    }
}

/// No group has four thousand million members.
fn total(ballots: usize) -> u32 {
    u32::try_from(ballots).unwrap_or(u32::MAX)
}
