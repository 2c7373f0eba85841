//! The audit log: who granted, removed, settled what. Ids only, never names, texts or votes.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{AuditId, GroupId, PersonId};

/// A line of the audit log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its id.
    pub id: AuditId,
    /// The group.
    pub group: GroupId,
    /// When.
    pub at: Instant,
    /// Who acted; [`PersonId::NOBODY`] where that is nobody whom we know.
    pub actor: PersonId,
    /// What they did: a stable code such as `role.captain`, also the suffix of the sentence `audit-<act>` with dots as hyphens.
    pub act: String,
    /// What it was done to: a reference (`S12`), where there is one.
    pub subject: Option<String>,
    /// To whom, where it was done to a person.
    pub person: Option<PersonId>,
}

/// The audit log.
#[async_trait]
pub trait Audit {
    /// Writes a line.
    async fn record(&mut self, entry: &AuditEntry) -> StoreResult<()>;

    /// The latest lines of a group, newest first, at most `limit`.
    async fn audit_log(&mut self, group: GroupId, limit: u32) -> StoreResult<Vec<AuditEntry>>;

    /// Forgets the lines that were written before `before`, of every group; how many.
    async fn forget_audit(&mut self, before: Instant) -> StoreResult<u64>;

    /// Writes `into` wherever `from` stands, before the two are merged.
    async fn reassign_audit(&mut self, from: PersonId, into: PersonId) -> StoreResult<()>;
}
