//! A series of which one date at a time is in hand, as of a reminder or of a repeating task: its rule, what is out of the
//! ordinary, and how far it has come.
//!
//! - [`Course`], [`Date`]: what is kept, and what comes of it
//! - `change`: one date, this and later, or all of them become others
//! - `words`: what people see of it
//! - [`target`]: which dates an act means, and which one `on:` names

mod change;
pub mod target;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeMap;

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

pub use change::{Day, NoRoom};

use super::Dates;
use crate::clock::Instant;
use crate::time::{Moment, Repeat, Zone};

/// The most coming dates of a course that may be left out or be other than the rule says.
pub const EXCEPTIONS_MAX: usize = 100;

/// The dates of a rule, one after the other. A date goes by the wall clock that the rule gives it, wherever it was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// What the rule gives, and what is left out of it.
    pub dates: Dates,
    /// The dates that have a time or a text of their own, until they have come.
    pub own: BTreeMap<NaiveDateTime, Own>,
    /// The dates of the rule up to this one have come; one that was moved still comes at its own time.
    pub past: Option<NaiveDateTime>,
}

/// What a date has of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Own {
    /// When it comes, if not when the rule says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// What it says, if not what all say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A date of a course that is to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// The wall clock that the rule gives it.
    pub rule: NaiveDateTime,
    /// When it comes.
    pub at: Moment,
    /// What it says, if not what all say.
    pub text: Option<String>,
}

impl Course {
    /// A course that has not begun.
    pub fn new(rule: Repeat, first: NaiveDateTime, zone: Zone) -> Self {
        Self {
            dates: Dates::new(rule, first, zone),
            own: BTreeMap::new(),
            past: None,
        }
    }

    /// The same with that date of the rule as the latest one that has come.
    #[must_use]
    pub fn come_to(self, past: NaiveDateTime) -> Self {
        let mut course = Self {
            past: Some(past),
            ..self
        };
        course.forget_what_has_come();
        course
    }

    /// The date that comes next.
    pub fn next(&self) -> Option<Date> {
        self.coming(1).pop()
    }

    /// The dates to come in the order of their coming, at most `most`.
    pub fn coming(&self, most: usize) -> Vec<Date> {
        let mut coming: Vec<Date> = self.ordinary().take(most).chain(self.moved()).collect();
        coming.sort_by_key(|date| (date.at.at, date.rule));
        coming.truncate(most);
        coming
    }

    /// That date has come: the course goes on behind it.
    pub fn take(&mut self, date: &Date) {
        let own = self.own.remove(&date.rule);
        if self.has_come_to(date.rule) {
            return;
        }
        if own.is_some_and(|own| own.at.is_some()) {
            self.dates.skipped.insert(date.rule); // It came before its turn; those before it still come.
        } else {
            self.past = Some(date.rule);
            self.forget_what_has_come();
        }
    }

    /// Lets go what was to come until `now`.
    pub fn let_go(&mut self, now: Instant) {
        while let Some(date) = self.next().filter(|date| date.at.at <= now) {
            self.take(&date);
        }
    }

    /// Whether the rule's turn of that date is over.
    fn has_come_to(&self, rule: NaiveDateTime) -> bool {
        self.past.is_some_and(|past| rule <= past)
    }

    /// The dates to come that the rule gives and nobody moved.
    fn ordinary(&self) -> impl Iterator<Item = Date> {
        let after = match self.past {
            Some(past) => self.dates.moment(past).at,
            None => self.dates.moment(self.dates.first).at - TimeDelta::microseconds(1),
        };
        std::iter::successors(self.dates.next_after(after), |last| self.dates.next_after(last.at)).filter_map(|at| {
            match self.own.get(&at.local) {
                Some(Own { at: Some(_), .. }) => None,
                own => Some(Date {
                    rule: at.local,
                    text: own.and_then(|own| own.text.clone()),
                    at,
                }),
            }
        })
    }

    /// The dates that were moved and have not come.
    fn moved(&self) -> impl Iterator<Item = Date> {
        self.own.iter().filter_map(|(rule, own)| {
            Some(Date {
                rule: *rule,
                at: own.at.clone()?,
                text: own.text.clone(),
            })
        })
    }

    fn forget_what_has_come(&mut self) {
        let Some(past) = self.past else { return };
        self.dates.skipped.retain(|rule| *rule > past);
        self.own.retain(|rule, own| *rule > past || own.at.is_some());
    }
}
