//! What happens when a reminder's time has come.

use super::rules::Firing;
use super::{Audience, card, schedule};
use crate::error::Fault;
use crate::ids::ReminderId;
use crate::store::{Due, OutboxKind};
use crate::work::{Personal, Work};

/// Sends it, once for everything that fell due until now, and puts its next time on the agenda.
pub async fn run(work: &mut Work<'_>, due: &Due) -> Result<(), Fault> {
    let reminder = work.unit.reminder(due.group, ReminderId(due.subject.id)).await?;
    let Some(reminder) = reminder else { return Ok(()) };
    let Some(Firing { after, times }) = reminder.fire(work.now) else {
        return Ok(());
    };
    let fired = schedule::replace(work, reminder.version, after).await?;
    let group = work.unit.group(due.group).await?;
    let group = group.ok_or(Fault::Invariant("a reminder's group exists"))?;
    let now = work.now;
    let key = |whom: String| {
        format!(
            "due/reminder/{}/remind/{whom}/{}",
            fired.id.0,
            due.at.timestamp_micros()
        )
    };
    match &fired.audience {
        Audience::Room(room) => {
            let card = card::fired(&fired, &times, now, &work.voice_of_room(&group));
            work.post(room.clone(), OutboxKind::Reminder, key("room".to_owned()), card)
                .await?;
        }
        Audience::Creator => {
            let personal = Personal {
                kind: OutboxKind::Reminder,
                key: key(fired.creator.0.to_string()),
                useless_after: None,
                held: false,
            };
            work.notify(&group, fired.creator, personal, |voice| {
                card::fired(&fired, &times, now, voice)
            })
            .await?;
        }
    }
    Ok(())
}
