//! What members may do (Permissions, "Bitwise Permission Flags").

use std::fmt;
use std::ops::{BitAnd, BitOr, Sub};

/// A set of permissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Permissions(pub u64);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Permissions {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
            const NAMES: &[(Self, &str)] = &[$((Self::$name, stringify!($name))),*];
        }
    };
}

flags! {
    /// Allows kicking members.
    KICK_MEMBERS = 1;
    /// Allows banning members.
    BAN_MEMBERS = 2;
    /// Allows everything, whatever a channel says.
    ADMINISTRATOR = 3;
    /// Allows changing channels.
    MANAGE_CHANNELS = 4;
    /// Allows changing the guild.
    MANAGE_GUILD = 5;
    /// Allows new reactions.
    ADD_REACTIONS = 6;
    /// Allows seeing a channel.
    VIEW_CHANNEL = 10;
    /// Allows writing in a channel.
    SEND_MESSAGES = 11;
    /// Allows deleting messages of others.
    MANAGE_MESSAGES = 13;
    /// Allows embeds.
    EMBED_LINKS = 14;
    /// Allows files.
    ATTACH_FILES = 15;
    /// Allows reading what was written before.
    READ_MESSAGE_HISTORY = 16;
    /// Allows calling everybody, and roles that are not for everybody to call.
    MENTION_EVERYONE = 17;
    /// Allows emojis of other guilds.
    USE_EXTERNAL_EMOJIS = 18;
    /// Allows changing roles.
    MANAGE_ROLES = 28;
    /// Allows commands of bots.
    USE_APPLICATION_COMMANDS = 31;
    /// Allows changing threads.
    MANAGE_THREADS = 34;
    /// Allows new threads.
    CREATE_PUBLIC_THREADS = 35;
    /// Allows new private threads.
    CREATE_PRIVATE_THREADS = 36;
    /// Allows writing in threads.
    SEND_MESSAGES_IN_THREADS = 38;
    /// Allows pinning messages.
    PIN_MESSAGES = 51;
}

impl Permissions {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything there is: bits 0 to 52.
    pub const ALL: Self = Self((1 << 53) - 1);

    /// What everybody may in a new guild.
    pub const EVERYBODY: Self = Self(
        Self::ADD_REACTIONS.0
            | Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::USE_EXTERNAL_EMOJIS.0
            | Self::USE_APPLICATION_COMMANDS.0
            | Self::CREATE_PUBLIC_THREADS.0
            | Self::SEND_MESSAGES_IN_THREADS.0,
    );

    /// What an invitation of a bot like ours asks for, beside what everybody may.
    pub const BOT: Self = Self(Self::EVERYBODY.0 | Self::PIN_MESSAGES.0);

    /// Whether all of those are in it.
    pub const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

impl BitOr for Permissions {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Permissions {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Sub for Permissions {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl fmt::Display for Permissions {
    /// Their names, as the documents write them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Self::NAMES.iter().filter(|(flag, _)| self.has(*flag));
        let names: Vec<_> = names.map(|(_, name)| *name).collect();
        f.write_str(&names.join(", "))
    }
}
