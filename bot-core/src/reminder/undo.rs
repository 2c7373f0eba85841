//! Taking back the last act on a reminder.

use super::{Reminder, schedule};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::phrase;
use crate::undo::changed_since;

/// Puts the reminder back as it was, if nothing happened to it since.
pub(crate) async fn put_back(desk: &mut Desk<'_>, before: Reminder) -> Outcome<Answer> {
    let current = desk.work.unit.reminder_for_update(before.group, before.id).await?;
    let current = current.filter(|reminder| reminder.version == before.version + 1);
    let current = current.ok_or_else(changed_since)?;
    let was_set = before.version == 0;
    let reference = schedule::replace(&mut desk.work, current.version, before)
        .await?
        .reference();
    Ok(desk.say(&if was_set {
        phrase!("reminder-undone-set", reminder = command reference)
    } else {
        phrase!("reminder-undone", reminder = command reference)
    }))
}
