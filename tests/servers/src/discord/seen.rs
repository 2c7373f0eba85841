//! What people see.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::ids::{ChannelId, InteractionId, MessageId, UserId};
pub use super::shown::{Author, Component, Document, Shown};

/// Whom a message called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pinged {
    /// `@everyone`
    Everyone,
    /// `@here`
    Here,
    /// A role, by its name.
    Role(String),
    /// Somebody, as the test calls them.
    Person(String),
}

/// Somebody was called by a message of the bot's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ping {
    /// Where.
    pub channel: ChannelId,
    /// By which message.
    pub message: MessageId,
    /// Who.
    pub whom: Pinged,
}

/// Something that the bot should not have asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The operation, by its name in the specification; `gateway` for what was sent there.
    pub operation: String,
    /// What is wrong.
    pub what: String,
}

/// What can be chosen while something is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What is shown.
    pub name: String,
    /// What is sent.
    pub value: Value,
}

/// A form that was opened to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What comes back to the bot.
    pub custom_id: String,
    /// What stands above it.
    pub title: String,
    /// Its components, as they came.
    pub components: Value,
}

/// What became of something that was asked of the bot.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Nothing yet.
    Waiting,
    /// The bot thinks: there will be a message.
    Thinking(MessageId),
    /// It knows, and will perhaps change the message whose button was tapped.
    Noted,
    /// A message.
    Message(MessageId),
    /// It changed the message whose button was tapped.
    Changed(MessageId),
    /// What can be chosen.
    Choices(Vec<Choice>),
    /// A form.
    Form(Form),
    /// It did not answer in time.
    Failed,
}

/// All of it so far.
#[derive(Debug, Default)]
pub struct Seen {
    channels: HashMap<ChannelId, Vec<Shown>>,
    places: HashMap<MessageId, (ChannelId, usize)>,
    pub(super) answers: BTreeMap<InteractionId, Answer>,
    /// Who was called, in order.
    pub pings: Vec<Ping>,
    /// What the bot should not have asked for.
    pub breaches: Vec<Breach>,
    /// How many messages the bot sent, answers included.
    pub sent: u64,
    /// How many commands are registered for every place.
    pub registered: usize,
    /// How many messages, edits and answers left it open whom they call.
    pub open_mentions: u64,
    /// How many edits the bot made.
    pub edited: u64,
    /// How many messages were known again by their nonce.
    pub repeated: u64,
    /// How many requests met a fault that was ordered.
    pub faults: u64,
    /// How many requests of each operation were more than the rates allow.
    pub refused_for_rate: BTreeMap<&'static str, u64>,
    /// How many requests were answered with 401, 403 or 429.
    pub invalid_requests: u64,
    /// How many things that were asked of the bot were not answered in time.
    pub failed: u64,
    /// How many connections to the gateway there were.
    pub connections: u64,
    /// How many sessions are connected.
    pub connected: usize,
    /// How often the bot identified.
    pub identifies: u64,
    /// How often the bot tried to resume.
    pub resumes: u64,
    /// How many events were told again.
    pub replayed: u64,
    /// How many heartbeats came.
    pub heartbeats: u64,
    requests: BTreeMap<String, u64>,
}

impl Seen {
    /// The messages in that channel, those that were deleted and those for one person included.
    pub fn all_in(&self, channel: impl Into<ChannelId>) -> &[Shown] {
        self.channels
            .get(&channel.into())
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The messages that everybody in that channel sees.
    pub fn messages(&self, channel: impl Into<ChannelId>) -> impl DoubleEndedIterator<Item = &Shown> {
        let is_for_all = |shown: &&Shown| !shown.deleted && shown.only_for.is_none();
        self.all_in(channel).iter().filter(is_for_all)
    }

    /// The messages that this person sees in that channel.
    pub fn messages_for(
        &self,
        person: impl Into<UserId>,
        channel: impl Into<ChannelId>,
    ) -> impl DoubleEndedIterator<Item = &Shown> {
        let person = person.into();
        self.all_in(channel).iter().filter(move |shown| shown.is_for(person))
    }

    /// Those of the bot that everybody sees.
    pub fn from_bot(&self, channel: impl Into<ChannelId>) -> impl DoubleEndedIterator<Item = &Shown> {
        self.messages(channel).filter(|shown| shown.author == Author::Bot)
    }

    /// The last one of the bot that everybody sees.
    pub fn last_from_bot(&self, channel: impl Into<ChannelId>) -> Option<&Shown> {
        self.from_bot(channel).next_back()
    }

    /// Those of the bot that only this person sees.
    pub fn only_for(
        &self,
        person: impl Into<UserId>,
        channel: impl Into<ChannelId>,
    ) -> impl DoubleEndedIterator<Item = &Shown> {
        let mine = self.messages_for(person, channel);
        mine.filter(|shown| shown.only_for.is_some() && shown.author == Author::Bot)
    }

    /// The message with that number, unless it was deleted.
    pub fn message(&self, message: MessageId) -> Option<&Shown> {
        self.any_message(message).filter(|shown| !shown.deleted)
    }

    /// The message with that number, deleted or not.
    pub(super) fn any_message(&self, message: MessageId) -> Option<&Shown> {
        let (channel, index) = self.places.get(&message)?;
        self.channels.get(channel)?.get(*index)
    }

    pub(super) fn message_mut(&mut self, message: MessageId) -> Option<&mut Shown> {
        let (channel, index) = self.places.get(&message)?;
        self.channels
            .get_mut(channel)?
            .get_mut(*index)
            .filter(|shown| !shown.deleted)
    }

    /// What became of something that was asked.
    pub fn answer(&self, asked: InteractionId) -> &Answer {
        self.answers.get(&asked).unwrap_or(&Answer::Waiting)
    }

    /// The message that answers it, once there is one and the bot does not think any more.
    pub fn answering(&self, asked: InteractionId) -> Option<&Shown> {
        match self.answer(asked) {
            Answer::Message(id) | Answer::Changed(id) => self.message(*id),
            _ => None,
        }
    }

    /// How many requests for that operation came in, whatever became of them.
    pub fn requests(&self, operation: &str) -> u64 {
        self.requests.get(operation).copied().unwrap_or_default()
    }

    /// How many requests came in.
    pub fn all_requests(&self) -> u64 {
        self.requests.values().sum()
    }

    /// How many requests were more than the rates allow.
    pub fn all_refused_for_rate(&self) -> u64 {
        self.refused_for_rate.values().sum()
    }

    pub(super) fn count_request(&mut self, operation: &str) {
        match self.requests.get_mut(operation) {
            Some(count) => *count += 1,
            None => drop(self.requests.insert(operation.to_owned(), 1)),
        }
    }

    pub(super) fn breach(&mut self, operation: &str, what: String) {
        self.breaches.push(Breach {
            operation: operation.to_owned(),
            what,
        });
    }

    pub(super) fn show(&mut self, message: Shown) {
        let there = self.channels.entry(message.channel).or_default();
        self.places.insert(message.id, (message.channel, there.len()));
        there.push(message);
    }

    pub(super) fn all_channels(&self) -> Vec<ChannelId> {
        let mut channels: Vec<_> = self.channels.keys().copied().collect();
        channels.sort_unstable();
        channels
    }
}
