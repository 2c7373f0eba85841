//! A group, and who is in it.

use std::sync::Arc;

use super::person::Person;
use crate::telegram::ids::ChatId;
use crate::telegram::shared::Shared;
use crate::telegram::world::{Chat, Kind, Rights, Status};

/// A group of any kind.
#[derive(Debug, Clone)]
pub struct Group {
    pub(super) shared: Arc<Shared>,
    pub(super) id: ChatId,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KindOfGroup {
    Basic,
    Supergroup,
    Forum,
}

impl From<&Group> for ChatId {
    fn from(group: &Group) -> Self {
        group.id
    }
}

impl Group {
    pub(super) fn found(shared: &Arc<Shared>, kind: KindOfGroup, title: &str, creator: &Person) -> Self {
        let id = shared.change(|state| {
            let of = match kind {
                KindOfGroup::Basic => Kind::Group,
                KindOfGroup::Supergroup | KindOfGroup::Forum => Kind::Supergroup,
            };
            let id = state.fresh_chat(of);
            let mut chat = Chat::new(id, of, title);
            chat.is_forum = kind == KindOfGroup::Forum;
            chat.members.insert(creator.id(), Status::Creator.into());
            state.chats.insert(id, chat);
            id
        });
        Self {
            shared: Arc::clone(shared),
            id,
        }
    }

    /// Its number.
    pub const fn id(&self) -> ChatId {
        self.id
    }

    /// Somebody becomes a member, without a word to the bot about it: as if they had been there before it came.
    pub fn has(&self, person: &Person) {
        self.shared.change(|state| {
            state.chat(self.id).members.insert(person.id(), Status::Member.into());
        });
    }

    /// Somebody becomes an administrator.
    pub fn promotes(&self, person: &Person, rights: Rights) {
        self.sets(person, Status::Administrator(rights));
    }

    /// Somebody is a member like all others again.
    pub fn demotes(&self, person: &Person) {
        self.sets(person, Status::Member);
    }

    /// Somebody is banned.
    pub fn bans(&self, person: &Person) {
        self.sets(person, Status::Kicked);
    }

    fn sets(&self, person: &Person, status: Status) {
        self.shared.change(|state| {
            let creator = state.creator(self.id);
            state.set_member(self.id, person.id(), creator, status.into());
        });
    }

    /// Only administrators may write from now on, or everybody again.
    pub fn lets_members_write(&self, may: bool) {
        self.shared.change(|state| state.chat(self.id).may_write = may);
    }

    /// Every member may pin messages from now on, or only administrators again.
    pub fn lets_members_pin(&self, may: bool) {
        self.shared.change(|state| state.chat(self.id).may_pin = may);
    }

    /// It takes another title.
    pub fn renames(&self, by: &Person, title: &str) {
        self.shared.change(|state| {
            title.clone_into(&mut state.chat(self.id).title);
            state.happens(self.id, by.id(), "new_chat_title", title.into());
        });
    }
}
