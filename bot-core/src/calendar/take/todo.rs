//! From a task of a file to a task of the group.

use super::known::{self, Known};
use super::{Fate, OPERATOR, Taken, Taking};
use crate::calendar::{Entry, Todo};
use crate::error::Fault;
use crate::ids::{Kind, Reference, TaskId, TeamId};
use crate::task::change::remind_anew;
use crate::task::{Series, State, Task};

impl Taking<'_, '_> {
    /// Takes a task.
    pub(super) async fn todo(&mut self, entry: &Entry, todo: &Todo, known: Known) -> Result<Taken, Fault> {
        let date = entry
            .date
            .as_ref()
            .map(|date| date.moment.local.format("%Y-%m-%dT%H:%M:%S").to_string());
        let date = date.unwrap_or_default();
        let (team, remark) = self.team(todo.team.as_deref());
        let fingerprint = known::fingerprint(todo)?;
        let answer = |fate, number: Option<u32>| Taken {
            line: entry.line,
            title: todo.title.clone(),
            fate,
            references: number
                .map(|number| Reference::new(Kind::Task, number))
                .into_iter()
                .collect(),
            remark: remark.clone(),
        };
        let row = known.row(&date);
        let id = match (row, known.own) {
            (Some(row), _) if row.subject.kind != Kind::Task => {
                return Ok(Taken::refused(
                    entry,
                    "the same UID was taken as something else than a task before",
                ));
            }
            (Some(row), _) => Some(row.subject.id),
            (None, Some(own)) if date.is_empty() => Some(own),
            _ => None,
        };
        let before = match id {
            Some(id) => self.work.unit.task(self.group.id, TaskId(id)).await?,
            None => None,
        };
        let Some(before) = before else {
            if todo.cancelled {
                return Ok(Taken {
                    remark: Some("a task that was called off: there is nothing to do".to_owned()),
                    ..answer(Fate::Unchanged, None)
                });
            }
            let task = self.new_task(todo, team).await?;
            let row = known::row(self.group.id, entry, date, (Kind::Task, task.id.0), fingerprint);
            self.work.unit.save_imported(&row).await?;
            return Ok(answer(Fate::Added, Some(task.number)));
        };
        let number = Some(before.number);
        let older = match row {
            Some(row) => known::is_older(entry, row),
            None => entry.sequence < before.version,
        };
        if older {
            return Ok(answer(Fate::Older, number));
        }
        if row.is_some_and(|row| row.fingerprint == fingerprint) {
            return Ok(answer(Fate::Unchanged, number));
        }
        let after = self.changed(&before, todo, team);
        if after == before {
            return Ok(answer(Fate::Unchanged, number));
        }
        let after = Task {
            version: before.version + 1,
            ..after
        };
        self.work.save_task(&after).await?;
        if before.owner.is_some() {
            remind_anew(self.work, &after).await?;
        }
        let row = known::row(self.group.id, entry, date, (Kind::Task, after.id.0), fingerprint);
        self.work.unit.save_imported(&row).await?;
        Ok(answer(Fate::Changed, number))
    }

    async fn new_task(&mut self, todo: &Todo, team: Option<TeamId>) -> Result<Task, Fault> {
        let group = self.group.id;
        let work = &mut *self.work;
        let task = Task {
            id: TaskId::new(work.ids, work.now),
            group,
            number: work.next_reference(group, Kind::Task).await?.number,
            title: todo.title.clone(),
            note: todo.note.clone(),
            team,
            creator: OPERATOR,
            owner: None,
            keeper: None,
            due: todo.due.clone(),
            series: series(todo),
            next: None,
            state: State::Open,
            created_at: work.now,
            version: 1,
        };
        let task = match todo.done {
            None => task,
            Some(at) => task.in_state(State::Done {
                by: OPERATOR,
                at: at.unwrap_or(work.now),
                note: None,
            }),
        };
        work.save_task(&task).await?;
        Ok(task)
    }

    /// What the file makes of a task. One that is done or deleted at the desk stays so.
    fn changed(&self, before: &Task, todo: &Todo, team: Option<TeamId>) -> Task {
        let state = match (&before.state, todo.done) {
            (State::Open, Some(at)) => State::Done {
                by: before.owner.unwrap_or(OPERATOR),
                at: at.unwrap_or(self.work.now),
                note: None,
            },
            (State::Open, None) if todo.cancelled => State::Deleted,
            (state, _) => state.clone(),
        };
        // What was set apart at the desk stays where the file says nothing new of the dates.
        let same_dates = before.rule() == todo.repeat.as_ref() && before.due == todo.due;
        Task {
            title: todo.title.clone(),
            note: todo.note.clone(),
            due: todo.due.clone(),
            series: if same_dates {
                before.series.clone()
            } else {
                series(todo)
            },
            team: team.or(before.team),
            state,
            ..before.clone()
        }
    }
}

fn series(todo: &Todo) -> Option<Series> {
    let rule = todo.repeat.clone()?;
    Some(Series::beginning(rule, todo.due.as_ref()?))
}
