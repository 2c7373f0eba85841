//! `task edit`, and what due dates and repeats mean.

use chrono::NaiveTime;

use super::command::{Edit, Part};
use super::desk::{allowed, card, find, hand};
use super::{Task, change};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::time::{Moment, Repeat, When};

/// Changes what is given; the rest stays.
pub(super) async fn run(desk: &mut Desk<'_>, edit: Edit) -> Outcome<Answer> {
    let task = find(desk, edit.task).await?;
    allowed(desk, &task, task.must_be_run_by(hand(desk, task.team))).await?;
    allowed(desk, &task, task.must_be_open()).await?;
    let edited = edited(desk, &task, edit).await?;
    if edited == task {
        let reference = task.reference();
        return Err(UserError::new(phrase!("task-edit-nothing", task = command reference))
            .type_next(format!("task edit {reference} due:friday"))
            .into());
    }
    let task = change::make(desk, task, edited).await?;
    card(desk, task).await
}

async fn edited(desk: &mut Desk<'_>, task: &Task, edit: Edit) -> Outcome<Task> {
    let team = match edit.team {
        Part::Set(name) => Part::Set(desk.find_team(&name).await?.id),
        Part::Removed => Part::Removed,
        Part::Kept => Part::Kept,
    };
    let (due, repeat) = due_and_repeat_anew(task, edit.due, edit.repeat)?;
    Ok(Task {
        title: edit.title.unwrap_or_else(|| task.title.clone()),
        note: edit.note.of(task.note.clone()),
        team: team.of(task.team),
        due,
        repeat,
        ..task.clone()
    })
}

/// The due date and repeat of a task after an edit. Another repeat brings its own first date, unless `due:` names one.
fn due_and_repeat_anew(
    task: &Task,
    due: Part<When>,
    repeat: Part<When>,
) -> Result<(Option<Moment>, Option<Repeat>), UserError> {
    let loses_due = due == Part::Removed;
    let loses_repeat = repeat == Part::Removed;
    let (new_due, new_repeat) = due_and_repeat(due.of(None), repeat.of(None))?;
    let after = if loses_due {
        None
    } else {
        new_due.or_else(|| task.due.clone())
    };
    let rule = if loses_repeat { None } else { new_repeat.or(task.repeat) };
    if after.is_none() && rule.is_some() {
        return Err(UserError::new(phrase!("task-repeat-needs-due"))
            .type_next(format!("task edit {} due:none repeat:none", task.reference())));
    }
    Ok((after, rule))
}

/// By when, and how it repeats. A day without a clock time has that of its repeat, or ends at 23:59. A repeat without
/// `due:` is first due at its own first date; a `due:` that repeats is both.
pub(super) fn due_and_repeat(
    due: Option<When>,
    repeat: Option<When>,
) -> Result<(Option<Moment>, Option<Repeat>), UserError> {
    let Some(repeat) = repeat else {
        let rule = due.as_ref().and_then(|due| due.repeat);
        return Ok((due.map(|due| end_of(&due)), rule));
    };
    let missing = || UserError::new(phrase!("task-repeat-missing")).type_next("repeat:every fri 17:00");
    let rule = repeat.repeat.ok_or_else(missing)?;
    let first = match due {
        None => end_of(&repeat),
        Some(due) if due.timed && repeat.timed && due.start.local.time() != repeat.start.local.time() => {
            return Err(phrase!("task-repeat-other-clock").into());
        }
        Some(due) if due.timed || !repeat.timed => end_of(&due),
        Some(due) => {
            let local = due.start.local.date().and_time(repeat.start.local.time());
            Moment::new(local, due.start.zone)
        }
    };
    Ok((Some(first), Some(rule)))
}

/// The start of the phrase; of a day without a clock time the last minute.
fn end_of(when: &When) -> Moment {
    let last_minute = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    if when.timed {
        when.start.clone()
    } else {
        Moment::new(when.start.local.date().and_time(last_minute), when.start.zone.clone())
    }
}
