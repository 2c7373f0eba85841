//! What things are called on the wire: snowflakes, kept apart by type.

use std::fmt;

use serde_json::Value;

/// The first moment of Discord's, in Unix milliseconds (API reference, "Snowflakes").
const EPOCH: i64 = 1_420_070_400_000;

macro_rules! snowflake {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl serde::Serialize for $name {
            /// As it stands in JSON: a text.
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

snowflake! {
    /// A person or a bot.
    UserId
}
snowflake! {
    /// A guild.
    GuildId
}
snowflake! {
    /// A channel of a guild, a thread, or a private channel.
    ChannelId
}
snowflake! {
    /// A role of a guild. The one of everybody has the number of its guild.
    RoleId
}
snowflake! {
    /// A message.
    MessageId
}
snowflake! {
    /// Something that a person asked of the bot: a command, a tap, a form.
    InteractionId
}

/// Makes snowflakes, each greater than the one before.
#[derive(Debug, Default)]
pub(super) struct Snowflakes {
    last: u64,
    guilds: u64,
}

impl Snowflakes {
    /// One of that moment, in Unix milliseconds.
    pub(super) fn next(&mut self, unix_ms: i64) -> u64 {
        self.last = at(unix_ms).max(self.last + 1);
        self.last
    }

    /// One for a guild: each falls to the next shard, so that few guilds meet them all.
    pub(super) fn guild(&mut self, started_ms: i64) -> u64 {
        self.guilds += 1;
        at(started_ms) + (self.guilds << 22)
    }
}

fn at(unix_ms: i64) -> u64 {
    u64::try_from(unix_ms - EPOCH).unwrap_or_default() << 22
}

/// The number that a field has: as a text, or as a number, which Discord takes too.
pub(super) fn number(value: &Value) -> Option<u64> {
    value.as_str().map_or_else(|| value.as_u64(), |text| text.parse().ok())
}
