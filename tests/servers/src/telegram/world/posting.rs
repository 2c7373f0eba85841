//! A message appears in a chat, and calls whom it names.

use serde_json::Value;

use super::chat::Kind;
use super::state::State;
use crate::telegram::ids::{ChatId, MessageId, TopicId, UserId};
use crate::telegram::seen::{Author, Ping, Shown};
use crate::telegram::text;
use crate::telegram::text::entity::Entity;
use crate::telegram::text::units::piece;

impl State {
    /// A message of that author in that chat that says nothing yet.
    pub(in crate::telegram) fn draft(&self, chat: ChatId, author: Author) -> Shown {
        let name = match author {
            Author::Bot => "bot".to_owned(),
            Author::Person(id) => self.user(id).nick.clone(),
            Author::Anonymous => "an anonymous administrator".to_owned(),
            Author::Channel(id) => self.chats[&id].title.clone(),
        };
        Shown::new(chat, author, name, self.unix(), self.now())
    }

    /// Gives a draft its text, as Telegram receives it.
    pub(in crate::telegram) fn write(draft: &mut Shown, text: &str, entities: Vec<Entity>) {
        (draft.text, draft.entities) = text::received(text, entities);
    }

    /// Shows a message, and returns its number.
    pub(in crate::telegram) fn post(&mut self, mut message: Shown) -> MessageId {
        self.set_thread(&mut message);
        let chat = message.chat;
        let by_bot = message.author == Author::Bot;
        let id = self.seen.show(message);
        if by_bot {
            self.ping(chat, id);
        }
        id
    }

    /// Shows what somebody other than the bot says, or what happens, and tells the bot.
    pub(in crate::telegram) fn said(&mut self, message: Shown) -> MessageId {
        let chat = message.chat;
        let id = self.post(message);
        self.tell(chat, id);
        id
    }

    /// Something happens in a chat, by somebody.
    pub(in crate::telegram) fn happens(&mut self, chat: ChatId, by: UserId, what: &str, how: Value) -> MessageId {
        let author = if by == self.bot {
            Author::Bot
        } else {
            Author::Person(by)
        };
        let mut message = self.draft(chat, author);
        message.service = Some((what.to_owned(), how));
        self.said(message)
    }

    /// A reply is in the thread of what it replies to: in a forum its topic, in another supergroup a thread that the
    /// first message roots.
    fn set_thread(&mut self, message: &mut Shown) {
        let chat = self.chat(message.chat);
        let (kind, is_forum) = (chat.kind, chat.is_forum);
        if message.thread.is_none()
            && kind == Kind::Supergroup
            && let Some(original) = message.reply_to.and_then(|id| self.message(message.chat, id))
        {
            let root = (!is_forum).then_some(TopicId(original.id.0));
            message.thread = original.thread.or(root);
        }
        message.in_topic = is_forum && message.thread.is_some();
    }

    /// Whoever is in the chat and named in the message is called.
    pub(in crate::telegram) fn ping(&mut self, chat: ChatId, message: MessageId) {
        let Some(shown) = self.seen.message(chat, message) else {
            return;
        };
        let called: Vec<UserId> = shown
            .entities
            .iter()
            .filter_map(|entity| self.named_in(&shown.text, entity))
            .filter(|user| self.is_in(chat, *user))
            .collect();
        for user in called {
            let person = self.user(user).nick.clone();
            self.seen.pings.push(Ping { chat, message, person });
        }
    }

    fn named_in(&self, text: &str, entity: &Entity) -> Option<UserId> {
        match entity.kind.as_str() {
            "mention" => {
                let name = piece(text, entity.offset + 1, entity.length - 1)?;
                self.usernames.get(&name.to_lowercase()).copied()
            }
            "text_mention" => Some(UserId(entity.user()?)),
            _ => None,
        }
    }

    fn is_in(&self, chat: ChatId, user: UserId) -> bool {
        ChatId::from(user) == chat || self.chats.get(&chat).is_some_and(|chat| chat.has(user))
    }
}
