//! Going out of a group's register, and what ends with that.
//!
//! - [`Freed`], [`go_out`]: what is given back, and the suspended membership
//! - [`is_last_organizer`]: who cannot go yet

use crate::error::Fault;
use crate::ids::{GroupId, PersonId, Reference};
use crate::people::{Departure, Group, Member, Role, mapping};
use crate::work::Work;
use crate::{broadcast, digest, poll, reminder, shift, task};

/// What somebody had in a group and gives back by going.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Freed {
    /// The coming shifts that they were in or waited for.
    pub(crate) shifts: Vec<Reference>,
    /// The open tasks that they had.
    pub(crate) tasks: Vec<Reference>,
    /// Their own reminders; those that they set for a room stay the room's.
    pub(crate) reminders: Vec<Reference>,
    /// The open polls in which they had voted.
    pub(crate) polls: Vec<Reference>,
    /// Their broadcasts that nobody was written to yet.
    pub(crate) broadcasts: Vec<Reference>,
}

impl Freed {
    /// What somebody would give back; nothing is changed.
    pub(crate) async fn by(work: &mut Work<'_>, group: &Group, person: PersonId) -> Result<Self, Fault> {
        let group = group.id;
        let shifts = shift::leaving::coming(work, group, person).await?;
        let tasks = task::leaving::open(work, group, person).await?;
        let reminders = reminder::leaving::own(work, group, person).await?;
        let polls = poll::leaving::voted(work, group, person).await?;
        let broadcasts = broadcast::leaving::unsent(work, group, person).await?;
        Ok(Self {
            shifts: shifts.iter().map(|roster| roster.shift.reference()).collect(),
            tasks: tasks.iter().map(task::Task::reference).collect(),
            reminders: reminders.iter().map(reminder::Reminder::reference).collect(),
            polls: polls.iter().map(poll::Poll::reference).collect(),
            broadcasts: broadcasts.iter().map(broadcast::Broadcast::reference).collect(),
        })
    }

    /// Whether that is nothing.
    pub(crate) fn is_nothing(&self) -> bool {
        self == &Self::default()
    }
}

/// Takes somebody out of the register: seats that are to come are freed and those who wait move up, tasks are handed
/// back, their own reminders end, their broadcasts that wait are taken back, ballots in open polls are taken out, teams are
/// left, and the membership is suspended.
/// What is past stays as it was. Nothing happens to somebody who is not in.
pub(crate) async fn go_out(
    work: &mut Work<'_>,
    group: &Group,
    person: PersonId,
    departure: Departure,
) -> Result<Freed, Fault> {
    let Some(membership) = work.unit.membership_for_update(group.id, person).await? else {
        return Ok(Freed::default());
    };
    // First of all, so that nobody is given what they are about to lose.
    let suspended = membership.suspended(departure, work.now);
    work.unit.save_membership(&suspended).await?;
    let freed = Freed::by(work, group, person).await?;
    give_back(work, group.id, person).await?;
    digest::end(work, group.id, person).await?;
    for (team, _) in work.unit.teams_of(group.id, person).await? {
        work.unit.leave_team(group.id, team.id, person).await?;
    }
    mapping::end(work.unit, group.id, person).await?;
    Ok(freed)
}

/// What ends for whoever goes out of a group, by whichever way: by leaving, by being removed and by being forgotten.
pub(crate) async fn give_back(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<(), Fault> {
    shift::leaving::free_seats(work, group, person).await?;
    task::leaving::hand_back(work, group, person).await?;
    reminder::leaving::end_own(work, group, person).await?;
    broadcast::leaving::take_back(work, group, person).await?;
    poll::leaving::withdraw(work, group, person).await
}

/// Whether nobody else could set the group up if that person were no organizer.
pub(crate) fn is_last_organizer(members: &[Member], person: PersonId) -> bool {
    let organizers = || members.iter().filter(|member| member.role == Role::Organizer);
    organizers().any(|member| member.person == person) && organizers().all(|member| member.person == person)
}
