//! What people may take back.

use async_trait::async_trait;

use super::StoreResult;
use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};
use crate::undo::Undo;

/// Somebody's last act in a group, and what takes it back.
#[derive(Debug, Clone, PartialEq)]
pub struct UndoEntry {
    /// The group.
    pub group: GroupId,
    /// Who acted.
    pub person: PersonId,
    /// When.
    pub at: Instant,
    /// What takes it back.
    pub undo: Undo,
}

/// One act a person and group.
#[async_trait]
pub trait UndoLog {
    /// Remembers an act in place of the one before it.
    async fn remember_undo(&mut self, entry: &UndoEntry) -> StoreResult<()>;
    /// The last act, which is forgotten by being asked for.
    async fn take_undo(&mut self, group: GroupId, person: PersonId) -> StoreResult<Option<UndoEntry>>;
    /// Forgets what was done before `before`; how many acts.
    async fn forget_undo(&mut self, before: Instant) -> StoreResult<u64>;
    /// Forgets that act wherever it is somebody's last in the group.
    async fn forget_act(&mut self, group: GroupId, act: &Undo) -> StoreResult<()>;
    /// Forgets what somebody did, in every group: before they are merged into somebody else.
    async fn forget_undo_of(&mut self, person: PersonId) -> StoreResult<()>;
}
