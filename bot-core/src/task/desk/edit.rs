//! `task edit`.

use super::{allowed, card, find_to_change, hand};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::phrase;
use crate::series::course::target::Part;
use crate::task::command::Edit;
use crate::task::{Task, change, deadline};

/// Changes what is given; the rest stays.
pub(super) async fn run(desk: &mut Desk<'_>, edit: Edit) -> Outcome<Answer> {
    let task = find_to_change(desk, edit.task).await?;
    allowed(desk, &task, task.must_be_run_by(hand(desk, task.team))).await?;
    allowed(desk, &task, task.must_be_open()).await?;
    let reference = task.reference();
    let nothing = Edit {
        task: edit.task,
        ..Edit::default()
    };
    if edit == nothing {
        return Err(UserError::new(phrase!("task-edit-nothing", task = command reference))
            .type_next(format!("task edit {reference} due:friday"))
            .into());
    }
    let edited = edited(desk, &task, edit).await?;
    if edited == task {
        return Err(UserError::new(phrase!("task-edit-same", task = command reference))
            .type_next(format!("task show {reference}"))
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
    let (due, repeat) = deadline::anew(task, edit.due, edit.repeat)?;
    Ok(Task {
        title: edit.title.unwrap_or_else(|| task.title.clone()),
        note: edit.note.of(task.note.clone()),
        team: team.of(task.team),
        due,
        repeat,
        ..task.clone()
    })
}
