//! What was asked of the bot, and how often it was answered.

use std::collections::HashMap;
use std::hash::Hash;

use super::script::Step;
use super::stock::Latest;

/// The people on a platform.
pub(super) trait Side {
    /// How many they are: all of them in the group's register.
    fn people(&self) -> usize;

    /// One of them does something, and waits for nothing.
    fn act(&mut self, step: &Step, on: &Latest);

    /// Waits until the last of what they said in the room is answered, and so all that was said before it.
    fn wait_for_last(&self);

    /// How many reminders they have set.
    fn reminders(&self) -> usize;

    /// How often everything was answered, once the bot has nothing left to do.
    fn answered(&self) -> Vec<Answered>;
}

/// Something that was asked.
pub(super) struct Answered {
    pub(super) what: String,
    /// How often it is to be answered, and how often it was.
    pub(super) wanted: usize,
    pub(super) seen: usize,
}

impl Answered {
    /// What is wrong, if it was not answered, or more often than it is to be.
    pub(super) fn wrong(&self) -> Option<String> {
        let Self { what, wanted, seen } = self;
        (seen != wanted).then(|| format!("{what}: seen {seen} times, not {wanted}"))
    }
}

/// What is to be answered once each, by what the answers name.
#[derive(Debug)]
pub(super) struct Asked<Id>(Vec<(Id, String)>);

impl<Id> Default for Asked<Id> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<Id: Eq + Hash> Asked<Id> {
    pub(super) fn push(&mut self, id: Id, what: String) {
        self.0.push((id, what));
    }

    pub(super) fn last(&self) -> Option<&Id> {
        self.0.last().map(|(id, _)| id)
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &Id> {
        self.0.iter().map(|(id, _)| id)
    }

    /// How often each was answered, where these are the answers.
    pub(super) fn answered(&self, answers: impl Iterator<Item = Id>) -> Vec<Answered> {
        let mut seen: HashMap<Id, usize> = HashMap::new();
        for id in answers {
            *seen.entry(id).or_default() += 1;
        }
        let one = |(id, what): &(Id, String)| Answered {
            what: what.clone(),
            wanted: 1,
            seen: seen.get(id).copied().unwrap_or_default(),
        };
        self.0.iter().map(one).collect()
    }
}

/// Reminders. Each is seen twice by whoever set it: when it was set, and when it fell due.
#[derive(Debug, Default)]
pub(super) struct Reminders(Vec<(usize, String)>);

impl Reminders {
    pub(super) const fn count(&self) -> usize {
        self.0.len()
    }

    /// What somebody says to the bot alone to set another one.
    pub(super) fn another(&mut self, who: usize) -> String {
        let words = format!("bring-{:04}", self.0.len());
        let said = format!("remind me in 1m {words}");
        self.0.push((who, words));
        said
    }

    /// How often each was seen, where this is what the bot said to somebody alone.
    pub(super) fn answered(&self, said: impl Fn(usize) -> Vec<String>) -> Vec<Answered> {
        let one = |(who, words): &(usize, String)| Answered {
            what: words.clone(),
            wanted: 2,
            seen: said(*who).iter().filter(|said| said.contains(words.as_str())).count(),
        };
        self.0.iter().map(one).collect()
    }
}
