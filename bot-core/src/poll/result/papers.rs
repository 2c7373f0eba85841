//! The ballots of a poll as each method reads them.

use super::Counted;
use crate::poll::ballot::{IF_NEED_BE, YES, given};
use crate::poll::choosing::{BLOCK, STAND_ASIDE};
use crate::poll::tally::availability::{Answer, AvailabilityBallot};
use crate::poll::tally::choices::ChoiceBallot;
use crate::poll::tally::consent::{ConsentBallot, Position, Reason};
use crate::poll::tally::outcome::OptionIndex;
use crate::poll::tally::ranked::{RankedBallot, RankedBallots};
use crate::poll::tally::score::ScoreBallot;
use crate::poll::{Poll, PollKind};

/// Ballots that name options.
pub(in crate::poll) fn choices(chosen: &[&[u32]], options: usize) -> Vec<ChoiceBallot> {
    let ballot = |chosen: &&[u32]| ChoiceBallot {
        weight: 1,
        chosen: indices(chosen, options).collect(),
    };
    chosen.iter().map(ballot).collect()
}

/// Ballots that rank options.
pub(in crate::poll) fn ranked(chosen: &[&[u32]], options: usize) -> RankedBallots {
    let ballot = |chosen: &&[u32]| RankedBallot::in_order(1, indices(chosen, options));
    RankedBallots {
        options,
        withdrawn: Vec::new(),
        ballots: chosen.iter().map(ballot).collect(),
    }
}

/// Ballots that give points.
pub(in crate::poll) fn scores(chosen: &[&[u32]]) -> Vec<ScoreBallot> {
    let points = |points: &u32| u8::try_from(*points).ok();
    let ballot = |chosen: &&[u32]| ScoreBallot {
        weight: 1,
        scores: chosen.iter().map(points).collect(),
    };
    chosen.iter().map(ballot).collect()
}

/// Ballots that say when somebody can come. Whoever abstains says nothing of any time.
pub(in crate::poll) fn answers(chosen: &[&[u32]], options: usize) -> Vec<AvailabilityBallot> {
    let answer = |figure: &u32| {
        Some(match *figure {
            YES => Answer::Yes,
            IF_NEED_BE => Answer::IfNeedBe,
            _ => Answer::No,
        })
    };
    let ballot = |chosen: &&[u32]| AvailabilityBallot {
        weight: 1,
        answers: chosen.iter().take(options).map(answer).collect(),
    };
    chosen.iter().map(ballot).collect()
}

/// What people say to a proposal.
pub(in crate::poll) fn positions<B: Counted>(ballots: &[B]) -> Vec<ConsentBallot> {
    let position = |ballot: &B| match ballot.chosen().first() {
        None => Position::Abstain,
        Some(&STAND_ASIDE) => Position::StandAside,
        Some(&BLOCK) => {
            let reason = ballot.reason().and_then(Reason::written);
            reason.map_or(Position::StandAside, Position::Block)
        }
        Some(_) => Position::Agree,
    };
    let ballot = |ballot| ConsentBallot {
        weight: 1,
        position: position(ballot),
    };
    ballots.iter().map(ballot).collect()
}

/// What the bars of a poll show: how many name each option, rank it first or say yes to it; its points.
pub(super) fn figures(poll: &Poll, chosen: &[&[u32]]) -> Vec<u32> {
    let of = |number: u32| {
        let given = chosen.iter().filter_map(|chosen| given(poll.kind, chosen, number));
        match poll.kind {
            PollKind::Score | PollKind::Star => given.sum(),
            PollKind::Ranked => super::total(given.filter(|rank| *rank == 1).count()),
            PollKind::Availability => super::total(given.filter(|answer| *answer == YES).count()),
            PollKind::Single | PollKind::Approval | PollKind::Consent => super::total(given.count()),
        }
    };
    poll.numbered().map(|(number, _)| of(number)).collect()
}

/// The options of those numbers, from 1.
fn indices(numbers: &[u32], options: usize) -> impl Iterator<Item = OptionIndex> {
    let known = numbers
        .iter()
        .filter_map(|number| u16::try_from(number.checked_sub(1)?).ok());
    known.map(OptionIndex).filter(move |option| option.at() < options)
}
