//! What takes an act on a poll back.

use serde::{Deserialize, Serialize};

use super::ballot::Ballot;
use super::desk::voting::remember;
use super::desk::{must_be_open, must_keep, tell_room};
use super::standing::count;
use super::{Poll, card, due, leaving, secret};
use crate::desk::{Answer, Desk};
use crate::error::{Fault, Outcome, UserError};
use crate::ids::PollId;
use crate::phrase;
use crate::reply::Card;
use crate::shift;
use crate::task::{self, Task};

/// An act on a poll, and what takes it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PollUndo {
    /// It was opened: take it back, if nobody else has voted.
    Opened {
        /// The poll.
        poll: PollId,
    },
    /// It was closed or extended: put its header back, if nobody changed it since and its time is still ahead.
    Changed {
        /// The poll before.
        before: Box<Poll>,
    },
    /// A ballot was cast: put the one before it back, if votes still count.
    Voted {
        /// The poll.
        poll: PollId,
        /// The ballot that was cast.
        cast: Ballot,
        /// The one before it.
        before: Option<Ballot>,
    },
    /// Its decision became tasks: delete them, if nobody changed one since.
    MintedTasks {
        /// The poll.
        poll: PollId,
        /// Each as it was before it was added.
        before: Vec<Task>,
    },
    /// Its decision became a shift: cancel it.
    MintedShift {
        /// The poll.
        poll: PollId,
        /// The shift's number.
        shift: u32,
    },
    /// A vote was cast in a secret poll: take it out. What it was, and what it replaced, is not kept here.
    VotedSecretly {
        /// The poll.
        poll: PollId,
    },
}

/// Takes the act back.
pub async fn run(desk: &mut Desk<'_>, undo: PollUndo) -> Outcome<Answer> {
    match undo {
        PollUndo::Opened { poll } => opened(desk, poll).await,
        PollUndo::Changed { before } => changed(desk, *before).await,
        PollUndo::Voted { poll, cast, before } => voted(desk, poll, &cast, before.as_ref()).await,
        PollUndo::VotedSecretly { poll } => voted_secretly(desk, poll).await,
        PollUndo::MintedTasks { poll, before } => minted_tasks(desk, poll, before).await,
        PollUndo::MintedShift { poll, shift } => minted_shift(desk, poll, shift).await,
    }
}

async fn opened(desk: &mut Desk<'_>, poll: PollId) -> Outcome<Answer> {
    let poll = find_to_change(desk, poll).await?;
    must_be_open(desk, &poll).await?;
    let reference = poll.reference();
    let others = others_who_voted(desk, &poll).await?;
    if others > 0 {
        let refusal = phrase!("poll-undo-voted", poll = word reference, others = number others);
        return Err(UserError::new(refusal)
            .type_next(format!("poll close {reference}"))
            .into());
    }
    let poll = poll.withdrawn(desk.work.now);
    desk.work.save_poll(&poll).await?;
    due::schedule(&mut desk.work, &poll).await?;
    if poll.is_secret() {
        secret::discard(&mut desk.work, &poll).await?;
    }
    desk.work
        .audit(poll.group, desk.me(), "poll.withdrawn", Some(reference), None)
        .await?;
    let undone = phrase!("poll-undone-new", poll = word reference);
    tell_room(desk, &poll, |voice| voice.say(&undone)).await?;
    Ok(desk.say(&undone))
}

