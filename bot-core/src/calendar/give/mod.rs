//! A group's shifts and tasks as calendar files. What is written reads back: the same shifts, series and dates.
//!
//! - [`Desk`]: what is given out; [`ics()`], [`csv()`]: the texts; `own`: the same for one person's shifts
//! - `fold`: content lines; `zone`: the clock changes of a zone as a file defines them
//!
//! Who is on a shift is in none of them: a calendar file goes further than a group. The group's own document (JSON) has it.

mod fold;
mod ics;
mod own;
mod table;
#[cfg(test)]
mod tests;
mod zone;

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::OWN_UIDS;
use crate::error::Fault;
use crate::ids::{GroupId, Kind, TeamId};
use crate::people::Group;
use crate::shift::Shift;
use crate::shift::series::Series;
use crate::store::UnitOfWork;
use crate::task::{State, Task};

pub use self::ics::ics;
pub(crate) use self::own::alone;
pub(super) use self::own::{Own, own};
pub use self::table::csv;
pub(crate) use self::table::written;

/// A group's shifts and tasks, as they are given out.
#[derive(Debug)]
pub struct Desk {
    group: Group,
    /// By number, the cancelled ones among them.
    shifts: Vec<Shift>,
    /// The series that they are dates of, by id.
    series: BTreeMap<Uuid, Series>,
    /// By number, without those that were deleted.
    tasks: Vec<Task>,
    teams: HashMap<TeamId, String>,
    /// The UID and SEQUENCE with which something was taken from a file.
    taken: HashMap<Uuid, (String, u32)>,
}

impl Desk {
    /// Loads it.
    pub async fn load(unit: &mut dyn UnitOfWork, group: &Group) -> Result<Self, Fault> {
        let id = group.id;
        let mut shifts = Vec::new();
        let mut series = BTreeMap::new();
        for number in 1..=unit.last_number(id, Kind::Shift).await? {
            let Some(roster) = unit.shift(id, number).await? else {
                continue;
            };
            let of = roster.shift.series.as_ref().map(|of| of.series);
            if let Some(of) = of.filter(|of| !series.contains_key(&of.0)) {
                let missing = Fault::Invariant("a date has its series");
                series.insert(of.0, unit.shift_series(id, of).await?.ok_or(missing)?);
            }
            shifts.push(roster.shift);
        }
        for series in series.values_mut().filter(|series| series.ended) {
            end(series, &shifts);
        }
        let teams = unit.teams(id).await?;
        let taken = unit
            .all_imported(id)
            .await?
            .into_iter()
            .filter(|row| row.date.is_empty());
        let taken = taken.map(|row| (row.subject.id, (row.uid, row.sequence)));
        Ok(Self {
            group: group.clone(),
            shifts,
            series,
            tasks: tasks(unit, id).await?,
            teams: teams.into_iter().map(|team| (team.id, team.name)).collect(),
            taken: taken.collect(),
        })
    }

    /// How many shifts, series and tasks there are.
    pub fn counts(&self) -> [usize; 3] {
        [self.shifts.len(), self.series.len(), self.tasks.len()]
    }

    /// The UID and SEQUENCE of something: those of the file that it came from, else its id and version.
    fn key(&self, id: Uuid, version: u32) -> (String, u32) {
        match self.taken.get(&id) {
            Some((uid, sequence)) => (uid.clone(), sequence.saturating_add(version)),
            None => (own_uid(id), version),
        }
    }

    fn team(&self, team: Option<TeamId>) -> Option<&str> {
        self.teams.get(&team?).map(String::as_str)
    }

    /// The series that a shift is a date of by the rule as it is now.
    fn series_of(&self, shift: &Shift) -> Option<&Series> {
        let of = shift.series.as_ref()?;
        let series = self.series.get(&of.series.0)?;
        let mut on_rule = series
            .dates
            .rule
            .occurrences(series.dates.first)
            .skip_while(|local| *local < of.local);
        let is_date = on_rule.next() == Some(of.local) && !series.dates.skipped.contains(&of.local);
        is_date.then_some(series)
    }
}

/// The UID of what was made here.
fn own_uid(id: Uuid) -> String {
    format!("{id}{OWN_UIDS}")
}

/// A series that was ended has no date after the last that was made: its rule says so in a file.
fn end(series: &mut Series, shifts: &[Shift]) {
    let dates = shifts.iter().filter_map(|shift| shift.series.as_ref());
    let last = dates.filter(|of| of.series == series.id).map(|of| of.local).max();
    let Some(last) = last else { return };
    let goes_on = series
        .dates
        .rule
        .occurrences(series.dates.first)
        .any(|local| local > last);
    if goes_on {
        series.dates.rule = series.dates.rule.clone().endless().ending(last);
    }
}

async fn tasks(unit: &mut dyn UnitOfWork, group: GroupId) -> Result<Vec<Task>, Fault> {
    let mut tasks = Vec::new();
    for number in 1..=unit.last_number(group, Kind::Task).await? {
        let task = unit.task_by_number(group, number).await?;
        tasks.extend(task.filter(|task| task.state != State::Deleted));
    }
    Ok(tasks)
}
