//! How much goes into a document.

use serde::Serialize;

use super::json;
use crate::error::Fault;
use crate::ids::{Kind, Reference};

/// How many bytes of each kind of thing a document holds, the latest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound(usize);

impl Bound {
    /// Everything.
    pub const NONE: Self = Self(usize::MAX);
    /// So many bytes.
    #[cfg(test)]
    pub(super) const fn of(bytes: usize) -> Self {
        Self(bytes)
    }

    /// What a message can carry: all kinds together stay below the ten megabytes that every platform takes as a file.
    pub const MESSAGE: Self = Self(1_000_000);
}

/// The entries of one kind that are kept, the latest first while they are gathered.
#[derive(Debug)]
pub(super) struct Kept<T> {
    entries: Vec<T>,
    bytes_left: usize,
}

impl<T: Serialize> Kept<T> {
    pub(super) const fn new(bound: Bound) -> Self {
        Self {
            entries: Vec::new(),
            bytes_left: bound.0,
        }
    }

    /// Keeps an entry, where there is room; once there is none, all that follow are left out.
    pub(super) fn keep(&mut self, entry: T) -> Result<bool, Fault> {
        let bytes = json::text(&entry)?.len();
        self.bytes_left = self.bytes_left.saturating_sub(bytes);
        let fits = self.bytes_left > 0;
        if fits {
            self.entries.push(entry);
        }
        Ok(fits)
    }

    /// The entries, the earliest first.
    pub(super) fn in_order(self) -> Vec<T> {
        let mut entries = self.entries;
        entries.reverse();
        entries
    }
}

/// What was left out for its size: "S12 and everything before it".
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub(super) struct LeftOut(Vec<String>);

impl LeftOut {
    pub(super) fn from(&mut self, kind: Kind, number: u32) {
        self.0
            .push(format!("{} and everything before it", Reference::new(kind, number)));
    }

    /// What has no reference, or is of many groups: so many older ones.
    pub(super) fn older(&mut self, what: &str, count: usize) {
        self.0.push(format!("{count} older {what}"));
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
