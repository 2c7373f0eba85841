//! By when a task is to be done, and how that repeats: what `due:` and `repeat:` mean together.

use super::Task;
use crate::clock::Instant;
use crate::error::UserError;
use crate::phrase;
use crate::series::course::target::Part;
use crate::time::{Moment, Repeat, When};

/// The due date and repeat of a task after an edit. Another repeat brings its own first date, unless `due:` names one; one
/// that says no clock keeps that of before.
pub(super) fn anew(
    task: &Task,
    due: Part<When>,
    repeat: Part<When>,
    now: Instant,
) -> Result<(Option<Moment>, Option<Repeat>), UserError> {
    let repeat = match (repeat, &due, &task.due) {
        (Part::Set(repeat), Part::Kept, Some(before)) if !repeat.timed => Part::Set(at_clock_of(before, repeat, now)),
        (repeat, ..) => repeat,
    };
    let loses_due = due == Part::Removed;
    let loses_repeat = repeat == Part::Removed;
    let (new_due, new_repeat) = first(due.of(None), repeat.of(None))?;
    let after = if loses_due {
        None
    } else {
        new_due.or_else(|| task.due.clone())
    };
    let rule = if loses_repeat {
        None
    } else {
        new_repeat.or_else(|| task.rule().cloned())
    };
    if after.is_none() && rule.is_some() {
        return Err(needs_due(task));
    }
    Ok((after, rule))
}

/// A repeat at the clock that the task was due at.
fn at_clock_of(before: &Moment, repeat: When, now: Instant) -> When {
    let local = repeat.start.local.date().and_time(before.local.time());
    let start = Moment::new(local, repeat.start.zone.clone());
    let rule = repeat.repeat.as_ref().filter(|_| start.at <= now);
    let later = rule.and_then(|rule| rule.next_after(&start, now));
    When {
        start: later.unwrap_or(start),
        end: None,
        timed: true,
        ..repeat
    }
}

/// The refusal of a repeat without a due date.
pub(super) fn needs_due(task: &Task) -> UserError {
    UserError::new(phrase!("task-repeat-needs-due"))
        .type_next(format!("task edit {} due:none repeat:none", task.reference()))
}

/// By when, and how it repeats. A day without a clock time has that of its repeat, or ends at 23:59. A repeat without
/// `due:` is first due at its own first date; a `due:` that repeats is both.
pub(super) fn first(due: Option<When>, repeat: Option<When>) -> Result<(Option<Moment>, Option<Repeat>), UserError> {
    let Some(repeat) = repeat else {
        let rule = due.as_ref().and_then(|due| due.repeat.clone());
        return Ok((due.map(|due| due.deadline()), rule));
    };
    let missing = || UserError::new(phrase!("task-repeat-missing")).type_next("repeat:every fri 17:00");
    let rule = repeat.repeat.clone().ok_or_else(missing)?;
    let first = match due {
        None => repeat.deadline(),
        Some(due) if due.timed && repeat.timed && due.start.local.time() != repeat.start.local.time() => {
            return Err(phrase!("task-repeat-other-clock").into());
        }
        Some(due) if due.timed || !repeat.timed => due.deadline(),
        Some(due) => {
            let local = due.start.local.date().and_time(repeat.start.local.time());
            Moment::new(local, due.start.zone)
        }
    };
    Ok((Some(first), Some(rule)))
}
