//! A task, as a document shows it.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::clock::Instant;
use crate::export::names::Names;
use crate::series::Course;
use crate::store::{StoreResult, UnitOfWork};
use crate::task::{State, Task};
use crate::time::Moment;

/// A task.
#[derive(Debug, Serialize)]
pub(in crate::export) struct TaskEntry {
    reference: String,
    title: String,
    note: Option<String>,
    team: Option<String>,
    due: Option<Moment>,
    /// Its rule, with the dates that are out of the ordinary.
    repeats: Option<Course>,
    /// The date of its rule that it is for, wherever its due time was moved.
    for_date: Option<NaiveDateTime>,
    /// What the tasks of its series are like, where this one is other than they are.
    usual_title: Option<String>,
    usual_note: Option<String>,
    usual_team: Option<String>,
    state: &'static str,
    added_at: Instant,
    added_by: Option<String>,
    owner: Option<String>,
    next_goes_to: Option<String>,
    done_at: Option<Instant>,
    done_by: Option<String>,
    done_note: Option<String>,
}

impl TaskEntry {
    pub(in crate::export) async fn new(unit: &mut dyn UnitOfWork, names: &mut Names, task: Task) -> StoreResult<Self> {
        let (state, done) = match task.state {
            State::Open => ("open", None),
            State::Done { by, at, note } => ("done", Some((by, at, note))),
            State::Deleted => ("deleted", None),
        };
        let (done_by, done_at, done_note) =
            done.map_or((None, None, None), |(by, at, note)| (Some(by), Some(at), note));
        let for_date = task.series.as_ref().map(|series| series.date);
        let (course, usual) = task
            .series
            .map_or((None, None), |series| (Some(series.course), series.usual));
        Ok(Self {
            reference: format!("T{}", task.number),
            title: task.title,
            note: task.note,
            team: names.team(task.team),
            due: task.due,
            repeats: course,
            for_date,
            usual_title: usual.as_ref().map(|usual| usual.title.clone()),
            usual_team: names.team(usual.as_ref().and_then(|usual| usual.team)),
            usual_note: usual.and_then(|usual| usual.note),
            state,
            added_at: task.created_at,
            added_by: names.person(unit, task.creator).await?,
            owner: names.person_if_any(unit, task.owner).await?,
            next_goes_to: names.person_if_any(unit, task.keeper).await?,
            done_at,
            done_by: names.person_if_any(unit, done_by).await?,
            done_note,
        })
    }
}
