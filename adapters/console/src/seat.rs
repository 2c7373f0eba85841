//! Who sits at the console, in which room, and what they type as an event.

use muster_core::clock::Instant;
use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};

use crate::PLACE;

/// Who sits at the console, and where. Whoever sits there administers the place; the others only speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// The name of whoever sits at the console.
    pub name: String,
    /// The room they are in; `@ben` is Ben's private room with the bot.
    pub room: String,
}

impl Seat {
    /// Who may speak in the room: anybody, or only the person whose private room it is.
    pub fn owner_of_room(&self) -> Option<&str> {
        self.room.strip_prefix('@')
    }

    /// The room's address.
    pub fn address(&self) -> RoomAddress {
        RoomAddress {
            platform: Platform::Console,
            place: PLACE.to_owned(),
            room: self.room.clone(),
            private: self.owner_of_room().is_some(),
        }
    }

    /// Who speaks: the one that the line names, else the owner of the private room, else whoever sits here.
    pub fn speaker<'a>(&'a self, named: Option<&'a str>) -> &'a str {
        named.or(self.owner_of_room()).unwrap_or(&self.name)
    }

    /// The speaker as an author.
    pub fn author(&self, speaker: &str) -> Author {
        let standing = if speaker == self.name {
            Standing::Administrator
        } else {
            Standing::Member
        };
        Author::new(speaker, speaker, standing)
    }

    /// What the speaker types as an event.
    pub fn inbound(&self, speaker: &str, text: &str, event: String, now: Instant) -> Inbound {
        Inbound {
            event,
            room: self.address(),
            place_name: PLACE.to_owned(),
            author: self.author(speaker),
            content: Content::Typed(text.to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: now,
        }
    }
}
