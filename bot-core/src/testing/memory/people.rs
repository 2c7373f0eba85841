//! People and places, in memory.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::{GroupId, Kind, PersonId};
use crate::people::{Account, Departure, Group, Member, Membership, Person, Place};
use crate::store::{People, StoreError, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) people: BTreeMap<PersonId, Person>,
    pub(super) accounts: BTreeMap<(Platform, String), Account>,
    pub(super) groups: BTreeMap<GroupId, Group>,
    pub(super) numbers: BTreeMap<(GroupId, Kind), u32>,
    pub(super) places: BTreeMap<(Platform, String), Place>,
    pub(super) memberships: BTreeMap<(GroupId, PersonId), Membership>,
}

impl Rows {
    /// The name of somebody who is there, for lists.
    pub(super) fn name(&self, person: PersonId) -> String {
        self.people
            .get(&person)
            .map(|person| person.name.clone())
            .unwrap_or_default()
    }

    pub(super) fn has_accounts_beyond(&self, platform: Platform) -> bool {
        self.accounts.keys().any(|(other, _)| *other != platform)
    }

    /// Those of a group's register whose membership is such, in the order they joined.
    fn members(&self, group: GroupId, such: impl Fn(&Membership) -> bool) -> Vec<Member> {
        let of_group = self.memberships.values().filter(|membership| membership.group == group);
        let mut own: Vec<_> = of_group.filter(|membership| such(membership)).collect();
        own.sort_by_key(|membership| membership.joined_at);
        let member = |membership: &Membership| Member {
            person: membership.person,
            name: self.name(membership.person),
            role: membership.role,
        };
        own.into_iter().map(member).collect()
    }

    fn move_memberships(&mut self, from: PersonId, into: PersonId) {
        let moved: Vec<_> = self
            .memberships
            .extract_if(.., |(_, person), _| *person == from)
            .collect();
        for ((group, _), theirs) in moved {
            let mine = self.memberships.remove(&(group, into));
            self.memberships.insert((group, into), theirs.merged_into(into, mine));
        }
    }
}

#[async_trait]
impl People for MemoryUnit {
    async fn person(&mut self, id: PersonId) -> StoreResult<Option<Person>> {
        Ok(self.rows().people.people.get(&id).cloned())
    }

    async fn person_for_update(&mut self, id: PersonId) -> StoreResult<Option<Person>> {
        self.person(id).await
    }

    async fn save_person(&mut self, person: &Person) -> StoreResult<()> {
        self.write()?.people.people.insert(person.id, person.clone());
        Ok(())
    }

    async fn account(&mut self, platform: Platform, account: &str) -> StoreResult<Option<Account>> {
        Ok(self
            .rows()
            .people
            .accounts
            .get(&(platform, account.to_owned()))
            .cloned())
    }

    async fn account_by_handle(&mut self, platform: Platform, handle: &str) -> StoreResult<Option<Account>> {
        let wanted = handle.to_lowercase();
        let is_it = |account: &&Account| {
            let handle = account.handle.as_ref().map(|handle| handle.to_lowercase());
            account.platform == platform && handle.as_ref() == Some(&wanted)
        };
        let accounts = self.rows().people.accounts.values();
        Ok(accounts.filter(is_it).max_by_key(|account| account.seen_at).cloned())
    }

    async fn accounts_of(&mut self, person: PersonId) -> StoreResult<Vec<Account>> {
        let accounts = &self.rows().people.accounts;
        let mut own: Vec<_> = accounts
            .values()
            .filter(|account| account.person == person)
            .cloned()
            .collect();
        own.sort_by_key(|account| Reverse(account.seen_at));
        Ok(own)
    }

    async fn save_account(&mut self, account: &Account) -> StoreResult<()> {
        let key = (account.platform, account.account.clone());
        let accounts = &mut self.write()?.people.accounts;
        if accounts.get(&key).is_some_and(|before| before.person != account.person) {
            return Err(StoreError::Contended);
        }
        accounts.insert(key, account.clone());
        Ok(())
    }

