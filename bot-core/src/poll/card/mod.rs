//! What people see of a poll.
//!
//! - here: the card of an open poll, the answer to a vote, the list
//! - `secret`: what only the voter sees of a secret poll
//! - `nudge`: what those see who have not voted
//! - `result`: what is seen once it is closed; `methods`: where methods disagree on it
//! - `drawn`: the pictures of a poll
//! - `marks`: what a ballot gives an option, in words
//! - `work`: what it became then, or can become
//! - `parts`: what these have in common

mod drawn;
mod marks;
mod methods;
mod nudge;
mod parts;
mod result;
mod secret;
mod work;

use std::collections::HashMap;

use super::ballot::{Ballot, given, to_vote};
use super::result::Tally;
use super::standing::{count, count_these};
use super::{Poll, State};
use crate::error::Fault;
use crate::ids::{GroupId, PersonId, Reference};
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::{Card, Line};
use crate::store::{StoreResult, UnitOfWork};
use crate::work::Work;

pub(super) use nudge::nudge;
pub(super) use parts::chosen;
use parts::{heading, standing, to_choose, turnout};
pub(super) use result::{closed, closed_by_hand, closed_by_itself, sentence};
pub(super) use secret::{no_receipt_yet, receipt, shown_to_voter, voted_secretly};
pub(super) use work::{became, became_already, closed_by_now};

/// The card of a poll, loaded and written for a reader of that voice; `None` if there is none of that number, or it
/// was taken back.
pub async fn load(
    work: &mut Work<'_>,
    group: GroupId,
    reference: Reference,
    voice: &Voice,
) -> Result<Option<Card>, Fault> {
    let Some(poll) = work.unit.poll_by_number(group, reference.number).await? else {
        return Ok(None);
    };
    let tally = count(work.unit, &poll).await?;
    Ok(match poll.state(work.now) {
        State::Open => Some(open(&poll, &tally, voice)),
        State::Closed { .. } => Some(closed_by_now(work.unit, &poll, &tally, voice).await?),
        State::Withdrawn => None,
    })
}

/// An open poll: how it stands, who can see what, and how to vote.
pub(super) fn open(poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    asked(poll, tally, Vec::new(), voice, &heading(poll)).block(to_choose(poll, voice))
}

/// The same, a little before it closes, with a word on its being late; with a meter of the turnout where it is fixed who may
/// vote.
pub(super) fn closes_soon(poll: &Poll, tally: &Tally, voice: &Voice, late: Line) -> Card {
    let heading = phrase!("poll-heading-soon", poll = word poll.reference(), question = user poll.question);
    let card = asked(poll, tally, Vec::new(), voice, &heading)
        .line(late)
        .block(to_choose(poll, voice));
    drawn::turnout_alone(poll, tally, voice)
        .into_iter()
        .fold(card, Card::picture)
}

/// The same with a new closing time.
pub(super) fn extended(poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    let heading = phrase!("poll-heading-longer", poll = word poll.reference(), question = user poll.question);
    asked(poll, tally, Vec::new(), voice, &heading).block(to_choose(poll, voice))
}

fn asked(poll: &Poll, tally: &Tally, choices: Vec<Line>, voice: &Voice, heading: &Phrase) -> Card {
    let card = Card::new()
        .heading(voice.line(heading))
        .aside(voice.line(&phrase!("poll-open-until", closes = moment poll.closes)));
    standing(card, poll, tally, voice)
        .list(choices)
        .line(turnout(poll, tally, voice))
}

/// A poll that is not secret, with who chose what as far as that may be seen now.
pub(super) async fn in_full(unit: &mut dyn UnitOfWork, poll: &Poll, voice: &Voice) -> StoreResult<Card> {
    let ballots = unit.ballots(poll.group, poll.id).await?;
    let names: HashMap<PersonId, String> = unit.voters(poll.group, poll.id).await?.into_iter().collect();
    let tally = count_these(unit, poll, &ballots).await?;
    let choices = if poll.shows_counts(voice.now) {
        who_chose_what(poll, &ballots, &names, voice)
    } else {
        Vec::new()
    };
    if !poll.is_open(voice.now) {
        let card = result::settled(poll, &tally, choices, voice);
        return work::went_on(unit, card, poll, &tally, voice).await;
    }
    Ok(asked(poll, &tally, choices, voice, &heading(poll)).block(to_choose(poll, voice)))
}

