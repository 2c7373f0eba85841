//! What follows from every change of a task: it is saved, its reminders move, and whoever has it hears of it.

use chrono::TimeDelta;

use super::card::Shown;
use super::{State, Task};
use crate::clock::Instant;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::locale::Phrase;
use crate::phrase;
use crate::store::{DueAct, StoreResult};
use crate::undo::Undo;
use crate::work::{Personal, Work};

/// How long before its due time a task is reminded of, and then once more at the due time itself.
pub(crate) const LEAD: TimeDelta = TimeDelta::hours(24);

/// Makes `after` of `before`, as the last act of whoever acts: they can take it back.
pub(super) async fn make(desk: &mut Desk<'_>, before: Task, after: Task) -> Outcome<Task> {
    let after = replace(desk, &before, after).await?;
    desk.remember_undo(Undo::Task(Box::new(before))).await?;
    Ok(after)
}

/// Makes `after` of `before`, one version on.
pub(super) async fn replace(desk: &mut Desk<'_>, before: &Task, mut after: Task) -> Outcome<Task> {
    after.version = before.version + 1;
    desk.work.save_task(&after).await?;
    remind_anew(&mut desk.work, &after).await?;
    for (person, news) in news(before, &after) {
        if person != desk.me() {
            tell(desk, &after, person, news).await?;
        }
    }
    Ok(after)
}

/// What a task was before it was added: taking the adding back leaves a deleted one, whose number is not given again.
pub(crate) fn unborn(task: &Task) -> Task {
    Task {
        version: 0,
        ..task.in_state(State::Deleted)
    }
}

/// Its reminders, at the times that are still to come.
pub(crate) async fn remind_anew(work: &mut Work<'_>, task: &Task) -> StoreResult<()> {
    let times = reminder_times(task, work.now);
    let acts = times.map(|at| (at, DueAct::Remind));
    work.plan_anew(task.group, task.subject(), acts).await
}

/// When an open task is reminded of after `now`: [`LEAD`] before its due time, and at that time.
fn reminder_times(task: &Task, now: Instant) -> impl Iterator<Item = Instant> {
    let due = task.due.as_ref().filter(|_| task.is_open()).map(|due| due.at);
    due.into_iter()
        .flat_map(|due| [due - LEAD, due])
        .filter(move |at| *at > now)
}

/// What somebody hears of a change that another person made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum News {
    /// It is theirs now.
    Given,
    /// It is theirs no more.
    Gone,
    /// Its due time is another.
    Moved,
    /// It was marked done.
    Done,
    /// It is to be done again.
    Back,
    /// It was deleted.
    Deleted,
}

/// Who hears what of a change.
fn news(before: &Task, after: &Task) -> Vec<(PersonId, News)> {
    let told = |person: Option<PersonId>, news| person.map(|person| (person, news));
    let (first, second) = match (before.is_open(), &after.state) {
        (true, State::Open) if before.owner != after.owner => {
            (told(before.owner, News::Gone), told(after.owner, News::Given))
        }
        (true, State::Open) if before.due != after.due => (told(after.owner, News::Moved), None),
        (true, State::Done { .. }) => (told(before.owner, News::Done), None),
        (true, State::Deleted) => (told(before.owner, News::Deleted), None),
        (false, State::Open) if before.version == 0 => (told(after.owner, News::Given), None),
        (false, State::Open) => (told(after.owner, News::Back), None),
        _ => (None, None),
    };
    first.into_iter().chain(second).collect()
}

async fn tell(desk: &mut Desk<'_>, task: &Task, person: PersonId, news: News) -> Outcome<()> {
    let group = desk.group()?.clone();
    let sentence = sentence(news, &desk.actor.person.name, task);
    let shown = Shown::load(&mut desk.work, task.clone()).await?;
    let personal = Personal::news(format_args!("{}/{}", task.id.0, task.version), person);
    desk.work
        .notify(&group, person, personal, |voice| {
            let opening = voice.say(&sentence);
            match news {
                News::Given | News::Moved | News::Back => shown.card_below(opening, voice),
                News::Gone | News::Done | News::Deleted => opening,
            }
        })
        .await?;
    Ok(())
}

fn sentence(news: News, actor: &str, task: &Task) -> Phrase {
    let (reference, title) = (task.reference(), &task.title);
    match news {
        News::Given => phrase!("task-notice-given", actor = person actor, task = command reference),
        News::Gone => {
            phrase!("task-notice-gone", actor = person actor, task = command reference, title = user title)
        }
        News::Moved => phrase!("task-notice-moved", actor = person actor, task = command reference),
        News::Done => {
            phrase!("task-notice-done", actor = person actor, task = command reference, title = user title)
        }
        News::Back => phrase!("task-notice-back", actor = person actor, task = command reference),
        News::Deleted => {
            phrase!("task-notice-deleted", actor = person actor, task = command reference, title = user title)
        }
    }
}
