//! What becomes of somebody's reminders when they go out of a group.

use super::{Audience, Reminder, schedule};
use crate::ids::{GroupId, PersonId};
use crate::store::StoreResult;
use crate::work::Work;

/// The live reminders that somebody set for themselves.
pub(crate) async fn own(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<Vec<Reminder>> {
    let mut reminders = work.unit.live_reminders_of(group, person).await?;
    reminders.retain(|reminder| reminder.audience == Audience::Creator);
    Ok(reminders)
}

/// Ends them. Those for a room stay: the room hears them, and a captain can cancel them.
pub(crate) async fn end_own(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<()> {
    for reminder in own(work, group, person).await? {
        let current = work.unit.reminder_for_update(group, reminder.id).await?;
        let cancelled = current.as_ref().map(Reminder::cancel);
        if let (Some(reminder), Some(Ok(cancelled))) = (current, cancelled) {
            schedule::replace(work, reminder.version, cancelled).await?;
        }
    }
    Ok(())
}
