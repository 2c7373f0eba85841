//! The tasks of every group.

use async_trait::async_trait;
use muster_core::ids::{GroupId, PersonId, TaskId, TeamId};
use muster_core::store::{StoreResult, Tasks};
use muster_core::task::series::Usual;
use muster_core::task::{Series, State, Task};
use sqlx::{FromRow, query, query_as};
use uuid::Uuid;

use crate::column::{Origin, micros, word};
use crate::course::{CourseColumns, exceptions, local};
use crate::failure::{expect_one, failed};
use crate::find::find;
use crate::postgres::PostgresUnit;
use crate::sqlite::SqliteUnit;

#[derive(FromRow)]
struct TaskRow {
    group_id: Uuid,
    id: Uuid,
    number: i64,
    title: String,
    note: Option<String>,
    team_id: Option<Uuid>,
    creator_id: Uuid,
    owner_id: Option<Uuid>,
    keeper_id: Option<Uuid>,
    due_at: Option<i64>,
    due_local: Option<String>,
    due_zone: Option<String>,
    repeats: Option<String>,
    first_local: Option<String>,
    rule_zone: Option<String>,
    past_local: Option<String>,
    exceptions: Option<String>,
    date_local: Option<String>,
    usual_title: Option<String>,
    usual_note: Option<String>,
    usual_team_id: Option<Uuid>,
    next_id: Option<Uuid>,
    state: String,
    done_by: Option<Uuid>,
    done_at: Option<i64>,
    done_note: Option<String>,
    created_at: i64,
    version: i64,
}

impl TaskRow {
    fn read(self) -> StoreResult<Task> {
        let origin = Origin::new("tasks", &self.id);
        let state = match self.state.as_str() {
            OPEN => State::Open,
            DONE => State::Done {
                by: PersonId(origin.present("done_by", self.done_by)?),
                at: origin.instant("done_at", origin.present("done_at", self.done_at)?)?,
                note: self.done_note,
            },
            DELETED => State::Deleted,
            _ => return Err(origin.corrupt("state")),
        };
        let due = match (self.due_at, &self.due_local, &self.due_zone) {
            (Some(at), Some(local), Some(zone)) => {
                Some(origin.moment(["due_at", "due_local", "due_zone"], at, local, zone)?)
            }
            _ => None,
        };
        // A row of the first version has a rule and a due time only: its rule counts from there.
        let is_whole = self.first_local.is_some();
        let zone = if is_whole { &self.rule_zone } else { &self.due_zone };
        let course = CourseColumns {
            repeats: self.repeats.as_ref(),
            first_local: self.first_local.as_ref().or(self.due_local.as_ref()),
            zone: ("rule_zone", zone.as_ref()),
            past_local: if is_whole {
                self.past_local.as_ref()
            } else {
                self.due_local.as_ref()
            },
            exceptions: self.exceptions.as_ref(),
        };
        let series = match course.read(origin)? {
            None => None,
            Some(course) => {
                let date = self.date_local.as_ref().or(self.due_local.as_ref());
                let usual = self.usual_title.map(|title| Usual {
                    title,
                    note: self.usual_note,
                    team: self.usual_team_id.map(TeamId),
                });
                let date = origin.word("date_local", origin.present("date_local", date)?)?;
                Some(Series { course, date, usual })
            }
        };
        Ok(Task {
            id: TaskId(self.id),
            group: GroupId(self.group_id),
            number: origin.number("number", self.number)?,
            title: self.title,
            note: self.note,
            team: self.team_id.map(TeamId),
            creator: PersonId(self.creator_id),
            owner: self.owner_id.map(PersonId),
            keeper: self.keeper_id.map(PersonId),
            due,
            series,
            next: self.next_id.map(TaskId),
            state,
            created_at: origin.instant("created_at", self.created_at)?,
            version: origin.number("version", self.version)?,
        })
    }
}

const OPEN: &str = "open";
const DONE: &str = "done";
const DELETED: &str = "deleted";

const fn state_word(state: &State) -> &'static str {
    match state {
        State::Open => OPEN,
        State::Done { .. } => DONE,
        State::Deleted => DELETED,
    }
}

/// The columns that refer to a person.
const OF_PEOPLE: [&str; 4] = [
    "UPDATE tasks SET creator_id = $2 WHERE creator_id = $1",
    "UPDATE tasks SET owner_id = $2 WHERE owner_id = $1",
    "UPDATE tasks SET keeper_id = $2 WHERE keeper_id = $1",
    "UPDATE tasks SET done_by = $2 WHERE done_by = $1",
];

