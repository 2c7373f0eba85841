//! Saving what cards show: whoever saves through here has every posted copy follow.

use super::Work;
use crate::ids::{CardOf, GroupId, Kind, Reference};
use crate::poll::Poll;
use crate::reminder::Reminder;
use crate::shift::Shift;
use crate::store::StoreResult;
use crate::task::Task;

impl Work<'_> {
    /// Counts a change of what the card of that reference shows: every copy of it that is kept up to date is stale now,
    /// and so is the group's board where it shows that too.
    /// Many may do so at once and wait for each other: the last thing that a unit of work does about it.
    pub async fn card_changed(&mut self, group: GroupId, reference: Reference) -> StoreResult<()> {
        self.unit.card_changed(group, reference.into()).await?;
        match reference.kind {
            Kind::Shift | Kind::Task | Kind::Poll => self.unit.card_changed(group, CardOf::Board).await,
            Kind::Reminder | Kind::Broadcast => Ok(()),
        }
    }

    /// Saves a shift, but not its seats.
    pub async fn save_shift(&mut self, shift: &Shift) -> StoreResult<()> {
        self.unit.save_shift(shift).await?;
        self.card_changed(shift.group, shift.reference()).await
    }

    /// Saves a task.
    pub async fn save_task(&mut self, task: &Task) -> StoreResult<()> {
        self.unit.save_task(task).await?;
        self.card_changed(task.group, task.reference()).await
    }

    /// Saves a reminder.
    pub async fn save_reminder(&mut self, reminder: &Reminder) -> StoreResult<()> {
        self.unit.save_reminder(reminder).await?;
        self.card_changed(reminder.group, reminder.reference()).await
    }

    /// Saves a poll, but not its ballots.
    pub async fn save_poll(&mut self, poll: &Poll) -> StoreResult<()> {
        self.unit.save_poll(poll).await?;
        self.card_changed(poll.group, poll.reference()).await
    }
}
