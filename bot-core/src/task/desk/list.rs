//! `task list`.

use crate::board::Open;
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::{GroupId, Reference, TeamId};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::Card;
use crate::store::{StoreResult, UnitOfWork};
use crate::task::Task;
use crate::task::card::{self, Shown};
use crate::task::command::{Filter, Which};
use crate::work::Work;

/// The most tasks that a list shows.
const SHOWN: usize = 30;

/// Lists tasks: the open ones by due time (those without one last), the done ones the latest first.
pub(super) async fn run(desk: &mut Desk<'_>, filter: Filter) -> Outcome<Answer> {
    let team = desk.find_team_if_any(filter.team.as_deref()).await?;
    let tasks = fitting(desk, filter.which, team).await?;
    let count = tasks.len();
    let more = tasks.len().saturating_sub(SHOWN);
    let next = next_command(filter.which, &tasks);
    let mut items = Vec::new();
    for task in tasks.into_iter().take(SHOWN) {
        let shown = Shown::load(&mut desk.work, task).await?;
        items.push(shown.item(&desk.voice));
    }
    let voice = &desk.voice;
    let card = Card::new()
        .heading(voice.line(&heading(filter.which, count)))
        .list(items);
    let card = match more {
        0 => card,
        more => card.line(voice.line(&phrase!("task-list-more", count = number more))),
    };
    Ok(card.actions(voice, [], next).into())
}

/// The open tasks in the order of the list, at most `most`, each with the command that takes it, or shows who has it.
pub(crate) async fn open_lines(work: &mut Work<'_>, group: GroupId, most: usize, voice: &Voice) -> StoreResult<Open> {
    let mut open = work.unit.open_tasks(group).await?;
    by_due_time(&mut open);
    let more = open.len().saturating_sub(most);
    let mut lines = Vec::new();
    for task in open.into_iter().take(most) {
        let act = if task.owner.is_none() { "claim" } else { "show" };
        let typed = format!("task {act} {}", task.reference());
        lines.push((Shown::load(work, task).await?.item(voice), typed));
    }
    Ok(Open { lines, more })
}

/// The open tasks that a half-typed command may mean, in the order of the list, each with a line for the eye.
pub async fn completions(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    voice: &Voice,
) -> StoreResult<Vec<(Reference, String)>> {
    let mut open = unit.open_tasks(group).await?;
    by_due_time(&mut open);
    let line = |task: &Task| (task.reference(), card::brief(task, voice).to_string());
    Ok(open.iter().map(line).collect())
}

/// The earliest due first, those without a due time last.
fn by_due_time(tasks: &mut [Task]) {
    tasks.sort_by_key(|task| (task.due.is_none(), task.due.as_ref().map(|due| due.at), task.number));
}

async fn fitting(desk: &mut Desk<'_>, which: Which, team: Option<TeamId>) -> Outcome<Vec<Task>> {
    let (group, me, now) = (desk.group()?.id, desk.me(), desk.work.now);
    let mut tasks = match which {
        Which::Done => {
            desk.work
                .unit
                .done_tasks(group, team, u32::try_from(SHOWN).unwrap_or(u32::MAX))
                .await?
        }
        Which::Open | Which::Mine | Which::Overdue => {
            let mut open = desk.work.unit.open_tasks(group).await?;
            by_due_time(&mut open);
            open
        }
    };
    tasks.retain(|task| match which {
        Which::Mine => task.owner == Some(me),
        Which::Overdue => task.is_overdue(now),
        Which::Open | Which::Done => true,
    });
    tasks.retain(|task| team.is_none() || task.team == team);
    Ok(tasks)
}

fn heading(which: Which, count: usize) -> Phrase {
    match (which, count) {
        (Which::Open, 0) => phrase!("task-list-none-open"),
        (Which::Mine, 0) => phrase!("task-list-none-mine"),
        (Which::Overdue, 0) => phrase!("task-list-none-overdue"),
        (Which::Done, 0) => phrase!("task-list-none-done"),
        (Which::Open, _) => phrase!("task-list-open", count = number count),
        (Which::Mine, _) => phrase!("task-list-mine", count = number count),
        (Which::Overdue, _) => phrase!("task-list-overdue", count = number count),
        (Which::Done, _) => phrase!("task-list-done", count = number count),
    }
}

/// The likeliest thing to type after the list.
fn next_command(which: Which, tasks: &[Task]) -> String {
    let free = tasks.iter().find(|task| task.is_open() && task.owner.is_none());
    match (free, tasks.first()) {
        (Some(task), _) => format!("task claim {}", task.reference()),
        (None, Some(task)) => format!("task show {}", task.reference()),
        (None, None) if matches!(which, Which::Overdue | Which::Done) => "task list".to_owned(),
        (None, None) => "task add <title> due:friday".to_owned(),
    }
}
