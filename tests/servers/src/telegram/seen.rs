//! What people see.

use std::collections::{BTreeMap, HashMap};

use super::ids::{CallbackId, ChatId, MessageId, UserId};
pub use super::shown::{Author, Button, Document, Shown};

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
