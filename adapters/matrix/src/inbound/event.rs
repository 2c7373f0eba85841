//! Events of a room, as far as they are read.
//!
//! The library's own types read all of an event or fail; what is not needed here is not looked at, so that what is odd about
//! an event hides nothing else of it.

#![expect(clippy::struct_field_names, reason = "the names are those of the specification")]

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::render::Offer;

/// Something that happened in a room (Matrix client-server API, "Room event format").
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Event {
    pub(crate) event_id: String,
    pub(crate) sender: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) state_key: Option<String>,
    #[serde(default)]
    pub(crate) content: Value,
    #[serde(default)]
    pub(crate) unsigned: Unsigned,
}

/// What the server adds.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Unsigned {
    /// How long ago it was sent, in milliseconds, by the server's clock: which need not go as ours does.
    pub(crate) age: Option<i64>,
    pub(crate) prev_content: Option<Value>,
    /// Who set what a state event takes the place of.
    pub(crate) prev_sender: Option<String>,
    #[serde(rename = "m.relations", default)]
    pub(crate) relations: Bundled,
}

/// What was said of the event later, as far as the server sends it along.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Bundled {
    /// Its latest edit, whole.
    #[serde(rename = "m.replace")]
    pub(crate) replace: Option<Value>,
}

impl Event {
    /// Its content as that, if it is so.
    pub(crate) fn content<'a, T: Deserialize<'a>>(&'a self) -> Option<T> {
        T::deserialize(&self.content).ok()
    }

    /// What a card of ours offers: that of its latest edit, where it was edited.
    pub(crate) fn offers(&self) -> Vec<Offer> {
        let edit = self.unsigned.relations.replace.as_ref();
        let edited = edit.and_then(|edit| edit.get("content")?.get("m.new_content"));
        edited
            .and_then(offers)
            .or_else(|| offers(&self.content))
            .unwrap_or_default()
    }
}

fn offers(content: &Value) -> Option<Vec<Offer>> {
    Deserialize::deserialize(content.get(crate::render::OFFERS)?).ok()
}

/// `m.room.message`
#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    #[serde(default)]
    pub(crate) msgtype: String,
    #[serde(default)]
    pub(crate) body: String,
    pub(crate) formatted_body: Option<String>,
    #[serde(rename = "m.relates_to", default)]
    pub(crate) relates_to: Relation,
    #[serde(rename = "m.mentions", default)]
    pub(crate) mentions: Mentions,
    /// What it says now, where it edits another.
    #[serde(rename = "m.new_content")]
    pub(crate) new_content: Option<Box<Self>>,
}

/// Who shall hear that they are named.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Mentions {
    #[serde(default)]
    pub(crate) user_ids: Vec<String>,
}

/// How an event belongs to another.
#[derive(Debug, Default, Clone, Deserialize)]
pub(crate) struct Relation {
    pub(crate) rel_type: Option<String>,
    pub(crate) event_id: Option<String>,
    /// A reaction's sign.
    pub(crate) key: Option<String>,
    #[serde(rename = "m.in_reply_to")]
    pub(crate) in_reply_to: Option<InReplyTo>,
    /// Whether the reply in a thread is only there for clients that know no threads.
    #[serde(default)]
    pub(crate) is_falling_back: bool,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct InReplyTo {
    pub(crate) event_id: String,
}

impl Relation {
    fn to(&self, kind: &str) -> Option<&str> {
        let is_that = self.rel_type.as_deref() == Some(kind);
        self.event_id.as_deref().filter(|_| is_that)
    }

    /// The first event of the thread that it stands in.
    pub(crate) fn thread(&self) -> Option<&str> {
        self.to("m.thread")
    }

    /// The event that it takes the place of.
    pub(crate) fn replaces(&self) -> Option<&str> {
        self.to("m.replace")
    }

    /// The event that it answers: by name, or, said in a thread, the thread's first.
    pub(crate) fn answers(&self) -> Option<&str> {
        let named = self.in_reply_to.as_ref().filter(|_| !self.is_falling_back);
        named.map(|reply| reply.event_id.as_str()).or_else(|| self.thread())
    }
}

/// `m.reaction`
#[derive(Debug, Deserialize)]
pub(crate) struct Reaction {
    #[serde(rename = "m.relates_to")]
    pub(crate) relates_to: Relation,
}

/// `m.room.member`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Member {
    #[serde(default)]
    pub(crate) membership: String,
}

/// An answer to a poll, in both spellings (`m.poll.response`, and MSC 3381 before it was adopted).
#[derive(Debug, Deserialize)]
pub(crate) struct PollResponse {
    #[serde(rename = "m.relates_to")]
    pub(crate) relates_to: Relation,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

impl PollResponse {
    /// The ids of the options that are chosen.
    pub(crate) fn chosen(&self) -> Vec<String> {
        let stable = self.rest.get("m.selections");
        let unstable = || self.rest.get("org.matrix.msc3381.poll.response")?.get("answers");
        let chosen = stable.or_else(unstable);
        chosen
            .and_then(|chosen| Deserialize::deserialize(chosen).ok())
            .unwrap_or_default()
    }
}
