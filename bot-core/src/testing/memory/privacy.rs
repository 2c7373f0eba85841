//! What is held on one person, in memory.

use std::collections::BTreeSet;

use async_trait::async_trait;

use super::{MemoryUnit, inbox, outbox};
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, OutboxId, PersonId, PollId, TeamId};
use crate::people::link::{LinkCode, LinkPurpose};
use crate::reply::Card;
use crate::shift::Holder;
use crate::store::{AuditEntry, Due, EventKey, OutboxRow, Privacy, StoreResult, UndoEntry};
use crate::surface::{Address, Inbound, Platform};
use crate::task::{State, Task};

fn is_part_of_task(task: &Task, person: PersonId) -> bool {
    let did = matches!(task.state, State::Done { by, .. } if by == person);
    task.creator == person || task.owner == Some(person) || task.keeper == Some(person) || did
}

fn is_of(code: &LinkCode, person: PersonId) -> bool {
    let (LinkPurpose::Person(asked_by)
    | LinkPurpose::Group {
        organizer: asked_by, ..
    }) = code.purpose;
    asked_by == person || code.claimed_by == Some(person)
}

/// Whether it is to that account, or answers it.
fn is_to(row: &OutboxRow, platform: Platform, account: &str) -> bool {
    let to = match &row.to {
        Address::Room { only_for, .. } => only_for.as_deref(),
        Address::Account { account, .. } => Some(account.as_str()),
    };
    let is_theirs = |other: Option<&str>| other == Some(account);
    row.to.platform() == platform && (is_theirs(to) || is_theirs(row.author.as_deref()))
}

#[async_trait]
impl Privacy for MemoryUnit {
    async fn part_of(&mut self, person: PersonId, kind: Kind) -> StoreResult<Vec<(GroupId, u32)>> {
        let rows = self.rows();
        let mut found: Vec<(GroupId, u32)> = match kind {
            Kind::Shift => {
                let seats = rows.shifts.seats.iter();
                let own = seats.filter(|(_, seat)| match &seat.holder {
                    Holder::Member(member) => *member == person,
                    Holder::Guest { host, .. } => *host == person,
                });
                let told = rows.shifts.reports.iter().filter(|(_, report)| report.by == person);
                let told = told.map(|((_, shift), _)| *shift);
                let ids: Vec<_> = own.map(|((shift, _), _)| *shift).chain(told).collect();
                let shifts = rows.shifts.shifts.values();
                shifts
                    .filter(|shift| ids.contains(&shift.id))
                    .map(|shift| (shift.group, shift.number))
                    .collect()
            }
            Kind::Task => {
                let own = rows.tasks.values().filter(|task| is_part_of_task(task, person));
                own.map(|task| (task.group, task.number)).collect()
            }
            Kind::Reminder => {
                let own = rows.reminders.values().filter(|reminder| reminder.creator == person);
                own.map(|reminder| (reminder.group, reminder.number)).collect()
            }
            Kind::Poll => {
                let ballots = rows.polls.ballots.keys();
                let theirs: BTreeSet<PollId> = ballots
                    .chain(&rows.polls.electors)
                    .filter(|(_, _, theirs)| *theirs == person)
                    .map(|(_, poll, _)| *poll)
                    .collect();
                let polls = rows.polls.polls.values();
                polls
                    .filter(|poll| poll.creator == person || theirs.contains(&poll.id))
                    .map(|poll| (poll.group, poll.number))
                    .collect()
            }
            Kind::Broadcast => {
                let got = |id| {
                    let mut copies = rows.broadcasts.copies.keys();
                    copies.any(|(_, of, reader)| (*of, *reader) == (id, person))
                };
                let broadcasts = rows.broadcasts.broadcasts.values();
                broadcasts
                    .filter(|broadcast| broadcast.author == person || got(broadcast.id))
                    .map(|broadcast| (broadcast.group, broadcast.number))
                    .collect()
            }
        };
        found.sort_unstable();
        Ok(found)
    }

    async fn registers_of(&mut self, person: PersonId) -> StoreResult<Vec<GroupId>> {
        let entries = self.rows().people.memberships.keys();
        Ok(entries
            .filter(|(_, member)| *member == person)
            .map(|(group, _)| *group)
            .collect())
    }

    async fn register_of(&mut self, group: GroupId) -> StoreResult<Vec<PersonId>> {
        let entries = self.rows().people.memberships.keys();
        Ok(entries
            .filter(|(of, _)| *of == group)
            .map(|(_, person)| *person)
            .collect())
    }

