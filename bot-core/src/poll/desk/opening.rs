//! `poll new <question> <option> <option>…` with its terms.

use super::tell_room;
use crate::broadcast;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{GroupId, Kind, PollId};
use crate::poll::command::NewPoll;
use crate::poll::fitting::fitted;
use crate::poll::secret::PollKey;
use crate::poll::standing::count;
use crate::poll::terms::Terms;
use crate::poll::undo::PollUndo;
use crate::poll::{Poll, card, draft, due, electorate};
use crate::store::StoreResult;
use crate::surface::RoomAddress;
use crate::undo::Undo;

pub(super) async fn open(desk: &mut Desk<'_>, new: Box<NewPoll>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let closes = draft::closes(new.until.clone(), &desk.frame())?;
    let fitted = fitted(&new, &desk.frame(), &desk.voice)?;
    let who = match new.who {
        Some(asked) => Some(broadcast::desk::named(desk, asked).await?),
        None => None,
    };
    let poll = Poll {
        id: PollId::new(desk.work.ids, desk.work.now),
        group,
        number: desk.work.next_reference(group, Kind::Poll).await?.number,
        question: new.question,
        options: fitted.options,
        kind: fitted.kind,
        secrecy: new.secrecy,
        creator: desk.me(),
        room: room_of(desk, group).await?,
        opened_at: desk.work.now,
        closes,
        closed_at: None,
        withdrawn_at: None,
        terms: Terms { who, ..fitted.terms },
        nudged_at: None,
        version: 1,
    };
    desk.work.save_poll(&poll).await?;
    electorate::fix(desk.work.unit, &poll).await?;
    if poll.is_secret() {
        let key = PollKey::new(desk.work.ids);
        desk.work.unit.save_poll_key(group, poll.id, &key).await?;
    }
    due::schedule(&mut desk.work, &poll).await?;
    desk.remember_undo(Undo::Poll(PollUndo::Opened { poll: poll.id }))
        .await?;
    let none = count(desk.work.unit, &poll).await?;
    tell_room(desk, &poll, |voice| card::open(&poll, &none, voice)).await?;
    Ok(Answer::live(poll.reference(), card::open(&poll, &none, &desk.voice)))
}

/// The room that hears of the poll: this one, or for a poll opened in private the room of the group where its creator
/// last acted.
async fn room_of(desk: &mut Desk<'_>, group: GroupId) -> StoreResult<RoomAddress> {
    if !desk.room.private {
        return Ok(desk.room.clone());
    }
    let membership = desk.work.unit.membership(group, desk.me()).await?;
    Ok(membership.map_or_else(|| desk.room.clone(), |membership| membership.room))
}
