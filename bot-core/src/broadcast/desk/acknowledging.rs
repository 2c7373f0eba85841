//! `broadcast ack B6`: *Got it*, from whoever it was for.

use super::unknown;
use crate::broadcast::outcome::card_follows;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::phrase;
use crate::undo::Undo;

pub(super) async fn acknowledge(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let (group, me, now) = (desk.group()?.id, desk.me(), desk.work.now);
    let broadcast = desk.work.unit.broadcast_by_number(group, number).await?;
    let broadcast = broadcast.ok_or_else(|| unknown(number))?;
    let reference = broadcast.reference();
    let Some((_, said_at)) = desk.work.unit.copy_of(group, broadcast.id, me).await? else {
        return Err(phrase!("broadcast-ack-not-for-you", broadcast = command reference).into());
    };
    if !broadcast.asks {
        return Err(phrase!("broadcast-ack-not-asked", broadcast = command reference).into());
    }
    if said_at.is_some() {
        return Ok(desk.say(&phrase!("broadcast-ack-said-before", broadcast = command reference)));
    }
    desk.work.unit.acknowledge(group, broadcast.id, me, now).await?;
    desk.remember_undo(Undo::Lasting).await?;
    let author = desk.work.name_of(broadcast.author).await?;
    if card_follows(&broadcast, me.0) {
        desk.work.card_changed(group, reference).await?;
    }
    Ok(desk.say(&phrase!("broadcast-ack-said", author = person author)))
}
