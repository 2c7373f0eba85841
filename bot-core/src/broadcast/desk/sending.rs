//! `broadcast send B6`: the draft is confirmed. It goes out now, or at its time.

use super::{find_to_change, live, must_write_to};
use crate::broadcast::undo::BroadcastUndo;
use crate::broadcast::{Broadcast, State, due};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn send(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let draft = find_to_change(desk, number).await?;
    must_be_a_draft(desk, &draft)?;
    must_write_to(desk, draft.audience).await?;
    let confirmed = draft.clone().confirmed(desk.work.now);
    due::save(&mut desk.work, &confirmed).await?;
    let reference = Some(confirmed.reference());
    desk.work
        .audit(confirmed.group, desk.me(), "broadcast.sent", reference, None)
        .await?;
    let undo = BroadcastUndo::Confirmed {
        before: Box::new(draft),
    };
    desk.remember_undo(Undo::Broadcast(undo)).await?;
    live(desk, confirmed).await
}

fn must_be_a_draft(desk: &Desk<'_>, broadcast: &Broadcast) -> Result<(), UserError> {
    let reference = broadcast.reference();
    let show = format!("broadcast show {reference}");
    Err(match broadcast.state(desk.work.now) {
        State::Draft => return Ok(()),
        State::Lapsed => UserError::new(phrase!("broadcast-has-lapsed", broadcast = command reference))
            .type_next("broadcast <audience> <text>"),
        State::TakenBack => UserError::new(phrase!("broadcast-is-taken-back", broadcast = command reference))
            .type_next("broadcast <audience> <text>"),
        State::Scheduled | State::Running | State::Stopping | State::Stopped | State::Finished => {
            UserError::new(phrase!("broadcast-is-sent", broadcast = command reference)).type_next(show)
        }
    })
}
