//! The audit log, in memory.

use async_trait::async_trait;

use super::MemoryUnit;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::store::{Audit, AuditEntry, StoreResult};

pub(super) type Rows = Vec<AuditEntry>;

#[async_trait]
impl Audit for MemoryUnit {
    async fn record(&mut self, entry: &AuditEntry) -> StoreResult<()> {
        self.write()?.audit.push(entry.clone());
        Ok(())
    }

    async fn audit_log(&mut self, group: GroupId, limit: u32) -> StoreResult<Vec<AuditEntry>> {
        let mut lines: Vec<_> = self
            .rows()
            .audit
            .iter()
            .filter(|line| line.group == group)
            .cloned()
            .collect();
        lines.sort_by_key(|line| std::cmp::Reverse((line.at, line.id)));
        lines.truncate(limit as usize);
        Ok(lines)
    }

    async fn forget_audit(&mut self, before: Instant) -> StoreResult<u64> {
        let lines = &mut self.write()?.audit;
        let count = lines.len();
        lines.retain(|line| line.at >= before);
        Ok((count - lines.len()) as u64)
    }

    async fn reassign_audit(&mut self, from: PersonId, into: PersonId) -> StoreResult<()> {
        for line in self.write()?.audit.iter_mut() {
            if line.actor == from {
                line.actor = into;
            }
            if line.person == Some(from) {
                line.person = Some(into);
            }
        }
        Ok(())
    }
}
