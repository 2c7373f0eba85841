//! `poll vote P4 <choice>…`

use super::find_to_vote;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::Reference;
use crate::poll::ballot::{Ballot, choose};
use crate::poll::card;
use crate::poll::standing::count;
use crate::poll::undo::PollUndo;
use crate::undo::Undo;

pub(super) async fn vote(desk: &mut Desk<'_>, poll: Reference, choices: &[String]) -> Outcome<Answer> {
    let poll = find_to_vote(desk, poll).await?;
    let ballot = Ballot {
        person: desk.me(),
        chosen: choose(&poll, choices)?,
        cast_at: desk.work.now,
    };
    let before = desk.work.unit.ballot(poll.group, poll.id, ballot.person).await?;
    desk.work.unit.save_ballot(poll.group, poll.id, &ballot).await?;
    let undo = PollUndo::Voted {
        poll: poll.id,
        cast: ballot.clone(),
        before: before.clone(),
    };
    desk.remember_undo(Undo::Poll(undo)).await?;
    let tally = count(desk.work.unit, &poll).await?;
    Ok(card::voted(&poll, &ballot, before.as_ref(), &tally, &desk.voice).into())
}
