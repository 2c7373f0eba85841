//! What somebody sees.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{EventId, RoomId, UserId};
use super::shown::{Ping, Shown};

/// An invitation that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// Whose.
    pub by: UserId,
    /// Whether it is to a chat of two.
    pub direct: bool,
}

/// An event that does not say whom it calls, be it nobody: clients look for names in the text of such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Which.
    pub event: EventId,
    /// Of what kind.
    pub kind: String,
    /// Whose.
    pub author: UserId,
}

/// A room as somebody sees it.
#[derive(Debug, Clone, Default)]
pub struct Room {
    /// What it is called.
    pub name: Option<String>,
    /// Whether what is said is encrypted.
    pub encrypted: bool,
    /// Whether this person is in it.
    pub is_in: bool,
    /// Who is in it or invited, by name.
    pub members: BTreeMap<UserId, String>,
    /// Who is in it.
    pub joined: BTreeSet<UserId>,
    /// Who was called there, in order.
    pub pings: Vec<Ping>,
    /// What does not say whom it calls.
    pub breaches: Vec<Breach>,
    pub(super) shown: Vec<Shown>,
}

impl Room {
    /// The messages, those that were taken back included.
    pub fn all(&self) -> &[Shown] {
        &self.shown
    }

    /// The messages that are to be seen.
    pub fn messages(&self) -> impl DoubleEndedIterator<Item = &Shown> {
        self.shown.iter().filter(|shown| !shown.redacted)
    }

    /// Those of that user.
    pub fn from(&self, user: impl Into<UserId>) -> impl DoubleEndedIterator<Item = &Shown> {
        let user = user.into();
        self.messages().filter(move |shown| shown.author == user)
    }

    /// The message with that id, unless it was taken back.
    pub fn message(&self, id: &EventId) -> Option<&Shown> {
        self.messages().find(|shown| shown.id == *id)
    }

    /// The first reply to that message.
    pub fn reply_to(&self, id: &EventId) -> Option<&Shown> {
        self.messages().find(|shown| shown.reply_to().as_ref() == Some(id))
    }

    /// What somebody is called there.
    pub fn name_of<'a>(&'a self, user: &'a UserId) -> &'a str {
        self.members.get(user).map_or_else(|| user.name(), String::as_str)
    }

    pub(super) fn message_mut(&mut self, id: &EventId) -> Option<&mut Shown> {
        self.shown.iter_mut().find(|shown| shown.id == *id)
    }
}

/// All of it so far.
#[derive(Debug, Default)]
pub struct Seen {
    /// The rooms that this person is or was in.
    pub rooms: BTreeMap<RoomId, Room>,
    /// The invitations that are open.
    pub invites: BTreeMap<RoomId, Invite>,
    /// What went wrong with this person's client.
    pub troubles: Vec<String>,
}

impl Seen {
    /// What of that user's does not say whom it calls, in any room.
    pub fn breaches(&self, by: &UserId) -> impl Iterator<Item = &Breach> {
        let breaches = self.rooms.values().flat_map(|room| &room.breaches);
        breaches.filter(move |breach| breach.author == *by)
    }

    /// The rooms in which this person is alone with that user, or has invited them to.
    pub fn chats_with(&self, user: impl Into<UserId>) -> impl Iterator<Item = (&RoomId, &Room)> {
        let user = user.into();
        let is_for_two = move |room: &Room| room.is_in && room.members.len() == 2 && room.members.contains_key(&user);
        self.rooms.iter().filter(move |(_, room)| is_for_two(room))
    }
}
