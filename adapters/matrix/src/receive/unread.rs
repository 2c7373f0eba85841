//! Events that could not be decrypted: kept until their keys come, for which clients may take their time.

use matrix_sdk::ruma::{EventId, OwnedEventId, OwnedRoomId, RoomId};
use matrix_sdk::{Client, Result};
use serde::{Deserialize, Serialize};

use crate::kept;

const KEY: &[u8] = b"org.muster.unread";
/// The most that are kept; the oldest are given up first.
const MOST: usize = 500;

/// Events without keys.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Unread {
    events: Vec<Waiting>,
    #[serde(skip)]
    is_changed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct Waiting {
    room: OwnedRoomId,
    event: OwnedEventId,
    /// The session whose key is missing.
    session: String,
}

impl Unread {
    pub(crate) async fn load(client: &Client) -> Self {
        kept::load(client, KEY).await
    }

    /// Keeps an event; whether it is the first of its session.
    pub(super) fn remember(&mut self, room: &RoomId, event: &EventId, session: &str) -> bool {
        let is_first = !self.events.iter().any(|waiting| waiting.session == session);
        if !self.events.iter().any(|waiting| waiting.event == event) {
            self.events.push(Waiting {
                room: room.to_owned(),
                event: event.to_owned(),
                session: session.to_owned(),
            });
            let over = self.events.len().saturating_sub(MOST);
            self.events.drain(..over);
            self.is_changed = true;
        }
        is_first
    }

    /// How many there are of that room.
    pub(crate) fn count_in(&self, room: &RoomId) -> u64 {
        self.events.iter().filter(|waiting| waiting.room == room).count() as u64
    }

    pub(super) fn all(&self) -> Vec<(OwnedRoomId, OwnedEventId)> {
        let events = self.events.iter();
        events
            .map(|waiting| (waiting.room.clone(), waiting.event.clone()))
            .collect()
    }

    pub(super) fn forget(&mut self, event: &EventId) {
        self.events.retain(|waiting| waiting.event != event);
        self.is_changed = true;
    }

    pub(super) async fn save(&mut self, client: &Client) -> Result<()> {
        if std::mem::take(&mut self.is_changed) {
            kept::save(client, KEY, self).await?;
        }
        Ok(())
    }
}
