//! Stored reminders.

use async_trait::async_trait;

use super::StoreResult;
use crate::ids::{GroupId, PersonId, ReminderId};
use crate::reminder::Reminder;
use crate::surface::RoomAddress;

/// The reminders of every group. A *live* one is waiting or paused.
#[async_trait]
pub trait Reminders {
    /// A reminder, whatever its state.
    async fn reminder(&mut self, group: GroupId, id: ReminderId) -> StoreResult<Option<Reminder>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn reminder_for_update(&mut self, group: GroupId, id: ReminderId) -> StoreResult<Option<Reminder>>;
    /// The reminder of that number, whatever its state.
    async fn reminder_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Reminder>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn reminder_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Reminder>>;
    /// Adds or replaces a reminder.
    async fn save_reminder(&mut self, reminder: &Reminder) -> StoreResult<()>;
    /// The live reminders that somebody set, for themselves or for rooms, by number.
    async fn live_reminders_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<Reminder>>;
    /// The live reminders of a room, by number.
    async fn live_reminders_in(&mut self, group: GroupId, room: &RoomAddress) -> StoreResult<Vec<Reminder>>;
    /// Everything of `from` is `into`'s from now on.
    async fn reassign_reminders(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
