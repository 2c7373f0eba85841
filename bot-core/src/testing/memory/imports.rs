//! What was taken from calendar files, in memory.

use std::collections::BTreeMap;

use async_trait::async_trait;

use super::MemoryUnit;
use crate::ids::GroupId;
use crate::store::{Imported, Imports, StoreResult};

/// By group, UID and date.
pub(super) type Rows = BTreeMap<(GroupId, String, String), Imported>;

#[async_trait]
impl Imports for MemoryUnit {
    async fn imported(&mut self, group: GroupId, uid: &str) -> StoreResult<Vec<Imported>> {
        let from = (group, uid.to_owned(), String::new());
        let theirs = self.rows().imports.range(from..);
        Ok(theirs
            .take_while(|((of, known, _), _)| *of == group && known == uid)
            .map(|(_, imported)| imported.clone())
            .collect())
    }

    async fn all_imported(&mut self, group: GroupId) -> StoreResult<Vec<Imported>> {
        let theirs = self.rows().imports.values().filter(|imported| imported.group == group);
        Ok(theirs.cloned().collect())
    }

    async fn save_imported(&mut self, imported: &Imported) -> StoreResult<()> {
        let key = (imported.group, imported.uid.clone(), imported.date.clone());
        self.write()?.imports.insert(key, imported.clone());
        Ok(())
    }
}