macro_rules! tasks {
    ($unit:ty, lock: $lock:literal) => {
        #[async_trait]
        impl Tasks for $unit {
            async fn task(&mut self, group: GroupId, id: TaskId) -> StoreResult<Option<Task>> {
                find!(self, TaskRow, "SELECT * FROM tasks WHERE group_id = $1 AND id = $2", group.0, id.0)
            }

            async fn task_for_update(&mut self, group: GroupId, id: TaskId) -> StoreResult<Option<Task>> {
                find!(self, TaskRow, concat!("SELECT * FROM tasks WHERE group_id = $1 AND id = $2", $lock), group.0, id.0)
            }

            async fn task_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Task>> {
                find!(self, TaskRow, "SELECT * FROM tasks WHERE group_id = $1 AND number = $2", group.0, i64::from(number))
            }

            async fn task_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Task>> {
                find!(self, TaskRow, concat!("SELECT * FROM tasks WHERE group_id = $1 AND number = $2", $lock), group.0, i64::from(number))
            }

            async fn save_task(&mut self, task: &Task) -> StoreResult<()> {
                let (done_by, done_at, done_note) = match &task.state {
                    State::Done { by, at, note } => (Some(by.0), Some(micros(*at)), note.as_ref()),
                    State::Open | State::Deleted => (None, None, None),
                };
                let due = task.due.as_ref();
                let series = task.series.as_ref();
                let (course, usual) = (series.map(|series| &series.course), series.and_then(|series| series.usual.as_ref()));
                let done = query(
                    "INSERT INTO tasks (group_id, id, number, title, note, team_id, creator_id, owner_id, keeper_id,
                         due_at, due_local, due_zone, repeats, next_id, state, done_by, done_at, done_note,
                         created_at, version, first_local, rule_zone, past_local, exceptions, date_local,
                         usual_title, usual_note, usual_team_id)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                         $21, $22, $23, $24, $25, $26, $27, $28)
                     ON CONFLICT (group_id, id) DO UPDATE SET title = excluded.title, note = excluded.note,
                         team_id = excluded.team_id, owner_id = excluded.owner_id, keeper_id = excluded.keeper_id,
                         due_at = excluded.due_at, due_local = excluded.due_local, due_zone = excluded.due_zone,
                         repeats = excluded.repeats, next_id = excluded.next_id, state = excluded.state,
                         done_by = excluded.done_by, done_at = excluded.done_at, done_note = excluded.done_note,
                         version = excluded.version, first_local = excluded.first_local,
                         rule_zone = excluded.rule_zone, past_local = excluded.past_local,
                         exceptions = excluded.exceptions, date_local = excluded.date_local,
                         usual_title = excluded.usual_title, usual_note = excluded.usual_note,
                         usual_team_id = excluded.usual_team_id",
                )
                .bind(task.group.0)
                .bind(task.id.0)
                .bind(i64::from(task.number))
                .bind(&task.title)
                .bind(&task.note)
                .bind(task.team.map(|team| team.0))
                .bind(task.creator.0)
                .bind(task.owner.map(|owner| owner.0))
                .bind(task.keeper.map(|keeper| keeper.0))
                .bind(due.map(|due| micros(due.at)))
                .bind(due.map(|due| word(&due.local)).transpose()?)
                .bind(due.map(|due| due.zone.name()))
                .bind(course.map(|course| word(&course.dates.rule)).transpose()?)
                .bind(task.next.map(|next| next.0))
                .bind(state_word(&task.state))
                .bind(done_by)
                .bind(done_at)
                .bind(done_note)
                .bind(micros(task.created_at))
                .bind(i64::from(task.version))
                .bind(local(course.map(|course| &course.dates.first))?)
                .bind(course.map(|course| course.dates.zone.name()))
                .bind(local(course.and_then(|course| course.past.as_ref()))?)
                .bind(course.map(exceptions).transpose()?.flatten())
                .bind(local(series.map(|series| &series.date))?)
                .bind(usual.map(|usual| &usual.title))
                .bind(usual.and_then(|usual| usual.note.as_ref()))
                .bind(usual.and_then(|usual| usual.team).map(|team| team.0))
                .execute(self.connection())
                .await
                .map_err(failed)?;
                expect_one(done.rows_affected(), "tasks")
            }

            async fn open_tasks(&mut self, group: GroupId) -> StoreResult<Vec<Task>> {
                let rows: Vec<TaskRow> =
                    query_as("SELECT * FROM tasks WHERE group_id = $1 AND state = 'open' ORDER BY number")
                        .bind(group.0)
                        .fetch_all(self.connection())
                        .await
                        .map_err(failed)?;
                rows.into_iter().map(TaskRow::read).collect()
            }

            async fn done_tasks(
                &mut self,
                group: GroupId,
                team: Option<TeamId>,
                limit: u32,
            ) -> StoreResult<Vec<Task>> {
                let of_all = "SELECT * FROM tasks WHERE group_id = $1 AND state = 'done'
                     ORDER BY done_at DESC, number DESC LIMIT $2";
                let of_team = "SELECT * FROM tasks WHERE group_id = $1 AND state = 'done' AND team_id = $3
                     ORDER BY done_at DESC, number DESC LIMIT $2";
                let statement = query_as(if team.is_some() { of_team } else { of_all })
                    .bind(group.0)
                    .bind(i64::from(limit));
                let statement = match team {
                    Some(team) => statement.bind(team.0),
                    None => statement,
                };
                let rows: Vec<TaskRow> = statement.fetch_all(self.connection()).await.map_err(failed)?;
                rows.into_iter().map(TaskRow::read).collect()
            }

            async fn reassign_tasks(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
                self.reassign(from, into, &OF_PEOPLE).await
            }
        }
    };
}

tasks!(SqliteUnit, lock: "");
tasks!(PostgresUnit, lock: " FOR NO KEY UPDATE");
