//! A basic group becomes a supergroup, by which it takes another number.

use super::group::Group;
use crate::telegram::ids::ChatId;
use crate::telegram::world::{Chat, Kind};

impl Group {
    /// The group is a supergroup from now on; the members move, the messages stay behind. Whatever is asked of the old
    /// one is refused with the new number.
    #[must_use]
    pub fn migrates(&self) -> Self {
        let new = self.shared.change(|state| {
            let by = state.creator(self.id);
            let new: ChatId = state.fresh_chat(Kind::Supergroup);
            let old = state.chat(self.id);
            assert_eq!(old.kind, Kind::Group, "only a basic group migrates");
            let mut chat = Chat::new(new, Kind::Supergroup, &old.title);
            chat.members.clone_from(&old.members);
            chat.may_write = old.may_write;
            chat.may_pin = old.may_pin;
            state.chats.insert(new, chat);
            state.happens(self.id, by, "migrate_to_chat_id", new.0.into());
            state.happens(new, by, "migrate_from_chat_id", self.id.0.into());
            state.chat(self.id).became = Some(new);
            new
        });
        Self {
            shared: self.shared.clone(),
            id: new,
        }
    }
}
