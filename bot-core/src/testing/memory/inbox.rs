//! The inbox, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::store::{Ended, Inbox, Received, StoreError, StoreResult, Waiting};
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
    Done(Instant, Ended),
}

pub(super) fn key(inbound: &Inbound) -> Key {
    (inbound.room.clone(), inbound.event.clone())
}

impl Event {
    pub(super) const fn done_at(&self) -> Option<Instant> {
        match self.progress {
            Progress::Waiting(_) => None,
            Progress::Done(at, _) => Some(at),
        }
    }

    const fn state(&self) -> Received {
        match self.progress {
            Progress::Waiting(_) => Received::Waiting,
            Progress::Done(..) => Received::Done,
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
    /// What waits in a place follows it, and is done where it came.
    pub(super) fn move_waiting(&mut self, platform: Platform, from: &str, to: &str, now: Instant) {
        let waits = |(room, _): &Key, event: &mut Event| {
            room.platform == platform && room.place == from && event.state() == Received::Waiting
        };
        let waiting: Vec<_> = self.events.extract_if(.., waits).collect();
        for ((room, id), mut event) in waiting {
            let done = Event {
                progress: Progress::Done(now, Ended::TookEffect),
                ..event.clone()
            };
            if let Progress::Waiting(inbound) = &mut event.progress {
                **inbound = inbound.moved(from, to);
                // Else it came, followed and was forgotten here before it came again.
                self.events.entry(key(inbound)).or_insert(event);
            }
            self.events.insert((room, id), done);
        }
    }

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
                Progress::Done(..) => None,
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

    async fn finish(&mut self, inbound: &Inbound, ended: Ended, now: Instant) -> StoreResult<()> {
        match self.write()?.inbox.events.get_mut(&key(inbound)) {
            Some(event) if event.state() == Received::Waiting => event.progress = Progress::Done(now, ended),
            _ => return Err(NOT_WAITING),
        }
        Ok(())
    }

    async fn was_refused_for_update(&mut self, room: &RoomAddress, event: &str) -> StoreResult<bool> {
        let event = self.rows().inbox.events.get(&(room.clone(), event.to_owned()));
        Ok(event.is_some_and(|event| matches!(event.progress, Progress::Done(_, Ended::Refused))))
    }

    async fn edit_took_effect(&mut self, room: &RoomAddress, event: &str) -> StoreResult<()> {
        let key = (room.clone(), event.to_owned());
        if let Some(event) = self.write()?.inbox.events.get_mut(&key)
            && let Progress::Done(_, ended) = &mut event.progress
        {
            *ended = Ended::TookEffect;
        }
        Ok(())
    }

    async fn forget_done(&mut self, before: Instant) -> StoreResult<u64> {
        let events = &mut self.write()?.inbox.events;
        let held = events.len();
        events.retain(|_, event| !matches!(event.progress, Progress::Done(at, _) if at < before));
        Ok((held - events.len()) as u64)
    }
}
