//! `broadcast <audience> <text> [at:<when>] [ack:yes]`: a draft, shown as people will see it. Nothing goes out.

use super::{live, must_write_to};
use crate::broadcast::audience::{self, Asked};
use crate::broadcast::command::Draft;
use crate::broadcast::undo::BroadcastUndo;
use crate::broadcast::{Audience, Broadcast, due};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{BroadcastId, Kind, Reference};
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn draft(desk: &mut Desk<'_>, draft: Draft) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let audience = named(desk, draft.audience).await?;
    must_write_to(desk, audience).await?;
    if let Some(at) = draft.at.as_ref().filter(|at| at.at <= desk.work.now) {
        return Err(phrase!("broadcast-at-past", at = moment at).into());
    }
    let mut broadcast = Broadcast {
        id: BroadcastId::new(desk.work.ids, desk.work.now),
        group,
        number: desk.work.next_reference(group, Kind::Broadcast).await?.number,
        text: draft.text,
        audience,
        asks: draft.asks,
        author: desk.me(),
        room: (!desk.room.private).then(|| desk.room.clone()),
        created_at: desk.work.now,
        at: draft.at,
        people: 0,
        confirmed_at: None,
        begun_at: None,
        cursor: None,
        written_at: None,
        stopped_at: None,
        unwritten: 0,
        finished_at: None,
        mentioned_at: None,
        version: 1,
    };
    let census = audience::census(desk.work.unit, &broadcast, None, desk.work.now).await?;
    broadcast.people = census.all();
    if broadcast.people == 0 {
        return Err(phrase!("broadcast-to-nobody").into());
    }
    due::save(&mut desk.work, &broadcast).await?;
    let undo = BroadcastUndo::Written {
        broadcast: broadcast.id,
    };
    desk.remember_undo(Undo::Broadcast(undo)).await?;
    live(desk, broadcast).await
}

/// The audience that was named, if there is such a one.
pub(crate) async fn named(desk: &mut Desk<'_>, asked: Asked) -> Outcome<Audience> {
    let group = desk.group()?.id;
    Ok(match asked {
        Asked::Everyone => Audience::Everyone,
        Asked::Captains => Audience::Captains,
        Asked::Team(name) => Audience::Team(desk.find_team(&name).await?.id),
        Asked::Roster(number) => Audience::Roster(must_be_a_shift(desk, number).await?),
        Asked::Unconfirmed(number) => Audience::Unconfirmed(must_be_a_shift(desk, number).await?),
        Asked::Nonvoters(number) => {
            let reference = Reference::new(Kind::Poll, number);
            let poll = desk.work.unit.poll_by_number(group, number).await?;
            let Some(poll) = poll else {
                let unknown = UserError::new(phrase!("poll-unknown", poll = word reference));
                return Err(unknown.type_next("poll list").into());
            };
            if !poll.is_open(desk.work.now) {
                let closed = UserError::new(phrase!("broadcast-poll-closed", poll = command reference));
                return Err(closed.type_next(format!("poll show {reference}")).into());
            }
            Audience::Nonvoters(number)
        }
    })
}

async fn must_be_a_shift(desk: &mut Desk<'_>, number: u32) -> Outcome<u32> {
    let group = desk.group()?.id;
    if desk.work.unit.shift(group, number).await?.is_some() {
        return Ok(number);
    }
    let unknown = phrase!("shift-unknown", shift = word Reference::new(Kind::Shift, number));
    Err(UserError::new(unknown).type_next("shift list").into())
}
