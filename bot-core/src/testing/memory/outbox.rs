//! The outbox, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, OutboxId, PersonId, Reference};
use crate::reply::Card;
use crate::store::{AccountKey, Depth, Later, Lease, Outbox, OutboxKind, OutboxRow, OutboxState, Sent, StoreResult};
use crate::surface::{Address, Platform, RoomAddress};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) messages: BTreeMap<OutboxId, OutboxRow>,
    /// When it was known what became of a message.
    pub(super) settled_at: BTreeMap<OutboxId, Instant>,
    /// Whom a message that is not settled was for before.
    tried: BTreeMap<OutboxId, Vec<AccountKey>>,
}

impl Rows {
    /// Removes the message of that key; the message, if it was not settled.
    pub(super) fn purge(&mut self, key: &str) -> Option<OutboxRow> {
        let mut purged = self.messages.extract_if(.., |_, row| row.key == key);
        let (id, row) = purged.next()?;
        self.settled_at.remove(&id).is_none().then_some(row)
    }
}

fn held(row: &OutboxRow) -> bool {
    matches!(row.state, OutboxState::Leased | OutboxState::Sending)
}

/// When it can be taken, if ever.
pub(super) fn free_at(row: &OutboxRow) -> Option<Instant> {
    match row.state {
        OutboxState::Pending | OutboxState::Retry => Some(row.not_before),
        OutboxState::Leased | OutboxState::Sending => row.leased_until,
        OutboxState::Delivered | OutboxState::Refused(_) | OutboxState::Unknown => None,
    }
}

