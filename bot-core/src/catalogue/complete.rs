//! Completion: what could come next at the end of a half-typed command.

use crate::clock::Instant;
use crate::error::Fault;
use crate::store::UnitOfWork;
use crate::surface::{Author, RoomAddress};

/// A half-typed command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Where it is typed.
    pub room: RoomAddress,
    /// By whom.
    pub author: Author,
    /// What stands before the cursor.
    pub text: String,
}

/// Something that could come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What to put in place of the last word.
    pub value: String,
    /// What it is, for the eye: `S12 · Sat 10:00 Canvass · 2 left`.
    pub label: String,
}

/// The choices for a query. Reads only.
pub async fn choices(_unit: &mut dyn UnitOfWork, _query: &Query, _now: Instant) -> Result<Vec<Choice>, Fault> {
    Ok(Vec::new())
}
