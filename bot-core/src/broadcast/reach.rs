//! What became of one person's copy, and of all copies together.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::store::OutboxState;
use crate::surface::Refusal;

/// What became of one person's copy. Delivered is not read: nobody knows that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// It is on its way.
    Waiting,
    /// It waits until their quiet hours are over.
    Held,
    /// The platform took it.
    Delivered,
    /// The platform will never take it, or they never agreed to private messages.
    Refused(Refusal),
    /// It may or may not have come.
    Unknown,
    /// They paused messages, so none was sent.
    Paused,
    /// It was not sent, since the broadcast was stopped.
    NotSent,
}

impl Reach {
    /// What a message's state says of it; `None` of one that is not settled.
    pub const fn of(state: OutboxState) -> Option<Self> {
        match state {
            OutboxState::Delivered => Some(Self::Delivered),
            OutboxState::Refused(refusal) => Some(Self::Refused(refusal)),
            OutboxState::Unknown => Some(Self::Unknown),
            OutboxState::Pending | OutboxState::Leased | OutboxState::Sending | OutboxState::Retry => None,
        }
    }

    /// Whether something may still become of it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Held)
    }

    /// Whether a word in a room could still reach them: not whoever closed their account, whoever wants no messages, and
    /// whom nobody was to write to any more.
    pub const fn is_worth_a_mention(self) -> bool {
        match self {
            Self::Refused(refusal) => !matches!(refusal, Refusal::Deactivated),
            Self::Waiting | Self::Held | Self::Delivered | Self::Unknown | Self::Paused | Self::NotSent => false,
        }
    }
}

/// How many copies came to what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// By what became of them.
    pub of: BTreeMap<Reach, u32>,
    /// How many people said *Got it*.
    pub acknowledged: u32,
}

impl Counts {
    /// How many came to that.
    pub fn of(&self, reach: Reach) -> u32 {
        self.of.get(&reach).copied().unwrap_or_default()
    }

    /// How many people were dealt with.
    pub fn all(&self) -> u32 {
        self.of.values().sum()
    }

    /// What could be mentioned, and how many of each.
    pub fn worth_a_mention(&self) -> impl Iterator<Item = (Reach, u32)> {
        let such = self.of.iter().filter(|(reach, _)| reach.is_worth_a_mention());
        such.map(|(reach, count)| (*reach, *count))
    }
}
