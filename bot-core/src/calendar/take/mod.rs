//! Entries of a file become shifts and tasks of a group; what is known already is changed, not doubled.
//!
//! What a file says goes before what was changed at the desk only where the file changed since it was last taken. Nobody
//! is put on a shift, so nobody is reminded; people who are on one that moves or is cancelled hear of it as always.
//!
//! - here: [`take`] and the order of its steps; `known`: what was taken before
//! - `event`, `series`, `shift`, `todo`: from an entry to what the desk keeps

mod event;
mod known;
mod series;
mod shift;
mod todo;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDateTime;
use uuid::Uuid;

use self::known::Known;
use super::{Entry, What};
use crate::error::Fault;
use crate::ids::{PersonId, Reference, TeamId};
use crate::locale::Voice;
use crate::people::{Group, Person, default_ladder};
use crate::phrase;
use crate::work::Work;

/// Who acts where nobody of the group does: whoever runs the bot. A person without account or membership, so that the
/// audit log and the tasks of a file can name somebody.
pub const OPERATOR: PersonId = PersonId(Uuid::nil());

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is new.
    Added,
    /// It was known, and changed.
    Changed,
    /// It was known, and says nothing new.
    Unchanged,
    /// It was known in a later version than this.
    Older,
    /// It cannot be taken.
    Refused(String),
}

/// An entry, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The line on which it begins.
    pub line: usize,
    /// Its title.
    pub title: String,
    /// What became of it.
    pub fate: Fate,
    /// What it is at the desk: several for an event that was taken date by date.
    pub references: Vec<Reference>,
    /// What is to be said of it beside.
    pub remark: Option<String>,
}

impl Taken {
    fn refused(entry: &Entry, reason: impl Into<String>) -> Self {
        Self {
            line: entry.line,
            title: entry.title().to_owned(),
            fate: Fate::Refused(reason.into()),
            references: Vec::new(),
            remark: None,
        }
    }
}

impl Entry {
    /// Its title.
    pub fn title(&self) -> &str {
        match &self.what {
            What::Event(event) => &event.title,
            What::Todo(todo) => &todo.title,
        }
    }
}

/// What the entries of a file are taken with.
struct Taking<'a, 'w> {
    work: &'a mut Work<'w>,
    group: &'a Group,
    /// The teams by their names in lower case.
    teams: HashMap<String, TeamId>,
    /// The dates of which the file itself says something else, by UID.
    changed_dates: BTreeMap<String, BTreeSet<NaiveDateTime>>,
}

/// Takes the entries, each in the order of the file, but changes of single dates after what they are dates of.
pub async fn take(work: &mut Work<'_>, group: &Group, entries: &[Entry]) -> Result<Vec<Taken>, Fault> {
    let operator = work.unit.person(OPERATOR).await?;
    if operator.is_none() {
        let operator = operator_of(&work.voice_of_room(group));
        work.unit.save_person(&operator).await?;
    }
    let teams = work.unit.teams(group.id).await?;
    let mut changed_dates: BTreeMap<String, BTreeSet<NaiveDateTime>> = BTreeMap::new();
    for (entry, date) in entries.iter().filter_map(|entry| Some((entry, entry.date.as_ref()?))) {
        changed_dates
            .entry(entry.uid.clone())
            .or_default()
            .insert(date.moment.local);
    }
    let mut taking = Taking {
        work,
        group,
        teams: teams
            .into_iter()
            .map(|team| (team.name.to_lowercase(), team.id))
            .collect(),
        changed_dates,
    };
    let mut taken = Vec::new();
    let (dates, whole): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.date.is_some());
    for entry in whole.into_iter().chain(dates) {
        taken.push(taking.take(entry).await?);
    }
    taken.sort_by_key(|taken| taken.line);
    if taken
        .iter()
        .any(|taken| matches!(taken.fate, Fate::Added | Fate::Changed))
    {
        let work = &mut *taking.work;
        work.audit(group.id, OPERATOR, "calendar.imported", None, None).await?;
    }
    Ok(taken)
}

fn operator_of(voice: &Voice) -> Person {
    Person {
        id: OPERATOR,
        name: voice.text(&phrase!("calendar-operator")),
        zone: None,
        language: None,
        quiet: None,
        ladder: default_ladder(),
        agreed_at: None,
        chosen_group: None,
        pause: None,
        digest: None,
        preferred: None,
        version: 1,
    }
}

impl Taking<'_, '_> {
    async fn take(&mut self, entry: &Entry) -> Result<Taken, Fault> {
        let known = Known::load(self.work, self.group.id, &entry.uid).await?;
        match &entry.what {
            What::Event(event) => self.event(entry, event, known).await,
            What::Todo(todo) => self.todo(entry, todo, known).await,
        }
    }

    /// The team of that name; what is to be said where there is none.
    fn team(&self, name: Option<&str>) -> (Option<TeamId>, Option<String>) {
        let Some(name) = name else { return (None, None) };
        match self.teams.get(&name.to_lowercase()) {
            Some(team) => (Some(*team), None),
            None => (None, Some(format!("the group has no team {}", super::shown(name)))),
        }
    }
}
