//! A group's shifts and tasks as calendar files. What is written reads back: the same shifts and tasks.
//!
//! - [`Desk`]: what is given out; [`ics()`], [`csv()`]: the texts
//! - `fold`: content lines; `zone`: the clock changes of a zone as a file defines them
//!
//! Who is on a shift is in none of them: a calendar file goes further than a group. The group's own document (JSON) has it.

mod fold;
mod ics;
mod table;
#[cfg(test)]
mod tests;
mod zone;

use std::collections::HashMap;

use chrono::NaiveTime;
use uuid::Uuid;

use super::OWN_UIDS;
use crate::error::Fault;
use crate::ids::{GroupId, Kind, TeamId};
use crate::people::Group;
use crate::shift::Shift;
use crate::store::UnitOfWork;
use crate::task::{State, Task};
use crate::time::Moment;

pub use self::ics::ics;
pub use self::table::csv;

/// A group's shifts and tasks, as they are given out.
#[derive(Debug)]
pub struct Desk {
    group: Group,
    /// By number, the cancelled ones among them.
    shifts: Vec<Shift>,
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
        for number in 1..=unit.last_number(id, Kind::Shift).await? {
            let Some(roster) = unit.shift(id, number).await? else {
                continue;
            };
            shifts.push(roster.shift);
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
            tasks: tasks(unit, id).await?,
            teams: teams.into_iter().map(|team| (team.id, team.name)).collect(),
            taken: taken.collect(),
        })
    }

    /// How many shifts and tasks there are.
    pub fn counts(&self) -> [usize; 2] {
        [self.shifts.len(), self.tasks.len()]
    }

    /// The UID and SEQUENCE of something: those of the file that it came from, else its id and version.
    fn key(&self, id: Uuid, version: u32) -> (String, u32) {
        match self.taken.get(&id) {
            Some((uid, sequence)) => (uid.clone(), sequence.saturating_add(version)),
            None => (format!("{id}{OWN_UIDS}"), version),
        }
    }

    fn team(&self, team: Option<TeamId>) -> Option<&str> {
        self.teams.get(&team?).map(String::as_str)
    }
}

/// Whether a shift lasts whole days.
fn whole_days(shift: &Shift) -> bool {
    let midnight = |moment: &Moment| moment.local.time() == NaiveTime::MIN;
    midnight(&shift.start) && shift.end.as_ref().is_some_and(midnight)
}

async fn tasks(unit: &mut dyn UnitOfWork, group: GroupId) -> Result<Vec<Task>, Fault> {
    let mut tasks = Vec::new();
    for number in 1..=unit.last_number(group, Kind::Task).await? {
        let task = unit.task_by_number(group, number).await?;
        tasks.extend(task.filter(|task| task.state != State::Deleted));
    }
    Ok(tasks)
}
