//! An administrator in the name of the group.

use super::person::Person;
use crate::telegram::ids::{ChatId, MessageId, TopicId};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::world::State;

/// An administrator who writes in the name of the group. What they tap, they tap themselves.
#[derive(Debug, Clone)]
pub struct AnonymousAdmin {
    person: Person,
    chat: ChatId,
}

impl Person {
    /// From now on they are an anonymous administrator of that group.
    pub fn as_anonymous_admin(&self, chat: impl Into<ChatId>) -> AnonymousAdmin {
        let chat = chat.into();
        self.shared.change(|state| {
            let mut member = state.chat(chat).member(self.id());
            assert!(member.administers(), "only administrators can be anonymous");
            member.anonymous = true;
            state.chat(chat).members.insert(self.id(), member);
        });
        AnonymousAdmin {
            person: self.clone(),
            chat,
        }
    }
}

impl AnonymousAdmin {
    /// They write something.
    pub fn says(&self, text: &str) -> MessageId {
        self.writes(text, |_| {})
    }

    /// They write something in a topic.
    pub fn says_in_topic(&self, topic: TopicId, text: &str) -> MessageId {
        self.writes(text, |message| message.thread = Some(topic))
    }

    /// They reply to a message.
    pub fn replies(&self, to: MessageId, text: &str) -> MessageId {
        self.writes(text, |message| message.reply_to = Some(to))
    }

    fn writes(&self, text: &str, place: impl FnOnce(&mut Shown)) -> MessageId {
        self.person.shared.change(|state| {
            let mut message = state.draft(self.chat, Author::Anonymous);
            State::write(&mut message, text, Vec::new());
            place(&mut message);
            state.said(message)
        })
    }
}
