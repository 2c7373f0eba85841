//! A message as people see it.

use std::time::Duration;

use serde_json::Value;

use super::component::{component, say_components};
use super::ids::{ChannelId, InteractionId, MessageId, RoleId, UserId};

pub use super::component::Component;

/// Who says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// The bot.
    Bot,
    /// Somebody.
    Person(UserId),
    /// The client itself: that nobody answered.
    Discord,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its number.
    pub id: u64,
    /// What it is called.
    pub file_name: String,
    /// What is said of it.
    pub description: Option<String>,
    /// What kind of file.
    pub mime: Option<String>,
    /// What is in it.
    pub content: Vec<u8>,
}

/// A message.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is something that people see by itself"
)]
pub struct Shown {
    /// Its number.
    pub id: MessageId,
    /// Where.
    pub channel: ChannelId,
    /// Who says it.
    pub author: Author,
    /// What that author is called in a transcript.
    pub name: String,
    /// What it says now, as it came.
    pub text: String,
    /// Its embeds, as they came.
    pub embeds: Vec<Value>,
    /// Its components, as they came, each with its number.
    pub components: Value,
    /// Its files.
    pub documents: Vec<Document>,
    /// The message that it replies to.
    pub reply_to: Option<MessageId>,
    /// The only person who sees it.
    pub only_for: Option<UserId>,
    /// Whether the bot has said so far only that it thinks.
    pub thinking: bool,
    /// What it answers: `ana> /shift add`.
    pub used: Option<String>,
    /// What it answers, by its number.
    pub interaction: Option<InteractionId>,
    /// The nonce that came with it.
    pub nonce: Option<Value>,
    /// The number of its kind: 0 for a message, 19 for a reply, 20 for the answer to a command.
    pub kind: u64,
    /// Its flags, but for those that say whether it is for one person, and whether the bot thinks.
    pub flags: u64,
    /// Whether it calls everybody.
    pub calls_everybody: bool,
    /// Whether it calls everybody who is there.
    pub calls_here: bool,
    /// The roles that it calls.
    pub calls_roles: Vec<RoleId>,
    /// The people whom it calls.
    pub calls: Vec<UserId>,
    /// What it said before, oldest first: one text an edit.
    pub earlier: Vec<String>,
    /// The message as it was sent, where it was edited since.
    pub at_first: Option<Box<Self>>,
    /// Whether it was deleted.
    pub deleted: bool,
    /// Whether it is pinned.
    pub pinned: bool,
    /// When, in Unix milliseconds.
    pub sent_ms: i64,
    /// The same since the start of the server, its clock being put forward included.
    pub at: Duration,
    /// When it was edited last.
    pub edited_ms: Option<i64>,
}

impl Shown {
    pub(super) fn new(
        id: MessageId,
        channel: ChannelId,
        author: Author,
        name: String,
        sent_ms: i64,
        at: Duration,
    ) -> Self {
        Self {
            id,
            channel,
            author,
            name,
            text: String::new(),
            embeds: Vec::new(),
            components: Value::Array(Vec::new()),
            documents: Vec::new(),
            reply_to: None,
            only_for: None,
            thinking: false,
            used: None,
            interaction: None,
            nonce: None,
            kind: 0,
            flags: 0,
            calls_everybody: false,
            calls_here: false,
            calls_roles: Vec::new(),
            calls: Vec::new(),
            earlier: Vec::new(),
            at_first: None,
            deleted: false,
            pinned: false,
            sent_ms,
            at,
            edited_ms: None,
        }
    }

    /// The message as it was sent.
    pub fn as_sent(&self) -> &Self {
        self.at_first.as_deref().unwrap_or(self)
    }

    /// Whether that person may see it, where they see the channel.
    pub fn is_for(&self, person: impl Into<UserId>) -> bool {
        let person = person.into();
        !self.deleted && self.only_for.is_none_or(|only| only == person)
    }

    /// A copy of it as it is now: of a card that is edited all day, all that it said before is much.
    pub(super) fn without_history(&mut self) -> Self {
        let earlier = std::mem::take(&mut self.earlier);
        let at_first = self.at_first.take();
        let copy = self.clone();
        (self.earlier, self.at_first) = (earlier, at_first);
        copy
    }

    /// All that it says: its text, then title and description of every embed, line by line.
    pub fn words(&self) -> String {
        let of_embed = |embed: &Value| ["title", "description"].map(|part| embed[part].as_str().map(str::to_owned));
        let embeds = self.embeds.iter().flat_map(of_embed).flatten();
        let said = std::iter::once(self.text.clone()).chain(embeds);
        said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// What stands on its buttons, row after row.
    pub fn labels(&self) -> Vec<String> {
        let components = self.all_components().into_iter();
        let label = |component| match component {
            Component::Button { label, .. } => Some(label),
            Component::Menu { .. } => None,
        };
        components.filter_map(label).collect()
    }

    /// What it says, with what its components say.
    pub(super) fn all_text(&self) -> String {
        let mut text = self.text.clone();
        say_components(&self.components, &mut text);
        text
    }

    /// Whether there is nothing to see.
    pub(super) fn is_empty(&self) -> bool {
        let has_components = self.components.as_array().is_some_and(|rows| !rows.is_empty());
        self.text.trim().is_empty() && self.embeds.is_empty() && self.documents.is_empty() && !has_components
    }

    /// Its rows of components.
    pub fn rows(&self) -> Vec<Vec<Component>> {
        let rows = self.components.as_array().into_iter().flatten();
        let rows = rows.filter_map(|row| row.get("components")?.as_array());
        rows.map(|row| row.iter().filter_map(component).collect()).collect()
    }

    /// Its components, row after row.
    pub fn all_components(&self) -> Vec<Component> {
        self.rows().into_iter().flatten().collect()
    }

    /// The button with that label.
    pub fn button(&self, label: &str) -> Option<Component> {
        let is_it = |one: &Component| matches!(one, Component::Button { label: own, .. } if own == label);
        self.all_components().into_iter().find(is_it)
    }

    /// The menu with that placeholder.
    pub fn menu(&self, placeholder: &str) -> Option<Component> {
        let is_it =
            |one: &Component| matches!(one, Component::Menu { placeholder: Some(own), .. } if own == placeholder);
        self.all_components().into_iter().find(is_it)
    }
}