    async fn teams_joined(&mut self, person: PersonId) -> StoreResult<Vec<(GroupId, TeamId, Instant)>> {
        let entries = self.rows().teams.members.iter();
        let own = entries.filter(|((_, _, member), _)| *member == person);
        Ok(own
            .map(|((group, team, _), entry)| (*group, *team, entry.joined_at))
            .collect())
    }

    async fn link_codes_of(&mut self, person: PersonId) -> StoreResult<Vec<LinkCode>> {
        let codes = self.rows().link_codes.codes.values();
        let mut own: Vec<LinkCode> = codes.filter(|code| is_of(code, person)).cloned().collect();
        own.sort_by_key(|code| (code.expires_at, code.hash));
        Ok(own)
    }

    async fn agenda_of(&mut self, person: PersonId) -> StoreResult<Vec<Due>> {
        let lines = self.rows().agenda.iter();
        Ok(lines.filter(|due| due.person == Some(person)).cloned().collect())
    }

    async fn audit_about(&mut self, person: PersonId, limit: u32) -> StoreResult<Vec<AuditEntry>> {
        let lines = self.rows().audit.iter();
        let own = lines.filter(|line| line.actor == person || line.person == Some(person));
        let mut own: Vec<AuditEntry> = own.cloned().collect();
        own.sort_by_key(|line| std::cmp::Reverse((line.at, line.id)));
        own.truncate(limit as usize);
        Ok(own)
    }

    async fn undo_of(&mut self, person: PersonId) -> StoreResult<Vec<UndoEntry>> {
        let entries = self.rows().undo.values();
        Ok(entries.filter(|entry| entry.person == person).cloned().collect())
    }

    async fn events_of(&mut self, platform: Platform, account: &str) -> StoreResult<Vec<EventKey>> {
        let events = self.rows().inbox.events.iter();
        let own = events.filter(|((room, _), event)| room.platform == platform && event.author == account);
        let mut own: Vec<_> = own.collect();
        own.sort_by_key(|(_, event)| event.came);
        Ok(own
            .into_iter()
            .map(|((room, id), event)| EventKey {
                room: room.clone(),
                event: id.clone(),
                received_at: event.received_at,
                done_at: event.done_at(),
            })
            .collect())
    }

    async fn unsettled_messages(&mut self) -> StoreResult<Vec<OutboxRow>> {
        let messages = self.rows().outbox.messages.values();
        let mut unsettled: Vec<_> = messages.filter(|row| outbox::free_at(row).is_some()).cloned().collect();
        unsettled.sort_by_key(|row| (row.created_at, row.id));
        Ok(unsettled)
    }

    async fn rewrite_message(&mut self, id: OutboxId, card: &Card) -> StoreResult<()> {
        let row = self.write()?.outbox.messages.get_mut(&id);
        if let Some(row) = row.filter(|row| outbox::free_at(row).is_some()) {
            row.card = card.clone();
        }
        Ok(())
    }

    async fn remove_message(&mut self, id: OutboxId) -> StoreResult<()> {
        let outbox = &mut self.write()?.outbox;
        outbox.messages.remove(&id);
        outbox.settled_at.remove(&id);
        Ok(())
    }

    async fn remove_numbered(&mut self, group: GroupId, kind: Kind, number: u32) -> StoreResult<bool> {
        let rows = self.write()?;
        let removed = match kind {
            Kind::Shift => None,
            Kind::Task => {
                let key = rows
                    .tasks
                    .values()
                    .find(|task| (task.group, task.number) == (group, number));
                let key = key.map(|task| task.id);
                key.and_then(|id| rows.tasks.remove(&(group, id))).map(|task| task.id.0)
            }
            Kind::Reminder => {
                let mut reminders = rows.reminders.values();
                let key = reminders
                    .find(|one| (one.group, one.number) == (group, number))
                    .map(|one| one.id);
                key.and_then(|id| rows.reminders.remove(&(group, id)))
                    .map(|one| one.id.0)
            }
            Kind::Poll => {
                let mut polls = rows.polls.polls.values();
                let key = polls
                    .find(|poll| (poll.group, poll.number) == (group, number))
                    .map(|poll| poll.id);
                let poll = key.and_then(|id| rows.polls.polls.remove(&(group, id)));
                if let Some(poll) = &poll {
                    rows.polls.ballots.retain(|(_, id, _), _| *id != poll.id);
                    rows.polls.electors.retain(|(_, id, _)| *id != poll.id);
                    rows.polls.works.retain(|_, work| work.poll != poll.id);
                    rows.secret_ballots.remove(|_, id| id == poll.id);
                }
                poll.map(|poll| poll.id.0)
            }
            Kind::Broadcast => rows.broadcasts.remove(group, number).map(|removed| removed.id.0),
        };
        if let Some(id) = removed {
            rows.agenda.retain(|due| (due.group, due.subject.id) != (group, id));
        }
        Ok(removed.is_some())
    }

