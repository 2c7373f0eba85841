//! What arrives with somebody's client, and what that does to what they see.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::ids::{EventId, RoomId, UserId};
use super::seen::{Breach, Invite, Room, Seen};
use super::shown::{Ping, Reaction, Sealed, Shown, mentioned};

/// What a client tells of one person.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum News {
    Event {
        room: RoomId,
        event: Value,
        sealed: Option<Sealing>,
        device: Option<String>,
    },
    Room {
        room: RoomId,
        name: Option<String>,
        encrypted: bool,
        members: BTreeMap<UserId, String>,
        joined: BTreeSet<UserId>,
    },
    Invited {
        invited: RoomId,
        by: UserId,
        direct: bool,
    },
    Left {
        left: RoomId,
    },
    Trouble {
        trouble: String,
    },
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Sealing {
    Read,
    Unreadable,
}

impl From<Option<Sealing>> for Sealed {
    fn from(sealing: Option<Sealing>) -> Self {
        match sealing {
            None => Self::Open,
            Some(Sealing::Read) => Self::Read,
            Some(Sealing::Unreadable) => Self::Unreadable,
        }
    }
}

impl Seen {
    pub(super) fn take(&mut self, news: News) {
        match news {
            News::Event {
                room,
                event,
                sealed,
                device,
            } => self.rooms.entry(room).or_default().take(event, sealed.into(), device),
            News::Room {
                room: id,
                name,
                encrypted,
                members,
                joined,
            } => {
                self.invites.remove(&id);
                let room = self.rooms.entry(id).or_default();
                (room.name, room.encrypted, room.is_in) = (name, encrypted, true);
                (room.members, room.joined) = (members, joined);
            }
            News::Invited { invited, by, direct } => drop(self.invites.insert(invited, Invite { by, direct })),
            News::Left { left } => {
                self.invites.remove(&left);
                self.rooms.entry(left).or_default().is_in = false;
            }
            News::Trouble { trouble } => self.troubles.push(trouble),
        }
    }
}

impl Room {
    /// An event of the timeline; one that could not be read before comes again once it can.
    fn take(&mut self, mut event: Value, sealed: Sealed, device: Option<String>) {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (id, author) = (EventId(text(&event["event_id"])), UserId(text(&event["sender"])));
        let (kind, content) = (text(&event["type"]), event["content"].take());
        let place = self.shown.iter().position(|shown| shown.id == id);
        if let Some(place) = place {
            self.shown.remove(place);
        }
        self.call(&id, &author, &content);
        let is_read = sealed != Sealed::Unreadable;
        if is_read && is_said(&kind, &event) && !says_whom_it_calls(&content) {
            let (event, kind, author) = (id.clone(), kind.clone(), author.clone());
            self.breaches.push(Breach { event, kind, author });
        }
        let relation = &content["m.relates_to"];
        let target = EventId(text(&relation["event_id"]));
        match (kind.as_str(), relation["rel_type"].as_str()) {
            ("m.room.redaction", _) => {
                let redacted = event["redacts"].as_str().or(content["redacts"].as_str());
                self.take_back(&EventId(redacted.unwrap_or_default().to_owned()));
            }
            ("m.reaction", _) => {
                let key = text(&relation["key"]);
                self.relate(&target, |shown| shown.reactions.push(Reaction { id, author, key }));
            }
            (_, Some("m.replace")) => {
                let by_its_author = |shown: &mut Shown| {
                    if shown.author == author {
                        let before = std::mem::replace(&mut shown.content, content["m.new_content"].clone());
                        shown.earlier.push(before);
                    }
                };
                self.relate(&target, by_its_author);
            }
            ("org.matrix.msc3381.poll.response" | "m.poll.response", _) => {
                let answers = chosen(&content);
                self.relate(&target, |shown| drop(shown.votes.insert(author, answers)));
            }
            ("org.matrix.msc3381.poll.end" | "m.poll.end", _) => self.relate(&target, |shown| shown.closed = true),
            (
                "m.room.message" | "m.room.encrypted" | "m.sticker" | "org.matrix.msc3381.poll.start" | "m.poll.start",
                _,
            ) => {
                let shown = Shown {
                    id,
                    author,
                    kind,
                    redacted: event["unsigned"]["redacted_because"].is_object(),
                    content,
                    earlier: Vec::new(),
                    sealed,
                    device,
                    reactions: Vec::new(),
                    votes: BTreeMap::new(),
                    closed: false,
                    at_ms: event["origin_server_ts"].as_i64().unwrap_or_default(),
                };
                self.shown.insert(place.unwrap_or(self.shown.len()), shown);
            }
            _ => {}
        }
    }

    fn relate(&mut self, to: &EventId, change: impl FnOnce(&mut Shown)) {
        if let Some(shown) = self.message_mut(to) {
            change(shown);
        }
    }

    fn take_back(&mut self, id: &EventId) {
        self.relate(id, |shown| shown.redacted = true);
        for shown in &mut self.shown {
            shown.reactions.retain(|reaction| reaction.id != *id);
        }
    }

    fn call(&mut self, message: &EventId, author: &UserId, content: &Value) {
        let users = mentioned(content).unwrap_or_default().into_iter().map(Some);
        let room = (content["m.mentions"]["room"] == true).then_some(None);
        self.pings.extend(users.chain(room).map(|whom| Ping {
            message: message.clone(),
            author: author.clone(),
            whom,
        }));
    }
}

/// Whether an event is one whose words clients look through: no state, nothing that is only a sign or a choice, and nothing
/// that was taken back.
fn is_said(kind: &str, event: &Value) -> bool {
    let has_words = !matches!(
        kind,
        "m.room.redaction" | "m.reaction" | "m.poll.response" | "org.matrix.msc3381.poll.response"
    );
    has_words && event.get("state_key").is_none() && event["unsigned"]["redacted_because"].is_null()
}

/// An edit says it twice: whom it calls itself, and whom what it says now is for.
fn says_whom_it_calls(content: &Value) -> bool {
    let says = |content: &Value| content["m.mentions"].is_object();
    says(content) && content.get("m.new_content").is_none_or(says)
}

/// What a response to a poll chooses, in either spelling.
fn chosen(content: &Value) -> Vec<String> {
    let unstable = content["org.matrix.msc3381.poll.response"]["answers"].as_array();
    let answers = content["m.selections"].as_array().or(unstable);
    let answers = answers.into_iter().flatten().filter_map(Value::as_str);
    answers.map(str::to_owned).collect()
}