/// How many have voted but for whoever asks.
async fn others_who_voted(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<usize> {
    if !poll.is_secret() {
        let ballots = desk.work.unit.ballots(poll.group, poll.id).await?;
        return Ok(ballots.iter().filter(|ballot| ballot.person != desk.me()).count());
    }
    let voter = secret::key_of(desk.work.unit, poll).await?.mark(desk.me());
    let mine = desk.work.unit.sealed_ballot(poll.group, poll.id, &voter).await?;
    let all = desk.work.unit.secret_ballots(poll.group, poll.id).await?;
    Ok(all.len() - mine.iter().len())
}

async fn changed(desk: &mut Desk<'_>, before: Poll) -> Outcome<Answer> {
    let now = find_to_change(desk, before.id).await?;
    must_keep(desk, &now)?;
    let reference = now.reference();
    if now.version != before.version.saturating_add(1) {
        return Err(phrase!("poll-undo-changed", poll = word reference).into());
    }
    if !before.is_open(desk.work.now) {
        let result = card::sentence(&now, &count(desk.work.unit, &now).await?);
        let closes = before.closes;
        return Err(
            phrase!("poll-undo-past", poll = word reference, closes = moment closes, result = phrase result).into(),
        );
    }
    let was_closed = now.closed_at.is_some();
    leaving::withdraw_of_those_gone(&mut desk.work, &now).await?;
    let poll = now.clone().put_back(before);
    desk.work.save_poll(&poll).await?;
    due::reschedule(&mut desk.work, &now, &poll).await?;
    let undone = if was_closed {
        phrase!("poll-undone-close", poll = word reference, closes = moment poll.closes)
    } else {
        phrase!("poll-undone-extend", poll = word reference, closes = moment poll.closes)
    };
    tell_room(desk, &poll, |voice| voice.say(&undone)).await?;
    Ok(desk.say(&undone))
}

async fn voted(desk: &mut Desk<'_>, poll: PollId, cast: &Ballot, before: Option<&Ballot>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let poll = must_be_there(desk.work.unit.poll_for_vote(group, poll).await?)?;
    must_be_open(desk, &poll).await?;
    let reference = poll.reference();
    if desk.work.unit.ballot(poll.group, poll.id, cast.person).await?.as_ref() != Some(cast) {
        return Err(phrase!("poll-undo-changed", poll = word reference).into());
    }
    let undone = if let Some(before) = before {
        desk.work.unit.save_ballot(poll.group, poll.id, before).await?;
        phrase!("poll-undone-vote-again", poll = word reference, choice = list card::chosen(&poll, &before.chosen))
    } else {
        desk.work.unit.remove_ballot(poll.group, poll.id, cast.person).await?;
        phrase!("poll-undone-vote", poll = word reference)
    };
    desk.work.card_changed(poll.group, reference).await?;
    Ok(desk.say(&undone))
}

/// In private alone: in a room it would tell that they voted.
async fn voted_secretly(desk: &mut Desk<'_>, poll: PollId) -> Outcome<Answer> {
    if !desk.room.private {
        return Err(UserError::new(phrase!("undo-in-private")).type_next("undo").into());
    }
    let poll = find_to_change(desk, poll).await?;
    must_be_open(desk, &poll).await?;
    let voter = secret::key_of(desk.work.unit, &poll).await?.mark(desk.me());
    remember(desk, &poll).await?;
    let reference = poll.reference();
    if !desk.work.unit.remove_sealed_ballot(poll.group, poll.id, &voter).await? {
        return Err(phrase!("poll-undo-changed", poll = word reference).into());
    }
    desk.work.card_changed(poll.group, reference).await?;
    Ok(desk.say(&phrase!("poll-undone-vote-secret", poll = word reference)))
}

async fn minted_tasks(desk: &mut Desk<'_>, poll: PollId, before: Vec<Task>) -> Outcome<Answer> {
    let mut card = Card::new();
    for task in before {
        card.blocks.extend(task::undo::put_back(desk, task).await?.card.blocks);
    }
    unmint(desk, poll).await?;
    Ok(card.into())
}

async fn minted_shift(desk: &mut Desk<'_>, poll: PollId, shift: u32) -> Outcome<Answer> {
    let answer = shift::undo::unpost(desk, shift).await?;
    unmint(desk, poll).await?;
    Ok(answer)
}

/// What the poll decided can become work again.
async fn unmint(desk: &mut Desk<'_>, poll: PollId) -> Outcome<()> {
    let poll = find_to_change(desk, poll).await?.changed();
    desk.work.unit.remove_poll_works(poll.group, poll.id).await?;
    desk.work.save_poll(&poll).await?;
    let undone = phrase!("poll-undone-mint", poll = word poll.reference());
    tell_room(desk, &poll, |voice| voice.say(&undone)).await
}

async fn find_to_change(desk: &mut Desk<'_>, poll: PollId) -> Outcome<Poll> {
    let group = desk.group()?.id;
    must_be_there(desk.work.unit.poll_for_update(group, poll).await?)
}

fn must_be_there(poll: Option<Poll>) -> Outcome<Poll> {
    Ok(poll.ok_or(Fault::Invariant("what was done to a poll is undone on that poll"))?)
}
