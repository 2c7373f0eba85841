//! What they are part of: shifts, tasks, reminders and broadcasts.

use super::Hall;
use super::entries::{Of, OwnBroadcast, OwnCopy};
use crate::clock::Instant;
use crate::error::Fault;
use crate::export::entries::{BroadcastEntry, ReminderEntry, ShiftEntry, TaskEntry};
use crate::export::kept::Kept;
use crate::ids::Kind;
use crate::shift::Roster;

impl Hall<'_> {
    pub(super) async fn shifts(&mut self) -> Result<Vec<Of<ShiftEntry>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Shift).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(roster) = self.unit.shift(*group, *number).await? else {
                continue;
            };
            let own = roster.seats.into_iter();
            let own = own.filter(|seat| seat.holder.answerable() == self.person).collect();
            let roster = Roster::new(roster.shift, own);
            let entry = ShiftEntry::new(self.unit, &mut self.names, roster).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("shifts", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    pub(super) async fn tasks(&mut self) -> Result<Vec<Of<TaskEntry>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Task).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(task) = self.unit.task_by_number(*group, *number).await? else {
                continue;
            };
            let entry = TaskEntry::new(self.unit, &mut self.names, task).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("tasks", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    pub(super) async fn reminders(&mut self) -> Result<Vec<Of<ReminderEntry>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Reminder).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(reminder) = self.unit.reminder_by_number(*group, *number).await? else {
                continue;
            };
            let entry = ReminderEntry::new(self.unit, &mut self.names, reminder).await?;
            if !kept.keep(self.of(*group, entry).await?)? {
                self.left_out.older("reminders", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }

    /// What they wrote, with its report; of what they got, the report is the group's.
    pub(super) async fn broadcasts(&mut self, now: Instant) -> Result<Vec<Of<OwnBroadcast>>, Fault> {
        let mut kept = Kept::new(self.bound);
        let part = self.part_of(Kind::Broadcast).await?;
        for (index, (group, number)) in part.iter().enumerate() {
            let Some(broadcast) = self.unit.broadcast_by_number(*group, *number).await? else {
                continue;
            };
            let copy = self.unit.copy_of(*group, broadcast.id, self.person).await?;
            let written_by_you = broadcast.author == self.person;
            let mut entry = BroadcastEntry::new(self.unit, &mut self.names, broadcast, now).await?;
            if !written_by_you {
                entry = entry.without_report();
            }
            let own = OwnBroadcast {
                written_by_you,
                your_copy: copy.map(|(came_to, said_got_it_at)| OwnCopy {
                    came_to,
                    said_got_it_at,
                }),
                broadcast: entry,
            };
            if !kept.keep(self.of(*group, own).await?)? {
                self.left_out.older("broadcasts", part.len() - index);
                break;
            }
        }
        Ok(kept.in_order())
    }
}
