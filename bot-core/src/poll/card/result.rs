//! What is seen of a poll once it is closed.

use super::drawn::drawn;
use super::methods;
use super::parts::{standing, turnout};
use super::work::{offered, offered_with_show};
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::ballot::place_of;
use crate::poll::recount::LEAST_SECRET_BALLOTS;
use crate::poll::result::{Tally, Verdict};
use crate::poll::tally::consent::Decision;
use crate::poll::tally::outcome::State;
use crate::poll::tally::report;
use crate::poll::terms::Method;
use crate::poll::{Poll, PollKind, Secrecy};
use crate::reply::{Card, Line};

/// The most stages that a card tells one by one.
const MOST_STAGES: usize = 8;

/// The result in one sentence.
pub(in crate::poll) fn sentence(poll: &Poll, tally: &Tally) -> Phrase {
    let Tally { voted, abstained, .. } = *tally;
    let named = |options: &[u32]| -> Vec<Arg> {
        options
            .iter()
            .map(|number| Arg::User(poll.option(*number).to_owned()))
            .collect()
    };
    match tally.verdict(poll) {
        Verdict::Won { option, votes } => won(poll, tally, option, votes),
        Verdict::Elected { options } => phrase!("poll-elected", options = list named(&options)),
        Verdict::Tied { options, elected, .. } if !elected.is_empty() => {
            phrase!("poll-tied-for-seat", options = list named(&options), elected = list named(&elected))
        }
        Verdict::Tied { options, votes, .. } => {
            phrase!("poll-tied", options = list named(&options), votes = number votes, voted = number voted)
        }
        Verdict::NoneOfThese { votes } => phrase!("poll-none-won", votes = number votes, voted = number voted),
        Verdict::NotPassed { option, votes, needed } => phrase!(
            "poll-not-passed",
            option = user poll.option(option),
            votes = number votes,
            needed = number needed,
        ),
        Verdict::NoQuorum { needed } => phrase!("poll-no-quorum", voted = number voted, needed = number needed),
        Verdict::Consent(decision) => consent(decision, tally),
        Verdict::Nobody if abstained > 0 => phrase!("poll-nobody-chose", abstained = number abstained),
        Verdict::Nobody => phrase!("poll-nobody"),
    }
}

/// Who won, and by what.
fn won(poll: &Poll, tally: &Tally, option: u32, votes: u32) -> Phrase {
    let (won, voted) = (poll.option(option), tally.voted);
    match (poll.kind, poll.terms.method) {
        (PollKind::Score, _) => phrase!("poll-won-points", option = user won, points = number votes),
        (PollKind::Ranked, Some(Method::Schulze | Method::Pairs)) => phrase!("poll-won-pairs", option = user won),
        (PollKind::Ranked | PollKind::Star, _) => {
            phrase!("poll-won-runoff", option = user won, votes = number votes, voted = number voted)
        }
        (PollKind::Availability, _) => {
            let index = place_of(option);
            let if_need_be = tally.answers.get(index).map_or(0, |answers| answers.if_need_be);
            phrase!(
                "poll-won-time",
                option = user won,
                votes = number votes,
                ifneedbe = number if_need_be,
                voted = number voted,
            )
        }
        (PollKind::Single | PollKind::Approval | PollKind::Consent, _) => {
            phrase!("poll-won", option = user won, votes = number votes, voted = number voted)
        }
    }
}

/// What became of a proposal.
fn consent(decision: Decision, tally: &Tally) -> Phrase {
    let consent = tally.consent.as_ref();
    let agree = consent.map_or(0, |consent| consent.agree);
    match decision {
        Decision::Passed => phrase!("poll-consent-passed", agree = number agree),
        Decision::Blocked => {
            let block = consent.map_or(0, |consent| consent.block);
            phrase!("poll-consent-blocked", block = number block)
        }
        Decision::Waiting => {
            let silent = consent.and_then(|consent| consent.silent).unwrap_or(0);
            phrase!("poll-consent-waiting", silent = number silent)
        }
        Decision::Nobody => phrase!("poll-consent-nobody"),
    }
}

/// A closed poll, and how to see who chose what.
pub(in crate::poll) fn closed(poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    closed_by_itself(poll, tally, voice, Line::default())
}

/// The same when its time has come, with a word on its being late.
pub(in crate::poll) fn closed_by_itself(poll: &Poll, tally: &Tally, voice: &Voice, late: Line) -> Card {
    let card = settled(poll, tally, Vec::new(), voice).line(late);
    offered_with_show(card, poll, tally, voice)
}

/// The same for whoever closed it just now.
pub(in crate::poll) fn closed_by_hand(poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    let card = settled(poll, tally, Vec::new(), voice);
    let card = match poll.secrecy {
        Secrecy::Open => card.line(voice.line(&phrase!("poll-close-undo", command = command "undo"))),
        Secrecy::Hidden | Secrecy::Secret => card,
    };
    offered(card, poll, tally, voice)
}

/// The result, and how it came about; `choices` are the lines that say who chose what.
pub(super) fn settled(poll: &Poll, tally: &Tally, choices: Vec<Line>, voice: &Voice) -> Card {
    let heading = phrase!("poll-heading-closed", poll = word poll.reference(), question = user poll.question);
    let card = Card::new()
        .heading(voice.line(&heading))
        .line(voice.line(&sentence(poll, tally)));
    let card = standing(card, poll, tally, voice)
        .list(stages(poll, tally, voice))
        .list(ties(poll, tally, voice));
    let card = methods::listed(card, poll, tally, voice)
        .list(choices)
        .line(turnout(poll, tally, voice));
    drawn(poll, tally, voice).into_iter().fold(card, Card::picture)
}

/// Each tie with what broke it.
fn ties(poll: &Poll, tally: &Tally, voice: &Voice) -> Vec<Line> {
    let ties = tally.outcome.ties.iter().filter(|_| poll.kind == PollKind::Ranked);
    ties.map(|tie| voice.line(&report::tie(tie, &poll.options))).collect()
}

/// A line for each stage: what it does, and how those stand who are still in the count. None of few secret ballots, which it
/// would tell apart; none of more stages than a message has room for, which `poll export` gives as a file.
fn stages(poll: &Poll, tally: &Tally, voice: &Voice) -> Vec<Line> {
    let stages = &tally.outcome.stages;
    let tells_too_much = poll.is_secret() && tally.voted < LEAST_SECRET_BALLOTS;
    if tells_too_much || !(2..=MOST_STAGES).contains(&stages.len()) {
        return Vec::new();
    }
    let lines = stages.iter().enumerate().map(|(index, stage)| {
        let left = stage.standings.iter().zip(&poll.options);
        let left = left.filter(|(standing, _)| matches!(standing.state, State::Continuing | State::Elected));
        let counts = left.map(|(standing, option)| {
            Arg::Phrase(phrase!("poll-stage-count", option = user option, count = word standing.count))
        });
        voice.line(&phrase!(
            "poll-stage",
            stage = number index + 1,
            step = phrase report::stage(stage, &poll.options),
            counts = list counts.collect(),
        ))
    });
    lines.collect()
}