/// A line for each option that somebody chose, one for those who abstained, and the reasons of those who block.
fn who_chose_what(poll: &Poll, ballots: &[Ballot], names: &HashMap<PersonId, String>, voice: &Voice) -> Vec<Line> {
    let named = |ballot: &Ballot| names.get(&ballot.person).cloned().map(Arg::Person);
    let mut lines = Vec::new();
    for (number, option) in poll.numbered() {
        let giving = ballots
            .iter()
            .filter(|ballot| given(poll.kind, &ballot.chosen, number).is_some());
        let people: Vec<Arg> = giving
            .filter_map(|ballot| {
                let person = named(ballot)?;
                Some(match marks::beside(poll, &ballot.chosen, number) {
                    Some(mark) => Arg::Phrase(phrase!("poll-person-mark", person = any person, mark = phrase mark)),
                    None => person,
                })
            })
            .collect();
        if !people.is_empty() {
            lines.push(voice.line(&phrase!("poll-chose", option = user option, people = list people)));
        }
    }
    let abstaining: Vec<Arg> = ballots
        .iter()
        .filter(|ballot| ballot.abstains())
        .filter_map(named)
        .collect();
    if !abstaining.is_empty() {
        lines.push(voice.line(&phrase!("poll-abstained", people = list abstaining)));
    }
    let blocking = ballots
        .iter()
        .filter_map(|ballot| Some((named(ballot)?, ballot.reason.as_deref()?)));
    lines.extend(
        blocking.map(|(person, reason)| voice.line(&phrase!("poll-blocks", person = any person, reason = user reason))),
    );
    lines
}

/// The answer to a vote: what counts for them now, and how the poll stands as far as that may be seen.
pub(super) fn voted(poll: &Poll, ballot: &Ballot, before: Option<&Ballot>, tally: &Tally, voice: &Voice) -> Card {
    let elsewhere = before.and_then(|before| before.platform);
    let elsewhere = elsewhere.filter(|platform| Some(*platform) != ballot.platform);
    let replaced = elsewhere.map(|platform| phrase!("poll-vote-from", platform = word platform.code()));
    let before = before.map(|before| &before.chosen[..]);
    Card::new()
        .line(your_vote(poll, &ballot.chosen, before, voice))
        .line(replaced.map(|replaced| voice.line(&replaced)).unwrap_or_default())
        .line(so_far(poll, tally, voice))
        .block(to_choose(poll, voice))
}

/// What somebody's vote is now, and how long they can change it.
fn your_vote(poll: &Poll, choice: &[u32], before: Option<&[u32]>, voice: &Voice) -> Line {
    let now = chosen(poll, choice);
    let vote = match before {
        None => phrase!("poll-your-vote", choice = list now),
        Some(before) if before == choice => phrase!("poll-your-vote-same", choice = list now),
        Some(before) => {
            let before = chosen(poll, before);
            phrase!("poll-your-vote-again", choice = list now, before = list before)
        }
    };
    let change = phrase!("poll-change-until", closes = moment poll.closes);
    Line::joined([voice.line(&vote), voice.line(&change)], " ")
}

fn so_far(poll: &Poll, tally: &Tally, voice: &Voice) -> Line {
    let turned_out = parts::turned_out(poll, tally, voice);
    if !poll.shows_counts(voice.now) {
        let so_far = phrase!("poll-so-far", poll = word poll.reference(), counts = phrase turned_out);
        return voice.line(&so_far);
    }
    let counts = poll.numbered().zip(&tally.counts).map(|((_, option), count)| {
        Arg::Phrase(phrase!("poll-option-count", option = user option, count = number *count))
    });
    let so_far = phrase!("poll-so-far", poll = word poll.reference(), counts = list counts.collect());
    Line::joined([voice.line(&so_far), voice.line(&turned_out)], " · ")
}

/// The open polls.
pub(super) fn list(polls: &[(Poll, Tally)], voice: &Voice) -> Card {
    let Some((first, _)) = polls.first() else {
        let none = voice.line(&phrase!("poll-list-none"));
        return Card::new().line(none).actions(voice, [], "poll new Pizza or tacos?");
    };
    let next = if first.is_secret() {
        format!("poll show {}", first.reference())
    } else {
        to_vote(first, 1)
    };
    let lines = polls.iter().map(|(poll, tally)| entry(poll, tally, voice));
    Card::new()
        .heading(voice.line(&phrase!("poll-list", count = number polls.len())))
        .list(lines)
        .actions(voice, [], next)
}

/// An open poll in one line.
pub(super) fn entry(poll: &Poll, tally: &Tally, voice: &Voice) -> Line {
    let until = phrase!("poll-open-until", closes = moment poll.closes);
    let parts = [heading(poll), parts::turned_out(poll, tally, voice), until];
    Line::joined(parts.iter().map(|part| voice.line(part)), " · ")
}
