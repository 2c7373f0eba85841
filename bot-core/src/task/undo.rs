//! Taking back the last act on a task.

use super::{State, Task, change};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::TaskId;
use crate::phrase;
use crate::store::StoreResult;
use crate::undo::{changed_since, must_still_be};

/// Puts the task back as it was, if nobody changed it since; the next one of a repeat goes or comes with it.
pub(crate) async fn put_back(desk: &mut Desk<'_>, before: Task) -> Outcome<Answer> {
    let current = desk.work.unit.task_for_update(before.group, before.id).await?;
    let current = current.filter(|task| task.version == before.version + 1);
    let current = current.ok_or_else(changed_since)?;
    must_still_be(desk, before.team).await?;
    owner_must_be_in(desk, &before).await?;
    match (before.next, current.next) {
        (None, Some(next)) => {
            let next = next_one(desk, &current, next).await?;
            let next = next.filter(Task::is_untouched).ok_or_else(changed_since)?;
            let deleted = next.in_state(State::Deleted);
            change::replace(desk, &next, deleted).await?;
        }
        (Some(next), None) if current.series.is_some() => {
            let next = next_one(desk, &current, next).await?;
            let next = next.ok_or_else(changed_since)?;
            let open = next.in_state(State::Open);
            change::replace(desk, &next, open).await?;
        }
        _ => {}
    }
    let added = before.version == 0;
    let task = change::replace(desk, &current, before).await?;
    let (reference, title) = (task.reference(), &task.title);
    Ok(desk.say(&if added {
        phrase!("task-undone-added", task = command reference, title = user title)
    } else {
        phrase!("task-undone", task = command reference, title = user title)
    }))
}

/// Refuses to give a task back to somebody who went out of the group in between.
async fn owner_must_be_in(desk: &mut Desk<'_>, before: &Task) -> Outcome<()> {
    let Some(owner) = before.owner.filter(|_| before.is_open()) else {
        return Ok(());
    };
    let member = desk.work.unit.membership(before.group, owner).await?;
    member.ok_or_else(changed_since)?;
    Ok(())
}

async fn next_one(desk: &mut Desk<'_>, task: &Task, next: TaskId) -> StoreResult<Option<Task>> {
    desk.work.unit.task_for_update(task.group, next).await
}
