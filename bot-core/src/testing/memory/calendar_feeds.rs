//! The addresses of calendars, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::shift::{SeatStanding, Shift};
use crate::store::{CalendarFeeds, StoreError, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) addresses: BTreeMap<[u8; 32], (PersonId, Instant)>,
}

impl Rows {
    /// The calendars of `from` are those of `into`.
    pub(super) fn merge_people(&mut self, from: PersonId, into: PersonId) {
        let people = self.addresses.values_mut().map(|(person, _)| person);
        for person in people.filter(|person| **person == from) {
            *person = into;
        }
    }
}

#[async_trait]
impl CalendarFeeds for MemoryUnit {
    async fn calendar_at(&mut self, hash: &[u8; 32]) -> StoreResult<Option<PersonId>> {
        let address = self.rows().calendar_feeds.addresses.get(hash);
        Ok(address.map(|(person, _)| *person))
    }

    async fn calendar_addresses_of(&mut self, person: PersonId) -> StoreResult<Vec<Instant>> {
        let addresses = self.rows().calendar_feeds.addresses.values();
        let mut made: Vec<Instant> = addresses
            .filter(|(whose, _)| *whose == person)
            .map(|(_, made_at)| *made_at)
            .collect();
        made.sort_unstable();
        Ok(made)
    }

    async fn add_calendar_address(&mut self, person: PersonId, hash: &[u8; 32], made_at: Instant) -> StoreResult<()> {
        let addresses = &mut self.write()?.calendar_feeds.addresses;
        if addresses.insert(*hash, (person, made_at)).is_some() {
            return Err(StoreError::Backend("one address for two calendars".into()));
        }
        Ok(())
    }

    async fn end_calendar_addresses(&mut self, person: PersonId) -> StoreResult<u64> {
        let addresses = &mut self.write()?.calendar_feeds.addresses;
        let before = addresses.len();
        addresses.retain(|_, (whose, _)| *whose != person);
        Ok((before - addresses.len()) as u64)
    }

    async fn calendar_of(
        &mut self,
        group: GroupId,
        person: PersonId,
        from: Instant,
    ) -> StoreResult<Vec<(Shift, SeatStanding)>> {
        Ok(self.rows().shifts.calendar_of(group, person, from))
    }
}
