//! What a day holds for somebody in a group.

use chrono::Days;

use crate::clock::Instant;
use crate::error::Fault;
use crate::ids::PersonId;
use crate::people::Group;
use crate::poll::{self, Poll};
use crate::shift::{Holder, Roster};
use crate::task::card::Shown;
use crate::time::{Moment, Zone};
use crate::work::Work;

/// How many days after today are looked through for shifts that are short.
const AHEAD: u64 = 3;
/// The most shifts with open seats that are named.
const MOST_SHORT: usize = 3;
/// The most tasks, and the most polls, that are named.
const MOST: usize = 10;

/// What a day holds.
#[derive(Debug)]
pub(super) struct Day {
    /// Whose it is.
    pub(super) person: PersonId,
    /// The shifts of today that they are in, earliest first.
    pub(super) shifts: Vec<Roster>,
    /// Their open tasks that are due today or overdue, the earliest first.
    pub(super) tasks: Vec<Shown>,
    /// The open polls in which they have not voted.
    pub(super) polls: Vec<Poll>,
    /// Shifts of the next days that are short and that they could claim.
    pub(super) short: Vec<Roster>,
}

impl Day {
    /// Looks through the group for what concerns that person today, by the wall clock of the zone.
    pub(super) async fn load(work: &mut Work<'_>, group: &Group, person: PersonId, zone: &Zone) -> Result<Self, Fault> {
        let tonight = midnight_after(work.now, 0, zone);
        Ok(Self {
            person,
            shifts: shifts(work, group, person, tonight).await?,
            tasks: tasks(work, group, person, tonight).await?,
            polls: poll::not_voted(work, group.id, person)
                .await?
                .into_iter()
                .take(MOST)
                .collect(),
            short: short(work, group, person, midnight_after(work.now, AHEAD, zone)).await?,
        })
    }

    /// Whether there is nothing to say.
    pub(super) const fn is_empty(&self) -> bool {
        self.shifts.is_empty() && self.tasks.is_empty() && self.polls.is_empty() && self.short.is_empty()
    }
}

/// The end of the day that many days after today.
fn midnight_after(now: Instant, days: u64, zone: &Zone) -> Instant {
    let today = zone.to_local(now).date();
    let day = today.checked_add_days(Days::new(days + 1)).unwrap_or(today);
    Moment::midnight(day, zone.clone()).at
}

async fn shifts(work: &mut Work<'_>, group: &Group, person: PersonId, until: Instant) -> Result<Vec<Roster>, Fault> {
    let mut mine = work.unit.shifts_of(group.id, person, work.now, Some(until)).await?;
    mine.retain(|roster| roster.members_in().contains(&person));
    Ok(mine)
}

async fn tasks(work: &mut Work<'_>, group: &Group, person: PersonId, until: Instant) -> Result<Vec<Shown>, Fault> {
    let mut tasks = work.unit.open_tasks(group.id).await?;
    tasks.retain(|task| task.owner == Some(person) && task.due.as_ref().is_some_and(|due| due.at < until));
    tasks.sort_by_key(|task| (task.due.as_ref().map(|due| due.at), task.number));
    let mut shown = Vec::new();
    for task in tasks.into_iter().take(MOST) {
        shown.push(Shown::load(work, task).await?);
    }
    Ok(shown)
}

/// Those with open seats that can be claimed, which the person is not on and which are too near to nothing that they are in.
async fn short(work: &mut Work<'_>, group: &Group, person: PersonId, until: Instant) -> Result<Vec<Roster>, Fault> {
    let all = work.unit.shifts_between(group.id, work.now, Some(until)).await?;
    let mine = work.unit.shifts_of(group.id, person, work.now, None).await?;
    let is_free = |roster: &Roster| {
        let others = mine.iter().filter(|other| other.members_in().contains(&person));
        !others
            .into_iter()
            .any(|other| other.shift.is_too_near(&roster.shift, group.rest))
    };
    let fits = |roster: &Roster| {
        let on_it = roster.seat_of(&Holder::Member(person)).is_some();
        let is_ahead = roster.shift.start.at > work.now && roster.shift.opens_later(work.now).is_none();
        is_ahead && !on_it && roster.open().is_some_and(|open| open > 0) && is_free(roster)
    };
    Ok(all.into_iter().filter(fits).take(MOST_SHORT).collect())
}
