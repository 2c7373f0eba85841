//! `broadcast stop B6`: a draft is discarded, a scheduled one taken back, one that goes out stopped in the middle.

use super::{find_to_change, live};
use crate::broadcast::outcome::{finish_if_all_is_known, report};
use crate::broadcast::{Broadcast, State, audience, due};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, Reference};
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn stop(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let broadcast = find_to_change(desk, number).await?;
    let reference = broadcast.reference();
    match broadcast.state(desk.work.now) {
        State::Draft => {
            take_back(desk, broadcast).await?;
            Ok(desk.say(&phrase!("broadcast-discarded", broadcast = command reference)))
        }
        State::Scheduled => {
            take_back(desk, broadcast).await?;
            audit(desk, number).await?;
            Ok(desk.say(&phrase!("broadcast-taken-back", broadcast = command reference)))
        }
        State::Running => {
            audit(desk, number).await?;
            stop_in_the_middle(desk, broadcast).await
        }
        state @ (State::Lapsed | State::TakenBack) => {
            let refusal = if state == State::Lapsed {
                phrase!("broadcast-has-lapsed", broadcast = command reference)
            } else {
                phrase!("broadcast-is-taken-back", broadcast = command reference)
            };
            Err(UserError::new(refusal).type_next("broadcast list").into())
        }
        State::Stopping | State::Stopped | State::Finished => {
            let refusal = phrase!("broadcast-is-over", broadcast = command reference);
            Err(UserError::new(refusal)
                .type_next(format!("broadcast show {reference}"))
                .into())
        }
    }
}

async fn take_back(desk: &mut Desk<'_>, broadcast: Broadcast) -> Outcome<()> {
    let taken_back = broadcast.stopped(desk.work.now, 0);
    due::save(&mut desk.work, &taken_back).await?;
    desk.remember_undo(Undo::Lasting).await
}

async fn audit(desk: &mut Desk<'_>, number: u32) -> Outcome<()> {
    let group = desk.group()?.id;
    let reference = Reference::new(Kind::Broadcast, number);
    let me = desk.me();
    desk.work
        .audit(group, me, "broadcast.stopped", Some(reference), None)
        .await?;
    Ok(())
}

/// Takes the messages away that no attempt was made to send, and writes to nobody else. What is being sent comes to an end
/// of its own.
async fn stop_in_the_middle(desk: &mut Desk<'_>, broadcast: Broadcast) -> Outcome<Answer> {
    let (group, id, now) = (broadcast.group, broadcast.id, desk.work.now);
    let unwritten = if broadcast.is_written() {
        0
    } else {
        let left = audience::census(desk.work.unit, &broadcast, broadcast.cursor, now).await?;
        left.all()
    };
    let stopped = broadcast.stopped(now, unwritten);
    due::save(&mut desk.work, &stopped).await?;
    desk.work.unit.withdraw(group, stopped.reference()).await?;
    desk.work.unit.give_up_copies(group, id).await?;
    desk.remember_undo(Undo::Lasting).await?;
    let finished = finish_if_all_is_known(&mut desk.work, group, id).await?;
    if let Some(finished) = &finished
        && !hears_this_answer(desk, finished)
    {
        report(&mut desk.work, finished).await?;
    }
    live(desk, finished.unwrap_or(stopped)).await
}

/// Whether whoever would hear the report sees the answer, which says the same.
fn hears_this_answer(desk: &Desk<'_>, broadcast: &Broadcast) -> bool {
    match &broadcast.room {
        Some(room) => *room == desk.room,
        None => broadcast.author == desk.me() && desk.room.private,
    }
}
