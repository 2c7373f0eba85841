//! Stored tasks.

use async_trait::async_trait;

use super::StoreResult;
use crate::ids::{GroupId, PersonId, TaskId, TeamId};
use crate::task::Task;

/// The tasks of every group.
#[async_trait]
pub trait Tasks {
    /// A task, whatever its state.
    async fn task(&mut self, group: GroupId, id: TaskId) -> StoreResult<Option<Task>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn task_for_update(&mut self, group: GroupId, id: TaskId) -> StoreResult<Option<Task>>;
    /// The task of that number, whatever its state.
    async fn task_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Task>>;
    /// The same to be changed: nobody else changes it until the commit.
    async fn task_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Task>>;
    /// Adds or replaces a task.
    async fn save_task(&mut self, task: &Task) -> StoreResult<()>;
    /// The tasks that are still to be done, by number.
    async fn open_tasks(&mut self, group: GroupId) -> StoreResult<Vec<Task>>;
    /// The tasks that are done, of that team where one is named, the latest first, at most `limit`.
    async fn done_tasks(&mut self, group: GroupId, team: Option<TeamId>, limit: u32) -> StoreResult<Vec<Task>>;
    /// Everything of `from` is `into`'s from now on: what they added, have, keep and did.
    async fn reassign_tasks(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
