//! Action tokens: what a button carries, at most 64 bytes, and decodes to the same invocation as the typed command.

use crate::ids::GroupId;

/// A token is echoed by the client: group, role and state are checked as for any command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionToken {
    /// The group of the card.
    pub group: GroupId,
    /// The command as typed: `shift claim S12`.
    pub command: String,
}

/// The text is not a token of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an action token")]
pub struct NotAToken;

impl std::str::FromStr for ActionToken {
    type Err = NotAToken;

    fn from_str(_token: &str) -> Result<Self, Self::Err> {
        Err(NotAToken)
    }
}
