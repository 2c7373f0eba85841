//! The use cases of tasks: load, decide, save.

use super::card::Shown;
use super::command::{Add, TaskCommand};
use super::rules::{Hand, No};
use super::{State, Task, change, edit, list};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{Kind, PersonId, Reference, TaskId, TeamId};
use crate::locale::Phrase;
use crate::phrase;
use crate::reply::{Block, Card};

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: TaskCommand) -> Outcome<Answer> {
    match command {
        TaskCommand::Add(add) => self::add(desk, add).await,
        TaskCommand::List(filter) => list::run(desk, filter).await,
        TaskCommand::Show(number) => {
            let task = find(desk, number).await?;
            card(desk, task).await
        }
        TaskCommand::Claim(number) => claim(desk, number).await,
        TaskCommand::Release(number) => release(desk, number).await,
        TaskCommand::Assign { task, member } => assign(desk, task, &member).await,
        TaskCommand::Done { task, note } => done(desk, task, note).await,
        TaskCommand::Reopen(number) => reopen(desk, number).await,
        TaskCommand::Edit(edit) => edit::run(desk, edit).await,
        TaskCommand::Delete(number) => delete(desk, number).await,
    }
}

async fn add(desk: &mut Desk<'_>, add: Add) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let owner = match &add.owner {
        Some(name) => Some(desk.find_member(name).await?.person),
        None => None,
    };
    let team = desk.find_team_if_any(add.team.as_deref()).await?;
    let (due, repeat) = edit::due_and_repeat(add.due, add.repeat)?;
    let task = Task {
        id: TaskId::new(desk.work.ids, desk.work.now),
        group,
        number: desk.work.next_reference(group, Kind::Task).await?.number,
        title: add.title,
        note: add.note,
        team,
        creator: desk.me(),
        owner,
        keeper: owner.filter(|_| repeat.is_some()),
        due,
        repeat,
        next: None,
        state: State::Open,
        created_at: desk.work.now,
        version: 0,
    };
    let task = change::make(desk, change::unborn(&task), task).await?;
    card(desk, task).await
}

async fn claim(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find(desk, number).await?;
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

async fn release(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find(desk, number).await?;
    let released = allowed(desk, &task, task.release(hand(desk, task.team))).await?;
    let task = change::make(desk, task, released).await?;
    let sentence = phrase!("task-released", task = command task.reference(), title = user task.title);
    say(desk, task, &[sentence]).await
}

async fn assign(desk: &mut Desk<'_>, number: u32, member: &str) -> Outcome<Answer> {
    let task = find(desk, number).await?;
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

async fn done(desk: &mut Desk<'_>, number: u32, note: Option<String>) -> Outcome<Answer> {
    let task = find(desk, number).await?;
    let now = desk.work.now;
    let mut finished = allowed(desk, &task, task.finish(hand(desk, task.team), note, now)).await?;
    let next = successor(desk, &task).await?;
    if let Some(next) = &next {
        finished.next = Some(next.id);
        finished.repeat = None;
    }
    let task = change::make(desk, task, finished).await?;
    let credited = match task.state {
        State::Done { by, .. } => desk.work.name_of(by).await?,
        State::Open | State::Deleted => String::new(),
    };
    let mut sentences =
        vec![phrase!("task-done", task = command task.reference(), title = user task.title, person = person credited)];
    if let Some(next) = next {
        let next = change::replace(desk, &change::unborn(&next), next).await?;
        sentences.extend(
            next.due
                .as_ref()
                .map(|due| phrase!("task-next", task = command next.reference(), due = moment due)),
        );
    }
    say(desk, task, &sentences).await
}

/// The task that follows a repeating one, for its keeper if they are still in the group.
async fn successor(desk: &mut Desk<'_>, task: &Task) -> Outcome<Option<Task>> {
    if task.repeat.is_none() {
        return Ok(None);
    }
    let id = TaskId::new(desk.work.ids, desk.work.now);
    let number = desk.work.next_reference(task.group, Kind::Task).await?.number;
    let Some(mut next) = task.successor(id, number, desk.work.now) else {
        return Ok(None);
    };
    if let Some(keeper) = next.owner {
        let membership = desk.work.unit.membership(task.group, keeper).await?;
        next.owner = membership.map(|membership| membership.person);
    }
    Ok(Some(next))
}

async fn reopen(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find(desk, number).await?;
    let mut opened = allowed(desk, &task, task.reopen(hand(desk, task.team))).await?;
    let mut sentences = vec![phrase!("task-reopened", task = command task.reference(), title = user task.title)];
    if let Some(next) = opened.next.take()
        && let Some(next) = desk.work.unit.task(task.group, next).await?
    {
        let (reference, next_reference) = (task.reference(), next.reference());
        if next.is_untouched() {
            opened.repeat = next.repeat;
            let deleted = next.in_state(State::Deleted);
            change::replace(desk, &next, deleted).await?;
            sentences.push(phrase!("task-reopened-whole", next = command next_reference, task = command reference));
        } else {
            sentences.push(phrase!("task-reopened-alone", next = command next_reference, task = command reference));
        }
    }
    let task = change::make(desk, task, opened).await?;
    say(desk, task, &sentences).await
}

async fn delete(desk: &mut Desk<'_>, number: u32) -> Outcome<Answer> {
    let task = find(desk, number).await?;
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

/// The task of that number; a deleted one is spoken of as such.
pub(super) async fn find(desk: &mut Desk<'_>, number: u32) -> Outcome<Task> {
    let group = desk.group()?.id;
    let reference = Reference::new(Kind::Task, number);
    match desk.work.unit.task_by_number(group, number).await? {
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
pub(super) fn hand(desk: &Desk<'_>, team: Option<TeamId>) -> Hand {
    Hand {
        person: desk.me(),
        captain: desk.runs(team),
    }
}

/// What the rules allow; a refusal in words, with what to type next.
pub(super) async fn allowed<T>(desk: &mut Desk<'_>, task: &Task, decided: Result<T, No>) -> Outcome<T> {
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
pub(super) async fn card(desk: &mut Desk<'_>, task: Task) -> Outcome<Answer> {
    let shown = Shown::load(&mut desk.work, task).await?;
    Ok(shown.card(&desk.voice).into())
}
