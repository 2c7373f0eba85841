//! Channels of guilds, threads, private channels.

use crate::discord::ids::{ChannelId, GuildId, MessageId, RoleId, UserId};
use crate::discord::permissions::Permissions;

/// What kind of channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Kind {
    Text,
    Private,
    Voice,
    Category,
    PublicThread,
}

impl Kind {
    /// Its number (Channel Resource, "Channel Types").
    pub(in crate::discord) const fn number(self) -> u8 {
        match self {
            Self::Text => 0,
            Self::Private => 1,
            Self::Voice => 2,
            Self::Category => 4,
            Self::PublicThread => 11,
        }
    }
}

/// What a channel allows and denies a role or somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) struct Overwrite {
    pub(in crate::discord) of: Whose,
    pub(in crate::discord) allow: Permissions,
    pub(in crate::discord) deny: Permissions,
}

/// Whom an overwrite is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Whose {
    Role(RoleId),
    Member(UserId),
}

/// A channel.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Channel {
    pub(in crate::discord) id: ChannelId,
    pub(in crate::discord) kind: Kind,
    pub(in crate::discord) guild: Option<GuildId>,
    pub(in crate::discord) name: String,
    /// The channel that a thread belongs to.
    pub(in crate::discord) parent: Option<ChannelId>,
    pub(in crate::discord) overwrites: Vec<Overwrite>,
    /// Who is on the other side of a private channel, or who began a thread.
    pub(in crate::discord) person: Option<UserId>,
    pub(in crate::discord) archived: bool,
    pub(in crate::discord) locked: bool,
    pub(in crate::discord) position: usize,
    pub(in crate::discord) last_message: Option<MessageId>,
    /// In Unix milliseconds.
    pub(in crate::discord) made_ms: i64,
}

impl Channel {
    pub(in crate::discord) fn new(id: ChannelId, kind: Kind, name: &str, made_ms: i64) -> Self {
        Self {
            id,
            kind,
            guild: None,
            name: name.to_owned(),
            parent: None,
            overwrites: Vec::new(),
            person: None,
            archived: false,
            locked: false,
            position: 0,
            last_message: None,
            made_ms,
        }
    }

    pub(in crate::discord) const fn is_thread(&self) -> bool {
        matches!(self.kind, Kind::PublicThread)
    }

    /// Whether there can be messages.
    pub(in crate::discord) const fn holds_messages(&self) -> bool {
        !matches!(self.kind, Kind::Category)
    }

    pub(in crate::discord) fn overwrite(&mut self, of: Whose, allow: Permissions, deny: Permissions) {
        self.overwrites.retain(|overwrite| overwrite.of != of);
        if (allow, deny) != (Permissions::NONE, Permissions::NONE) {
            self.overwrites.push(Overwrite { of, allow, deny });
        }
    }
}
