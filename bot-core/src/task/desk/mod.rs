//! The use cases of tasks: load, decide, save.
//!
//! - here: `task add`, `task show`, and what the others share
//! - `adding`: tasks that come of something else than `task add`
//! - `hands`: who has it: `task claim`, `task release`, `task assign`
//! - `done`: `task done`, `task reopen`, and the next one of a repeat
//! - `edit`: `task edit`; `delete`: `task delete`; `list`: `task list`, and the tasks that a half-typed command may mean

mod adding;
mod delete;
mod done;
mod edit;
mod hands;
mod list;

pub(crate) use adding::{add_one, added};
pub use list::completions;
pub(crate) use list::open_lines;

use super::card::Shown;
use super::command::{Add, TaskCommand};
use super::rules::{Hand, No};
use super::{Series, State, Task, change, deadline};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, PersonId, Reference, TaskId, TeamId};
use crate::locale::Phrase;
use crate::phrase;
use crate::reply::{Block, Card};
use crate::series;
use crate::time::{Split, split_trailing};

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: TaskCommand) -> Outcome<Answer> {
    match command {
        TaskCommand::Add(add) => self::add(desk, *add).await,
        TaskCommand::List(filter) => list::run(desk, filter).await,
        TaskCommand::Show(number) => {
            let task = find(desk, number).await?;
            card(desk, task).await
        }
        TaskCommand::Claim(number) => hands::claim(desk, number).await,
        TaskCommand::Release(number) => hands::release(desk, number).await,
        TaskCommand::Assign { task, member } => hands::assign(desk, task, &member).await,
        TaskCommand::Done { task, note } => done::done(desk, task, note).await,
        TaskCommand::Reopen(number) => done::reopen(desk, number).await,
        TaskCommand::Edit(edit) => edit::run(desk, *edit).await,
        TaskCommand::Delete { task, dates } => delete::run(desk, task, *dates).await,
    }
}

async fn add(desk: &mut Desk<'_>, add: Add) -> Outcome<Answer> {
    let add = with_rule_of_title(desk, add);
    let owner = match &add.owner {
        Some(name) => Some(desk.find_member(name).await?.person),
        None => None,
    };
    let team = desk.find_team_if_any(add.team.as_deref()).await?;
    let (due, rule) = deadline::first(add.due, add.repeat)?;
    let series = rule.zip(due.as_ref()).map(|(rule, due)| Series::beginning(rule, due));
    let task = Task {
        note: add.note,
        team,
        owner,
        keeper: owner.filter(|_| series.is_some()),
        due,
        series,
        ..blank(desk, add.title).await?
    };
    let task = change::make(desk, change::unborn(&task), task).await?;
    card(desk, task).await
}

/// A new task of whoever acts, with nothing but its title.
async fn blank(desk: &mut Desk<'_>, title: String) -> Outcome<Task> {
    let group = desk.group()?.id;
    Ok(Task {
        id: TaskId::new(desk.work.ids, desk.work.now),
        group,
        number: desk.work.next_reference(group, Kind::Task).await?.number,
        title,
        note: None,
        team: None,
        creator: desk.me(),
        owner: None,
        keeper: None,
        due: None,
        series: None,
        next: None,
        state: State::Open,
        created_at: desk.work.now,
        version: 0,
    })
}

/// `task add Newsletter every fri 17:00`: a rule at the end of a title that is not in quotes is its repeat.
fn with_rule_of_title(desk: &Desk<'_>, add: Add) -> Add {
    let quoted = ["\"", "”"]
        .iter()
        .any(|mark| desk.typed.contains(&format!("{}{mark}", add.title)));
    if add.due.is_some() || add.repeat.is_some() || quoted {
        return add;
    }
    let words: Vec<&str> = add.title.split_whitespace().collect();
    match split_trailing(&words, &desk.frame()) {
        Some(Split { index, when: Ok(when) }) if when.repeat.is_some() && when.end.is_none() => Add {
            title: words[..index].join(" "),
            repeat: Some(when),
            ..add
        },
        _ => add,
    }
}

/// The question which dates are meant.
fn ask(desk: &Desk<'_>, task: &Task) -> Answer {
    series::card::which(task.reference(), task.group, &desk.typed, &desk.voice).into()
}

