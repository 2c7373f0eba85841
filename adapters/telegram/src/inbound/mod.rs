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
        if let Some(notice) = noticed(message) {
            return Some(notice.into_event(&event, message, self.now));
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
        let card = message
            .reply_to_message
            .as_ref()
            .filter(|_| matches!(content, Content::Action(_)));
        Some(Inbound {
            event: event.to_string(),
            room: room_of(message).address(chat.is_private()),
            place_name: name_of_place(chat, &author),
            author,
            content,
            on: card.map(|card| card.message_id.to_string()),
            edits: None,
            received_at: self.now,
        })
    }

    fn tap(&self, tap: CallbackQuery) -> Option<Inbound> {
        let card = tap.message?;
        let topic = card.message_thread_id.filter(|_| card.is_topic_message);
        let private = card.chat.is_private();
        let author = Author {
            account: tap.from.id.to_string(),
            name: tap.from.name(),
            handle: tap.from.username.clone(),
            standing: if private { Standing::Member } else { Standing::Untold },
            anonymous: false,
        };
        Some(Inbound {
            event: EventId::Tap { query: tap.id }.to_string(),
            room: ChatRoom {
                chat: card.chat.id,
                topic,
            }
            .address(private),
            place_name: name_of_place(&card.chat, &author),
            author,
            content: Content::Action(tap.data?),
            on: Some(card.message_id.to_string()),
            edits: None,
            received_at: self.now,
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
        chat.is_group().then(|| Inbound {
            event: EventId::Update { number: update }.to_string(),
            room: ChatRoom::chat(chat.id).address(false),
            place_name: name_of_place(chat, &author),
            author,
            content: Content::Noticed(notice),
            on: None,
            edits: None,
            received_at: self.now,
        })
    }
}

/// Something that a message tells in place of what somebody says.
struct Noticed {
    notice: Notice,
    room: ChatRoom,
    author: Author,
}

impl Noticed {
    fn into_event(self, event: &EventId, message: &Message, now: Instant) -> Inbound {
        Inbound {
            event: event.to_string(),
            room: self.room.address(false),
            place_name: name_of_place(&message.chat, &self.author),
            author: self.author,
            content: Content::Noticed(self.notice),
            on: None,
            edits: None,
            received_at: now,
        }
    }
}

fn noticed(message: &Message) -> Option<Noticed> {
    let here = message.chat.id;
    let moved = |from: i64, to: i64| Noticed {
        notice: Notice::Moved { from: from.to_string() },
        room: ChatRoom::chat(to),
        author: place_itself(&message.chat, Standing::Member),
    };
    if let Some(to) = message.migrate_to_chat_id {
        return Some(moved(here, to));
    }
    if let Some(from) = message.migrate_from_chat_id {
        return Some(moved(from, here));
    }
    let gone = message.left_chat_member.as_ref().filter(|user| !user.is_bot)?;
    Some(Noticed {
        notice: Notice::Gone,
        room: ChatRoom::chat(here),
        author: person(gone, Standing::Member),
    })
}

/// Who said it. An administrator may write in the name of the group, and anybody in the name of a channel; who that is
/// nobody is told. Other bots are not listened to.
fn author_of(message: &Message) -> Option<Author> {
    match &message.sender_chat {
        Some(group) if group.id == message.chat.id => Some(place_itself(group, Standing::Administrator)),
        Some(channel) => Some(place_itself(channel, Standing::Member)),
        None => {
            let from = message.from.as_ref().filter(|from| !from.is_bot)?;
            let standing = if message.chat.is_private() {
                Standing::Member
            } else {
                Standing::Untold
            };
            Some(person(from, standing))
        }
    }
}

fn person(user: &User, standing: Standing) -> Author {
    Author {
        account: user.id.to_string(),
        name: user.name(),
        handle: user.username.clone(),
        standing,
        anonymous: false,
    }
}

fn place_itself(chat: &Chat, standing: Standing) -> Author {
    Author {
        account: chat.id.to_string(),
        name: chat.title.clone().unwrap_or_default(),
        handle: None,
        standing,
        anonymous: true,
    }
}

fn room_of(message: &Message) -> ChatRoom {
    ChatRoom {
        chat: message.chat.id,
        // A reply in a group without topics carries the number of the thread too.
        topic: message.message_thread_id.filter(|_| message.is_topic_message),
    }
}

fn name_of_place(chat: &Chat, author: &Author) -> String {
    chat.title.clone().unwrap_or_else(|| author.name.clone())
}
