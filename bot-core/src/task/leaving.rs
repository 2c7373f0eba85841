//! What becomes of somebody's tasks when they go out of a group.

use super::{Task, change};
use crate::ids::{GroupId, PersonId};
use crate::store::StoreResult;
use crate::work::Work;

/// The open tasks that somebody has.
pub(crate) async fn open(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<Vec<Task>> {
    let mut tasks = work.unit.open_tasks(group).await?;
    tasks.retain(|task| task.owner == Some(person));
    Ok(tasks)
}

/// Hands somebody's open tasks back, so that nobody has them; the next ones of a repeat are not theirs either.
pub(crate) async fn hand_back(work: &mut Work<'_>, group: GroupId, person: PersonId) -> StoreResult<()> {
    let mut tasks = work.unit.open_tasks(group).await?;
    let is_theirs = |task: &Task| task.owner == Some(person) || task.keeper == Some(person);
    tasks.retain(is_theirs);
    for task in tasks {
        let current = work.unit.task_for_update(group, task.id).await?;
        let Some(task) = current.filter(|task| task.is_open() && is_theirs(task)) else {
            continue;
        };
        let others = |whose: Option<PersonId>| whose.filter(|whose| *whose != person);
        let free = Task {
            owner: others(task.owner),
            keeper: others(task.keeper),
            version: task.version + 1,
            ..task
        };
        work.save_task(&free).await?;
        change::remind_anew(work, &free).await?;
    }
    Ok(())
}
