//! Saving a reminder, and keeping the agenda true to it.

use super::{Reminder, State};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::store::{DueAct, StoreResult};
use crate::undo::Undo;
use crate::work::Work;

/// Makes `after` of `before`, as the last act of whoever acts: they can take it back.
pub(super) async fn make(desk: &mut Desk<'_>, before: Reminder, after: Reminder) -> Outcome<Reminder> {
    let after = replace(&mut desk.work, before.version, after).await?;
    desk.remember_undo(Undo::Reminder(Box::new(before))).await?;
    Ok(after)
}

/// Makes `after` of the version before it: saved one version on, with its next time on the agenda.
pub(super) async fn replace(work: &mut Work<'_>, before: u32, mut after: Reminder) -> StoreResult<Reminder> {
    after.version = before + 1;
    work.save_reminder(&after).await?;
    let next = after.coming().filter(|_| after.state == State::Waiting);
    let acts = next.map(|moment| (moment.at, DueAct::Remind));
    work.plan_anew(after.group, after.subject(), acts).await?;
    Ok(after)
}
