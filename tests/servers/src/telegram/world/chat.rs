//! Groups, channels and their topics. A private chat is its person's; it is here once it was begun.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::member::{Member, Status};
use crate::telegram::ids::{ChatId, MessageId, TopicId, UserId};

/// What kind of chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Kind {
    Private,
    Group,
    Supergroup,
    Channel,
}

impl Kind {
    pub(in crate::telegram) const fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Group => "group",
            Self::Supergroup => "supergroup",
            Self::Channel => "channel",
        }
    }
}

/// A topic of a forum.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Topic {
    pub(in crate::telegram) closed: bool,
}

/// A chat.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Chat {
    pub(in crate::telegram) id: ChatId,
    pub(in crate::telegram) kind: Kind,
    pub(in crate::telegram) title: String,
    pub(in crate::telegram) is_forum: bool,
    /// All but the general one.
    pub(in crate::telegram) topics: BTreeMap<TopicId, Topic>,
    pub(in crate::telegram) general: Topic,
    pub(in crate::telegram) members: HashMap<UserId, Member>,
    /// What everybody may do.
    pub(in crate::telegram) may_write: bool,
    pub(in crate::telegram) may_pin: bool,
    /// The supergroup that it became.
    pub(in crate::telegram) became: Option<ChatId>,
    /// A channel's discussion group.
    pub(in crate::telegram) discussion: Option<ChatId>,
    /// The pinned messages, the latest last.
    pub(in crate::telegram) pins: Vec<MessageId>,
}

impl Chat {
    pub(in crate::telegram) fn new(id: ChatId, kind: Kind, title: &str) -> Self {
        Self {
            id,
            kind,
            title: title.to_owned(),
            is_forum: false,
            topics: BTreeMap::new(),
            general: Topic { closed: false },
            members: HashMap::new(),
            may_write: true,
            may_pin: kind == Kind::Private,
            became: None,
            discussion: None,
            pins: Vec::new(),
        }
    }

    pub(in crate::telegram) fn member(&self, user: UserId) -> Member {
        self.members.get(&user).cloned().unwrap_or(Status::Left.into())
    }

    pub(in crate::telegram) fn has(&self, user: UserId) -> bool {
        self.members.get(&user).is_some_and(Member::is_there)
    }

    pub(in crate::telegram) const fn is_group(&self) -> bool {
        matches!(self.kind, Kind::Group | Kind::Supergroup)
    }

    /// The type `Chat`, for all but private ones.
    pub(super) fn json(&self) -> Value {
        let mut chat = json!({ "id": self.id.0, "type": self.kind.name(), "title": self.title });
        if self.is_forum {
            chat["is_forum"] = true.into();
        }
        if self.kind == Kind::Group {
            chat["all_members_are_administrators"] = false.into();
        }
        chat
    }
}
