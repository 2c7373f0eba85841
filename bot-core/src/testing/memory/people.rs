//! People and places, in memory.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, Kind, PersonId, TeamId};
use crate::people::link::{LinkCode, LinkPurpose};
use crate::people::{Account, Group, Member, Membership, Person, Place, Team, TeamMember};
use crate::store::{People, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    people: BTreeMap<PersonId, Person>,
    accounts: BTreeMap<(Platform, String), Account>,
    groups: BTreeMap<GroupId, Group>,
    numbers: BTreeMap<(GroupId, Kind), u32>,
    places: BTreeMap<(Platform, String), Place>,
    memberships: BTreeMap<(GroupId, PersonId), Membership>,
    teams: BTreeMap<(GroupId, TeamId), Team>,
    team_members: BTreeMap<(GroupId, TeamId, PersonId), InTeam>,
    link_codes: BTreeMap<[u8; 32], LinkCode>,
    wrong_codes: BTreeMap<(Platform, String), Vec<Instant>>,
}

#[derive(Debug, Clone, Copy)]
struct InTeam {
    captain: bool,
    joined_at: Instant,
}

impl Rows {
    fn name(&self, person: PersonId) -> String {
        self.people
            .get(&person)
            .map(|person| person.name.clone())
            .unwrap_or_default()
    }

    pub(super) fn has_accounts_beyond(&self, platform: Platform) -> bool {
        self.accounts.keys().any(|(other, _)| *other != platform)
    }

    fn move_link_codes(&mut self, from: PersonId, into: PersonId) {
        for code in self.link_codes.values_mut() {
            let (LinkPurpose::Person(asked_by)
            | LinkPurpose::Group {
                organizer: asked_by, ..
            }) = &mut code.purpose;
            if *asked_by == from {
                *asked_by = into;
            }
            if code.claimed_by == Some(from) {
                code.claimed_by = Some(into);
            }
        }
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

    fn move_teams(&mut self, from: PersonId, into: PersonId) {
        let moved: Vec<_> = self
            .team_members
            .extract_if(.., |(_, _, person), _| *person == from)
            .collect();
        for ((group, team, _), theirs) in moved {
            self.team_members
                .entry((group, team, into))
                .and_modify(|mine| {
                    mine.captain |= theirs.captain;
                    mine.joined_at = mine.joined_at.min(theirs.joined_at);
                })
                .or_insert(theirs);
        }
    }
}

#[async_trait]
impl People for MemoryUnit {
    async fn person(&mut self, id: PersonId) -> StoreResult<Option<Person>> {
        Ok(self.rows().people.people.get(&id).cloned())
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
        self.write()?.people.accounts.insert(key, account.clone());
        Ok(())
    }

    async fn group(&mut self, id: GroupId) -> StoreResult<Option<Group>> {
        Ok(self.rows().people.groups.get(&id).cloned())
    }

    async fn save_group(&mut self, group: &Group) -> StoreResult<()> {
        self.write()?.people.groups.insert(group.id, group.clone());
        Ok(())
    }

