//! Live cards, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{CopyId, GroupId, Reference};
use crate::store::{CardCopy, Kept, LiveCards, StoreResult};
use crate::surface::{Platform, RoomAddress};

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// Those that are followed.
    copies: BTreeMap<CopyId, CardCopy>,
    resting: BTreeMap<CopyId, CardCopy>,
}

impl Rows {
    fn stale(&self, platform: Platform) -> impl Iterator<Item = &CardCopy> {
        let copies = self.copies.values();
        copies.filter(move |copy| copy.room.platform == platform && copy.shown < copy.changes)
    }

    /// Forgets every copy but those that `stay`.
    pub(super) fn keep(&mut self, stay: impl Fn(&CardCopy) -> bool) {
        self.copies.retain(|_, copy| stay(copy));
        self.resting.retain(|_, copy| stay(copy));
    }
}

#[async_trait]
impl LiveCards for MemoryUnit {
    async fn remember_card(&mut self, copy: &CardCopy, kept: Kept) -> StoreResult<()> {
        let Rows { copies, resting } = &mut *self.write()?.live_cards;
        copies.insert(copy.id, copy.clone());
        let same = |other: &&CardCopy| {
            other.group == copy.group && other.reference == copy.reference && other.room == copy.room
        };
        let newest_first = |of: &BTreeMap<CopyId, CardCopy>| -> Vec<CopyId> {
            of.values().rev().filter(same).map(|other| other.id).collect()
        };
        for id in newest_first(copies).into_iter().skip(kept.followed as usize) {
            resting.extend(copies.remove_entry(&id));
        }
        let followed = newest_first(copies).len();
        let rest = (kept.known as usize).saturating_sub(followed);
        for id in newest_first(resting).into_iter().skip(rest) {
            resting.remove(&id);
        }
        Ok(())
    }

    async fn resting_card(&mut self, room: &RoomAddress, message: &str) -> StoreResult<Option<CardCopy>> {
        let mut resting = self.rows().live_cards.resting.values();
        let found = resting.find(|copy| copy.room == *room && copy.message == message);
        Ok(found.cloned())
    }

    async fn card_changed(&mut self, group: GroupId, reference: Reference) -> StoreResult<()> {
        for copy in self.write()?.live_cards.copies.values_mut() {
            copy.changes += u32::from(copy.group == group && copy.reference == reference);
        }
        Ok(())
    }

    async fn stale_cards(&mut self, platform: Platform, now: Instant, limit: u32) -> StoreResult<Vec<CardCopy>> {
        let stale = self.rows().live_cards.stale(platform);
        let mut due: Vec<_> = stale.filter(|copy| copy.not_before <= now).cloned().collect();
        due.sort_by_key(|copy| (copy.not_before, copy.id));
        due.truncate(limit as usize);
        Ok(due)
    }

    async fn card_shown(&mut self, id: CopyId, shown: u32, not_before: Instant) -> StoreResult<()> {
        if let Some(copy) = self.write()?.live_cards.copies.get_mut(&id) {
            copy.shown = copy.shown.max(shown);
            copy.not_before = not_before;
        }
        Ok(())
    }

    async fn forget_card(&mut self, id: CopyId) -> StoreResult<()> {
        self.write()?.live_cards.keep(|copy| copy.id != id);
        Ok(())
    }

    async fn forget_cards_in(&mut self, group: GroupId, platform: Platform, place: &str) -> StoreResult<()> {
        let gone = |copy: &CardCopy| copy.group == group && copy.room.platform == platform && copy.room.place == place;
        self.write()?.live_cards.keep(|copy| !gone(copy));
        Ok(())
    }

    async fn next_stale(&mut self, platform: Platform) -> StoreResult<Option<Instant>> {
        let stale = self.rows().live_cards.stale(platform);
        Ok(stale.map(|copy| copy.not_before).min())
    }
}
