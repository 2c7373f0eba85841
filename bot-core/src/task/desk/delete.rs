//! `task delete`: all of a task, or of one that repeats this date, a coming one, or this and all that follow.

use super::{allowed, ask, find_to_change, hand, show};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::Phrase;
use crate::phrase;
use crate::series::course::target::{self, Which};
use crate::series::course::words::day;
use crate::series::{Course, Scope};
use crate::task::series::Series;
use crate::task::{Task, change};

pub(super) async fn run(desk: &mut Desk<'_>, number: u32, dates: Which) -> Outcome<Answer> {
    let task = find_to_change(desk, number).await?;
    allowed(desk, &task, task.must_be_run_by(hand(desk, task.team))).await?;
    let reference = task.reference();
    let Some(series) = task.running() else {
        return match dates.on {
            Some(_) => Err(phrase!("course-repeats-not", subject = word reference).into()),
            None => whole(desk, task).await,
        };
    };
    let on = dates.on.as_ref().filter(|on| !task.is_on(on));
    match (dates.scope.or(dates.on.as_ref().map(|_| Scope::One)), on) {
        (None, _) => Ok(ask(desk, &task)),
        (Some(Scope::One), None) => skip(desk, task).await,
        (Some(Scope::One), Some(_)) => {
            let date = target::coming(&series.course, on, reference, &desk.voice)?;
            let mut course = series.course.clone();
            course.skip(&date).map_err(|full| target::full(full, reference))?;
            let day = day(date.at.local.date(), &desk.voice);
            let said = phrase!("task-leaves-out", task = command reference, day = word day, undo = command "undo");
            go_on(desk, task, course, said).await
        }
        (Some(Scope::Later), Some(_)) => {
            let date = target::coming(&series.course, on, reference, &desk.voice)?;
            let course = series.course.before(&date);
            let day = day(date.rule.date(), &desk.voice);
            let said = phrase!("task-ends", task = command reference, day = word day, undo = command "undo");
            go_on(desk, task, course, said).await
        }
        (Some(Scope::Later | Scope::All), _) => whole(desk, task).await,
    }
}

/// The date of this task is left out: it is for the next one then. Where none is to come it is deleted.
async fn skip(desk: &mut Desk<'_>, task: Task) -> Outcome<Answer> {
    let Some(mut next) = task.on_next_date(desk.work.now) else {
        return whole(desk, task).await;
    };
    if let Some(keeper) = next.owner {
        let membership = desk.work.unit.membership(task.group, keeper).await?;
        next.owner = membership.map(|membership| membership.person);
    }
    next.team = super::team_if_any(desk, next.team).await?;
    let was_due = task.due.as_ref().map(|due| day(due.local.date(), &desk.voice));
    let task = change::make(desk, task, next).await?;
    let said = phrase!(
        "task-skipped",
        task = command task.reference(),
        day = word was_due.unwrap_or_default(),
        undo = command "undo"
    );
    record(desk, &task).await?;
    show(desk, task, &[said]).await
}

/// The task stays; those that follow it come on other dates.
async fn go_on(desk: &mut Desk<'_>, task: Task, course: Course, said: Phrase) -> Outcome<Answer> {
    let series = task.series.clone().map(|series| Series { course, ..series });
    let after = Task { series, ..task.clone() };
    let task = change::make(desk, task, after).await?;
    record(desk, &task).await?;
    show(desk, task, &[said]).await
}

async fn record(desk: &mut Desk<'_>, task: &Task) -> Outcome<()> {
    let (group, me, reference) = (task.group, desk.me(), task.reference());
    desk.work
        .audit(group, me, "task.skipped", Some(reference), None)
        .await?;
    Ok(())
}

async fn whole(desk: &mut Desk<'_>, task: Task) -> Outcome<Answer> {
    let deleted = allowed(desk, &task, task.delete(hand(desk, task.team))).await?;
    let task = change::make(desk, task, deleted).await?;
    let reference = task.reference();
    let (group, me) = (task.group, desk.me());
    desk.work
        .audit(group, me, "task.deleted", Some(reference), None)
        .await?;
    Ok(desk.say(&phrase!(
        "task-deleted",
        task = command reference,
        title = user task.title,
        undo = command "undo"
    )))
}
