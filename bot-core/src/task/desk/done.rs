//! `task done` and `task reopen`; what repeats goes on with the next one.

use super::{allowed, find_to_change, hand, say};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{Kind, TaskId};
use crate::phrase;
use crate::task::{State, Task, change};

pub(super) async fn done(desk: &mut Desk<'_>, number: u32, note: Option<String>) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let now = desk.work.now;
    let mut finished = allowed(desk, &task, task.finish(hand(desk, task.team), note, now)).await?;
    let next = successor(desk, &task).await?;
    if let Some(next) = &next {
        finished.next = Some(next.id);
        finished.repeat = None;
    }
    let task = change::make(desk, task, finished).await?;
    let credited = match task.state {
        State::Done { by, .. } => desk.work.name_of(by).await?,
        State::Open | State::Deleted => String::new(),
    };
    let mut sentences =
        vec![phrase!("task-done", task = command task.reference(), title = user task.title, person = person credited)];
    if let Some(next) = next {
        let next = change::replace(desk, &change::unborn(&next), next).await?;
        sentences.extend(
            next.due
                .as_ref()
                .map(|due| phrase!("task-next", task = command next.reference(), due = moment due)),
        );
    }
    say(desk, task, &sentences).await
}

/// The task that follows a repeating one, for its keeper if they are still in the group.
async fn successor(desk: &mut Desk<'_>, task: &Task) -> Outcome<Option<Task>> {
    if task.repeat.is_none() {
        return Ok(None);
    }
    let id = TaskId::new(desk.work.ids, desk.work.now);
    let number = desk.work.next_reference(task.group, Kind::Task).await?.number;
    let Some(mut next) = task.successor(id, number, desk.work.now) else {
        return Ok(None);
    };
    if let Some(keeper) = next.owner {
        let membership = desk.work.unit.membership(task.group, keeper).await?;
        next.owner = membership.map(|membership| membership.person);
    }
    Ok(Some(next))
}

pub(super) async fn reopen(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let mut opened = allowed(desk, &task, task.reopen(hand(desk, task.team))).await?;
    let mut sentences = vec![phrase!("task-reopened", task = command task.reference(), title = user task.title)];
    if let Some(next) = opened.next.take()
        && let Some(next) = desk.work.unit.task_for_update(task.group, next).await?
    {
        let (reference, next_reference) = (task.reference(), next.reference());
        if next.is_untouched() {
            opened.repeat.clone_from(&next.repeat);
            let deleted = next.in_state(State::Deleted);
            change::replace(desk, &next, deleted).await?;
            sentences.push(phrase!("task-reopened-whole", next = command next_reference, task = command reference));
        } else {
            sentences.push(phrase!("task-reopened-alone", next = command next_reference, task = command reference));
        }
    }
    let task = change::make(desk, task, opened).await?;
    say(desk, task, &sentences).await
}
