//! Consent: a proposal passes when nobody blocks it and nobody's silence is taken for a yes.

use std::collections::BTreeSet;

/// What somebody says to a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// For it.
    Agree,
    /// No view; whatever the others decide.
    Abstain,
    /// Against it, but not in its way.
    StandAside,
    /// Against it, and it must not pass.
    Block(Reason),
}

/// A position, or that of several who say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentBallot {
    /// How many people it is of.
    pub weight: u64,
    /// What they say.
    pub position: Position,
}

/// The written reason of a block.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reason(String);

impl Reason {
    /// What somebody wrote; `None` where there is nothing to read in it.
    pub fn written(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Who is there to be silent, and what their silence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Silence {
    /// Nobody knows who might still speak: those who spoke decide.
    #[default]
    Unknown,
    /// So many may vote, and who says nothing has not consented: the proposal waits for them.
    Waits {
        /// How many may vote.
        electorate: u64,
    },
    /// So many may vote, and the group chose that who says nothing consents.
    Consents {
        /// How many may vote.
        electorate: u64,
    },
}

/// Whether a proposal passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It passes.
    Passed,
    /// Somebody blocks it.
    Blocked,
    /// It waits for those who said nothing.
    Waiting,
    /// Nobody agrees with it.
    Nobody,
}

/// What the positions come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Whether it passes.
    pub decision: Decision,
    /// How many agree.
    pub agree: u64,
    /// How many abstain.
    pub abstain: u64,
    /// How many stand aside.
    pub stand_aside: u64,
    /// How many block.
    pub block: u64,
    /// How many may vote and said nothing; `None` where nobody knows.
    pub silent: Option<u64>,
    /// Why they block, each reason once, in alphabetical order so that nobody learns who came first.
    pub reasons: Vec<Reason>,
}

/// Decides on a proposal by what people said, one position each.
///
/// One block is enough that it does not pass. Without one it passes when somebody agrees and nobody is silent whose silence
/// is waited for; where silence consents, nobody needs to speak.
pub fn count(ballots: &[ConsentBallot], silence: Silence) -> Consent {
    let [mut agree, mut abstain, mut stand_aside, mut block] = [0; 4];
    for ballot in ballots {
        let said = match ballot.position {
            Position::Agree => &mut agree,
            Position::Abstain => &mut abstain,
            Position::StandAside => &mut stand_aside,
            Position::Block(_) => &mut block,
        };
        *said += ballot.weight;
    }
    let spoke = agree + abstain + stand_aside + block;
    let silent = silence.electorate().map(|electorate| electorate.saturating_sub(spoke));
    let mut consent = Consent {
        decision: Decision::Nobody,
        agree,
        abstain,
        stand_aside,
        block,
        silent,
        reasons: reasons(ballots),
    };
    consent.decision = consent.decide(silence);
    consent
}

impl Silence {
    const fn electorate(self) -> Option<u64> {
        match self {
            Self::Unknown => None,
            Self::Waits { electorate } | Self::Consents { electorate } => Some(electorate),
        }
    }
}

impl Consent {
    fn decide(&self, silence: Silence) -> Decision {
        let silent = self.silent.unwrap_or(0);
        match silence {
            _ if self.block > 0 => Decision::Blocked,
            Silence::Waits { .. } if silent > 0 => Decision::Waiting,
            Silence::Consents { .. } if silent + self.agree > 0 => Decision::Passed,
            _ if self.agree > 0 => Decision::Passed,
            _ => Decision::Nobody,
        }
    }
}

fn reasons(ballots: &[ConsentBallot]) -> Vec<Reason> {
    let reasons = ballots.iter().filter_map(|ballot| match &ballot.position {
        Position::Block(reason) => Some(reason.clone()),
        _ => None,
    });
    reasons.collect::<BTreeSet<_>>().into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::Position::{Abstain, Agree, StandAside};
    use super::*;

    fn block(reason: &str) -> Position {
        Position::Block(Reason::written(reason).unwrap())
    }

    fn count(positions: &[Position], silence: Silence) -> Consent {
        let ballot = |position: &Position| ConsentBallot {
            weight: 1,
            position: position.clone(),
        };
        super::count(&positions.iter().map(ballot).collect::<Vec<_>>(), silence)
    }

    fn decision(positions: &[Position], silence: Silence) -> Decision {
        count(positions, silence).decision
    }

    #[test]
    fn one_block_is_enough_and_its_reason_stands_in_the_result() {
        let positions = [Agree, block("too late"), Agree, block("  no budget ")];
        for silence in [
            Silence::Unknown,
            Silence::Waits { electorate: 9 },
            Silence::Consents { electorate: 9 },
        ] {
            let consent = count(&positions, silence);
            assert_eq!(consent.decision, Decision::Blocked);
            assert_eq!((consent.agree, consent.block), (2, 2));
            let reasons: Vec<&str> = consent.reasons.iter().map(Reason::text).collect();
            assert_eq!(reasons, ["no budget", "too late"]);
        }
    }

    #[test]
    fn a_reason_of_several_stands_there_once_and_all_of_them_block() {
        let ballots = [2, 3].map(|weight| ConsentBallot {
            weight,
            position: block("no budget"),
        });
        let consent = super::count(&ballots, Silence::Waits { electorate: 6 });
        assert_eq!((consent.block, consent.silent, consent.reasons.len()), (5, Some(1), 1));
    }

    #[test]
    fn a_block_without_a_reason_cannot_be_said() {
        assert_eq!(Reason::written(" \n\t"), None);
    }

    #[test]
    fn silence_is_waited_for_unless_the_group_chose_that_it_consents() {
        let positions = [Agree, Abstain, StandAside];
        assert_eq!(
            decision(&positions, Silence::Waits { electorate: 4 }),
            Decision::Waiting
        );
        assert_eq!(decision(&positions, Silence::Waits { electorate: 3 }), Decision::Passed);
        assert_eq!(
            decision(&positions, Silence::Consents { electorate: 4 }),
            Decision::Passed
        );
        assert_eq!(decision(&positions, Silence::Unknown), Decision::Passed);
        assert_eq!(count(&positions, Silence::Consents { electorate: 4 }).silent, Some(1));
        assert_eq!(count(&positions, Silence::Unknown).silent, None);
    }

    #[test]
    fn nothing_passes_with_which_nobody_agrees() {
        for positions in [&[][..], &[Abstain, StandAside]] {
            assert_eq!(decision(positions, Silence::Unknown), Decision::Nobody);
        }
        assert_eq!(decision(&[Abstain], Silence::Waits { electorate: 1 }), Decision::Nobody);
        assert_eq!(decision(&[], Silence::Consents { electorate: 0 }), Decision::Nobody);
        assert_eq!(decision(&[], Silence::Consents { electorate: 5 }), Decision::Passed);
    }
}
