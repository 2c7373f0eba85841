//! What would go with somebody, and what would stay.

use std::collections::BTreeMap;

use crate::broadcast::Broadcast;
use crate::error::{Fault, UserError};
use crate::ids::{GroupId, Kind, PersonId, PollId, Reference};
use crate::people::Group;
use crate::people::register::is_last_organizer;
use crate::phrase;
use crate::poll::{self, Poll};
use crate::shift::{Holder, Roster};
use crate::task::{State, Task};
use crate::work::Work;

/// What would go with somebody, and what would stay.
#[derive(Debug)]
pub(crate) struct Plan {
    /// Their groups, and groups that hold something of theirs from before they left.
    pub(crate) groups: Vec<GroupPlan>,
}

/// Somebody's part in one group.
#[derive(Debug)]
pub(crate) struct GroupPlan {
    pub(crate) group: Group,
    /// Nobody else is in its register, nor could come back: the whole group goes.
    pub(crate) is_alone: bool,
    /// The shifts that are to come on which their seat is freed.
    pub(crate) seats: Vec<Reference>,
    /// The open tasks that they hand back.
    pub(crate) tasks: Vec<Reference>,
    /// The open polls out of which their vote is taken.
    pub(crate) ballots: Vec<Reference>,
    /// What goes, since nobody else is part of it.
    pub(crate) going: Vec<Reference>,
    /// What others are part of: it stays, without its author.
    pub(crate) staying: Vec<Reference>,
    /// The shifts on which a former member sits afterwards.
    pub(crate) past: Vec<Reference>,
    /// Every shift that they are on or bring guests to.
    pub(super) shifts: Vec<u32>,
    /// The tasks that they did, whose note is theirs.
    pub(super) did: Vec<u32>,
}

impl Plan {
    /// What would become of that person; a refusal where they are the last organizer of others.
    pub(crate) async fn of(work: &mut Work<'_>, person: PersonId) -> Result<Result<Self, UserError>, Fault> {
        let mut numbers: BTreeMap<GroupId, Vec<Reference>> = BTreeMap::new();
        for group in work.unit.registers_of(person).await? {
            numbers.entry(group).or_default();
        }
        for kind in Kind::ALL {
            for (group, number) in work.unit.part_of(person, kind).await? {
                numbers.entry(group).or_default().push(Reference::new(kind, number));
            }
        }
        let mut groups = Vec::new();
        for (group, part) in numbers {
            // Held, so that two organizers who want to be forgotten at once leave one.
            let Some(group) = work.unit.group_for_update(group).await? else {
                continue;
            };
            let members = work.unit.members(group.id).await?;
            let others = members.iter().filter(|member| member.person != person).count();
            if others > 0 && is_last_organizer(&members, person) {
                let refusal = phrase!("forget-last-organizer", group = user group.name, others = number others);
                return Ok(Err(UserError::new(refusal).type_next("group role <member> organizer")));
            }
            let is_alone = work.unit.register_of(group.id).await? == [person];
            let sealed = poll::secret::voted_in(work, group.id, person).await?;
            let mut plan = GroupPlan {
                is_alone,
                group,
                seats: Vec::new(),
                tasks: Vec::new(),
                ballots: Vec::new(),
                going: Vec::new(),
                staying: Vec::new(),
                past: Vec::new(),
                shifts: Vec::new(),
                did: Vec::new(),
            };
            for reference in part {
                plan.sort(work, person, reference, &sealed).await?;
            }
            for poll in sealed {
                let poll = work.unit.poll(plan.group.id, poll).await?;
                plan.ballots.extend(poll.map(|poll| poll.reference()));
            }
            plan.ballots.retain(|poll| !plan.going.contains(poll));
            groups.push(plan);
        }
        Ok(Ok(Self { groups }))
    }
}

impl GroupPlan {
    /// Whether there is anything to say of it.
    pub(crate) fn is_nothing(&self) -> bool {
        let given_back = [&self.seats, &self.tasks, &self.ballots];
        let lists = [&self.going, &self.staying, &self.past];
        !self.is_alone && given_back.iter().chain(&lists).all(|list| list.is_empty())
    }

    /// Puts something that the person is part of where it belongs.
    async fn sort(
        &mut self,
        work: &mut Work<'_>,
        person: PersonId,
        reference: Reference,
        sealed: &[PollId],
    ) -> Result<(), Fault> {
        let (group, number) = (self.group.id, reference.number);
        match reference.kind {
            Kind::Shift => {
                if let Some(roster) = work.unit.shift(group, number).await? {
                    self.sort_shift(work, person, &roster);
                }
            }
            Kind::Task => {
                if let Some(task) = work.unit.task_by_number(group, number).await? {
                    self.sort_task(person, &task);
                }
            }
            Kind::Reminder => self.going.push(reference),
            Kind::Poll => {
                if let Some(poll) = work.unit.poll_by_number(group, number).await? {
                    self.sort_poll(work, person, &poll, sealed).await?;
                }
            }
            Kind::Broadcast => {
                if let Some(broadcast) = work.unit.broadcast_by_number(group, number).await? {
                    self.sort_broadcast(work, person, &broadcast);
                }
            }
        }
        Ok(())
    }

    fn sort_shift(&mut self, work: &Work<'_>, person: PersonId, roster: &Roster) {
        let shift = &roster.shift;
        self.shifts.push(shift.number);
        if roster.seat_of(&Holder::Member(person)).is_none() {
            return;
        }
        if shift.cancelled.is_none() && shift.start.at > work.now {
            self.seats.push(shift.reference());
        } else {
            self.past.push(shift.reference());
        }
    }

    fn sort_task(&mut self, person: PersonId, task: &Task) {
        let did = match task.state {
            State::Done { by, .. } => Some(by),
            State::Open | State::Deleted => None,
        };
        let others = [task.owner, task.keeper, did].into_iter().flatten();
        let has_others = others.into_iter().any(|other| other != person);
        if task.creator == person && (task.state == State::Deleted || !has_others) {
            self.going.push(task.reference());
            return;
        }
        if task.creator == person {
            self.staying.push(task.reference());
        }
        if did == Some(person) {
            self.did.push(task.number);
        }
        if task.is_open() && task.owner == Some(person) {
            self.tasks.push(task.reference());
        }
    }

    /// Others are part of it once somebody was written to.
    fn sort_broadcast(&mut self, work: &Work<'_>, person: PersonId, broadcast: &Broadcast) {
        if broadcast.author != person {
            return;
        }
        if broadcast.state(work.now).is_before_the_first() {
            self.going.push(broadcast.reference());
        } else {
            self.staying.push(broadcast.reference());
        }
    }

    async fn sort_poll(
        &mut self,
        work: &mut Work<'_>,
        person: PersonId,
        poll: &Poll,
        sealed: &[PollId],
    ) -> Result<(), Fault> {
        let ballots = work.unit.ballots(poll.group, poll.id).await?;
        let secret = work.unit.secret_ballots(poll.group, poll.id).await?.len();
        let own_secret = usize::from(sealed.contains(&poll.id));
        let has_others = secret > own_secret || ballots.iter().any(|ballot| ballot.person != person);
        let withdrawn = poll.state(work.now) == poll::State::Withdrawn;
        if poll.creator == person && (withdrawn || !has_others) {
            self.going.push(poll.reference());
            return Ok(());
        }
        if poll.creator == person {
            self.staying.push(poll.reference());
        }
        if poll.is_open(work.now) && ballots.iter().any(|ballot| ballot.person == person) {
            self.ballots.push(poll.reference());
        }
        Ok(())
    }
}
