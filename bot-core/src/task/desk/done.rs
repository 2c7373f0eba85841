//! `task done` and `task reopen`; what repeats goes on with the next one.

use super::{allowed, find_to_change, hand, say, team_if_any};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{Kind, PersonId, TaskId};
use crate::phrase;
use crate::poll;
use crate::series::course::words;
use crate::task::{Series, State, Task, change};

pub(super) async fn done(desk: &mut Desk<'_>, number: u32, note: Option<String>) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let now = desk.work.now;
    let mut finished = allowed(desk, &task, task.finish(hand(desk, task.team), note, now)).await?;
    let next = successor(desk, &task).await?;
    if let Some(next) = &next {
        finished.next = Some(next.id);
    }
    let task = change::make(desk, task, finished).await?;
    let credited = match task.state {
        State::Done { by, .. } => desk.work.name_of(by).await?,
        State::Open | State::Deleted => String::new(),
    };
    let mut sentences =
        vec![phrase!("task-done", task = command task.reference(), title = user task.title, person = person credited)];
    let ended = task.series.as_ref().filter(|_| next.is_none());
    sentences.extend(ended.map(|series| words::was_last(&series.course)));
    if let Some(next) = next {
        let next = change::replace(desk, &change::unborn(&next), next).await?;
        sentences.extend(
            next.due
                .as_ref()
                .map(|due| phrase!("task-next", task = command next.reference(), due = moment due)),
        );
    }
    poll::done::tell(&mut desk.work, task.group, task.reference(), &task.title).await?;
    say(desk, task, &sentences).await
}

/// The task that follows a repeating one, for its keeper if they are still in the group.
async fn successor(desk: &mut Desk<'_>, task: &Task) -> Outcome<Option<Task>> {
    if task.on_next_date(desk.work.now).is_none() {
        return Ok(None);
    }
    let id = TaskId::new(desk.work.ids, desk.work.now);
    let number = desk.work.next_reference(task.group, Kind::Task).await?.number;
    let Some(mut next) = task.successor(id, number, desk.work.now) else {
        return Ok(None);
    };
    next.owner = if_in_group(desk, task, next.owner).await?;
    next.team = team_if_any(desk, next.team).await?;
    Ok(Some(next))
}

/// That person, unless they went out of the group.
async fn if_in_group(desk: &mut Desk<'_>, task: &Task, person: Option<PersonId>) -> Outcome<Option<PersonId>> {
    let Some(person) = person else { return Ok(None) };
    let membership = desk.work.unit.membership(task.group, person).await?;
    Ok(membership.map(|membership| membership.person))
}

pub(super) async fn reopen(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let mut opened = allowed(desk, &task, task.reopen(hand(desk, task.team))).await?;
    opened.owner = if_in_group(desk, &task, opened.owner).await?;
    let mut sentences = vec![phrase!("task-reopened", task = command task.reference(), title = user task.title)];
    if let Some(next) = opened.next.take()
        && let Some(next) = desk.work.unit.task_for_update(task.group, next).await?
    {
        let (reference, next_reference) = (task.reference(), next.reference());
        if next.is_untouched() {
            opened.series = opened.series.or_else(|| first_of(&task, &next));
            let deleted = next.in_state(State::Deleted);
            change::replace(desk, &next, deleted).await?;
            sentences.push(phrase!("task-reopened-whole", next = command next_reference, task = command reference));
        } else {
            opened.series = None;
            sentences.push(phrase!("task-reopened-alone", next = command next_reference, task = command reference));
        }
    }
    let task = change::make(desk, task, opened).await?;
    say(desk, task, &sentences).await
}

/// The series of a task whose next one took it along, as the first version left them.
fn first_of(task: &Task, next: &Task) -> Option<Series> {
    Some(Series::beginning(next.rule()?.clone(), task.due.as_ref()?))
}
