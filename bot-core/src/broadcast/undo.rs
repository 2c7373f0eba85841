//! What takes an act on a broadcast back.

use serde::{Deserialize, Serialize};

use super::{Broadcast, State, card, due};
use crate::desk::{Answer, Desk};
use crate::error::{Fault, Outcome, UserError};
use crate::ids::BroadcastId;
use crate::phrase;
use crate::undo::changed_since;

/// An act on a broadcast, and what takes it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BroadcastUndo {
    /// It was written: discard the draft.
    Written {
        /// The broadcast.
        broadcast: BroadcastId,
    },
    /// It was confirmed: make it a draft again, while nothing has gone out.
    Confirmed {
        /// The draft.
        before: Box<Broadcast>,
    },
}

/// Takes the act back.
pub async fn run(desk: &mut Desk<'_>, undo: BroadcastUndo) -> Outcome<Answer> {
    match undo {
        BroadcastUndo::Written { broadcast } => written(desk, broadcast).await,
        BroadcastUndo::Confirmed { before } => confirmed(desk, *before).await,
    }
}

async fn written(desk: &mut Desk<'_>, broadcast: BroadcastId) -> Outcome<Answer> {
    let broadcast = find(desk, broadcast).await?;
    if broadcast.state(desk.work.now) != State::Draft {
        return Err(changed_since().into());
    }
    let discarded = broadcast.stopped(desk.work.now, 0);
    due::save(&mut desk.work, &discarded).await?;
    Ok(desk.say(&phrase!("broadcast-discarded", broadcast = command discarded.reference())))
}

async fn confirmed(desk: &mut Desk<'_>, before: Broadcast) -> Outcome<Answer> {
    let current = find(desk, before.id).await?;
    let reference = current.reference();
    match current.state(desk.work.now) {
        State::Scheduled if current.version == before.version.saturating_add(1) => {}
        State::Running => {
            let refusal = phrase!("broadcast-undo-going-out", broadcast = command reference);
            return Err(UserError::new(refusal)
                .type_next(format!("broadcast stop {reference}"))
                .into());
        }
        State::Finished | State::Stopping | State::Stopped => {
            let refusal = phrase!("broadcast-undo-gone-out", broadcast = command reference);
            return Err(UserError::new(refusal)
                .type_next(format!("broadcast show {reference}"))
                .into());
        }
        _ => return Err(changed_since().into()),
    }
    let draft = Broadcast {
        version: current.version,
        ..before
    }
    .changed();
    due::save(&mut desk.work, &draft).await?;
    let undone = phrase!("broadcast-undone-send", broadcast = command reference);
    let shown = card::Shown::load(&mut desk.work, draft).await?;
    Ok(Answer::live(
        reference,
        shown.card_below(desk.voice.say(&undone), &desk.voice),
    ))
}

async fn find(desk: &mut Desk<'_>, broadcast: BroadcastId) -> Outcome<Broadcast> {
    let group = desk.group()?.id;
    let found = desk.work.unit.broadcast_for_update(group, broadcast).await?;
    Ok(found.ok_or(Fault::Invariant(
        "what was done to a broadcast is undone on that broadcast",
    ))?)
}
