//! A personal message in the making.

use std::fmt;

use crate::broadcast::Broadcast;
use crate::clock::Instant;
use crate::ids::{CardOf, GroupId, PersonId};
use crate::store::{Due, DueAct, OutboxKind};

/// A personal message in the making.
#[derive(Debug, Clone)]
pub struct Personal {
    /// Why it is sent.
    pub kind: OutboxKind,
    /// What makes it the same message if it is made again.
    pub key: String,
    /// The instant after which it is worth nothing: quiet hours that end later do not hold it.
    pub useless_after: Option<Instant>,
    /// Until when it was held on the agenda, where it was: then it says so.
    pub held: Option<Instant>,
    /// What holds it back.
    pub patience: Patience,
    /// The broadcast that it is a copy of.
    pub about: Option<(GroupId, CardOf)>,
}

/// What holds a personal message back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Quiet hours and a pause: news, and reminders of what everybody is reminded of.
    Waits,
    /// Quiet hours alone: what the person asked for at that time.
    AskedFor,
    /// Nothing: what the person asked for every day at that very hour.
    AtOnce,
}

impl Personal {
    /// News for that person. `event` names what happened, so that it is told once.
    pub fn news(event: impl fmt::Display, person: PersonId) -> Self {
        Self {
            kind: OutboxKind::Notice,
            key: format!("notice/{event}/{}", person.0),
            useless_after: None,
            held: None,
            patience: Patience::Waits,
            about: None,
        }
    }

    /// What falls due for that person.
    pub fn due(due: &Due, person: PersonId) -> Self {
        Self {
            kind: OutboxKind::Reminder,
            key: due.key(person.0),
            useless_after: None,
            held: (due.act == DueAct::Held).then_some(due.at),
            patience: Patience::Waits,
            about: None,
        }
    }

    /// That person's copy of a broadcast. Who paused messages is not written to, so nothing is left to wait for that.
    pub fn copy(broadcast: &Broadcast, person: PersonId) -> Self {
        Self {
            kind: OutboxKind::Broadcast,
            key: format!("broadcast/{}/{}", broadcast.id.0, person.0),
            useless_after: None,
            held: None,
            patience: Patience::Waits,
            about: Some((broadcast.group, broadcast.reference().into())),
        }
    }

    /// The same, held back by that.
    #[must_use]
    pub const fn with(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// The same, worth nothing after that instant.
    #[must_use]
    pub const fn until(mut self, useless_after: Option<Instant>) -> Self {
        self.useless_after = useless_after;
        self
    }
}