    async fn forget_undo_in(&mut self, group: GroupId) -> StoreResult<()> {
        self.write()?.undo.retain(|(of, _), _| *of != group);
        Ok(())
    }

    async fn forget_event(&mut self, inbound: &Inbound) -> StoreResult<()> {
        self.write()?.inbox.events.remove(&inbox::key(inbound));
        Ok(())
    }

    async fn remove_account(&mut self, platform: Platform, account: &str) -> StoreResult<()> {
        let rows = self.write()?;
        rows.secret_ballots.forget_account(platform, account);
        rows.role_mappings.remove_account(platform, account);
        let is_theirs = |row: &OutboxRow| is_to(row, platform, account);
        rows.outbox.messages.retain(|_, row| !is_theirs(row));
        rows.inbox
            .events
            .retain(|(room, _), event| room.platform != platform || event.author != account);
        let key = (platform, account.to_owned());
        rows.link_codes.wrong.remove(&key);
        rows.people.accounts.remove(&key);
        Ok(())
    }

    async fn remove_person(&mut self, person: PersonId) -> StoreResult<()> {
        let rows = self.write()?;
        rows.outbox.messages.retain(|_, row| row.person != Some(person));
        rows.undo.retain(|(_, actor), _| *actor != person);
        rows.agenda.retain(|due| due.person != Some(person));
        rows.link_codes.codes.retain(|_, code| !is_of(code, person));
        rows.calendar_feeds.addresses.retain(|_, (whose, _)| *whose != person);
        rows.skills.remove_person(person);
        rows.asks.asks.retain(|(_, _, whom), _| *whom != person);
        rows.asks.searches.retain(|_, search| search.by != person);
        rows.teams.members.retain(|(_, _, member), _| *member != person);
        rows.people.memberships.retain(|(_, member), _| *member != person);
        rows.people.people.remove(&person);
        Ok(())
    }

    async fn remove_group(&mut self, group: GroupId) -> StoreResult<()> {
        let rows = self.write()?;
        rows.imports.retain(|(of, _, _), _| *of != group);
        rows.role_mappings.remove_group(group);
        rows.undo.retain(|(of, _), _| *of != group);
        rows.live_cards.keep(|copy| copy.group != group);
        rows.agenda.retain(|due| due.group != group);
        rows.audit.retain(|line| line.group != group);
        rows.asks.asks.retain(|(of, _, _), _| *of != group);
        rows.asks.searches.retain(|(of, _), _| *of != group);
        let shifts = &mut *rows.shifts;
        let seats = &mut shifts.seats;
        shifts.reports.retain(|(of, _), _| *of != group);
        shifts.shifts.retain(|(of, _), shift| {
            if *of == group {
                seats.retain(|(seated, _), _| *seated != shift.id);
            }
            *of != group
        });
        rows.series.series.retain(|(of, _), _| *of != group);
        rows.shift_templates.remove_group(group);
        rows.tasks.retain(|(of, _), _| *of != group);
        rows.reminders.retain(|(of, _), _| *of != group);
        rows.broadcasts.copies.retain(|(of, _, _), _| *of != group);
        rows.broadcasts.broadcasts.retain(|(of, _), _| *of != group);
        rows.polls.ballots.retain(|(of, _, _), _| *of != group);
        rows.polls.electors.retain(|(of, _, _)| *of != group);
        rows.polls.works.retain(|(of, _), _| *of != group);
        rows.secret_ballots.remove(|of, _| of == group);
        rows.polls.polls.retain(|(of, _), _| *of != group);
        rows.teams.members.retain(|(of, _, _), _| *of != group);
        rows.teams.teams.retain(|(of, _), _| *of != group);
        let of_group = |code: &LinkCode| matches!(code.purpose, LinkPurpose::Group { group: of, .. } if of == group);
        rows.link_codes.codes.retain(|_, code| !of_group(code));
        let people = &mut *rows.people;
        people.places.retain(|_, place| place.group != group);
        people.memberships.retain(|(of, _), _| *of != group);
        people.numbers.retain(|(of, _), _| *of != group);
        for person in people.people.values_mut() {
            person.chosen_group = person.chosen_group.filter(|chosen| *chosen != group);
        }
        people.groups.remove(&group);
        Ok(())
    }
}