    async fn groups_of(&mut self, person: PersonId) -> StoreResult<Vec<Group>> {
        let Rows {
            groups, memberships, ..
        } = &*self.rows().people;
        let mut own: Vec<_> = memberships
            .values()
            .filter(|membership| membership.person == person)
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

    async fn place(&mut self, platform: Platform, place: &str) -> StoreResult<Option<Place>> {
        Ok(self.rows().people.places.get(&(platform, place.to_owned())).cloned())
    }

    async fn save_place(&mut self, place: &Place) -> StoreResult<()> {
        let key = (place.platform, place.place.clone());
        self.write()?.people.places.insert(key, place.clone());
        Ok(())
    }

    async fn places_of(&mut self, group: GroupId) -> StoreResult<Vec<Place>> {
        let places = &self.rows().people.places;
        Ok(places.values().filter(|place| place.group == group).cloned().collect())
    }

    async fn membership(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<Membership>> {
        Ok(self.rows().people.memberships.get(&(group, person)).cloned())
    }

    async fn save_membership(&mut self, membership: &Membership) -> StoreResult<()> {
        let key = (membership.group, membership.person);
        self.write()?.people.memberships.insert(key, membership.clone());
        Ok(())
    }

    async fn members(&mut self, group: GroupId) -> StoreResult<Vec<Member>> {
        let rows = &self.rows().people;
        let mut own: Vec<_> = rows
            .memberships
            .values()
            .filter(|membership| membership.group == group)
            .collect();
        own.sort_by_key(|membership| membership.joined_at);
        let member = |membership: &Membership| Member {
            person: membership.person,
            name: rows.name(membership.person),
            role: membership.role,
        };
        Ok(own.into_iter().map(member).collect())
    }

    async fn teams(&mut self, group: GroupId) -> StoreResult<Vec<Team>> {
        let teams = &self.rows().people.teams;
        Ok(teams.values().filter(|team| team.group == group).cloned().collect())
    }

    async fn save_team(&mut self, team: &Team) -> StoreResult<()> {
        self.write()?.people.teams.insert((team.group, team.id), team.clone());
        Ok(())
    }

    async fn team_members(&mut self, group: GroupId, team: TeamId) -> StoreResult<Vec<TeamMember>> {
        let rows = &self.rows().people;
        let in_team = rows
            .team_members
            .iter()
            .filter(|((of, which, _), _)| (*of, *which) == (group, team));
        let mut own: Vec<_> = in_team.collect();
        own.sort_by_key(|(_, entry)| entry.joined_at);
        let member = |((_, team, person), entry): (&(GroupId, TeamId, PersonId), &InTeam)| TeamMember {
            team: *team,
            person: *person,
            name: rows.name(*person),
            captain: entry.captain,
        };
        Ok(own.into_iter().map(member).collect())
    }

    async fn teams_of(&mut self, group: GroupId, person: PersonId) -> StoreResult<Vec<(Team, bool)>> {
        let Rows {
            teams, team_members, ..
        } = &*self.rows().people;
        let own = teams.values().filter(|team| team.group == group);
        let with_captain = |team: &Team| Some((team.clone(), team_members.get(&(group, team.id, person))?.captain));
        Ok(own.filter_map(with_captain).collect())
    }

    async fn join_team(
        &mut self,
        group: GroupId,
        team: TeamId,
        person: PersonId,
        captain: bool,
        now: Instant,
    ) -> StoreResult<()> {
        let entries = &mut self.write()?.people.team_members;
        let entry = entries.entry((group, team, person)).or_insert(InTeam {
            captain,
            joined_at: now,
        });
        entry.captain = captain;
        Ok(())
    }

    async fn leave_team(&mut self, group: GroupId, team: TeamId, person: PersonId) -> StoreResult<bool> {
        Ok(self
            .write()?
            .people
            .team_members
            .remove(&(group, team, person))
            .is_some())
    }

    async fn link_code(&mut self, hash: &[u8; 32]) -> StoreResult<Option<LinkCode>> {
        Ok(self.rows().people.link_codes.get(hash).cloned())
    }

    async fn save_link_code(&mut self, code: &LinkCode) -> StoreResult<()> {
        self.write()?.people.link_codes.insert(code.hash, code.clone());
        Ok(())
    }

    async fn claimed_code(&mut self, asked_by: PersonId) -> StoreResult<Option<LinkCode>> {
        let codes = self.rows().people.link_codes.values();
        let waiting = codes.filter(|code| {
            code.purpose == LinkPurpose::Person(asked_by) && code.claimed_by.is_some() && code.used_at.is_none()
        });
        Ok(waiting.max_by_key(|code| (code.expires_at, code.hash)).cloned())
    }

    async fn revoke_link_codes(&mut self, purpose: LinkPurpose) -> StoreResult<()> {
        let codes = &mut self.write()?.people.link_codes;
        codes.retain(|_, code| code.purpose != purpose || code.used_at.is_some());
        Ok(())
    }

    async fn count_wrong_code(
        &mut self,
        platform: Platform,
        account: &str,
        now: Instant,
        since: Instant,
    ) -> StoreResult<u32> {
        let wrong = &mut self.write()?.people.wrong_codes;
        wrong.entry((platform, account.to_owned())).or_default().push(now);
        self.wrong_codes(platform, account, since).await
    }

    async fn wrong_codes(&mut self, platform: Platform, account: &str, since: Instant) -> StoreResult<u32> {
        let typed = self.rows().people.wrong_codes.get(&(platform, account.to_owned()));
        let counted = typed.into_iter().flatten().filter(|at| **at >= since).count();
        Ok(u32::try_from(counted).unwrap_or(u32::MAX))
    }

    async fn merge_people(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let rows = &mut *self.write()?.people;
        for account in rows.accounts.values_mut().filter(|account| account.person == from) {
            account.person = into;
        }
        rows.move_memberships(from, into);
        rows.move_teams(from, into);
        rows.move_link_codes(from, into);
        rows.people.remove(&from);
        Ok(())
    }
}
