//! Live cards, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{CardOf, CopyId, GroupId};
use crate::store::{CardCopy, LiveCards, StoreResult};
use crate::surface::Platform;

#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) copies: BTreeMap<CopyId, CardCopy>,
}

impl Rows {
    fn stale(&self, platform: Platform) -> impl Iterator<Item = &CardCopy> {
        let copies = self.copies.values();
        copies.filter(move |copy| copy.room.platform == platform && copy.shown < copy.changes)
    }
}

#[async_trait]
impl LiveCards for MemoryUnit {
    async fn remember_card(&mut self, copy: &CardCopy, most: u32) -> StoreResult<()> {
        let copies = &mut self.write()?.live_cards.copies;
        copies.insert(copy.id, copy.clone());
        let same =
            |other: &&CardCopy| other.group == copy.group && other.shows == copy.shows && other.room == copy.room;
        let newest_first = copies.values().rev().filter(same).map(|other| other.id);
        let beyond: Vec<_> = newest_first.skip(most as usize).collect();
        copies.retain(|id, _| !beyond.contains(id));
        Ok(())
    }

    async fn card_changed(&mut self, group: GroupId, shown: CardOf) -> StoreResult<()> {
        for copy in self.write()?.live_cards.copies.values_mut() {
            copy.changes += u32::from(copy.group == group && copy.shows == shown);
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
        self.write()?.live_cards.copies.remove(&id);
        Ok(())
    }

    async fn next_stale(&mut self, platform: Platform) -> StoreResult<Option<Instant>> {
        let stale = self.rows().live_cards.stale(platform);
        Ok(stale.map(|copy| copy.not_before).min())
    }
}
