//! A message as people see it.

use std::time::Duration;

use serde_json::{Value, json};

use super::ids::{ChatId, MessageId, TopicId, UserId};
use super::text::entity::{Entity, rendered};

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// The bot.
    Bot,
    /// Somebody.
    Person(UserId),
    /// An administrator in the name of the group.
    Anonymous,
    /// A channel: by its post in a discussion group.
    Channel(ChatId),
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The id by which it is sent again.
    pub file_id: String,
    /// What it is called.
    pub file_name: String,
    /// What kind of file.
    pub mime: Option<String>,
    /// What is in it.
    pub content: Vec<u8>,
    /// Whether people see it at once, as a picture.
    pub is_photo: bool,
}

impl Document {
    /// What it is in a message: a photograph comes in several sizes.
    pub(super) fn field(&self) -> (&'static str, Value) {
        if self.is_photo {
            ("photo", json!([self.json()]))
        } else {
            ("document", self.json())
        }
    }

    fn json(&self) -> Value {
        json!({
            "file_id": self.file_id,
            "file_unique_id": format!("u{}", self.file_id),
            "file_name": self.file_name,
            "mime_type": self.mime.as_deref().unwrap_or("application/octet-stream"),
            "file_size": self.content.len(),
        })
    }
}

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What comes back to the bot.
    pub data: Option<String>,
    /// Where it leads.
    pub url: Option<String>,
}

/// A message.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that people see by itself"
)]
pub struct Shown {
    /// Its number in its chat.
    pub id: MessageId,
    /// Where.
    pub chat: ChatId,
    /// Who says it.
    pub author: Author,
    /// What that author is called in a transcript.
    pub name: String,
    /// What it says now; of a document the caption.
    pub text: String,
    /// What pieces of that are, with those that the server found.
    pub entities: Vec<Entity>,
    /// Its buttons, as they came.
    pub markup: Option<Value>,
    /// Its file.
    pub document: Option<Document>,
    /// The message that it replies to.
    pub reply_to: Option<MessageId>,
    /// Its topic, or its thread of replies.
    pub thread: Option<TopicId>,
    /// Whether that is a topic.
    pub in_topic: bool,
    /// What happened, where nobody says anything: `new_chat_members` …
    pub service: Option<(String, Value)>,
    /// The post of a channel that it brings to the discussion group.
    pub forwards: Option<(ChatId, MessageId)>,
    /// How links are previewed.
    pub link_preview: Option<Value>,
    /// Whether it made no sound.
    pub silent: bool,
    /// What it said before, oldest first: one text an edit.
    pub earlier: Vec<String>,
    /// The message as the bot sent it, where the bot edited it since.
    pub at_first: Option<Box<Self>>,
    /// Whether it was deleted.
    pub deleted: bool,
    /// Whether it is pinned.
    pub pinned: bool,
    /// When, in Unix seconds.
    pub date: i64,
    /// The same since the start of the server, its clock being put forward included.
    pub at: Duration,
    /// When it was edited last.
    pub edit_date: Option<i64>,
}

impl Shown {
    pub(super) const fn new(chat: ChatId, author: Author, name: String, date: i64, at: Duration) -> Self {
        Self {
            id: MessageId(0),
            chat,
            author,
            name,
            text: String::new(),
            entities: Vec::new(),
            markup: None,
            document: None,
            reply_to: None,
            thread: None,
            in_topic: false,
            service: None,
            forwards: None,
            link_preview: None,
            silent: false,
            earlier: Vec::new(),
            at_first: None,
            deleted: false,
            pinned: false,
            date,
            at,
            edit_date: None,
        }
    }

    /// A copy of it as it is now: of a card that is edited all day, all that it said before is much.
    pub(super) fn without_history(&mut self) -> Self {
        let earlier = std::mem::take(&mut self.earlier);
        let at_first = self.at_first.take();
        let copy = self.clone();
        (self.earlier, self.at_first) = (earlier, at_first);
        copy
    }

    /// The message as it was sent.
    pub fn as_sent(&self) -> &Self {
        self.at_first.as_deref().unwrap_or(self)
    }

    /// Its rows of buttons.
    pub fn rows(&self) -> Vec<Vec<Button>> {
        let rows = self
            .markup
            .as_ref()
            .and_then(|markup| markup.get("inline_keyboard")?.as_array());
        let row = |row: &Value| row.as_array().into_iter().flatten().map(button).collect();
        rows.into_iter().flatten().map(row).collect()
    }

    /// Its buttons, row after row.
    pub fn buttons(&self) -> Vec<Button> {
        self.rows().into_iter().flatten().collect()
    }

    /// The button with that label.
    pub fn button(&self, label: &str) -> Option<Button> {
        self.buttons().into_iter().find(|button| button.label == label)
    }

    /// What it says, with tags for what pieces of it are: `<bold>Canvass</bold>`.
    pub fn rendered(&self) -> String {
        rendered(&self.text, &self.entities)
    }
}

fn button(value: &Value) -> Button {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    Button {
        label: text("text").unwrap_or_default(),
        data: text("callback_data"),
        url: text("url"),
    }
}
