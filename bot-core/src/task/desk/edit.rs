//! `task edit`: all of a task, or of one that repeats this date, a coming one, or this and all that follow.

use super::{allowed, ask, card, find_to_change, hand, show};
use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::TeamId;
use crate::phrase;
use crate::series::Scope;
use crate::series::course::target::{self, Part};
use crate::task::command::Edit;
use crate::task::series::Series;
use crate::task::{Task, change, deadline};
use crate::time::When;

/// Changes what is given; the rest stays.
pub(super) async fn run(desk: &mut Desk<'_>, edit: Edit) -> Outcome<Answer> {
    let task = find_to_change(desk, edit.task).await?;
    allowed(desk, &task, task.must_be_run_by(hand(desk, task.team))).await?;
    allowed(desk, &task, task.must_be_open()).await?;
    let reference = task.reference();
    if edit.changes_nothing() {
        return Err(UserError::new(phrase!("task-edit-nothing", task = command reference))
            .type_next(format!("task edit {reference} due:friday"))
            .into());
    }
    let team = match &edit.team {
        Part::Set(name) => Part::Set(desk.find_team(name).await?.id),
        Part::Removed => Part::Removed,
        Part::Kept => Part::Kept,
    };
    let Some(series) = task.series.clone() else {
        if edit.dates.on.is_some() {
            return Err(phrase!("course-repeats-not", subject = word reference).into());
        }
        let edited = whole(&task, edit, team, desk.work.now)?;
        return save(desk, task, edited).await;
    };
    let new_rule = edit.repeat != Part::Kept || repeats(&edit.due) || edit.due == Part::Removed;
    let named = edit.dates.on.as_ref().map(|_| Scope::One);
    match edit.dates.scope.or(named).or(new_rule.then_some(Scope::All)) {
        None => Ok(ask(desk, &task)),
        Some(Scope::One) => {
            if let Some(on) = edit.dates.on.clone().filter(|on| !task.is_on(on)) {
                coming(desk, task, series, &on, edit, team != Part::Kept).await
            } else {
                let edited = alone(desk, &task, edit, team)?;
                save(desk, task, edited).await
            }
        }
        Some(Scope::Later | Scope::All) => {
            if edit.dates.on.as_ref().is_some_and(|on| !task.is_on(on)) {
                let refused = UserError::new(phrase!("task-edit-from-here", task = command reference));
                return Err(refused.into());
            }
            let edited = all(&task, series, edit, team, desk.work.now)?;
            save(desk, task, edited).await
        }
    }
}

fn repeats(due: &Part<When>) -> bool {
    matches!(due, Part::Set(when) if when.repeat.is_some())
}

/// A task that does not repeat, after the edit: it may begin to.
fn whole(task: &Task, edit: Edit, team: Part<TeamId>, now: Instant) -> Result<Task, UserError> {
    let (due, rule) = deadline::anew(task, edit.due, edit.repeat, now)?;
    let series = rule.zip(due.as_ref()).map(|(rule, due)| Series::beginning(rule, due));
    Ok(Task {
        title: edit.title.unwrap_or_else(|| task.title.clone()),
        note: edit.note.of(task.note.clone()),
        team: team.of(task.team),
        keeper: task.keeper.filter(|_| series.is_some()),
        due,
        series,
        ..task.clone()
    })
}

/// This task alone: the next one follows the rule as if nothing had happened.
fn alone(desk: &Desk<'_>, task: &Task, edit: Edit, team: Part<TeamId>) -> Result<Task, UserError> {
    if edit.repeat != Part::Kept {
        return Err(phrase!("course-one-time").into());
    }
    let due = match (edit.due, task.in_hand()) {
        (Part::Removed, _) => return Err(deadline::needs_due(task)),
        (Part::Set(when), Some(date)) => Some(target::moved(&date, &when, desk.work.now)?),
        _ => task.due.clone(),
    };
    Ok(task.alone(|task| {
        task.title
            .clone_from(edit.title.as_ref().unwrap_or(&task.title.clone()));
        task.note = edit.note.clone().of(task.note.take());
        task.team = team.of(task.team);
        task.due.clone_from(&due);
    }))
}

/// A date that is to come has a due time or a title of its own in advance.
async fn coming(
    desk: &mut Desk<'_>,
    task: Task,
    mut series: Series,
    on: &When,
    edit: Edit,
    other_team: bool,
) -> Outcome<Answer> {
    let reference = task.reference();
    if edit.repeat != Part::Kept {
        return Err(phrase!("course-one-time").into());
    }
    if other_team || edit.note != Part::Kept || edit.due == Part::Removed {
        return Err(phrase!("task-edit-in-advance", task = command reference).into());
    }
    let due = edit.due.of(None);
    let course = &mut series.course;
    let date = if due.is_some() {
        target::any(course, Some(on), reference, &desk.voice)?
    } else {
        target::coming(course, Some(on), reference, &desk.voice)?
    };
    let now = desk.work.now;
    let at = due.as_ref().map(|due| target::moved(&date, due, now)).transpose()?;
    course
        .set_apart(&date, at, edit.title)
        .map_err(|full| target::full(full, reference))?;
    let edited = Task {
        series: Some(series),
        ..task.clone()
    };
    save(desk, task, edited).await
}

/// This task and all that follow; what a date has of its own it keeps.
fn all(task: &Task, series: Series, edit: Edit, team: Part<TeamId>, now: Instant) -> Result<Task, UserError> {
    let reference = task.reference();
    let mut after = task.with_usual(|usual| {
        usual
            .title
            .clone_from(edit.title.as_ref().unwrap_or(&usual.title.clone()));
        usual.note = edit.note.clone().of(usual.note.take());
        usual.team = team.of(usual.team);
    });
    let usual = after.series.take().and_then(|series| series.usual);
    let course = match (edit.due, edit.repeat) {
        (Part::Kept, Part::Kept) => series.course,
        (Part::Set(to), Part::Kept) if to.repeat.is_none() => {
            let date = task.in_hand().ok_or_else(|| deadline::needs_due(task))?;
            let (course, date) = target::all_moved(&series.course, &date, &to, reference)?;
            if !task.was_moved() {
                after.due = Some(course.dates.moment(date));
            }
            after.series = Some(Series { course, date, usual });
            return Ok(after);
        }
        (due, repeat) => {
            let (due, rule) = deadline::anew(task, due, repeat, now)?;
            let begun = rule.zip(due.as_ref());
            after.series = begun.map(|(rule, due)| {
                let course = series.course.ruled(rule, due.local, due.zone.clone());
                let course = course.come_to(due.local);
                let date = due.local;
                Series { course, date, usual }
            });
            after.keeper = task.keeper.filter(|_| after.series.is_some());
            after.due = due;
            return Ok(after);
        }
    };
    let date = series.date;
    after.series = Some(Series { course, date, usual });
    Ok(after)
}

async fn save(desk: &mut Desk<'_>, before: Task, after: Task) -> Outcome<Answer> {
    let reference = before.reference();
    if before == after {
        return Err(UserError::new(phrase!("task-edit-same", task = command reference))
            .type_next(format!("task show {reference}"))
            .into());
    }
    let looks_alike = before.title == after.title && before.note == after.note && before.due == after.due;
    let keeps_own = looks_alike && before.team == after.team && before.usual() != after.usual();
    let task = change::make(desk, before, after).await?;
    if keeps_own {
        let said = phrase!("task-keeps-own", task = command reference);
        return show(desk, task, &[said]).await;
    }
    card(desk, task).await
}
