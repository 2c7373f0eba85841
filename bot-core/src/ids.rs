//! Newtype ids, the source of randomness that is handed in, and the short references that people type.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::{Builder, Uuid};

use crate::clock::Instant;

/// Where random bytes come from: the operating system in the bot, a seed in the tests.
pub trait IdSource: Send + Sync {
    /// Fills `bytes` with random bytes fit for secrets.
    fn fill(&self, bytes: &mut [u8]);

    /// A fresh UUIDv7 (RFC 9562): the millisecond of `now`, then random bits.
    fn uuid(&self, now: Instant) -> Uuid {
        let mut random = [0; 10];
        self.fill(&mut random);
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A fresh id.
            pub fn new(ids: &dyn IdSource, now: Instant) -> Self {
                Self(ids.uuid(now))
            }
        }
    )*};
}

ids! {
    /// A person on this instance, whatever accounts they use.
    PersonId;
    /// A group: one register, one desk.
    GroupId;
    /// A team inside a group.
    TeamId;
    /// A shift.
    ShiftId;
    /// What repeats, with all its dates.
    SeriesId;
    /// One seat taken, or one place in the waiting list of a shift.
    SeatId;
    /// A task.
    TaskId;
    /// A reminder.
    ReminderId;
    /// A poll.
    PollId;
    /// A broadcast.
    BroadcastId;
    /// A message on its way out.
    OutboxId;
    /// A line of the audit log.
    AuditId;
    /// A card that was posted.
    CopyId;
}

impl PersonId {
    /// Nobody whom we know: whoever did something without ever having acted with us.
    pub const NOBODY: Self = Self(Uuid::nil());
}

/// What a reference points to; the letter is what people type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// `S12`
    Shift,
    /// `T3`
    Task,
    /// `P4`
    Poll,
    /// `R5`
    Reminder,
    /// `B6`
    Broadcast,
}

impl Kind {
    /// Every kind, in the order of the grammar.
    pub const ALL: [Self; 5] = [Self::Shift, Self::Task, Self::Poll, Self::Reminder, Self::Broadcast];

    /// The word that sentences select by, and that keys hold.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Shift => "shift",
            Self::Task => "task",
            Self::Poll => "poll",
            Self::Reminder => "reminder",
            Self::Broadcast => "broadcast",
        }
    }

    /// The letter that opens a reference of this kind.
    pub const fn letter(self) -> char {
        match self {
            Self::Shift => 'S',
            Self::Task => 'T',
            Self::Poll => 'P',
            Self::Reminder => 'R',
            Self::Broadcast => 'B',
        }
    }
}

/// A short reference such as `S12`: unique within a group, never reused, case-insensitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Reference {
    /// What it points to.
    pub kind: Kind,
    /// Its number within the group, from 1.
    pub number: u32,
}

impl Reference {
    /// The reference of that kind and number.
    pub const fn new(kind: Kind, number: u32) -> Self {
        Self { kind, number }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kind.letter(), self.number)
    }
}

/// The text is not a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a reference: a letter of S, T, P, R or B and a number from 1")]
pub struct NotAReference;

impl FromStr for Reference {
    type Err = NotAReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut rest = text.chars();
        let letter = rest.next().ok_or(NotAReference)?.to_ascii_uppercase();
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.letter() == letter)
            .ok_or(NotAReference)?;
        let digits = rest.as_str();
        if digits.starts_with('0') || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotAReference);
        }
        let number = digits.parse().map_err(|_| NotAReference)?;
        Ok(Self { kind, number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_case_insensitive_and_read_back() {
        let reference: Reference = "s12".parse().unwrap();
        assert_eq!(reference, Reference::new(Kind::Shift, 12));
        assert_eq!(reference.to_string(), "S12");
    }

    #[test]
    fn what_is_not_a_reference_is_refused() {
        for text in [
            "",
            "S",
            "S0",
            "S01",
            "12",
            "X3",
            "S-1",
            "S1a",
            "S+1",
            "S99999999999",
            "é1",
        ] {
            assert_eq!(text.parse::<Reference>(), Err(NotAReference), "{text:?}");
        }
    }
}
