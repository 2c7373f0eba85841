//! What people say.

use std::fs;

use serde_json::{Value, json};

use super::person::Person;
use crate::matrix::ids::{EventId, RoomId, UserId};
use crate::matrix::shown::Shown;
use crate::scratch;

/// How a client spells the events of polls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As most do: `org.matrix.msc3381.poll.response`.
    Unstable,
    /// As the specification has it: `m.poll.response`.
    Stable,
}

impl Person {
    /// Says something.
    pub fn says(&self, room: &RoomId, text: &str) -> EventId {
        self.sends(room, "m.room.message", &message("m.text", text))
    }

    /// Says something as programs do.
    pub fn notes(&self, room: &RoomId, text: &str) -> EventId {
        self.sends(room, "m.room.message", &message("m.notice", text))
    }

    /// Says something to somebody: their client calls them.
    pub fn calls(&self, room: &RoomId, user: impl Into<UserId>, text: &str) -> EventId {
        let mut content = message("m.text", text);
        content["m.mentions"] = json!({ "user_ids": [user.into().0] });
        self.sends(room, "m.room.message", &content)
    }

    /// Replies to a message.
    pub fn replies(&self, room: &RoomId, to: &EventId, text: &str) -> EventId {
        let relation = json!({ "m.in_reply_to": { "event_id": to.0 } });
        self.relates(room, "m.room.message", relation, message("m.text", text))
    }

    /// Says something in the thread that begins with that message.
    pub fn says_in_thread(&self, room: &RoomId, root: &EventId, text: &str) -> EventId {
        let relation = json!({
            "rel_type": "m.thread",
            "event_id": root.0,
            "is_falling_back": true,
            "m.in_reply_to": { "event_id": root.0 },
        });
        self.relates(room, "m.room.message", relation, message("m.text", text))
    }

    /// Edits a message of theirs.
    pub fn edits(&self, room: &RoomId, said: &EventId, text: &str) -> EventId {
        let relation = json!({ "rel_type": "m.replace", "event_id": said.0 });
        let mut content = message("m.text", &format!("* {text}"));
        content["m.new_content"] = message("m.text", text);
        self.relates(room, "m.room.message", relation, content)
    }

    /// Reacts to a message: in the clear, even where all else is encrypted.
    pub fn reacts(&self, room: &RoomId, to: &EventId, key: &str) -> EventId {
        let relation = json!({ "rel_type": "m.annotation", "event_id": to.0, "key": key });
        self.relates(room, "m.reaction", relation, json!({}))
    }

    /// Answers a poll: with the ids of what they choose.
    pub fn votes(&self, room: &RoomId, poll: &EventId, answers: &[&str], spelling: Spelling) -> EventId {
        let relation = json!({ "rel_type": "m.reference", "event_id": poll.0 });
        let (kind, content) = match spelling {
            Spelling::Unstable => {
                let kind = "org.matrix.msc3381.poll.response";
                (kind, json!({ kind: { "answers": answers } }))
            }
            Spelling::Stable => ("m.poll.response", json!({ "m.selections": answers })),
        };
        self.relates(room, kind, relation, content)
    }

    fn relates(&self, room: &RoomId, kind: &str, relation: Value, mut content: Value) -> EventId {
        content["m.relates_to"] = relation;
        self.sends(room, kind, &content)
    }

    /// Sends any event, encrypted where the room is.
    pub fn sends(&self, room: &RoomId, kind: &str, content: &Value) -> EventId {
        let order = json!({ "room": room.0, "type": kind, "content": content });
        let sent = self.order("send", order);
        EventId(sent.as_str().expect("an event's id").to_owned())
    }

    /// Sends a file, encrypted where the room is.
    pub fn sends_file(&self, room: &RoomId, name: &str, content: &[u8]) -> EventId {
        let folder = scratch::folder();
        let from = folder.path().join(name);
        fs::write(&from, content).expect("the file is written");
        let file = self.order("upload", json!({ "room": room.0, "path": from }));
        let mut message = message("m.file", name);
        if file["key"].is_null() {
            message["url"] = file["url"].clone();
        } else {
            message["file"] = file;
        }
        self.sends(room, "m.room.message", &message)
    }

    /// What is in the file of a message.
    pub fn opens(&self, shown: &Shown) -> Vec<u8> {
        let file = match &shown.content["file"] {
            Value::Null => json!({ "url": shown.content["url"] }),
            encrypted => encrypted.clone(),
        };
        let folder = scratch::folder();
        let to = folder.path().join("file");
        self.order("download", json!({ "file": file, "to": to }));
        fs::read(to).expect("the file is there")
    }
}

/// A message that calls nobody.
fn message(kind: &str, text: &str) -> Value {
    json!({ "msgtype": kind, "body": text, "m.mentions": {} })
}