    async fn group(&mut self, id: GroupId) -> StoreResult<Option<Group>> {
        Ok(self.rows().people.groups.get(&id).cloned())
    }

    async fn group_for_update(&mut self, id: GroupId) -> StoreResult<Option<Group>> {
        self.group(id).await
    }

    async fn save_group(&mut self, group: &Group) -> StoreResult<()> {
        self.write()?.people.groups.insert(group.id, group.clone());
        Ok(())
    }

    async fn groups(&mut self) -> StoreResult<Vec<Group>> {
        let mut groups: Vec<Group> = self.rows().people.groups.values().cloned().collect();
        groups.sort_by_key(|group| (group.founded_at, group.id));
        Ok(groups)
    }

    async fn groups_of(&mut self, person: PersonId) -> StoreResult<Vec<Group>> {
        let Rows {
            groups, memberships, ..
        } = &*self.rows().people;
        let mut own: Vec<_> = memberships
            .values()
            .filter(|membership| membership.person == person && membership.suspended.is_none())
            .collect();
        own.sort_by_key(|membership| membership.joined_at);
        Ok(own
            .into_iter()
            .filter_map(|membership| groups.get(&membership.group).cloned())
            .collect())
    }

    async fn next_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32> {
        let last = self.write()?.people.numbers.entry((group, kind)).or_default();
        *last += 1;
        Ok(*last)
    }

    async fn last_number(&mut self, group: GroupId, kind: Kind) -> StoreResult<u32> {
        Ok(self
            .rows()
            .people
            .numbers
            .get(&(group, kind))
            .copied()
            .unwrap_or_default())
    }

    async fn place(&mut self, platform: Platform, place: &str) -> StoreResult<Option<Place>> {
        Ok(self.rows().people.places.get(&(platform, place.to_owned())).cloned())
    }

    async fn save_place(&mut self, place: &Place) -> StoreResult<()> {
        let key = (place.platform, place.place.clone());
        let places = &mut self.write()?.people.places;
        if places.get(&key).is_some_and(|before| before.group != place.group) {
            return Err(StoreError::Contended);
        }
        places.insert(key, place.clone());
        Ok(())
    }

    async fn places_of(&mut self, group: GroupId) -> StoreResult<Vec<Place>> {
        let places = &self.rows().people.places;
        Ok(places.values().filter(|place| place.group == group).cloned().collect())
    }

    async fn membership(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
        let entry = self.register_entry(group, person).await?;
        Ok(entry.filter(|membership| membership.suspended.is_none()))
    }

    async fn register_entry(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
        Ok(self.rows().people.memberships.get(&(group, person)).cloned())
    }

    async fn membership_for_update(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
        self.membership(group, person).await
    }

    async fn register_entry_for_update(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
        self.register_entry(group, person).await
    }

    async fn save_membership(&mut self, membership: &Membership) -> StoreResult<()> {
        let key = (membership.group, membership.person);
        self.write()?.people.memberships.insert(key, membership.clone());
        Ok(())
    }

    async fn members(&mut self, group: GroupId) -> StoreResult<Vec<Member>> {
        let rows = &self.rows().people;
        Ok(rows.members(group, |membership| membership.suspended.is_none()))
    }

    async fn removed_members(&mut self, group: GroupId) -> StoreResult<Vec<Member>> {
        let removed = |membership: &Membership| {
            let suspended = membership.suspended;
            suspended.is_some_and(|suspension| suspension.departure == Departure::Removed)
        };
        Ok(self.rows().people.members(group, removed))
    }

    async fn merge_people(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let rows = self.write()?;
        rows.teams.merge_people(from, into);
        rows.link_codes.merge_people(from, into);
        rows.calendar_feeds.merge_people(from, into);
        rows.skills.merge_people(from, into);
        for account in rows
            .people
            .accounts
            .values_mut()
            .filter(|account| account.person == from)
        {
            account.person = into;
        }
        rows.people.move_memberships(from, into);
        rows.people.people.remove(&from);
        Ok(())
    }
}
