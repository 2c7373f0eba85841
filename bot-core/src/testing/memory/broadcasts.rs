//! The broadcasts of every group, in memory.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;

use super::MemoryUnit;
use super::outbox::free_at;
use crate::broadcast::{Broadcast, Counts, Reach};
use crate::clock::Instant;
use crate::ids::{BroadcastId, GroupId, PersonId, Reference, TeamId};
use crate::people::{Person, Role};
use crate::store::{Among, Broadcasts, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) broadcasts: BTreeMap<(GroupId, BroadcastId), Broadcast>,
    pub(super) copies: BTreeMap<(GroupId, BroadcastId, PersonId), Copy>,
}

/// Somebody's copy.
#[derive(Debug, Clone)]
pub(super) struct Copy {
    reach: Reach,
    acknowledged_at: Option<Instant>,
}

impl Rows {
    fn by_number(&self, group: GroupId, number: u32) -> Option<&Broadcast> {
        let mut of_group = self.broadcasts.values().filter(|one| one.group == group);
        of_group.find(|one| one.number == number)
    }

    fn copies_of(&self, group: GroupId, broadcast: BroadcastId) -> impl Iterator<Item = (PersonId, &Copy)> {
        let of = self
            .copies
            .iter()
            .filter(move |((of, id, _), _)| (*of, *id) == (group, broadcast));
        of.map(|((_, _, person), copy)| (*person, copy))
    }

    /// Whether a broadcast is for that team.
    pub(super) fn name_team(&self, group: GroupId, team: TeamId) -> bool {
        let mut of_group = self.broadcasts.values().filter(|one| one.group == group);
        of_group.any(|one| one.audience.team() == Some(team))
    }

    /// Takes a broadcast away with its copies.
    pub(super) fn remove(&mut self, group: GroupId, number: u32) -> Option<Broadcast> {
        let id = self.by_number(group, number)?.id;
        self.copies.retain(|(of, of_id, _), _| (*of, *of_id) != (group, id));
        self.broadcasts.remove(&(group, id))
    }
}

#[async_trait]
impl Broadcasts for MemoryUnit {
    async fn broadcast_for_update(&mut self, group: GroupId, id: BroadcastId) -> StoreResult<Option<Broadcast>> {
        Ok(self.rows().broadcasts.broadcasts.get(&(group, id)).cloned())
    }

