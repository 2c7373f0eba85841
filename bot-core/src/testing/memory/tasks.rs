//! The tasks of every group, in memory.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::{GroupId, PersonId, TaskId, TeamId};
use crate::store::{StoreResult, Tasks};
use crate::task::{State, Task};

pub(super) type Rows = BTreeMap<(GroupId, TaskId), Task>;

#[async_trait]
impl Tasks for MemoryUnit {
    async fn task(&mut self, group: GroupId, id: TaskId) -> StoreResult<Option<Task>> {
        Ok(self.rows().tasks.get(&(group, id)).cloned())
    }

    async fn task_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Task>> {
        Ok(self.tasks_of(group).find(|task| task.number == number).cloned())
    }

    async fn task_for_update(&mut self, group: GroupId, id: TaskId) -> StoreResult<Option<Task>> {
        self.task(group, id).await
    }

    async fn task_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Task>> {
        self.task_by_number(group, number).await
    }

    async fn save_task(&mut self, task: &Task) -> StoreResult<()> {
        self.write()?.tasks.insert((task.group, task.id), task.clone());
        Ok(())
    }

    async fn open_tasks(&mut self, group: GroupId) -> StoreResult<Vec<Task>> {
        let mut open: Vec<_> = self.tasks_of(group).filter(|task| task.is_open()).cloned().collect();
        open.sort_by_key(|task| task.number);
        Ok(open)
    }

    async fn done_tasks(&mut self, group: GroupId, team: Option<TeamId>, limit: u32) -> StoreResult<Vec<Task>> {
        let mut done: Vec<_> = self
            .tasks_of(group)
            .filter(|task| team.is_none() || task.team == team)
            .filter_map(|task| match task.state {
                State::Done { at, .. } => Some((Reverse((at, task.number)), task.clone())),
                State::Open | State::Deleted => None,
            })
            .collect();
        done.sort_by_key(|(order, _)| *order);
        done.truncate(limit as usize);
        Ok(done.into_iter().map(|(_, task)| task).collect())
    }

    async fn reassign_tasks(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let moved = |person: PersonId| if person == from { into } else { person };
        for task in self.write()?.tasks.values_mut() {
            task.creator = moved(task.creator);
            task.owner = task.owner.map(moved);
            task.keeper = task.keeper.map(moved);
            if let State::Done { by, .. } = &mut task.state {
                *by = moved(*by);
            }
        }
        Ok(())
    }
}

impl MemoryUnit {
    fn tasks_of(&self, group: GroupId) -> impl Iterator<Item = &Task> {
        self.rows().tasks.values().filter(move |task| task.group == group)
    }
}
