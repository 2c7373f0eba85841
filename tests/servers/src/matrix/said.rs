//! Where an account is, and what it has said there, as somebody reads it.

use serde_json::Value;

use super::account::Account;
use super::ids::{EventId, RoomId};
use super::people::Person;
use super::shown::Shown;

impl Account {
    /// The rooms that it is in.
    pub fn rooms(&self) -> Vec<RoomId> {
        let answer = self.asks("GET", "v3/joined_rooms", None);
        let rooms = answer["joined_rooms"].as_array().into_iter().flatten();
        rooms.filter_map(Value::as_str).map(RoomId::from).collect()
    }

    /// The rooms in which anything happened since that mark, which was given before, or ever; and the next mark.
    pub fn rooms_with_news(&self, since: Option<&str>) -> (Vec<RoomId>, String) {
        let since = since.map_or_else(String::new, |since| format!("&since={since}"));
        let answer = self.asks("GET", &format!("v3/sync?timeout=0{since}"), None);
        let rooms = answer["rooms"]["join"].as_object().into_iter().flatten();
        let rooms = rooms.map(|(room, _)| RoomId::from(room.as_str())).collect();
        let mark = answer["next_batch"].as_str().expect("a mark to go on from");
        (rooms, mark.to_owned())
    }

    /// Another room than that one that it shares with somebody, or to which either has invited the other.
    pub fn another_room_with(&self, person: &Person, than: &RoomId) -> Option<RoomId> {
        let is_there = |room: &RoomId| self.state(room, "m.room.member", &person.id().0).is_some();
        let rooms = self.rooms();
        rooms.into_iter().find(|room| room != than && is_there(room))
    }

    /// What it has said in a room, once that is read there too: as the server has it, by its ids.
    pub fn said_in(&self, room: &RoomId, reader: &Person) -> Vec<Shown> {
        let events = self.events(room);
        let sent = events
            .iter()
            .filter(|event| event["sender"] == self.id().0.as_str() && event["state_key"].is_null());
        let edits = |id: &EventId| {
            let edits = sent.clone().filter(|event| replaces(event) == Some(id.0.as_str()));
            edits.count()
        };
        let ends_poll = |event: &Value| event["content"]["m.relates_to"]["rel_type"] == "m.reference";
        let messages = sent
            .clone()
            .filter(|event| replaces(event).is_none() && !ends_poll(event));
        let messages = messages
            .filter_map(|event| event["event_id"].as_str())
            .map(EventId::from);
        let shown = messages.map(|id| {
            reader.wait_until_some(room, "the message as it is now", |room| {
                let shown = room.message(&id)?;
                (shown.edits() >= edits(&id)).then(|| shown.clone())
            })
        });
        // A poll of Matrix's own stands below its card, and says nothing that the card does not.
        shown.filter(|shown| shown.poll().is_none()).collect()
    }
}

/// The message whose place an event takes, which is told in the clear.
fn replaces(event: &Value) -> Option<&str> {
    let relation = &event["content"]["m.relates_to"];
    let message = relation["event_id"].as_str();
    message.filter(|_| relation["rel_type"] == "m.replace")
}
