//! What a tally says by the terms of its poll.

use super::Tally;
use crate::poll::Poll;
use crate::poll::tally::consent::Decision;
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::terms::share;

/// What a tally says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// There is no ballot that chooses anything.
    Nobody,
    /// Fewer voted than must.
    NoQuorum {
        /// How many must vote.
        needed: u32,
    },
    /// One option has more than every other.
    Won {
        /// Its number.
        option: u32,
        /// How many chose it at the end; by points its points.
        votes: u32,
    },
    /// Several seats are filled.
    Elected {
        /// The numbers of the elected, in order of election.
        options: Vec<u32>,
    },
    /// Several have the most, and nothing breaks the tie.
    Tied {
        /// Their numbers, in order.
        options: Vec<u32>,
        /// How many chose each of them.
        votes: u32,
        /// Who is elected all the same, where there are several seats.
        elected: Vec<u32>,
    },
    /// "None of these" has more than every other.
    NoneOfThese {
        /// How many chose it.
        votes: u32,
    },
    /// The option in front has less than it must.
    NotPassed {
        /// Its number.
        option: u32,
        /// How many chose it.
        votes: u32,
        /// How many must.
        needed: u32,
    },
    /// A proposal, and what was decided.
    Consent(Decision),
}

impl Tally {
    /// What it says of its poll: a tie is a tie, and nothing but the ballots breaks it, and the poll's public seed where it
    /// has one.
    pub fn verdict(&self, poll: &Poll) -> Verdict {
        if let Some(needed) = self.missing_quorum(poll) {
            return Verdict::NoQuorum { needed };
        }
        if let Some(consent) = &self.consent {
            return Verdict::Consent(consent.decision);
        }
        let winners: Vec<u32> = self.outcome.winners.iter().map(|option| option.number()).collect();
        if let Some(tie) = self.outcome.true_tie() {
            return Verdict::Tied {
                options: tie.options.iter().map(|option| option.number()).collect(),
                votes: tie.options.first().map_or(0, |option| self.at_the_end(*option)),
                elected: winners,
            };
        }
        match self.outcome.winners[..] {
            [] => Verdict::Nobody,
            _ if poll.terms.seats > 1 => Verdict::Elected { options: winners },
            [winner, ..] => self.one(poll, winner),
        }
    }

    fn one(&self, poll: &Poll, winner: OptionIndex) -> Verdict {
        let (option, votes) = (winner.number(), self.at_the_end(winner));
        if poll.is_none(option) {
            return Verdict::NoneOfThese { votes };
        }
        let needed = poll.terms.pass.map_or(0, |percent| share(percent, self.valid()));
        if votes < needed {
            return Verdict::NotPassed { option, votes, needed };
        }
        Verdict::Won { option, votes }
    }

    /// The quorum, where fewer voted.
    fn missing_quorum(&self, poll: &Poll) -> Option<u32> {
        let needed = poll.terms.quorum?.of(self.electorate.unwrap_or(0));
        (self.voted < needed).then_some(needed)
    }

    /// What an option has in the last stage, whole votes; without stages its figure.
    fn at_the_end(&self, option: OptionIndex) -> u32 {
        let last = self
            .outcome
            .stages
            .last()
            .and_then(|stage| stage.standings.get(option.at()));
        last.map_or_else(
            || self.count(option),
            |standing| {
                let count = standing.count;
                let one = 10_u64.pow(u32::from(count.decimals()));
                u32::try_from(count.units() / one).unwrap_or(u32::MAX)
            },
        )
    }

    /// The options that are chosen, where the poll decided something.
    pub fn decided(&self, poll: &Poll) -> Vec<u32> {
        match self.verdict(poll) {
            Verdict::Won { option, .. } => vec![option],
            Verdict::Elected { options } => options,
            Verdict::Tied { elected, .. } => elected,
            _ => Vec::new(),
        }
    }
}
