//! The outbox, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{OutboxId, PersonId};
use crate::reply::Card;
use crate::store::{Outbox, OutboxKind, OutboxRow, OutboxState, StoreResult};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) messages: BTreeMap<OutboxId, OutboxRow>,
    /// When it was known what became of a message.
    pub(super) settled_at: BTreeMap<OutboxId, Instant>,
}

impl Rows {
    /// Removes the message of that key; whether there was one that was not settled.
    pub(super) fn purge(&mut self, key: &str) -> bool {
        let mut purged = self.messages.extract_if(.., |_, row| row.key == key);
        purged
            .next()
            .is_some_and(|(id, _)| self.settled_at.remove(&id).is_none())
    }
}

fn held(row: &OutboxRow) -> bool {
    matches!(row.state, OutboxState::Leased | OutboxState::Sending)
}

/// When it can be taken, if ever.
pub(super) fn free_at(row: &OutboxRow) -> Option<Instant> {
    match row.state {
        OutboxState::Pending => Some(row.not_before),
        OutboxState::Leased | OutboxState::Sending => row.leased_until,
        OutboxState::Delivered | OutboxState::Refused(_) | OutboxState::Unknown => None,
    }
}

impl MemoryUnit {
    /// The message, if `owner` holds it.
    fn held_by(&mut self, id: OutboxId, owner: &str) -> StoreResult<Option<&mut OutboxRow>> {
        let row = self.write()?.outbox.messages.get_mut(&id);
        Ok(row.filter(|row| held(row) && row.owner.as_deref() == Some(owner)))
    }
}

#[async_trait]
impl Outbox for MemoryUnit {
    async fn enqueue(&mut self, row: &OutboxRow) -> StoreResult<bool> {
        let outbox = &mut self.write()?.outbox.messages;
        if outbox.values().any(|other| other.key == row.key) {
            return Ok(false);
        }
        outbox.insert(row.id, row.clone());
        Ok(true)
    }

    async fn lease(&mut self, owner: &str, now: Instant, until: Instant, limit: u32) -> StoreResult<Vec<OutboxRow>> {
        let outbox = &mut self.write()?.outbox.messages;
        let mut free: Vec<_> = outbox
            .values_mut()
            .filter(|row| free_at(row).is_some_and(|at| at <= now))
            .collect();
        free.sort_by_key(|row| (row.kind, row.created_at, row.id));
        free.truncate(limit as usize);
        Ok(free
            .into_iter()
            .map(|row| {
                if row.state == OutboxState::Pending {
                    row.state = OutboxState::Leased;
                }
                row.owner = Some(owner.to_owned());
                row.leased_until = Some(until);
                row.clone()
            })
            .collect())
    }

    async fn begin_sending(&mut self, id: OutboxId, owner: &str) -> StoreResult<bool> {
        Ok(self.held_by(id, owner)?.is_some_and(|row| {
            row.state = OutboxState::Sending;
            row.attempts += 1;
            true
        }))
    }

    async fn settle_sending(
        &mut self,
        id: OutboxId,
        owner: &str,
        state: OutboxState,
        now: Instant,
    ) -> StoreResult<bool> {
        let Some(row) = self.held_by(id, owner)? else {
            return Ok(false);
        };
        if row.kind == OutboxKind::Farewell {
            self.write()?.outbox.messages.remove(&id);
            return Ok(true);
        }
        row.state = state;
        row.card = Card::default();
        row.owner = None;
        row.leased_until = None;
        self.write()?.outbox.settled_at.insert(id, now);
        Ok(true)
    }

    async fn postpone(&mut self, id: OutboxId, owner: &str, not_before: Instant) -> StoreResult<bool> {
        Ok(self.held_by(id, owner)?.is_some_and(|row| {
            row.state = OutboxState::Pending;
            row.not_before = not_before;
            row.owner = None;
            row.leased_until = None;
            true
        }))
    }

    async fn take_over(&mut self, owner: &str, now: Instant) -> StoreResult<u64> {
        let mut taken = 0;
        for row in self.write()?.outbox.messages.values_mut() {
            let others = row.owner.as_deref() != Some(owner);
            if held(row) && others && row.leased_until > Some(now) {
                row.leased_until = Some(now);
                taken += 1;
            }
        }
        Ok(taken)
    }

    async fn next_sending(&mut self) -> StoreResult<Option<Instant>> {
        Ok(self.rows().outbox.messages.values().filter_map(free_at).min())
    }

    async fn forget_settled(&mut self, before: Instant) -> StoreResult<u64> {
        let Rows { messages, settled_at } = &mut *self.write()?.outbox;
        let held = messages.len();
        settled_at.retain(|_, at| *at >= before);
        messages.retain(|id, row| free_at(row).is_some() || settled_at.contains_key(id));
        Ok((held - messages.len()) as u64)
    }

    async fn release_held_messages(&mut self, person: PersonId, at: Instant) -> StoreResult<u64> {
        let mut released = 0;
        for row in self.write()?.outbox.messages.values_mut() {
            let waits = row.state == OutboxState::Pending && row.attempts == 0 && row.not_before > at;
            if row.person == Some(person) && waits {
                row.not_before = at;
                released += 1;
            }
        }
        Ok(released)
    }

    async fn reassign_outbox(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        for row in self.write()?.outbox.messages.values_mut() {
            if row.person == Some(from) {
                row.person = Some(into);
            }
        }
        Ok(())
    }
}
