//! What has a reference: shifts, tasks, reminders, polls and broadcasts; and how each kind of it is gathered.

use async_trait::async_trait;
use serde::Serialize;

use super::Hall;
use crate::error::Fault;
use crate::export::entries::{BroadcastEntry, PollEntry, ReminderEntry, ShiftEntry, TaskEntry};
use crate::export::kept::Kept;
use crate::ids::Kind;
use crate::reminder::Audience;
use crate::{poll, task};

/// Something with a reference, as the group's document shows it.
#[async_trait]
pub(super) trait Numbered: Serialize + Sized {
    const KIND: Kind;

    /// None where there is none that is the group's to take along.
    async fn look_up(hall: &mut Hall<'_>, number: u32) -> Result<Option<Self>, Fault>;
}

impl Hall<'_> {
    /// Everything of a kind; where it does not fit, the latest.
    pub(super) async fn numbered<T: Numbered>(&mut self) -> Result<Vec<T>, Fault> {
        let mut kept = Kept::new(self.bound);
        for number in (1..=self.unit.last_number(self.group, T::KIND).await?).rev() {
            let Some(entry) = T::look_up(self, number).await? else {
                continue;
            };
            if !kept.keep(entry)? {
                self.left_out.from(T::KIND, number);
                break;
            }
        }
        Ok(kept.in_order())
    }
}

#[async_trait]
impl Numbered for ShiftEntry {
    const KIND: Kind = Kind::Shift;

    async fn look_up(hall: &mut Hall<'_>, number: u32) -> Result<Option<Self>, Fault> {
        let Some(mut roster) = hall.unit.shift(hall.group, number).await? else {
            return Ok(None);
        };
        // Noted for those who run the shift, and no part of what goes round.
        for seat in &mut roster.seats {
            seat.attendance.no_show_at = None;
        }
        Ok(Some(Self::new(hall.unit, &mut hall.names, roster).await?))
    }
}

#[async_trait]
impl Numbered for TaskEntry {
    const KIND: Kind = Kind::Task;

    async fn look_up(hall: &mut Hall<'_>, number: u32) -> Result<Option<Self>, Fault> {
        let task = hall.unit.task_by_number(hall.group, number).await?;
        let Some(task) = task.filter(|task| task.state != task::State::Deleted) else {
            return Ok(None);
        };
        Ok(Some(Self::new(hall.unit, &mut hall.names, task).await?))
    }
}

/// Those for rooms that others are in: what somebody set for themselves is theirs alone.
#[async_trait]
impl Numbered for ReminderEntry {
    const KIND: Kind = Kind::Reminder;

    async fn look_up(hall: &mut Hall<'_>, number: u32) -> Result<Option<Self>, Fault> {
        let reminder = hall.unit.reminder_by_number(hall.group, number).await?;
        let of_room = reminder.filter(|one| matches!(&one.audience, Audience::Room(room) if !room.private));
        let Some(reminder) = of_room else {
            return Ok(None);
        };
        Ok(Some(Self::new(hall.unit, &mut hall.names, reminder).await?))
    }
}

#[async_trait]
impl Numbered for PollEntry {
    const KIND: Kind = Kind::Poll;

    async fn look_up(hall: &mut Hall<'_>, number: u32) -> Result<Option<Self>, Fault> {
        let poll = hall.unit.poll_by_number(hall.group, number).await?;
        let Some(poll) = poll.filter(|poll| poll.state(hall.now) != poll::State::Withdrawn) else {
            return Ok(None);
        };
        Ok(Some(Self::new(hall.unit, &mut hall.names, poll, hall.now).await?))
    }
}

/// Those that were confirmed: a draft is its author's alone.
#[async_trait]
impl Numbered for BroadcastEntry {
    const KIND: Kind = Kind::Broadcast;

    async fn look_up(hall: &mut Hall<'_>, number: u32) -> Result<Option<Self>, Fault> {
        let broadcast = hall.unit.broadcast_by_number(hall.group, number).await?;
        let Some(broadcast) = broadcast.filter(|broadcast| broadcast.confirmed_at.is_some()) else {
            return Ok(None);
        };
        Ok(Some(Self::new(hall.unit, &mut hall.names, broadcast, hall.now).await?))
    }
}
