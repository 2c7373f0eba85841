//! A message as the content of an event (Matrix client-server API, "Instant Messaging": `m.room.message`).

use muster_picture::Drawn;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::OFFERS;

/// What a card offers: kept in the event, so that a reaction or a reply is understood by what was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The reaction that takes it; empty where there is none.
    pub key: String,
    /// Its words.
    pub label: String,
    /// Its action token.
    pub token: String,
}

/// A file, which is a message of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// What it is (an IANA media type).
    pub media_type: String,
    /// What is in it.
    pub content: Vec<u8>,
    /// Of a picture: what it shows, for those who do not see it, and its width and height in pixels.
    pub picture: Option<(String, [u32; 2])>,
}

impl From<Drawn> for Document {
    fn from(picture: Drawn) -> Self {
        Self {
            name: picture.name,
            media_type: Drawn::MEDIA_TYPE.to_owned(),
            content: picture.png.content,
            picture: Some((picture.alt, picture.png.size)),
        }
    }
}

/// A message to be sent, or to take the place of another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// The plain body: every card can be read in it.
    pub body: String,
    /// The formatted body, in HTML.
    pub formatted: String,
    /// The accounts that are told that they are named.
    pub mentions: Vec<String>,
    /// What it offers.
    pub offers: Vec<Offer>,
    /// The files that go with it.
    pub documents: Vec<Document>,
}

/// How a message is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Clients tell whoever it is for.
    Loud,
    /// What a bot answers: it stands there, and clients make no sound of it.
    Quiet,
}

impl Message {
    /// Its content, as a message of its own.
    pub fn content(&self, tone: Tone) -> Map<String, Value> {
        let msgtype = match tone {
            Tone::Loud => "m.text",
            Tone::Quiet => "m.notice",
        };
        let content = json!({
            "msgtype": msgtype,
            "body": self.body,
            "format": "org.matrix.custom.html",
            "formatted_body": self.formatted,
            // Even where nobody is named: else clients look for names in the text.
            "m.mentions": self.mentioned(),
        });
        let Value::Object(mut content) = content else {
            return Map::new();
        };
        if !self.offers.is_empty() {
            content.insert(OFFERS.to_owned(), json!(self.offers));
        }
        content
    }

    /// Its content where it takes the place of another.
    pub fn instead_of(&self, event: &str, tone: Tone) -> Map<String, Value> {
        let new = self.content(tone);
        let mut content = Map::new();
        for key in ["msgtype", "body"] {
            content.extend(new.get(key).map(|value| (key.to_owned(), value.clone())));
        }
        content.insert("m.mentions".to_owned(), json!({}));
        content.insert("m.new_content".to_owned(), Value::Object(new));
        content.insert(
            "m.relates_to".to_owned(),
            json!({ "rel_type": "m.replace", "event_id": event }),
        );
        content
    }

    /// How long its content is at most, in bytes of JSON: where it takes the place of another.
    pub(super) fn bytes(&self) -> usize {
        let edit = Value::Object(self.instead_of("", Tone::Quiet));
        edit.to_string().len()
    }

    fn mentioned(&self) -> Value {
        if self.mentions.is_empty() {
            json!({})
        } else {
            json!({ "user_ids": self.mentions })
        }
    }
}
