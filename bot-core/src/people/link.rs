//! One-time codes that join an account to a person, or a place to a group.

use serde::{Deserialize, Serialize};

use crate::clock::Instant;
use crate::ids::{GroupId, PersonId};

/// What a code joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// Another account to this person.
    Person(PersonId),
    /// Another place to this group, on the word of the organizer.
    Group {
        /// The group.
        group: GroupId,
        /// The organizer who asked for the code.
        organizer: PersonId,
    },
}

/// A stored link code: 128 random bits that only the person who asked has seen; here their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkCode {
    /// SHA-256 of the code.
    pub hash: [u8; 32],
    /// What it joins.
    pub purpose: LinkPurpose,
    /// When it ends: ten minutes after it was asked for.
    pub expires_at: Instant,
    /// Who typed it from another account and waits for the person who asked to confirm.
    pub claimed_by: Option<PersonId>,
    /// When it was used; it works once.
    pub used_at: Option<Instant>,
}
