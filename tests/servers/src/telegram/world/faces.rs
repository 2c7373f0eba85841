//! Messages, members and changes as the Bot API shows them.

use serde_json::{Value, json};

use super::chat::Kind;
use super::member::Member;
use super::state::State;
use crate::telegram::ids::{ChatId, GROUP_ANONYMOUS_BOT, MessageId, TELEGRAM, UserId};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::text::entity::Entity;

impl State {
    /// The type `Chat`.
    pub(in crate::telegram) fn chat_json(&self, id: ChatId) -> Value {
        match self.users.get(&UserId(id.0)) {
            Some(user) => user.chat_json(),
            None => self.chats[&id].json(),
        }
    }

    /// The type `Message`, with the message that it replies to, but no further ones.
    pub(in crate::telegram) fn message_json(&self, shown: &Shown) -> Value {
        let mut message = self.alone(shown);
        if let Some(original) = self.original(shown) {
            message["reply_to_message"] = self.alone(original);
        }
        message
    }

    /// In a topic, what replies to nothing replies to the message that opened it.
    fn original(&self, shown: &Shown) -> Option<&Shown> {
        let root = shown.thread.filter(|_| shown.in_topic).map(|topic| MessageId(topic.0));
        let original = shown.reply_to.or(root).filter(|id| *id != shown.id)?;
        self.message(shown.chat, original)
    }

    fn alone(&self, shown: &Shown) -> Value {
        let mut message = json!({
            "message_id": shown.id.0,
            "date": shown.date,
            "chat": self.chat_json(shown.chat),
        });
        self.add_sender(shown, &mut message);
        if let Some(thread) = shown.thread {
            message["message_thread_id"] = thread.0.into();
        }
        if shown.in_topic {
            message["is_topic_message"] = true.into();
        }
        if let Some(date) = shown.edit_date {
            message["edit_date"] = date.into();
        }
        if let Some((channel, post)) = shown.forwards {
            self.add_origin(channel, post, shown.date, &mut message);
        }
        if let Some((name, value)) = &shown.service {
            message[name] = value.clone();
            return message;
        }
        let (text, entities) = match &shown.document {
            Some(document) => {
                let (field, file) = document.field();
                message[field] = file;
                ("caption", "caption_entities")
            }
            None => ("text", "entities"),
        };
        if !shown.text.is_empty() {
            message[text] = shown.text.as_str().into();
        }
        if !shown.entities.is_empty() {
            message[entities] = shown.entities.iter().map(Entity::json).collect();
        }
        if let Some(markup) = &shown.markup {
            message["reply_markup"] = markup.clone();
        }
        if let Some(options) = &shown.link_preview {
            message["link_preview_options"] = options.clone();
        }
        message
    }

    fn add_sender(&self, shown: &Shown, message: &mut Value) {
        let from = match shown.author {
            Author::Bot => Some(self.bot),
            Author::Person(id) => Some(id),
            Author::Anonymous => Some(GROUP_ANONYMOUS_BOT),
            Author::Channel(_) => shown.forwards.map(|_| TELEGRAM),
        };
        let in_name_of = match shown.author {
            Author::Anonymous => Some(shown.chat),
            Author::Channel(channel) => Some(channel),
            _ => None,
        };
        if let Some(chat) = in_name_of {
            message["sender_chat"] = self.chat_json(chat);
        }
        let is_post = self
            .chats
            .get(&shown.chat)
            .is_some_and(|chat| chat.kind == Kind::Channel);
        if is_post {
            message["sender_chat"] = self.chat_json(shown.chat);
        } else if let Some(from) = from {
            message["from"] = self.user(from).json();
        }
    }

    fn add_origin(&self, channel: ChatId, post: MessageId, date: i64, message: &mut Value) {
        let chat = self.chat_json(channel);
        message["is_automatic_forward"] = true.into();
        message["forward_from_chat"] = chat.clone();
        message["forward_from_message_id"] = post.0.into();
        message["forward_date"] = date.into();
        message["forward_origin"] = json!({ "type": "channel", "chat": chat, "message_id": post.0, "date": date });
    }

    /// The type `ChatMember`.
    pub(in crate::telegram) fn member_json(&self, chat: ChatId, user: UserId, member: &Member) -> Value {
        let in_channel = self.chats.get(&chat).is_some_and(|chat| chat.kind == Kind::Channel);
        member.json(self.user(user), in_channel)
    }

    /// Somebody becomes something else; the bot is told where it may know.
    pub(in crate::telegram) fn set_member(&mut self, chat: ChatId, user: UserId, by: UserId, new: Member) {
        let old = self.chat(chat).member(user);
        let bot_administers = self.chats[&chat].member(self.bot).administers();
        let kind = if user == self.bot {
            Some("my_chat_member")
        } else {
            bot_administers.then_some("chat_member")
        };
        if let Some(kind) = kind {
            let told = self.member_change(chat, user, by, (&old, &new));
            self.push(kind, chat, told);
        }
        self.chat(chat).members.insert(user, new);
    }

    /// The type `ChatMemberUpdated`.
    pub(in crate::telegram) fn member_change(
        &self,
        chat: ChatId,
        user: UserId,
        by: UserId,
        (old, new): (&Member, &Member),
    ) -> Value {
        json!({
            "chat": self.chat_json(chat),
            "from": self.user(by).json(),
            "date": self.unix(),
            "old_chat_member": self.member_json(chat, user, old),
            "new_chat_member": self.member_json(chat, user, new),
        })
    }
}