    async fn broadcast_by_number(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Broadcast>> {
        Ok(self.rows().broadcasts.by_number(group, number).cloned())
    }

    async fn broadcast_by_number_for_update(&mut self, group: GroupId, number: u32) -> StoreResult<Option<Broadcast>> {
        self.broadcast_by_number(group, number).await
    }

    async fn save_broadcast(&mut self, broadcast: &Broadcast) -> StoreResult<()> {
        let key = (broadcast.group, broadcast.id);
        self.write()?.broadcasts.broadcasts.insert(key, broadcast.clone());
        Ok(())
    }

    async fn latest_broadcasts(&mut self, group: GroupId, limit: u32) -> StoreResult<Vec<Broadcast>> {
        let broadcasts = self.rows().broadcasts.broadcasts.values();
        let mut latest: Vec<Broadcast> = broadcasts.filter(|one| one.group == group).cloned().collect();
        latest.sort_by_key(|one| std::cmp::Reverse(one.number));
        latest.truncate(limit as usize);
        Ok(latest)
    }

    async fn unsent_broadcasts_of(&mut self, group: GroupId, author: PersonId) -> StoreResult<Vec<Broadcast>> {
        let broadcasts = self.rows().broadcasts.broadcasts.values();
        let own = broadcasts.filter(|one| (one.group, one.author) == (group, author));
        let unsent = own.filter(|one| one.begun_at.is_none() && one.stopped_at.is_none());
        let mut unsent: Vec<Broadcast> = unsent.cloned().collect();
        unsent.sort_by_key(|one| one.number);
        Ok(unsent)
    }

    async fn members_after(
        &mut self,
        group: GroupId,
        among: Among,
        after: Option<PersonId>,
        limit: u32,
    ) -> StoreResult<Vec<Person>> {
        let rows = self.rows();
        let is_captain = |person: PersonId| {
            let mut captaincies = rows.teams.members.iter().filter(|(_, entry)| entry.captain);
            captaincies.any(|((of, _, member), _)| (*of, *member) == (group, person))
        };
        let is_meant = |person: PersonId, role: Role| match among {
            Among::Everyone => true,
            Among::Captains => role != Role::Member || is_captain(person),
            Among::Team(team) => rows.teams.members.contains_key(&(group, team, person)),
            Among::WithoutBallot(poll) => !rows.polls.ballots.contains_key(&(group, poll, person)),
        };
        let of_group = rows.people.memberships.values().filter(|entry| entry.group == group);
        let in_it = of_group.filter(|entry| entry.suspended.is_none() && Some(entry.person) > after);
        let meant = in_it.filter(|entry| is_meant(entry.person, entry.role));
        let people = meant.filter_map(|entry| rows.people.people.get(&entry.person));
        Ok(people.take(limit as usize).cloned().collect())
    }

    async fn add_copy(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
        reach: Reach,
    ) -> StoreResult<bool> {
        let copies = &mut self.write()?.broadcasts.copies;
        let had_none = !copies.contains_key(&(group, broadcast, person));
        copies.entry((group, broadcast, person)).or_insert(Copy {
            reach,
            acknowledged_at: None,
        });
        Ok(had_none)
    }

    async fn settle_copy(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
        reach: Reach,
    ) -> StoreResult<bool> {
        let copy = self.write()?.broadcasts.copies.get_mut(&(group, broadcast, person));
        let open = copy.filter(|copy| copy.reach.is_open());
        Ok(open.map(|copy| copy.reach = reach).is_some())
    }

    async fn give_up_copies(&mut self, group: GroupId, broadcast: BroadcastId) -> StoreResult<u64> {
        let rows = self.write()?;
        let Some(reference) = rows
            .broadcasts
            .broadcasts
            .get(&(group, broadcast))
            .map(Broadcast::reference)
        else {
            return Ok(0);
        };
        let on_their_way = on_their_way(rows, group, reference);
        let mut given_up = 0;
        for ((of, id, person), copy) in &mut rows.broadcasts.copies {
            if (*of, *id) == (group, broadcast) && copy.reach.is_open() && !on_their_way.contains(person) {
                copy.reach = Reach::NotSent;
                given_up += 1;
            }
        }
        Ok(given_up)
    }

    async fn open_copies(&mut self, group: GroupId, broadcast: BroadcastId, most: u32) -> StoreResult<u32> {
        let copies = self.rows().broadcasts.copies_of(group, broadcast);
        let open = copies.filter(|(_, copy)| copy.reach.is_open()).take(most as usize);
        Ok(u32::try_from(open.count()).unwrap_or(most))
    }

    async fn copy_of(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
    ) -> StoreResult<Option<(Reach, Option<Instant>)>> {
        let copy = self.rows().broadcasts.copies.get(&(group, broadcast, person));
        Ok(copy.map(|copy| (copy.reach, copy.acknowledged_at)))
    }

    async fn acknowledge(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        person: PersonId,
        at: Instant,
    ) -> StoreResult<bool> {
        let copy = self.write()?.broadcasts.copies.get_mut(&(group, broadcast, person));
        let silent = copy.filter(|copy| copy.acknowledged_at.is_none());
        Ok(silent.map(|copy| copy.acknowledged_at = Some(at)).is_some())
    }

    async fn count_copies(&mut self, group: GroupId, broadcast: BroadcastId) -> StoreResult<Counts> {
        let mut counts = Counts::default();
        for (_, copy) in self.rows().broadcasts.copies_of(group, broadcast) {
            *counts.of.entry(copy.reach).or_default() += 1;
            counts.acknowledged += u32::from(copy.acknowledged_at.is_some());
        }
        Ok(counts)
    }

    async fn copies_that(
        &mut self,
        group: GroupId,
        broadcast: BroadcastId,
        reach: Reach,
        limit: u32,
    ) -> StoreResult<Vec<(PersonId, String, bool)>> {
        let rows = self.rows();
        let such = rows.broadcasts.copies_of(group, broadcast);
        let such = such.filter(|(_, copy)| copy.reach == reach).take(limit as usize);
        let entry =
            |(person, copy): (PersonId, &Copy)| (person, rows.people.name(person), copy.acknowledged_at.is_some());
        Ok(such.map(entry).collect())
    }

    async fn reassign_broadcasts(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let Rows { broadcasts, copies } = &mut *self.write()?.broadcasts;
        for broadcast in broadcasts.values_mut().filter(|one| one.author == from) {
            broadcast.author = into;
        }
        let moved: Vec<_> = copies.extract_if(.., |(_, _, person), _| *person == from).collect();
        for ((group, broadcast, _), theirs) in moved {
            let kept = copies.entry((group, broadcast, into)).or_insert_with(|| theirs.clone());
            kept.acknowledged_at = kept.acknowledged_at.or(theirs.acknowledged_at);
            if theirs.reach == Reach::Delivered {
                kept.reach = Reach::Delivered;
            }
        }
        Ok(())
    }
}

/// Whose copies of a broadcast are in messages that are not settled.
fn on_their_way(rows: &super::Rows, group: GroupId, broadcast: Reference) -> BTreeSet<PersonId> {
    let messages = rows.outbox.messages.values();
    let copies = messages.filter(|row| row.about == Some((group, broadcast.into())) && free_at(row).is_some());
    copies.filter_map(|row| row.person).collect()
}
