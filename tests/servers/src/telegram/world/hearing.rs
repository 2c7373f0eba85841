//! Which messages the bot is told of: Bot features, "Privacy mode".

use serde_json::{Map, Value};

use super::chat::Kind;
use super::state::State;
use crate::telegram::ids::{ChatId, MessageId, UserId};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::updates::Update;

impl State {
    /// Tells the bot of a message, if it may hear it.
    pub(in crate::telegram) fn tell(&mut self, chat: ChatId, message: MessageId) {
        self.tell_as("message", "channel_post", chat, message);
    }

    /// Tells the bot that a message says something else now, if it may hear it.
    pub(in crate::telegram) fn tell_of_edit(&mut self, chat: ChatId, message: MessageId) {
        self.tell_as("edited_message", "edited_channel_post", chat, message);
    }

    fn tell_as(&mut self, kind: &str, kind_in_channel: &str, chat: ChatId, message: MessageId) {
        let Some(shown) = self.seen.message(chat, message) else {
            return;
        };
        if !self.hears(shown) {
            return;
        }
        let kind = match self.chats.get(&chat) {
            Some(found) if found.kind == Kind::Channel => kind_in_channel,
            _ => kind,
        };
        let told = self.message_json(shown);
        self.push(kind, chat, told);
    }

    /// Puts an update into the queue, unless the bot wants none of its kind.
    pub(in crate::telegram) fn push(&mut self, kind: &str, about: ChatId, told: Value) {
        if self.queue.wants(kind) {
            self.push_raw(about, Map::from_iter([(kind.to_owned(), told)]).into());
        }
    }

    /// Puts an update into the queue as it is, but for its number.
    pub(in crate::telegram) fn push_raw(&mut self, about: ChatId, mut update: Value) {
        let id = self.queue.number();
        if let Value::Object(fields) = &mut update {
            fields.entry("update_id").or_insert(id.into());
        }
        self.line_up(about, id, update.to_string());
    }

    /// Puts an update into the queue whose number can be read and the rest of which cannot.
    pub(in crate::telegram) fn push_spoilt(&mut self, about: ChatId, rest: &str) {
        let id = self.queue.number();
        self.line_up(about, id, format!("{{\"update_id\":{id},{rest}}}"));
    }

    fn line_up(&mut self, about: ChatId, id: i64, body: String) {
        let body = body.into();
        self.queue.push(id, Update { about, body });
        self.seen.pending = self.queue.len();
        if let Some(webhook) = &mut self.webhook {
            webhook.line_up(about, id);
        }
    }

    fn hears(&self, shown: &Shown) -> bool {
        let Some(chat) = self.chats.get(&shown.chat) else {
            return true;
        };
        let bot = chat.member(self.bot);
        match chat.kind {
            Kind::Private => self.user(UserId(chat.id.0)).door != super::Door::Blocked,
            _ if self.is_farewell(shown) => true,
            _ if !bot.is_there() || chat.became.is_some() => false,
            Kind::Channel => true,
            _ if bot.administers() || !self.options.privacy_mode => true,
            _ => shown.service.is_some() || self.is_command(&shown.text) || self.is_reply_to_bot(shown),
        }
    }

    /// Whether it says that the bot is not there any more: the last that it hears.
    fn is_farewell(&self, shown: &Shown) -> bool {
        let left = shown.service.as_ref().filter(|(what, _)| what == "left_chat_member");
        left.is_some_and(|(_, user)| user["id"] == self.bot.0)
    }

    /// Whether it is a command for this bot, or for any.
    fn is_command(&self, text: &str) -> bool {
        let Some(command) = text.strip_prefix('/') else {
            return false;
        };
        let command = command.split(char::is_whitespace).next().unwrap_or_default();
        match command.split_once('@') {
            Some((_, name)) => name.eq_ignore_ascii_case(&self.options.username),
            None => command.starts_with(|letter: char| letter.is_ascii_alphanumeric()),
        }
    }

    fn is_reply_to_bot(&self, shown: &Shown) -> bool {
        let original = shown.reply_to.and_then(|id| self.message(shown.chat, id));
        original.is_some_and(|original| original.author == Author::Bot)
    }
}
