//! What was taken from calendar files, so that it is known when it comes again.

use async_trait::async_trait;

use super::{StoreResult, Subject};
use crate::clock::Instant;
use crate::ids::GroupId;

/// An entry of a calendar file, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The group.
    pub group: GroupId,
    /// Its UID.
    pub uid: String,
    /// The date of a repeating entry, as its wall clock is written; empty for an entry as a whole.
    pub date: String,
    /// What it became.
    pub subject: Subject,
    /// The SEQUENCE that was taken.
    pub sequence: u32,
    /// The LAST-MODIFIED that was taken.
    pub modified: Option<Instant>,
    /// A hash of what was taken: the same means that nothing changed.
    pub fingerprint: String,
}

/// The entries of calendar files that every group took. `(group, uid, date)` is the key.
#[async_trait]
pub trait Imports {
    /// What was taken with that UID, in the order of the dates, the whole first.
    async fn imported(&mut self, group: GroupId, uid: &str) -> StoreResult<Vec<Imported>>;
    /// Everything that a group took, by UID and date.
    async fn all_imported(&mut self, group: GroupId) -> StoreResult<Vec<Imported>>;
    /// Adds or replaces an entry.
    async fn save_imported(&mut self, imported: &Imported) -> StoreResult<()>;
}
