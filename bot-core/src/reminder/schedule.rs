//! Saving a reminder, and keeping the agenda true to it.

use super::{Reminder, State};
use crate::store::{DueAct, StoreResult};
use crate::work::Work;

/// Makes `after` of the version before it: saved one version on, with its next time on the agenda.
pub(super) async fn replace(work: &mut Work<'_>, before: u32, mut after: Reminder) -> StoreResult<Reminder> {
    after.version = before + 1;
    work.unit.save_reminder(&after).await?;
    let next = after.coming().filter(|_| after.state == State::Waiting);
    let acts = next.map(|moment| (moment.at, DueAct::Remind));
    work.plan_anew(after.group, after.subject(), acts).await?;
    Ok(after)
}