/// Nobody holds it from now on; it can be taken from that instant on.
fn free(row: &mut OutboxRow, at: Instant) {
    row.state = if row.attempts == 0 {
        OutboxState::Pending
    } else {
        OutboxState::Retry
    };
    row.not_before = at;
    row.owner = None;
    row.leased_until = None;
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

    async fn lease(
        &mut self,
        platform: Platform,
        kind: OutboxKind,
        lease: Lease<'_>,
        now: Instant,
        limit: u32,
    ) -> StoreResult<Vec<OutboxRow>> {
        let outbox = &mut self.write()?.outbox.messages;
        let mut free: Vec<_> = outbox
            .values_mut()
            .filter(|row| row.to.platform() == platform && row.kind == kind)
            .filter_map(|row| Some((free_at(row).filter(|at| *at <= now)?, row)))
            .collect();
        free.sort_by_key(|(at, row)| (*at, row.id));
        free.truncate(limit as usize);
        free.sort_by_key(|(_, row)| (row.not_before, row.id));
        Ok(free
            .into_iter()
            .map(|(_, row)| {
                row.state = OutboxState::Leased;
                row.owner = Some(lease.owner.to_owned());
                row.leased_until = Some(lease.until);
                row.clone()
            })
            .collect())
    }

    async fn begin_sending(&mut self, id: OutboxId, lease: Lease<'_>, now: Instant) -> StoreResult<bool> {
        let row = self
            .held_by(id, lease.owner)?
            .filter(|row| row.state == OutboxState::Leased);
        Ok(row.is_some_and(|row| {
            row.state = OutboxState::Sending;
            row.attempts += 1;
            row.doubtful_since.get_or_insert(now);
            row.leased_until = Some(lease.until);
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
        let outbox = &mut self.write()?.outbox;
        outbox.tried.remove(&id);
        outbox.settled_at.insert(id, now);
        Ok(true)
    }

    async fn postpone(&mut self, id: OutboxId, owner: &str, later: Later) -> StoreResult<bool> {
        Ok(self.held_by(id, owner)?.is_some_and(|row| {
            row.attempts -= u32::from(!later.counts && row.attempts > 0);
            row.doubtful_since = later.doubtful_since;
            free(row, later.not_before);
            true
        }))
    }

    async fn tried(&mut self, id: OutboxId) -> StoreResult<Vec<AccountKey>> {
        Ok(self.rows().outbox.tried.get(&id).cloned().unwrap_or_default())
    }

    async fn redirect(
        &mut self,
        id: OutboxId,
        owner: &str,
        (platform, account): &AccountKey,
        tried: &[AccountKey],
        now: Instant,
    ) -> StoreResult<bool> {
        let Some(row) = self.held_by(id, owner)? else {
            return Ok(false);
        };
        row.to = Address::Account {
            platform: *platform,
            account: account.clone(),
        };
        row.attempts = 0;
        row.doubtful_since = None;
        free(row, now);
        self.write()?.outbox.tried.insert(id, tried.to_vec());
        Ok(true)
    }

    async fn put_back(&mut self, id: OutboxId, owner: &str, free_at: Instant) -> StoreResult<bool> {
        let row = self.held_by(id, owner)?.filter(|row| row.state == OutboxState::Leased);
        Ok(row.is_some_and(|row| {
            free(row, free_at);
            true
        }))
    }

    async fn hand_back(&mut self, owner: &str, now: Instant) -> StoreResult<u64> {
        let messages = self.write()?.outbox.messages.values_mut();
        let mine = messages.filter(|row| held(row) && row.owner.as_deref() == Some(owner));
        Ok(mine.map(|row| row.leased_until = Some(now)).count() as u64)
    }

    async fn take_over(&mut self, platform: Platform, owner: &str, now: Instant) -> StoreResult<u64> {
        let mut taken = 0;
        for row in self.write()?.outbox.messages.values_mut() {
            let others = row.to.platform() == platform && row.owner.as_deref() != Some(owner);
            if held(row) && others && row.leased_until > Some(now) {
                row.leased_until = Some(now);
                taken += 1;
            }
        }
        Ok(taken)
    }

    async fn readdress(&mut self, from: &RoomAddress, to: &RoomAddress) -> StoreResult<u64> {
        let mut moved = 0;
        for row in self.write()?.outbox.messages.values_mut() {
            if free_at(row).is_none() {
                continue;
            }
            if let Address::Room { room, .. } = &mut row.to
                && room == from
            {
                room.clone_from(to);
                moved += 1;
            }
        }
        Ok(moved)
    }

    async fn outlive_memory(&mut self, platform: Platform) -> StoreResult<u64> {
        let messages = self.write()?.outbox.messages.values_mut();
        let mut outlived = 0;
        for row in messages.filter(|row| row.to.platform() == platform && free_at(row).is_some()) {
            if let Some(since) = &mut row.doubtful_since {
                *since = Instant::UNIX_EPOCH;
                outlived += 1;
            }
        }
        Ok(outlived)
    }

    async fn withdraw(&mut self, group: GroupId, broadcast: Reference) -> StoreResult<Vec<PersonId>> {
        let messages = &mut self.write()?.outbox.messages;
        let untried = |_: &OutboxId, row: &mut OutboxRow| {
            row.kind == OutboxKind::Broadcast
                && row.about == Some((group, broadcast.into()))
                && free_at(row).is_some()
                && row.doubtful_since.is_none()
        };
        let mut people: Vec<_> = messages
            .extract_if(.., untried)
            .filter_map(|(_, row)| row.person)
            .collect();
        people.sort();
        Ok(people)
    }

    async fn next_sending(&mut self, platform: Platform) -> StoreResult<Option<Instant>> {
        let messages = self.rows().outbox.messages.values();
        let theirs = messages.filter(|row| row.to.platform() == platform);
        Ok(theirs.filter_map(free_at).min())
    }

    async fn sent_since(&mut self, platform: Platform, since: Instant, now: Instant) -> StoreResult<Vec<Sent>> {
        let Rows {
            messages, settled_at, ..
        } = &*self.rows().outbox;
        let theirs = messages.values().filter(|row| row.to.platform() == platform);
        let sent = theirs.filter_map(|row| {
            let at = match settled_at.get(&row.id) {
                Some(at) => Some(*at).filter(|at| *at > since),
                None => row.doubtful_since.map(|_| now),
            };
            at.map(|at| Sent {
                kind: row.kind,
                to: row.to.clone(),
                at,
            })
        });
        let mut sent: Vec<_> = sent.collect();
        sent.sort_by_key(|sent| sent.at);
        Ok(sent)
    }

    async fn outbox_depth(&mut self) -> StoreResult<Vec<Depth>> {
        let mut counted = BTreeMap::new();
        for row in self.rows().outbox.messages.values() {
            if free_at(row).is_some() {
                *counted.entry((row.to.platform(), row.kind)).or_insert(0) += 1;
            }
        }
        let depth = |((platform, kind), messages)| Depth {
            platform,
            kind,
            messages,
        };
        Ok(counted.into_iter().map(depth).collect())
    }

    async fn count_unknown(&mut self) -> StoreResult<u64> {
        let messages = self.rows().outbox.messages.values();
        Ok(messages.filter(|row| row.state == OutboxState::Unknown).count() as u64)
    }

    async fn forget_settled(&mut self, before: Instant) -> StoreResult<u64> {
        let Rows {
            messages, settled_at, ..
        } = &mut *self.write()?.outbox;
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
