//! What people write.

use serde_json::{Map, json};

use super::person::Person;
use crate::telegram::ids::{ChatId, MessageId, TopicId, UserId};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::text::entity::Entity;
use crate::telegram::text::units::units;
use crate::telegram::world::State;

impl Person {
    /// They write something.
    pub fn says(&self, chat: impl Into<ChatId>, text: &str) -> MessageId {
        self.writes(chat.into(), text, |_| {})
    }

    /// They write something in a topic of a forum.
    pub fn says_in_topic(&self, chat: impl Into<ChatId>, topic: TopicId, text: &str) -> MessageId {
        self.writes(chat.into(), text, |message| message.thread = Some(topic))
    }

    /// They reply to a message.
    pub fn replies(&self, chat: impl Into<ChatId>, to: MessageId, text: &str) -> MessageId {
        self.writes(chat.into(), text, |message| message.reply_to = Some(to))
    }

    /// They write something that names people who have no username, by the words that their client makes links of.
    pub fn says_naming(&self, chat: impl Into<ChatId>, text: &str, named: &[(&str, &Self)]) -> MessageId {
        let id = self.shared.change(|state| {
            let mentions = named
                .iter()
                .map(|(words, person)| mention(state, text, words, person.id()));
            let entities = mentions.collect();
            let chat = chat.into();
            let mut message = state.draft(chat, Author::Person(self.id()));
            State::write(&mut message, text, entities);
            state.said(message)
        });
        self.shared.news.send_replace(());
        id
    }

    fn writes(&self, chat: ChatId, text: &str, place: impl FnOnce(&mut Shown)) -> MessageId {
        self.shared.change(|state| {
            let mut message = state.draft(chat, Author::Person(self.id()));
            State::write(&mut message, text, Vec::new());
            place(&mut message);
            state.said(message)
        })
    }

    /// They change what they wrote.
    pub fn edits(&self, chat: impl Into<ChatId>, message: MessageId, text: &str) {
        let chat = chat.into();
        self.shared.change(|state| {
            let date = state.unix();
            let shown = state.seen.message_mut(chat, message);
            let shown = shown.unwrap_or_else(|| panic!("there is no message {message} in {chat}"));
            assert_eq!(shown.author, Author::Person(self.id()), "people edit what they wrote");
            shown.earlier.push(shown.text.clone());
            shown.edit_date = Some(date);
            State::write(shown, text, Vec::new());
            state.tell_of_edit(chat, message);
        });
    }

    /// They delete what they wrote. The bot is not told: Telegram tells none.
    pub fn deletes(&self, chat: impl Into<ChatId>, message: MessageId) {
        let chat = chat.into();
        self.shared.change(|state| {
            if let Some(shown) = state.seen.message_mut(chat, message) {
                shown.deleted = true;
            }
        });
    }
}

fn mention(state: &State, text: &str, words: &str, user: UserId) -> Entity {
    let at = text
        .find(words)
        .unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
    let more = Map::from_iter([("user".to_owned(), json!(state.user(user).json()))]);
    Entity {
        more,
        ..Entity::plain("text_mention", units(&text[..at]), units(words))
    }
}
