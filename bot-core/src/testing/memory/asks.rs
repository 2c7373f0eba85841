//! Searches for people, and asks, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::{MemoryUnit, Rows as Tables};
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId, ShiftId};
use crate::shift::search::{Ask, Search, Wanted};
use crate::shift::{Holder, Roster};
use crate::store::{Asks, Shifts, StoreError, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) searches: BTreeMap<(GroupId, ShiftId), Search>,
    pub(super) asks: BTreeMap<(GroupId, ShiftId, PersonId), Ask>,
}

impl Rows {
    fn last_asked(&self, group: GroupId, person: PersonId) -> Option<Instant> {
        let theirs = self
            .asks
            .iter()
            .filter(|((of, _, whom), _)| (*of, *whom) == (group, person));
        theirs.map(|(_, ask)| ask.asked_at).max()
    }

    fn asked_since(&self, wanted: &Wanted, person: PersonId) -> usize {
        let theirs = self
            .asks
            .iter()
            .filter(|((of, _, whom), ask)| (*of, *whom) == (wanted.group, person) && ask.asked_at > wanted.since);
        theirs.count()
    }
}

/// Whether a shift may suit a member of the group.
fn suits(tables: &Tables, wanted: &Wanted, person: PersonId) -> bool {
    let asks = &tables.asks;
    let agreed = tables
        .people
        .people
        .get(&person)
        .is_some_and(|person| person.agreed_at.is_some());
    let in_team = |team| tables.teams.members.contains_key(&(wanted.group, team, person));
    let names = |skill: &String| tables.skills.skills.contains_key(&(person, skill.to_lowercase()));
    agreed
        && wanted.team.is_none_or(in_team)
        && wanted.skill.as_ref().is_none_or(names)
        && !asks.asks.contains_key(&(wanted.group, wanted.shift, person))
        && asks.asked_since(wanted, person) < wanted.asks as usize
}

/// Whether somebody is on the shift, or in another at the same time.
fn is_taken(wanted: &Wanted, person: PersonId, rosters: &[Roster]) -> bool {
    let (from, until) = wanted.free;
    rosters.iter().any(|roster| {
        let shift = &roster.shift;
        let seat = roster.seat_of(&Holder::Member(person));
        seat.is_some_and(|seat| {
            shift.id == wanted.shift || seat.is_in() && shift.start.at < until && from < shift.ends_at()
        })
    })
}

#[async_trait]
impl Asks for MemoryUnit {
    async fn search_of(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Option<Search>> {
        Ok(self.rows().asks.searches.get(&(group, shift)).cloned())
    }

    async fn save_search(&mut self, group: GroupId, shift: ShiftId, search: &Search) -> StoreResult<()> {
        self.write()?.asks.searches.insert((group, shift), search.clone());
        Ok(())
    }

    async fn end_search(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<()> {
        self.write()?.asks.searches.remove(&(group, shift));
        Ok(())
    }

    async fn asks_of(&mut self, group: GroupId, shift: ShiftId) -> StoreResult<Vec<Ask>> {
        let asks = self.rows().asks.asks.iter();
        let mut asks: Vec<Ask> = asks
            .filter(|((of, about, _), _)| (*of, *about) == (group, shift))
            .map(|(_, ask)| ask.clone())
            .collect();
        asks.sort_by_key(|ask| (ask.asked_at, ask.person));
        Ok(asks)
    }

    async fn asks_of_person(&mut self, person: PersonId) -> StoreResult<Vec<(GroupId, u32, Ask)>> {
        let tables = self.rows();
        let number = |shift: ShiftId| {
            tables
                .shifts
                .shifts
                .values()
                .find(|other| other.id == shift)
                .map(|shift| shift.number)
        };
        let theirs = tables.asks.asks.iter().filter(|((_, _, whom), _)| *whom == person);
        let mut asks: Vec<_> = theirs
            .filter_map(|((group, shift, _), ask)| Some((*group, number(*shift)?, ask.clone())))
            .collect();
        asks.sort_by_key(|(group, number, _)| (*group, *number));
        Ok(asks)
    }

    async fn add_ask(&mut self, group: GroupId, shift: ShiftId, ask: &Ask) -> StoreResult<()> {
        let asks = &mut self.write()?.asks.asks;
        if asks.insert((group, shift, ask.person), ask.clone()).is_some() {
            return Err(StoreError::Backend("somebody asked twice for a shift".into()));
        }
        Ok(())
    }

    async fn decline_ask(
        &mut self,
        group: GroupId,
        shift: ShiftId,
        person: PersonId,
        at: Instant,
    ) -> StoreResult<bool> {
        let ask = self.write()?.asks.asks.get_mut(&(group, shift, person)).map(|ask| {
            ask.declined_at.get_or_insert(at);
        });
        Ok(ask.is_some())
    }

    async fn suitable(&mut self, wanted: &Wanted, limit: u32) -> StoreResult<Vec<PersonId>> {
        let rosters = self.shifts_between(wanted.group, Instant::MIN_UTC, None).await?;
        let tables = self.rows();
        let members = tables.people.memberships.values();
        let active = members.filter(|member| member.group == wanted.group && member.suspended.is_none());
        let mut suitable: Vec<PersonId> = active
            .map(|member| member.person)
            .filter(|person| suits(tables, wanted, *person) && !is_taken(wanted, *person, &rosters))
            .collect();
        suitable.sort_by_key(|person| (tables.asks.last_asked(wanted.group, *person), *person));
        suitable.truncate(limit as usize);
        Ok(suitable)
    }

    async fn reassign_asks(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        let rows = &mut *self.write()?.asks;
        let theirs: Vec<_> = rows.asks.extract_if(.., |(_, _, person), _| *person == from).collect();
        for ((group, shift, _), ask) in theirs {
            let ask = Ask { person: into, ..ask };
            rows.asks.entry((group, shift, into)).or_insert(ask);
        }
        for search in rows.searches.values_mut().filter(|search| search.by == from) {
            search.by = into;
        }
        Ok(())
    }
}
