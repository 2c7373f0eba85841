//! What people did, and what they saw of it.

use std::time::Duration;

use muster_core::reply::Button;

use crate::wire::{Chat, Event, File, Message};

/// A message that people see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The platform's id of it; the first message has `m1`.
    pub receipt: String,
    /// Where.
    pub chat: Chat,
    /// The one person in a room who sees it; `None` where everyone there does.
    pub only_for: Option<String>,
    /// What it says now.
    pub text: String,
    /// Its buttons now.
    pub buttons: Vec<Button>,
    /// Its files now.
    pub files: Vec<File>,
    /// What it said before, oldest first: one text an edit.
    pub earlier: Vec<String>,
    /// The key that it was sent with.
    pub key: Option<String>,
    /// The event that it answers, in place or not.
    pub answers: Option<String>,
    /// How many more times it was sent, and known again.
    pub known_again: u32,
    /// When it was first seen, since the start of the platform.
    pub at: Duration,
}

impl Shown {
    /// Whether a single person sees it.
    pub const fn is_private(&self) -> bool {
        self.only_for.is_some() || matches!(self.chat, Chat::Private(_))
    }

    /// Whether that person is the one who sees it.
    pub fn is_for(&self, person: &str) -> bool {
        match (&self.only_for, &self.chat) {
            (Some(account), _) | (None, Chat::Private(account)) => account == person,
            (None, Chat::Room(_)) => false,
        }
    }

    /// The token of the button with that label.
    pub fn token(&self, label: &str) -> Option<&str> {
        let button = self.buttons.iter().find(|button| button.label == label);
        button.map(|button| button.token.as_str())
    }

    pub(super) fn show(&mut self, message: Message) {
        self.text = message.text;
        self.buttons = message.buttons;
        self.files = message.files;
    }

    pub(super) fn shows(&self, message: &Message) -> bool {
        self.text == message.text && self.buttons == message.buttons && self.files == message.files
    }
}

/// The first answer to an event (profile `Deadline`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FirstAnswer {
    /// A message.
    Message,
    /// That the answer is under way.
    Deferral {
        /// Whether only the person who acted will see it.
        private: bool,
    },
}

/// What a person did, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// As the bot is told of it.
    pub event: Event,
    /// How many times the bot was told.
    pub told: u32,
    /// Whether the bot acknowledged it (profiles that fetch).
    pub acknowledged: bool,
    /// Its first answer, and how long it took since the bot was told.
    pub first_answer: Option<(FirstAnswer, Duration)>,
    /// Whether the person was told that the bot did not respond.
    pub did_not_respond: bool,
    /// When the bot was first told, since the start of the platform.
    pub told_at: Option<Duration>,
    /// The receipt of the message that answers it in place (profile `Deadline`).
    pub in_place: Option<String>,
    /// The receipts of all messages that answer it.
    pub answers: Vec<String>,
}

/// All of it so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The messages, in the order in which they were first seen.
    pub messages: Vec<Shown>,
    /// What people did, in order.
    pub events: Vec<Happened>,
    /// Whether the bot is being told of events.
    pub connected: bool,
    /// How many requests other than for events and for what somebody is came in, whatever became of them.
    pub attempts: u64,
    /// How many times it was asked what somebody is in the place; none of these is an attempt.
    pub asked: u64,
    /// How many of them met a fault that was ordered.
    pub faults: u64,
    /// How many of them were more than the limits allow.
    pub breaches: u64,
    /// How many times somebody wanted to be told of events while somebody else was.
    pub conflicts: u64,
    /// How many requests made no sense on a platform of this profile.
    pub bad_requests: u64,
}

impl Seen {
    /// What is seen in that room, by everyone or by one person there.
    pub fn messages_in<'a>(&'a self, room: &'a str) -> impl Iterator<Item = &'a Shown> {
        let is_there = move |shown: &&Shown| matches!(&shown.chat, Chat::Room(name) if name == room);
        self.messages.iter().filter(is_there)
    }

    /// What only that person sees, in private or in a room.
    pub fn messages_to<'a>(&'a self, person: &'a str) -> impl Iterator<Item = &'a Shown> {
        self.messages.iter().filter(move |shown| shown.is_for(person))
    }

    /// The message with that receipt.
    pub fn message(&self, receipt: &str) -> Option<&Shown> {
        self.messages.get(index(receipt, 'm')?)
    }

    /// What was done under that id.
    pub fn event(&self, event: &str) -> Option<&Happened> {
        self.events.get(index(event, 'e')?)
    }

    /// The messages that answer that event.
    pub fn answers_to(&self, event: &str) -> impl Iterator<Item = &Shown> {
        let receipts = self.event(event).map(|happened| happened.answers.as_slice());
        let receipts = receipts.unwrap_or_default().iter();
        receipts.filter_map(|receipt| self.message(receipt))
    }

    /// The message that answers that event in place.
    pub fn answer_in_place(&self, event: &str) -> Option<&Shown> {
        self.message(self.event(event)?.in_place.as_deref()?)
    }

    /// The events whose people were told that the bot did not respond.
    pub fn not_responded(&self) -> impl Iterator<Item = &Happened> {
        self.events.iter().filter(|happened| happened.did_not_respond)
    }

    /// The last of it in words, for whoever reads why a test failed.
    pub(super) fn summary(&self) -> String {
        let Self {
            messages,
            events,
            connected,
            attempts,
            faults,
            breaches,
            ..
        } = self;
        let last = |length: usize| length.saturating_sub(5);
        format!(
            "connected: {connected}, {attempts} attempts, {faults} faults, {breaches} breaches; the last of {} events: \
             {:#?}; the last of {} messages: {:#?}",
            events.len(),
            &events[last(events.len())..],
            messages.len(),
            &messages[last(messages.len())..]
        )
    }

    pub(super) fn message_mut(&mut self, receipt: &str) -> Option<&mut Shown> {
        self.messages.get_mut(index(receipt, 'm')?)
    }

    pub(super) fn event_mut(&mut self, event: &str) -> Option<&mut Happened> {
        self.events.get_mut(index(event, 'e')?)
    }
}

/// The place in its list of what has that id: `m1` is the first.
fn index(id: &str, letter: char) -> Option<usize> {
    id.strip_prefix(letter)?.parse::<usize>().ok()?.checked_sub(1)
}
