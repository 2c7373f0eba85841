//! What they are part of: shifts, tasks, reminders and broadcasts; and how each kind of it is gathered.

use async_trait::async_trait;
use serde::Serialize;

use super::Hall;
use super::entries::{Of, OwnBroadcast, OwnCopy};
use crate::error::Fault;
use crate::export::entries::{BroadcastEntry, ReminderEntry, ShiftEntry, TaskEntry};
use crate::export::kept::Kept;
use crate::ids::{GroupId, Kind};
use crate::shift::Roster;

/// Something with a reference that the person is part of, as it is shown to them.
#[async_trait]
pub(super) trait Part: Serialize + Sized {
    const KIND: Kind;

    /// None where it is gone.
    async fn look_up(hall: &mut Hall<'_>, group: GroupId, number: u32) -> Result<Option<Self>, Fault>;
}

impl Hall<'_> {
    /// Everything of a kind that they are part of; where it does not fit, the latest.
    pub(super) async fn part_of<T: Part>(&mut self) -> Result<Vec<Of<T>>, Fault> {
        let part = self.unit.part_of(self.person, T::KIND).await?;
        for (group, _) in &part {
            self.names.learn_teams(self.unit, *group).await?;
        }
        let mut kept = Kept::new(self.bound);
        for (earlier, (group, number)) in part.into_iter().enumerate().rev() {
            let Some(entry) = T::look_up(self, group, number).await? else {
                continue;
            };
            if !kept.keep(self.of(group, entry).await?)? {
                self.left_out.older(&format!("{}s", T::KIND.word()), earlier + 1);
                break;
            }
        }
        Ok(kept.in_order())
    }
}

#[async_trait]
impl Part for ShiftEntry {
    const KIND: Kind = Kind::Shift;

    async fn look_up(hall: &mut Hall<'_>, group: GroupId, number: u32) -> Result<Option<Self>, Fault> {
        let Some(roster) = hall.unit.shift(group, number).await? else {
            return Ok(None);
        };
        let own = roster.seats.into_iter();
        let own = own.filter(|seat| seat.holder.answerable() == hall.person).collect();
        let roster = Roster::new(roster.shift, own);
        Ok(Some(Self::new(hall.unit, &mut hall.names, roster).await?))
    }
}

#[async_trait]
impl Part for TaskEntry {
    const KIND: Kind = Kind::Task;

    async fn look_up(hall: &mut Hall<'_>, group: GroupId, number: u32) -> Result<Option<Self>, Fault> {
        let Some(task) = hall.unit.task_by_number(group, number).await? else {
            return Ok(None);
        };
        Ok(Some(Self::new(hall.unit, &mut hall.names, task).await?))
    }
}

#[async_trait]
impl Part for ReminderEntry {
    const KIND: Kind = Kind::Reminder;

    async fn look_up(hall: &mut Hall<'_>, group: GroupId, number: u32) -> Result<Option<Self>, Fault> {
        let Some(reminder) = hall.unit.reminder_by_number(group, number).await? else {
            return Ok(None);
        };
        Ok(Some(Self::new(hall.unit, &mut hall.names, reminder).await?))
    }
}

/// What they wrote, with its report; of what they got, the report is the group's.
#[async_trait]
impl Part for OwnBroadcast {
    const KIND: Kind = Kind::Broadcast;

    async fn look_up(hall: &mut Hall<'_>, group: GroupId, number: u32) -> Result<Option<Self>, Fault> {
        let Some(broadcast) = hall.unit.broadcast_by_number(group, number).await? else {
            return Ok(None);
        };
        let copy = hall.unit.copy_of(group, broadcast.id, hall.person).await?;
        let written_by_you = broadcast.author == hall.person;
        let mut entry = BroadcastEntry::new(hall.unit, &mut hall.names, broadcast, hall.now).await?;
        if !written_by_you {
            entry = entry.without_report();
        }
        Ok(Some(Self {
            written_by_you,
            your_copy: copy.map(|(came_to, said_got_it_at)| OwnCopy {
                came_to,
                said_got_it_at,
            }),
            broadcast: entry,
        }))
    }
}
