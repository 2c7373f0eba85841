//! `task claim`, `task release` and `task assign`: who has a task.

use super::{allowed, find_to_change, hand, say};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::phrase;
use crate::task::change;

pub(super) async fn claim(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let me = desk.me();
    let claimed = allowed(desk, &task, task.claim(me)).await?;
    let task = change::make(desk, task, claimed).await?;
    let (reference, title, name) = (task.reference(), &task.title, &desk.actor.person.name);
    let sentence = match &task.due {
        Some(due) => {
            phrase!("task-claimed-due", task = command reference, title = user title, person = person name, due = moment due)
        }
        None => phrase!("task-claimed", task = command reference, title = user title, person = person name),
    };
    say(desk, task, &[sentence]).await
}

pub(super) async fn release(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let released = allowed(desk, &task, task.release(hand(desk, task.team))).await?;
    let task = change::make(desk, task, released).await?;
    let sentence = phrase!("task-released", task = command task.reference(), title = user task.title);
    say(desk, task, &[sentence]).await
}

pub(super) async fn assign(desk: &mut Desk<'_>, number: u32, member: &str) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    let to = desk.find_member(member).await?;
    if to.person == desk.me() && task.owner.is_none() {
        return claim(desk, number).await;
    }
    let assigned = allowed(desk, &task, task.assign(hand(desk, task.team), to.person)).await?;
    let task = change::make(desk, task, assigned).await?;
    let (reference, title) = (task.reference(), &task.title);
    let sentence = if to.person == desk.me() {
        phrase!("task-claimed", task = command reference, title = user title, person = person to.name)
    } else {
        phrase!("task-assigned", task = command reference, title = user title, person = person to.name)
    };
    say(desk, task, &[sentence]).await
}