/// The team, if there still is one of that id.
async fn team_if_any(desk: &mut Desk<'_>, team: Option<TeamId>) -> Outcome<Option<TeamId>> {
    let group = desk.group()?.id;
    let teams = desk.work.unit.teams(group).await?;
    Ok(team.filter(|team| teams.iter().any(|known| known.id == *team)))
}

/// Sentences, then the whole card.
async fn show(desk: &mut Desk<'_>, task: Task, sentences: &[Phrase]) -> Outcome<Answer> {
    let shown = Shown::load(&mut desk.work, task).await?;
    let lines = sentences.iter().map(|sentence| Block::Line(desk.voice.line(sentence)));
    let opening = Card {
        blocks: lines.collect(),
    };
    Ok(shown.card_below(opening, &desk.voice).into())
}

/// The task of that number; a deleted one is spoken of as such.
async fn find(desk: &mut Desk<'_>, number: u32) -> Outcome<Task> {
    let group = desk.group()?.id;
    let found = desk.work.unit.task_by_number(group, number).await?;
    standing(found, number)
}

/// The same to be changed.
async fn find_to_change(desk: &mut Desk<'_>, number: u32) -> Outcome<Task> {
    let group = desk.group()?.id;
    let found = desk.work.unit.task_by_number_for_update(group, number).await?;
    standing(found, number)
}

fn standing(found: Option<Task>, number: u32) -> Outcome<Task> {
    let reference = Reference::new(Kind::Task, number);
    match found {
        Some(task) if task.state != State::Deleted => Ok(task),
        Some(_) => Err(UserError::new(phrase!("task-is-deleted", task = command reference))
            .type_next("task list")
            .into()),
        None => Err(UserError::new(phrase!("task-unknown", task = command reference))
            .type_next("task list")
            .into()),
    }
}

/// Who acts, as the rules see them.
fn hand(desk: &Desk<'_>, team: Option<TeamId>) -> Hand {
    Hand {
        person: desk.me(),
        captain: desk.runs(team),
    }
}

/// What the rules allow; a refusal in words, with what to type next.
async fn allowed<T>(desk: &mut Desk<'_>, task: &Task, decided: Result<T, No>) -> Outcome<T> {
    match decided {
        Ok(allowed) => Ok(allowed),
        Err(no) => Err(refusal(desk, task, no).await?.into()),
    }
}

async fn refusal(desk: &mut Desk<'_>, task: &Task, no: No) -> Outcome<UserError> {
    let (reference, title) = (task.reference(), &task.title);
    let me: PersonId = desk.me();
    Ok(match no {
        No::Done => UserError::new(phrase!("task-is-done", task = command reference, title = user title))
            .type_next(format!("task reopen {reference}")),
        No::NotDone => UserError::new(phrase!("task-not-done", task = command reference, title = user title))
            .type_next(format!("task done {reference}")),
        No::AlreadyHas(person) if person == me => {
            UserError::new(phrase!("task-already-yours", task = command reference, title = user title))
                .type_next(format!("task done {reference}"))
        }
        No::AlreadyHas(person) => {
            let name = desk.work.name_of(person).await?;
            phrase!("task-already-theirs", task = command reference, title = user title, person = person name).into()
        }
        No::Taken(person) => {
            let name = desk.work.name_of(person).await?;
            UserError::new(phrase!("task-taken", task = command reference, title = user title, person = person name))
                .type_next("task list open")
        }
        No::Free => UserError::new(phrase!("task-is-free", task = command reference, title = user title))
            .type_next(format!("task claim {reference}")),
        No::NotYours => {
            let name = desk.work.name_of(task.creator).await?;
            phrase!("task-not-yours", task = command reference, title = user title, person = person name).into()
        }
    })
}

/// Sentences, then what can be done with the task now.
async fn say(desk: &mut Desk<'_>, task: Task, sentences: &[Phrase]) -> Outcome<Answer> {
    let shown = Shown::load(&mut desk.work, task).await?;
    let lines = sentences.iter().map(|sentence| Block::Line(desk.voice.line(sentence)));
    let card = Card {
        blocks: lines.collect(),
    };
    Ok(shown.with_actions(card, &desk.voice).into())
}

/// The whole card.
async fn card(desk: &mut Desk<'_>, task: Task) -> Outcome<Answer> {
    let shown = Shown::load(&mut desk.work, task).await?;
    Ok(Answer::live(shown.task.reference(), shown.card(&desk.voice)))
}
