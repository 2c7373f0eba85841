//! What happens when a reminder's time has come.

use super::rules::Firing;
use super::{Audience, card, schedule};
use crate::error::Fault;
use crate::ids::ReminderId;
use crate::store::{Due, OutboxKind};
use crate::work::{Patience, Personal, Work};

/// Sends it, once for everything that fell due until now, and puts its next time on the agenda.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let reminder = work
        .unit
        .reminder_for_update(due.group, ReminderId(due.subject.id))
        .await?;
    let Some(reminder) = reminder else { return Ok(()) };
    let Some(Firing { after, times }) = reminder.fire(work.now) else {
        return Ok(());
    };
    let fired = schedule::replace(work, reminder.version, after).await?;
    let group = work.group(due.group).await?;
    let now = work.now;
    match &fired.audience {
        Audience::Room(room) => {
            let voice = work.voice_of_room(&group);
            let card = card::fired(&fired, &times, now, &voice);
            work.post(
                room.clone(),
                OutboxKind::Reminder,
                due.key("room"),
                (card, voice.language),
            )
            .await?;
        }
        Audience::Creator => {
            let personal = Personal::due(due, fired.creator).with(Patience::AskedFor);
            work.notify(&group, fired.creator, personal, |voice| {
                card::fired(&fired, &times, now, voice)
            })
            .await?;
        }
    }
    Ok(())
}
