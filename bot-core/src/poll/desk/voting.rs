//! `poll vote P4 <choice>…`: by name, or in a secret poll where nobody else sees it and under a mark.

use super::{find_to_vote, must_be_open};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, Stop, UserError};
use crate::ids::Reference;
use crate::phrase;
use crate::poll::ballot::{Ballot, choose};
use crate::poll::secret::SecretBallot;
use crate::poll::standing::count;
use crate::poll::undo::PollUndo;
use crate::poll::{Poll, card, electorate, secret};
use crate::store::VoteEvent;
use crate::undo::Undo;

pub(super) async fn vote(desk: &mut Desk<'_>, reference: Reference, choices: &[String]) -> Outcome<Answer> {
    // What was chosen in a poll that is not there, or not any more, may have been meant to be secret.
    let poll = find_to_vote(desk, reference).await.map_err(Stop::confidential)?;
    if poll.is_secret() {
        return vote_secretly(desk, &poll, choices).await.map_err(Stop::confidential);
    }
    must_be_open(desk, &poll).await?;
    electorate::must_be_in(desk, &poll).await?;
    let before = desk.work.unit.ballot(poll.group, poll.id, desk.me()).await?;
    let vote = choose(&poll, choices, before.as_ref().map(|before| &before.chosen[..]))?;
    let ballot = Ballot {
        person: desk.me(),
        chosen: vote.chosen,
        cast_at: desk.work.now,
        platform: Some(desk.room.platform),
        reason: vote.reason,
    };
    desk.work.unit.save_ballot(poll.group, poll.id, &ballot).await?;
    let undo = PollUndo::Voted {
        poll: poll.id,
        cast: ballot.clone(),
        before: before.clone(),
    };
    desk.remember_undo(Undo::Poll(undo)).await?;
    let tally = count(desk.work.unit, &poll).await?;
    desk.work.card_changed(poll.group, poll.reference()).await?;
    Ok(card::voted(&poll, &ballot, before.as_ref(), &tally, &desk.voice).into())
}

async fn vote_secretly(desk: &mut Desk<'_>, poll: &Poll, choices: &[String]) -> Outcome<Answer> {
    must_be_open(desk, poll).await?;
    must_be_private(desk, poll)?;
    electorate::must_be_in(desk, poll).await?;
    let voter = secret::key_of(desk.work.unit, poll).await?.mark(desk.me());
    let before = desk.work.unit.sealed_ballot(poll.group, poll.id, &voter).await?;
    let (before, receipt) = before.map_or((None, None), |before| (Some(before.chosen), before.receipt));
    let chosen = choose(poll, choices, before.as_deref())?.chosen;
    let ballot = SecretBallot { chosen, receipt };
    desk.work
        .unit
        .save_sealed_ballot(poll.group, poll.id, &voter, &ballot)
        .await?;
    remember(desk, poll).await?;
    desk.remember_undo(Undo::Poll(PollUndo::VotedSecretly { poll: poll.id }))
        .await?;
    let tally = count(desk.work.unit, poll).await?;
    desk.work.card_changed(poll.group, poll.reference()).await?;
    Ok(card::voted_secretly(poll, &ballot.chosen, before.as_deref(), &tally, &desk.voice).into())
}

/// Refuses a vote that others can read, without a word of what it was.
fn must_be_private(desk: &Desk<'_>, poll: &Poll) -> Result<(), UserError> {
    if desk.between_us {
        return Ok(());
    }
    let reference = poll.reference();
    Err(UserError::new(phrase!("poll-vote-in-private", poll = word reference))
        .type_next(format!("poll vote {reference} <choice>")))
}

/// Remembers that this event carries a vote, or tells of one, so that the closing finds its rows.
pub(in crate::poll) async fn remember(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<()> {
    let vote = VoteEvent {
        room: desk.room.clone(),
        event: Some(desk.event_id().to_owned()),
        answer: desk.answer_key(),
        account: desk.actor.account.clone(),
    };
    desk.work.unit.remember_vote(poll.group, poll.id, &vote).await?;
    Ok(())
}

/// `poll show` of a secret poll: whoever asks in private is shown their own vote, while it can be told from the others.
pub(super) async fn show_secret(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<Answer> {
    let tally = count(desk.work.unit, poll).await?;
    if !poll.is_open(desk.work.now) {
        return Ok(card::closed_by_now(desk.work.unit, poll, &tally, &desk.voice)
            .await?
            .into());
    }
    if !desk.room.private {
        return Ok(Answer::live(poll.reference(), card::open(poll, &tally, &desk.voice)));
    }
    let voter = secret::key_of(desk.work.unit, poll).await?.mark(desk.me());
    let mine = desk.work.unit.sealed_ballot(poll.group, poll.id, &voter).await?;
    remember(desk, poll).await?;
    Ok(card::shown_to_voter(poll, mine.as_ref(), &tally, &desk.voice).into())
}
