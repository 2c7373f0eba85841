//! Saving a reminder, and keeping the agenda true to it.

use super::{Reminder, State};
use crate::store::{Due, DueAct, StoreResult};
use crate::work::Work;

/// Makes `after` of the version before it: saved one version on, with its next time on the agenda.
pub(super) async fn replace(work: &mut Work<'_>, before: u32, mut after: Reminder) -> StoreResult<Reminder> {
    after.version = before + 1;
    work.unit.save_reminder(&after).await?;
    work.unit.unschedule(after.group, after.subject(), None).await?;
    if let Some(moment) = after.coming().filter(|_| after.state == State::Waiting) {
        let due = Due {
            at: moment.at,
            group: after.group,
            subject: after.subject(),
            act: DueAct::Remind,
            person: None,
        };
        work.unit.schedule(&due).await?;
    }
    Ok(after)
}
