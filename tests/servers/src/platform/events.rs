//! Telling the bot what happened.

use muster_core::surface::Content;

use super::seen::Happened;
use super::state::{Person, State};
use crate::profile::Profile;
use crate::wire::{Chat, Event};

impl State {
    /// A person does something, to a message of that receipt or instead of an earlier event where these are named; the
    /// event's id.
    pub(super) fn happens(
        &mut self,
        chat: Chat,
        account: &str,
        content: Content,
        (on, edits): (Option<&str>, Option<&str>),
    ) -> String {
        let id = format!("e{}", self.seen.events.len() + 1);
        let known = self.people.get(account).cloned();
        let person = known.unwrap_or_else(|| Person {
            name: account.to_owned(),
            administrator: false,
        });
        if let Chat::Private(person) = &chat {
            self.chats_started.insert(person.clone());
        }
        self.seen.events.push(Happened {
            event: Event {
                event: id.clone(),
                place: self.options.place.clone(),
                place_name: self.options.place_name.clone(),
                chat,
                account: account.to_owned(),
                name: person.name,
                administrator: person.administrator,
                content,
                on: on.map(str::to_owned),
                edits: edits.map(str::to_owned),
            },
            told: 0,
            acknowledged: false,
            first_answer: None,
            did_not_respond: false,
            told_at: None,
            in_place: None,
            answers: Vec::new(),
        });
        self.queue.happened(id.clone());
        self.lose_what_nobody_hears();
        id
    }

    /// What is pushed while nobody listens is lost, unless it waits for whoever listens next.
    fn lose_what_nobody_hears(&mut self) {
        let lost = self.pushes() && !self.options.resumes && self.listening.is_empty();
        if lost {
            let (events, next) = self.queue.next();
            self.queue.acknowledge(next);
            for event in events {
                self.has_waited(&event);
            }
        }
    }

    /// Whether events are pushed and not fetched.
    pub(super) fn pushes(&self) -> bool {
        self.options.profile == Profile::Deadline
    }

    /// Somebody listens on that connection from now on, and nobody else.
    pub(super) fn listens(&mut self, connection: u64) {
        self.listening.clear();
        self.fetches(connection);
        let told = self.seen.events.iter().filter(|happened| happened.told > 0);
        let unanswered = told.filter(|happened| happened.first_answer.is_none() && !happened.did_not_respond);
        if self.options.resumes {
            let again: Vec<_> = unanswered.map(|happened| happened.event.event.clone()).collect();
            for event in again {
                self.queue.tell(event);
            }
        }
    }

    /// Somebody fetches events on that connection.
    pub(super) fn fetches(&mut self, connection: u64) {
        self.listening.insert(connection);
        self.seen.connected = true;
    }

    /// That connection is gone.
    pub(super) fn hung_up(&mut self, connection: u64) {
        self.listening.remove(&connection);
        self.seen.connected = !self.listening.is_empty();
        self.lose_what_nobody_hears();
    }

    /// The next events, and what acknowledges them.
    pub(super) fn tell(&mut self) -> (Vec<Event>, u64) {
        let (ids, next) = self.queue.next();
        let now = self.now();
        let mut events = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(happened) = self.seen.event_mut(&id) {
                happened.told += 1;
                happened.told_at.get_or_insert(now);
                events.push(happened.event.clone());
            }
        }
        (events, next)
    }

    /// The bot takes no interest any more in what was told before that.
    pub(super) fn acknowledge(&mut self, next: u64) {
        for event in self.queue.acknowledge(next) {
            if let Some(happened) = self.seen.event_mut(&event) {
                happened.acknowledged = true;
            }
        }
    }

    /// The time for a first answer is over.
    pub(super) fn has_waited(&mut self, event: &str) {
        if let Some(happened) = self.seen.event_mut(event) {
            happened.did_not_respond = happened.first_answer.is_none();
        }
    }
}
