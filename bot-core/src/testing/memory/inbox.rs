//! The inbox, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::store::{Inbox, Received, StoreError, StoreResult, Waiting};
use crate::surface::{Inbound, Platform, RoomAddress};

/// An event's key: its room and its id.
pub(super) type Key = (RoomAddress, String);

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// How many ever came.
    came: u64,
    pub(super) events: BTreeMap<Key, Event>,
}

#[derive(Debug, Clone)]
pub(super) struct Event {
    /// The number of its coming.
    pub(super) came: u64,
    /// The account whose it was.
    pub(super) author: String,
    pub(super) received_at: Instant,
    tries: u32,
    progress: Progress,
}

#[derive(Debug, Clone)]
enum Progress {
    Waiting(Box<Inbound>),
    Done(Instant),
}

pub(super) fn key(inbound: &Inbound) -> Key {
    (inbound.room.clone(), inbound.event.clone())
}

impl Event {
    pub(super) const fn done_at(&self) -> Option<Instant> {
        match self.progress {
            Progress::Waiting(_) => None,
            Progress::Done(at) => Some(at),
        }
    }

    const fn state(&self) -> Received {
        match self.progress {
            Progress::Waiting(_) => Received::Waiting,
            Progress::Done(_) => Received::Done,
        }
    }
}

/// What a write to an event meets that is not waiting.
const NOT_WAITING: StoreError = StoreError::WrongCount {
    table: "inbox",
    expected: 1,
    hit: 0,
};

impl Rows {
    /// Removes an event, whatever became of it.
    pub(super) fn purge(&mut self, room: &RoomAddress, event: &str) {
        self.events.remove(&(room.clone(), event.to_owned()));
    }
}

#[async_trait]
impl Inbox for MemoryUnit {
    async fn receive(&mut self, inbound: &Inbound) -> StoreResult<Received> {
        if let Some(before) = self.inbox_state_for_update(inbound).await? {
            return Ok(before);
        }
        let inbox = &mut self.write()?.inbox;
        inbox.came += 1;
        let event = Event {
            came: inbox.came,
            author: inbound.author.account.clone(),
            received_at: inbound.received_at,
            tries: 0,
            progress: Progress::Waiting(Box::new(inbound.clone())),
        };
        inbox.events.insert(key(inbound), event);
        Ok(Received::New)
    }

    async fn inbox_state_for_update(&mut self, inbound: &Inbound) -> StoreResult<Option<Received>> {
        Ok(self.rows().inbox.events.get(&key(inbound)).map(Event::state))
    }

    async fn waiting(&mut self, platform: Platform, after: Option<u64>, limit: u32) -> StoreResult<Vec<Waiting>> {
        let events = self.rows().inbox.events.values();
        let mut waiting: Vec<_> = events
            .filter_map(|event| match &event.progress {
                Progress::Waiting(inbound) => Some(Waiting {
                    came: event.came,
                    tries: event.tries,
                    inbound: inbound.as_ref().clone(),
                }),
                Progress::Done(_) => None,
            })
            .filter(|event| event.inbound.room.platform == platform && Some(event.came) > after)
            .collect();
        waiting.sort_by_key(|event| event.came);
        waiting.truncate(limit as usize);
        Ok(waiting)
    }

    async fn waiting_in(&mut self, room: &RoomAddress, limit: u32) -> StoreResult<Vec<Inbound>> {
        let waiting = self.waiting(room.platform, None, u32::MAX).await?;
        let theirs = waiting
            .into_iter()
            .map(|event| event.inbound)
            .filter(|inbound| inbound.room == *room);
        Ok(theirs.take(limit as usize).collect())
    }

    async fn count_try(&mut self, inbound: &Inbound) -> StoreResult<u32> {
        match self.write()?.inbox.events.get_mut(&key(inbound)) {
            Some(event) if event.state() == Received::Waiting => {
                event.tries += 1;
                Ok(event.tries)
            }
            _ => Err(NOT_WAITING),
        }
    }

    async fn inbox_depth(&mut self) -> StoreResult<u64> {
        let events = self.rows().inbox.events.values();
        Ok(events.filter(|event| event.state() == Received::Waiting).count() as u64)
    }

    async fn finish(&mut self, inbound: &Inbound, now: Instant) -> StoreResult<()> {
        match self.write()?.inbox.events.get_mut(&key(inbound)) {
            Some(event) if event.state() == Received::Waiting => event.progress = Progress::Done(now),
            _ => return Err(NOT_WAITING),
        }
        Ok(())
    }

    async fn forget_done(&mut self, before: Instant) -> StoreResult<u64> {
        let events = &mut self.write()?.inbox.events;
        let held = events.len();
        events.retain(|_, event| !matches!(event.progress, Progress::Done(at) if at < before));
        Ok((held - events.len()) as u64)
    }
}
