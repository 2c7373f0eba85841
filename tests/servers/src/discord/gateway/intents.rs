//! What a bot wants to hear (Gateway, "List of Intents").

use std::ops::BitOr;

/// A set of intents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Intents(pub u64);

impl Intents {
    /// Guilds, channels, roles, threads.
    pub const GUILDS: Self = Self(1);
    /// Who comes and goes: privileged.
    pub const GUILD_MEMBERS: Self = Self(1 << 1);
    /// Who is online: privileged.
    pub const GUILD_PRESENCES: Self = Self(1 << 8);
    /// Messages in guilds.
    pub const GUILD_MESSAGES: Self = Self(1 << 9);
    /// Messages in private channels.
    pub const DIRECT_MESSAGES: Self = Self(1 << 12);
    /// What messages say: privileged.
    pub const MESSAGE_CONTENT: Self = Self(1 << 15);
    /// All that need no approval: bits 0 to 25 but for those three, and for those that mean nothing.
    pub const UNPRIVILEGED: Self = Self(Self::KNOWN & !Self::PRIVILEGED);

    const PRIVILEGED: u64 = Self::GUILD_MEMBERS.0 | Self::GUILD_PRESENCES.0 | Self::MESSAGE_CONTENT.0;
    /// Bits 0 to 16, 20, 21, 24 and 25.
    const KNOWN: u64 = 0x1_ffff | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

    /// Whether any of those are in it.
    pub const fn any_of(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    pub(super) const fn is_known(self) -> bool {
        self.0 & !Self::KNOWN == 0
    }

    pub(super) const fn is_within(self, approved: Self) -> bool {
        self.0 & !approved.0 == 0
    }
}

impl BitOr for Intents {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
