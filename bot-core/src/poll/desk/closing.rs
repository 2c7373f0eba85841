//! `poll close P4 [sure:yes]` and `poll extend P4 <when>`: for whoever asked, and for captains.

use super::{find_to_change, must_keep, tell_room};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::phrase;
use crate::poll::standing::count;
use crate::poll::undo::PollUndo;
use crate::poll::{Poll, Secrecy, card, due, secret};
use crate::time::Moment;
use crate::undo::Undo;

pub(super) async fn close(desk: &mut Desk<'_>, poll: Reference, sure: bool) -> Outcome<Answer> {
    let before = find_to_change(desk, poll).await?;
    must_keep(desk, &before)?;
    let for_good = before.secrecy != Secrecy::Open;
    if for_good && !sure {
        return Err(ask_whether_sure(&before).into());
    }
    let poll = before.clone().closed(desk.work.now);
    due::schedule(&mut desk.work, &poll).await?;
    save(desk, &poll, before).await?;
    if for_good {
        // Nobody votes once the counts were seen, and nobody's ballot could be told from another's.
        desk.remember_undo(Undo::Lasting).await?;
    }
    if poll.is_secret() {
        secret::unlink(&mut desk.work, &poll).await?;
    }
    let reference = Some(poll.reference());
    desk.work
        .audit(poll.group, desk.me(), "poll.closed", reference, None)
        .await?;
    let tally = count(desk.work.unit, &poll).await?;
    tell_room(desk, &poll, |voice| card::closed(&poll, &tally, voice)).await?;
    Ok(card::closed_by_hand(&poll, &tally, &desk.voice).into())
}

pub(super) async fn extend(desk: &mut Desk<'_>, poll: Reference, until: Moment) -> Outcome<Answer> {
    let before = find_to_change(desk, poll).await?;
    must_keep(desk, &before)?;
    let poll = before.clone().extended(until)?;
    due::reschedule(&mut desk.work, &before, &poll).await?;
    save(desk, &poll, before).await?;
    let tally = count(desk.work.unit, &poll).await?;
    tell_room(desk, &poll, |voice| card::extended(&poll, &tally, voice)).await?;
    Ok(card::extended(&poll, &tally, &desk.voice).into())
}

fn ask_whether_sure(poll: &Poll) -> UserError {
    let poll = poll.reference();
    UserError::new(phrase!("poll-close-sure", poll = word poll)).type_next(format!("poll close {poll} sure:yes"))
}

async fn save(desk: &mut Desk<'_>, poll: &Poll, before: Poll) -> Outcome<()> {
    desk.work.save_poll(poll).await?;
    let undo = PollUndo::Changed {
        before: Box::new(before),
    };
    desk.remember_undo(Undo::Poll(undo)).await
}
