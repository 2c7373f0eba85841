//! What a test platform promises. Each profile stands in for the platform that promises the same.

use std::fmt;
use std::str::FromStr;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Caps, Limit, Platform, Rates};

/// What the platform promises of events and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Events are pushed once and wait 3 s for their first answer, which may be for one person only; a message that
    /// answers no event is known again by its key for a few minutes. Stands in for Discord.
    Deadline,
    /// Events are fetched, again and again until they are acknowledged; a message that is sent twice is shown twice; a
    /// person who never started a private chat has none; events do not say who administers the place. Stands in for
    /// Telegram.
    NoIdempotency,
    /// Events are fetched, again and again until they are acknowledged; a message is known again by its key for a day.
    /// Stands in for Matrix.
    TransactionIds,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Self; 3] = [Self::Deadline, Self::NoIdempotency, Self::TransactionIds];

    /// The platform that it stands in for.
    pub const fn platform(self) -> Platform {
        match self {
            Self::Deadline => Platform::Discord,
            Self::NoIdempotency => Platform::Telegram,
            Self::TransactionIds => Platform::Matrix,
        }
    }

    /// Whether its events say who administers the place; else it must be asked.
    pub const fn tells_standing(self) -> bool {
        !matches!(self, Self::NoIdempotency)
    }

    /// What such a platform can do, at those rates.
    pub const fn caps(self, rates: Rates) -> Caps {
        let (message_chars, ephemeral, edits, idempotent_for) = match self {
            Self::Deadline => (2_000, true, TimeDelta::seconds(1), Some(TimeDelta::minutes(3))),
            Self::NoIdempotency => (4_096, false, TimeDelta::seconds(2), None),
            Self::TransactionIds => (40_000, false, TimeDelta::seconds(1), Some(TimeDelta::hours(24))),
        };
        Caps {
            message_chars,
            buttons: true,
            forms: false,
            ephemeral,
            prefix: false,
            edits: Some(edits),
            idempotent_for,
            rates,
        }
    }

    /// How much the platform that it stands in for really allows (platform documents; for Matrix, Synapse's default).
    pub const fn real_rates(self) -> Rates {
        match self {
            Self::Deadline => DISCORD,
            Self::NoIdempotency => TELEGRAM,
            Self::TransactionIds => MATRIX,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::NoIdempotency => "no-idempotency",
            Self::TransactionIds => "transaction-ids",
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Profile {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|profile| profile.code() == code).ok_or(())
    }
}

const DISCORD: Rates = Rates {
    account: &[Limit::window(50, 1)],
    private: &[Limit::window(5, 5)],
    room: &[Limit::window(5, 5)],
    free_answers: true,
};

const TELEGRAM: Rates = Rates {
    account: &[Limit::window(30, 1)],
    private: &[Limit::window(1, 1)],
    room: &[Limit::window(1, 1), Limit::window(20, 60)],
    free_answers: false,
};

const MATRIX: Rates = Rates {
    account: &[Limit::Bucket {
        burst: 10,
        every: TimeDelta::seconds(5),
    }],
    private: &[],
    room: &[],
    free_answers: false,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_reads_back() {
        for profile in Profile::ALL {
            assert_eq!(profile.to_string().parse(), Ok(profile));
        }
        assert_eq!("discord".parse::<Profile>(), Err(()));
    }
}
