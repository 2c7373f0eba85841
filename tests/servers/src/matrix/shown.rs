//! A message as people see it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::ids::{EventId, UserId};

/// How a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// In the clear.
    Open,
    /// Encrypted, and this person reads it.
    Read,
    /// Encrypted, and this person has no key for it (yet).
    Unreadable,
}

/// A reaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// By which it is taken back.
    pub id: EventId,
    /// Whose.
    pub author: UserId,
    /// The emoji.
    pub key: String,
}

/// Somebody was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ping {
    /// By which message.
    pub message: EventId,
    /// By whom.
    pub author: UserId,
    /// Who; nobody in particular where the whole room was.
    pub whom: Option<UserId>,
}

/// A poll, as clients draw it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// What is asked.
    pub question: String,
    /// What can be answered: an id and its words.
    pub answers: Vec<(String, String)>,
    /// How many answers one may choose.
    pub most: u64,
    /// Whether the count is shown before the poll is over.
    pub disclosed: bool,
}

/// A message.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// By which others relate to it.
    pub id: EventId,
    /// Who says it.
    pub author: UserId,
    /// `m.room.message`, `org.matrix.msc3381.poll.start` …
    pub kind: String,
    /// What it says now.
    pub content: Value,
    /// What it said before, oldest first: one content an edit.
    pub earlier: Vec<Value>,
    /// How it came.
    pub sealed: Sealed,
    /// The device that sent it, where it came encrypted and that device is known.
    pub device: Option<String>,
    /// Reactions to it, in order.
    pub reactions: Vec<Reaction>,
    /// Who answered what, last, if it is a poll.
    pub votes: BTreeMap<UserId, Vec<String>>,
    /// Whether it is a poll that is over.
    pub closed: bool,
    /// Whether it was taken back.
    pub redacted: bool,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

impl Shown {
    /// Its text.
    pub fn body(&self) -> &str {
        self.content["body"].as_str().unwrap_or_default()
    }

    /// The same with its markup.
    pub fn html(&self) -> Option<&str> {
        self.content["formatted_body"].as_str()
    }

    /// `m.text`, `m.notice`, `m.file` …
    pub fn msgtype(&self) -> &str {
        self.content["msgtype"].as_str().unwrap_or_default()
    }

    /// What it said when it was sent.
    pub fn at_first(&self) -> &Value {
        self.earlier.first().unwrap_or(&self.content)
    }

    /// How often it was edited.
    pub fn edits(&self) -> usize {
        self.earlier.len()
    }

    /// The message that it replies to.
    pub fn reply_to(&self) -> Option<EventId> {
        let relation = &self.at_first()["m.relates_to"];
        // In a thread, for clients that know none.
        let is_spare = relation["is_falling_back"] == true;
        let message = relation["m.in_reply_to"]["event_id"].as_str();
        message.filter(|_| !is_spare).map(EventId::from)
    }

    /// The first message of its thread.
    pub fn thread(&self) -> Option<EventId> {
        let relation = &self.at_first()["m.relates_to"];
        let root = relation["event_id"].as_str();
        root.filter(|_| relation["rel_type"] == "m.thread").map(EventId::from)
    }

    /// Whom it calls, as it was sent; nothing where it does not say, so that clients look for names in the text.
    pub fn mentions(&self) -> Option<Vec<UserId>> {
        mentioned(self.at_first())
    }

    /// Who reacted with that.
    pub fn reacted(&self, key: &str) -> Vec<&UserId> {
        let reactions = self.reactions.iter().filter(|reaction| reaction.key == key);
        reactions.map(|reaction| &reaction.author).collect()
    }

    /// The name of its file.
    pub fn file_name(&self) -> Option<&str> {
        let is_file = matches!(self.msgtype(), "m.file" | "m.image");
        let name = self.content["filename"].as_str().unwrap_or_else(|| self.body());
        is_file.then_some(name)
    }

    /// The poll that it is, in either spelling.
    pub fn poll(&self) -> Option<Poll> {
        let (poll, id) = match (&self.content["m.poll"], &self.content["org.matrix.msc3381.poll.start"]) {
            (Value::Null, Value::Null) => return None,
            (Value::Null, unstable) => (unstable, "id"),
            (stable, _) => (stable, "m.id"),
        };
        let answers = poll["answers"].as_array().into_iter().flatten();
        let answer = |answer: &Value| (answer[id].as_str().unwrap_or_default().to_owned(), words(answer));
        Some(Poll {
            question: words(&poll["question"]),
            answers: answers.map(answer).collect(),
            most: poll["max_selections"].as_u64().unwrap_or(1),
            disclosed: poll["kind"]
                .as_str()
                .is_some_and(|kind| kind.ends_with("poll.disclosed")),
        })
    }
}

/// Whom a content calls, where it says so.
pub(super) fn mentioned(content: &Value) -> Option<Vec<UserId>> {
    let mentions = content.get("m.mentions")?;
    let users = mentions["user_ids"].as_array().into_iter().flatten();
    Some(users.filter_map(Value::as_str).map(UserId::from).collect())
}

/// The plain words of a question or an answer, in either spelling.
fn words(text: &Value) -> String {
    let stable = text["m.text"][0]["body"].as_str();
    let unstable = text["org.matrix.msc1767.text"].as_str();
    stable.or(unstable).unwrap_or_default().to_owned()
}
