//! From Telegram's updates to what the core understands. Pure, but for what is handed in.
//!
//! - [`Reader`]: one update read
//! - [`update`]: updates, as far as they are read; `command`: what a message asks for; [`event`]: the ids of events
//! - [`start`]: what a link that opens the bot carries; `mention`: who is meant where no name says it

mod command;
pub(crate) mod event;
mod mention;
pub(crate) mod start;
#[cfg(test)]
mod tests;
pub(crate) mod update;

use muster_core::clock::Instant;
use muster_core::surface::{Author, Content, Inbound, Notice, Standing};
use serde_json::Value;

use crate::api::methods::User;
use crate::place::ChatRoom;
use event::EventId;
use update::{CallbackQuery, Chat, ChatMemberUpdated, Message, Update};

pub(crate) use command::Me;

/// Reads updates.
#[derive(Debug, Clone)]
pub(crate) struct Reader {
    pub(crate) me: Me,
    pub(crate) now: Instant,
}

/// What an update is for the bot.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// An event.
    Event(Box<Inbound>),
    /// Of a kind that is known, and nothing for the bot: talk among people, a channel's post.
    Nothing,
    /// Of a kind that is not known.
    UnknownKind,
    /// Not as the Bot API describes it.
    Malformed,
}

/// The number of an update, by which it is acknowledged.
pub(crate) fn number(update: &Value) -> Option<i64> {
    update.get("update_id")?.as_i64()
}

impl Reader {
    /// One update read.
    pub(crate) fn read(&self, update: &Value) -> Read {
        let Ok(update) = serde::Deserialize::deserialize(update) else {
            return Read::Malformed;
        };
        let event = match update {
            Update {
                message: Some(message), ..
            } => self.message(&message),
            Update {
                edited_message: Some(message),
                ..
            } => self.edited(&message),
            Update {
                callback_query: Some(tap),
                ..
            } => self.tap(tap),
            Update {
                my_chat_member: Some(changed),
                update_id,
                ..
            } => self.membership(&changed, update_id),
            Update { .. } => return Read::UnknownKind,
        };
        event.map_or(Read::Nothing, |event| Read::Event(Box::new(event)))
    }

    fn message(&self, message: &Message) -> Option<Inbound> {
        let event = EventId::Message {
            chat: message.chat.id,
            message: message.message_id,
        };
        if let Some((notice, author, chat)) = noticed(message) {
            let told = self.event(&event, None, &message.chat, author, Content::Noticed(notice));
            return Some(Inbound {
                room: ChatRoom::chat(chat).address(false),
                ..told
            });
        }
        self.said(message, &event)
    }

    fn edited(&self, message: &Message) -> Option<Inbound> {
        let (chat, number) = (message.chat.id, message.message_id);
        let edit = EventId::Edit {
            chat,
            message: number,
            at: message.edit_date?,
        };
        let original = EventId::Message { chat, message: number };
        Some(Inbound {
            edits: Some(original.to_string()),
            ..self.said(message, &edit)?
        })
    }

    /// What somebody said that is meant for the bot.
    fn said(&self, message: &Message, event: &EventId) -> Option<Inbound> {
        let chat = &message.chat;
        if !(chat.is_private() || chat.is_group()) || message.is_automatic_forward {
            return None;
        }
        let author = author_of(message)?;
        let content = command::asked(message, &self.me)?;
        // A reply in a group without topics carries the number of the thread too.
        let topic = message.message_thread_id.filter(|_| message.is_topic_message);
        let card = message
            .reply_to_message
            .as_ref()
            .filter(|_| matches!(content, Content::Action(_)));
        Some(Inbound {
            on: card.map(|card| card.message_id.to_string()),
            ..self.event(event, topic, chat, author, content)
        })
    }

    fn tap(&self, tap: CallbackQuery) -> Option<Inbound> {
        let card = tap.message?;
        let topic = card.message_thread_id.filter(|_| card.is_topic_message);
        let author = person(&tap.from, standing_in(&card.chat));
        let (query, content) = (EventId::Tap { query: tap.id }, Content::Action(tap.data?));
        Some(Inbound {
            on: Some(card.message_id.to_string()),
            ..self.event(&query, topic, &card.chat, author, content)
        })
    }

    /// The bot was brought to a group, or taken out of it.
    fn membership(&self, changed: &ChatMemberUpdated, update: i64) -> Option<Inbound> {
        let notice = match (changed.old_chat_member.is_in(), changed.new_chat_member.is_in()) {
            (false, true) => Notice::Arrived,
            (true, false) => Notice::Removed,
            _ => return None,
        };
        let chat = &changed.chat;
        let author = person(&changed.from, Standing::Untold);
        let event = EventId::Update { number: update };
        chat.is_group()
            .then(|| self.event(&event, None, chat, author, Content::Noticed(notice)))
    }

    /// An event in a chat, or in a topic of it.
    fn event(&self, id: &EventId, topic: Option<i64>, chat: &Chat, author: Author, content: Content) -> Inbound {
        let room = ChatRoom { chat: chat.id, topic };
        Inbound {
            event: id.to_string(),
            room: room.address(chat.is_private()),
            place_name: chat.title.clone().unwrap_or_else(|| author.name.clone()),
            author,
            content,
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: self.now,
        }
    }
}

/// What a message tells in place of what somebody says, who it is about, and of which chat.
fn noticed(message: &Message) -> Option<(Notice, Author, i64)> {
    let here = message.chat.id;
    let moved = |from: i64, to: i64| {
        let notice = Notice::Moved { from: from.to_string() };
        (notice, place_itself(&message.chat, Standing::Member), to)
    };
    if let Some(to) = message.migrate_to_chat_id {
        return Some(moved(here, to));
    }
    if let Some(from) = message.migrate_from_chat_id {
        return Some(moved(from, here));
    }
    let gone = message.left_chat_member.as_ref().filter(|user| !user.is_bot)?;
    Some((Notice::Gone, person(gone, Standing::Member), here))
}

/// Who said it. An administrator may write in the name of the group, and anybody in the name of a channel; who that is
/// nobody is told. Other bots are not listened to.
fn author_of(message: &Message) -> Option<Author> {
    match &message.sender_chat {
        Some(group) if group.id == message.chat.id => Some(place_itself(group, Standing::Administrator)),
        Some(channel) => Some(place_itself(channel, Standing::Member)),
        None => {
            let from = message.from.as_ref().filter(|from| !from.is_bot)?;
            Some(person(from, standing_in(&message.chat)))
        }
    }
}

/// What is said of somebody in a chat: nothing, where it matters.
fn standing_in(chat: &Chat) -> Standing {
    if chat.is_private() {
        Standing::Member
    } else {
        Standing::Untold
    }
}

fn person(user: &User, standing: Standing) -> Author {
    Author {
        handle: user.username.clone(),
        roles: Vec::new(),
        ..Author::new(user.id.to_string(), user.name(), standing)
    }
}

fn place_itself(chat: &Chat, standing: Standing) -> Author {
    Author {
        anonymous: true,
        ..Author::new(chat.id.to_string(), chat.title.clone().unwrap_or_default(), standing)
    }
}
