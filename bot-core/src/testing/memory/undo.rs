//! What people may take back, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::store::{StoreResult, UndoEntry, UndoLog};
use crate::undo::Undo;

pub(super) type Rows = BTreeMap<(GroupId, PersonId), UndoEntry>;

#[async_trait]
impl UndoLog for MemoryUnit {
    async fn remember_undo(&mut self, entry: &UndoEntry) -> StoreResult<()> {
        self.write()?.undo.insert((entry.group, entry.person), entry.clone());
        Ok(())
    }

    async fn take_undo(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<UndoEntry>> {
        Ok(self.write()?.undo.remove(&(group, person)))
    }

    async fn forget_undo(&mut self, before: Instant) -> StoreResult<u64> {
        let undo = &mut self.write()?.undo;
        let held = undo.len();
        undo.retain(|_, entry| entry.at >= before);
        Ok((held - undo.len()) as u64)
    }

    async fn forget_act(&mut self, group: GroupId, act: &Undo) -> StoreResult<()> {
        self.write()?
            .undo
            .retain(|(of, _), entry| *of != group || entry.undo != *act);
        Ok(())
    }

    async fn forget_undo_of(&mut self, person: PersonId) -> StoreResult<()> {
        self.write()?.undo.retain(|(_, actor), _| *actor != person);
        Ok(())
    }
}
