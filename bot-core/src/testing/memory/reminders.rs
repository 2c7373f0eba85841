//! The reminders of every group, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::{GroupId, PersonId, ReminderId};
use crate::reminder::{Audience, Reminder};
use crate::store::{Reminders, StoreResult};
use crate::surface::RoomAddress;

pub(super) type Rows = BTreeMap<(GroupId, ReminderId), Reminder>;

#[async_trait]
impl Reminders for MemoryUnit {
    async fn reminder(&mut self, group: GroupId, id: ReminderId) -> StoreResult<Option<Reminder>> {
        Ok(self.rows().reminders.get(&(group, id)).cloned())
    }

    async fn reminder_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Reminder>> {
        Ok(self.reminders_where(group, |reminder| reminder.number == number).pop())
    }

    async fn reminder_for_update(&mut self, group: GroupId, id: ReminderId) -> StoreResult<Option<Reminder>> {
        self.reminder(group, id).await
    }

    async fn reminder_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Reminder>> {
        self.reminder_by_number(group, number).await
    }

    async fn save_reminder(&mut self, reminder: &Reminder) -> StoreResult<()> {
        self.write()?
            .reminders
            .insert((reminder.group, reminder.id), reminder.clone());
        Ok(())
    }

    async fn live_reminders_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<Reminder>> {
        Ok(self.reminders_where(group, |reminder| reminder.is_live() && reminder.creator == person))
    }

    async fn live_reminders_in(&mut self, group: GroupId, room: &RoomAddress) -> StoreResult<Vec<Reminder>> {
        let is_for = |reminder: &Reminder| matches!(&reminder.audience, Audience::Room(own) if own == room);
        Ok(self.reminders_where(group, |reminder| reminder.is_live() && is_for(reminder)))
    }

    async fn reassign_reminders(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        for reminder in self.write()?.reminders.values_mut() {
            if reminder.creator == from {
                reminder.creator = into;
            }
        }
        Ok(())
    }
}

impl MemoryUnit {
    fn reminders_where(&self, group: GroupId, fits: impl Fn(&Reminder) -> bool) -> Vec<Reminder> {
        let of_group = self
            .rows()
            .reminders
            .values()
            .filter(|reminder| reminder.group == group);
        let mut fitting: Vec<_> = of_group.filter(|reminder| fits(reminder)).cloned().collect();
        fitting.sort_by_key(|reminder| reminder.number);
        fitting
    }
}
