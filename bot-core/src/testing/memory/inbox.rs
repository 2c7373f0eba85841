//! The inbox, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::store::{Inbox, Received, StoreError, StoreResult};
use crate::surface::{Inbound, RoomAddress};

/// An event's key: its room and its id.
type Key = (RoomAddress, String);

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// The number of its coming, and the event until it is done.
    events: BTreeMap<Key, (usize, Option<Inbound>)>,
}

fn key(inbound: &Inbound) -> Key {
    (inbound.room.clone(), inbound.event.clone())
}

fn state(event: Option<&Inbound>) -> Received {
    if event.is_some() {
        Received::Waiting
    } else {
        Received::Done
    }
}

#[async_trait]
impl Inbox for MemoryUnit {
    async fn receive(&mut self, inbound: &Inbound) -> StoreResult<Received> {
        if let Some(before) = self.inbox_state(inbound).await? {
            return Ok(before);
        }
        let events = &mut self.write()?.inbox.events;
        events.insert(key(inbound), (events.len(), Some(inbound.clone())));
        Ok(Received::New)
    }

    async fn inbox_state(&mut self, inbound: &Inbound) -> StoreResult<Option<Received>> {
        let event = self.rows().inbox.events.get(&key(inbound));
        Ok(event.map(|(_, event)| state(event.as_ref())))
    }

    async fn waiting(&mut self, limit: u32) -> StoreResult<Vec<Inbound>> {
        let mut waiting: Vec<_> = self
            .rows()
            .inbox
            .events
            .values()
            .filter(|(_, event)| event.is_some())
            .collect();
        waiting.sort_by_key(|(came, _)| *came);
        waiting.truncate(limit as usize);
        Ok(waiting.into_iter().filter_map(|(_, event)| event.clone()).collect())
    }

    async fn finish(&mut self, inbound: &Inbound, _now: Instant) -> StoreResult<()> {
        let event = self.write()?.inbox.events.get_mut(&key(inbound));
        let payload = event.and_then(|(_, event)| event.take());
        payload.map(drop).ok_or(StoreError::WrongCount {
            table: "inbox",
            expected: 1,
            hit: 0,
        })
    }
}
