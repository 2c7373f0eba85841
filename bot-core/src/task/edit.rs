//! `task edit`, and what due dates and repeats mean.

use chrono::NaiveTime;

use super::command::Edit;
use super::desk::{allowed, card, find, hand};
use super::{Task, change};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::time::{Moment, Repeat, When};

/// What is typed to take a team or a note away.
const NONE: &str = "none";

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
    let mut edited = task.clone();
    if let Some(title) = edit.title {
        edited.title = title;
    }
    if let Some(note) = edit.note {
        edited.note = given(note);
    }
    if let Some(team) = edit.team {
        edited.team = match given(team) {
            Some(name) => Some(desk.find_team(&name).await?.id),
            None => None,
        };
    }
    let keeps_its_due = edit.due.is_none();
    let (due, repeat) = due_and_repeat(edit.due, edit.repeat)?;
    if !(keeps_its_due && edited.due.is_some()) {
        edited.due = due.or(edited.due);
    }
    edited.repeat = repeat.or(edited.repeat);
    Ok(edited)
}

fn given(text: String) -> Option<String> {
    (!text.eq_ignore_ascii_case(NONE)).then_some(text)
}

/// By when, and how it repeats. A day without a clock time ends at 23:59. A repeat without `due:` is first due at its
/// own first date; a `due:` that repeats is both.
pub(super) fn due_and_repeat(
    due: Option<When>,
    repeat: Option<When>,
) -> Result<(Option<Moment>, Option<Repeat>), UserError> {
    let rule = match &repeat {
        Some(when) => {
            let missing = || UserError::new(phrase!("task-repeat-missing")).type_next("repeat:every fri 17:00");
            Some(when.repeat.ok_or_else(missing)?)
        }
        None => due.as_ref().and_then(|due| due.repeat),
    };
    let due = due.or(repeat).map(|when| end_of(&when));
    Ok((due, rule))
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
