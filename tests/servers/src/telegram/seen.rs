//! What people see.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use serde_json::{Value, json};

use super::ids::{CallbackId, ChatId, MessageId, TopicId, UserId};
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
}

impl Document {
    pub(super) fn json(&self) -> Value {
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
            deleted: false,
            pinned: false,
            date,
            at,
            edit_date: None,
        }
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

/// An answer to a tap, which only that person sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The tap.
    pub tap: CallbackId,
    /// Who tapped.
    pub person: UserId,
    /// What they are told, if anything.
    pub text: Option<String>,
    /// Whether it has to be closed.
    pub alert: bool,
    /// Where it leads.
    pub url: Option<String>,
}

/// Somebody was called by a message of the bot's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ping {
    /// Where.
    pub chat: ChatId,
    /// By which message.
    pub message: MessageId,
    /// Who, as the test calls them.
    pub person: String,
}

/// Something that the bot should not have asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The method.
    pub method: String,
    /// What is wrong.
    pub what: String,
}

/// All of it so far.
#[derive(Debug, Default)]
pub struct Seen {
    pub(super) chats: HashMap<ChatId, Vec<Shown>>,
    /// The answers to taps, in order.
    pub toasts: Vec<Toast>,
    /// Who was called, in order.
    pub pings: Vec<Ping>,
    /// What the bot should not have asked for.
    pub breaches: Vec<Breach>,
    /// How many messages the bot sent.
    pub sent: u64,
    /// How many edits the bot made.
    pub edited: u64,
    /// How many requests met a fault that was ordered.
    pub faults: u64,
    /// How many requests were more than the rates allow.
    pub refused_for_rate: u64,
    /// How many polls were ended by another one.
    pub conflicts: u64,
    /// Whether the bot waits for updates.
    pub polling: bool,
    /// How many updates the bot has not acknowledged.
    pub pending: usize,
    requests: BTreeMap<String, u64>,
}

impl Seen {
    /// The messages in that chat, those that were deleted included.
    pub fn all_in(&self, chat: impl Into<ChatId>) -> &[Shown] {
        self.chats.get(&chat.into()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The messages that are to be seen in that chat.
    pub fn messages(&self, chat: impl Into<ChatId>) -> impl DoubleEndedIterator<Item = &Shown> {
        self.all_in(chat).iter().filter(|shown| !shown.deleted)
    }

    /// Those of the bot.
    pub fn from_bot(&self, chat: impl Into<ChatId>) -> impl DoubleEndedIterator<Item = &Shown> {
        let is_said = |shown: &&Shown| shown.author == Author::Bot && shown.service.is_none();
        self.messages(chat).filter(is_said)
    }

    /// The last one of the bot.
    pub fn last_from_bot(&self, chat: impl Into<ChatId>) -> Option<&Shown> {
        self.from_bot(chat).next_back()
    }

    /// The message with that number, unless it was deleted.
    pub fn message(&self, chat: impl Into<ChatId>, message: MessageId) -> Option<&Shown> {
        let index = usize::try_from(message.0).ok()?.checked_sub(1)?;
        self.all_in(chat).get(index).filter(|shown| !shown.deleted)
    }

    /// What that person was told for taps.
    pub fn toasts_of(&self, person: impl Into<UserId>) -> impl Iterator<Item = &Toast> {
        let person = person.into();
        self.toasts.iter().filter(move |toast| toast.person == person)
    }

    /// The answer to that tap.
    pub fn answer_to(&self, tap: &CallbackId) -> Option<&Toast> {
        self.toasts.iter().rev().find(|toast| toast.tap == *tap)
    }

    /// How many requests of that method came in, whatever became of them.
    pub fn requests(&self, method: &str) -> u64 {
        self.requests.get(&method.to_lowercase()).copied().unwrap_or_default()
    }

    /// How many requests of all methods came in but for updates.
    pub fn all_requests(&self) -> u64 {
        let others = self.requests.iter().filter(|(method, _)| *method != "getupdates");
        others.map(|(_, count)| count).sum()
    }

    pub(super) fn count_request(&mut self, method: &str) {
        match self.requests.get_mut(method) {
            Some(count) => *count += 1,
            None => drop(self.requests.insert(method.to_owned(), 1)),
        }
    }

    pub(super) fn breach(&mut self, method: &str, what: String) {
        self.breaches.push(Breach {
            method: method.to_owned(),
            what,
        });
    }

    /// Shows it, and gives it its number.
    pub(super) fn show(&mut self, mut message: Shown) -> MessageId {
        let there = self.chats.entry(message.chat).or_default();
        message.id = MessageId(i64::try_from(there.len() + 1).unwrap_or(i64::MAX));
        let id = message.id;
        there.push(message);
        id
    }

    pub(super) fn message_mut(&mut self, chat: ChatId, message: MessageId) -> Option<&mut Shown> {
        let index = usize::try_from(message.0).ok()?.checked_sub(1)?;
        self.chats.get_mut(&chat)?.get_mut(index).filter(|shown| !shown.deleted)
    }
}
