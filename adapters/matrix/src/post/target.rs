//! Where a message goes, and what it belongs to.

use matrix_sdk::Room;
use matrix_sdk::ruma::{EventId, UserId};
use muster_core::reply::{Block, Card, Line, Span};
use serde_json::{Map, Value, json};

use crate::inbound::Below;
use crate::place;
use crate::render::{Message, Tone};
use crate::rooms;

/// Where a message goes.
pub(super) struct Target {
    pub(super) room: Room,
    pub(super) private: bool,
    thread: Option<String>,
    /// The event that it replies to.
    reply_to: Option<String>,
    /// Whose reaction it answers: who is meant is said in words.
    whose: Option<String>,
    tone: Tone,
}

impl Target {
    /// Somebody's private room.
    pub(super) const fn person(room: Room) -> Self {
        Self {
            room,
            private: true,
            thread: None,
            reply_to: None,
            whose: None,
            tone: Tone::Loud,
        }
    }

    /// A room, or a thread in it; `answers`: the event that is answered.
    pub(super) fn room(room: Room, private: bool, thread: Option<&str>, answers: Option<&str>) -> Self {
        if private {
            return Self::person(room);
        }
        let below = answers.and_then(Below::read);
        let reply_to = match &below {
            Some(below) => Some(below.message.as_str()),
            // Not every event of ours is one of Matrix.
            None => answers.filter(|event| EventId::parse(*event).is_ok()),
        };
        // What answers a reaction stands in the thread below what was reacted to, and leaves the room in peace.
        let thread = thread.or(below.as_ref().map(|below| below.message.as_str()));
        Self {
            room,
            private,
            thread: thread.map(ToOwned::to_owned),
            reply_to: reply_to.map(ToOwned::to_owned),
            whose: below.as_ref().map(|below| below.whose.clone()),
            tone: if answers.is_none() { Tone::Loud } else { Tone::Quiet },
        }
    }

    /// The content of a message that goes there.
    pub(super) fn content(&self, message: &Message) -> Map<String, Value> {
        let tone = if message.mentions.is_empty() {
            self.tone
        } else {
            Tone::Loud
        };
        let mut content = message.content(tone);
        match (&self.thread, &self.reply_to) {
            (Some(_), _) => content.extend(self.in_thread()),
            (None, Some(event)) => content.extend([belongs(json!({ "m.in_reply_to": { "event_id": event } }))]),
            (None, None) => {}
        }
        content
    }

    /// What makes an event stand in the thread, where there is one.
    pub(super) fn in_thread(&self) -> Option<(String, Value)> {
        let root = self.thread.as_ref()?;
        let reply_to = self.reply_to.as_ref().filter(|event| *event != root);
        Some(belongs(json!({
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": reply_to.is_none(),
            "m.in_reply_to": { "event_id": reply_to.unwrap_or(root) },
        })))
    }

    /// The card, with the name of whom it is for where nothing else tells: a reaction cannot be replied to.
    pub(super) async fn addressed(&self, card: &Card) -> Card {
        let mut card = card.clone();
        let Some(whose) = &self.whose else {
            return card;
        };
        let name = match UserId::parse(whose) {
            Ok(id) => rooms::called(&self.room, &id).await,
            Err(_) => place::localpart(whose),
        };
        if let Some(Block::Line(line) | Block::Heading(line)) = card.blocks.first_mut() {
            let Line(spans) = line;
            spans.splice(..0, [Span::Person(name), Span::Text(": ".to_owned())]);
        }
        card
    }
}

fn belongs(relation: Value) -> (String, Value) {
    ("m.relates_to".to_owned(), relation)
}
