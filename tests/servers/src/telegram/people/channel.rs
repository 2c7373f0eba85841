//! A channel, and its discussion group.

use std::sync::Arc;

use super::group::Group;
use super::person::Person;
use crate::telegram::ids::{ChatId, MessageId};
use crate::telegram::seen::Author;
use crate::telegram::shared::Shared;
use crate::telegram::world::{Chat, Kind, Rights, State, Status};

/// A channel.
#[derive(Debug, Clone)]
pub struct Channel {
    shared: Arc<Shared>,
    id: ChatId,
}

impl From<&Channel> for ChatId {
    fn from(channel: &Channel) -> Self {
        channel.id
    }
}

impl Channel {
    pub(super) fn found(shared: &Arc<Shared>, title: &str, creator: &Person) -> Self {
        let id = shared.change(|state| {
            let id = state.fresh_chat(Kind::Channel);
            let mut chat = Chat::new(id, Kind::Channel, title);
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

    /// Somebody makes the bot an administrator: bots are nothing else in a channel.
    pub fn adds_bot(&self, by: &Person, rights: Rights) {
        self.shared.change(|state| {
            let status = Status::Administrator(rights);
            state.set_member(self.id, state.bot, by.id(), status.into());
        });
    }

    /// What is posted appears in that group too.
    pub fn is_discussed_in(&self, group: &Group) {
        self.shared
            .change(|state| state.chat(self.id).discussion = Some(group.id()));
    }

    /// Something is posted; its numbers here and in the discussion group.
    pub fn posts(&self, text: &str) -> (MessageId, Option<MessageId>) {
        self.shared.change(|state| {
            let mut post = state.draft(self.id, Author::Channel(self.id));
            State::write(&mut post, text, Vec::new());
            let id = state.said(post);
            let discussion = state.chat(self.id).discussion;
            let forward = discussion.map(|group| {
                let mut forward = state.draft(group, Author::Channel(self.id));
                State::write(&mut forward, text, Vec::new());
                forward.forwards = Some((self.id, id));
                state.said(forward)
            });
            (id, forward)
        })
    }
}
