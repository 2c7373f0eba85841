//! Somebody's account, and what its owner does by requests of their own: everything but talking.

use serde_json::{Value, json};

use super::api::{Api, Refused};
use super::ids::{EventId, RoomId, UserId};
use super::room::NewRoom;

/// An account.
#[derive(Debug, Clone)]
pub struct Account {
    pub(super) api: Api,
    pub(super) id: UserId,
    pub(super) password: String,
    pub(super) token: String,
}

impl From<&Account> for UserId {
    fn from(account: &Account) -> Self {
        account.id.clone()
    }
}

impl Account {
    /// Who.
    pub const fn id(&self) -> &UserId {
        &self.id
    }

    /// What they log in with.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// By which they ask.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Asks for something; the path begins behind `/_matrix/client/`.
    pub fn tries(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refused> {
        let path = format!("/_matrix/client/{path}");
        self.api.asks(Some(&self.token), method, &path, body)
    }

    /// The same where it must not be refused.
    pub fn asks(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let answer = self.tries(method, path, body);
        answer.unwrap_or_else(|refused| panic!("{}: {method} {path}: {refused:?}", self.id))
    }

    /// A room of theirs.
    pub fn creates(&self, room: NewRoom) -> RoomId {
        let created = self.asks("POST", "v3/createRoom", Some(&room.body()));
        text(&created, "room_id").into()
    }

    /// Closes a room of theirs, which goes on in a new one of that version; nobody else is in there yet.
    pub fn upgrades(&self, room: &RoomId, version: &str) -> RoomId {
        let body = json!({ "new_version": version });
        let upgraded = self.asks("POST", &format!("v3/rooms/{room}/upgrade"), Some(&body));
        text(&upgraded, "replacement_room").into()
    }

    /// Invites somebody.
    pub fn invites(&self, room: &RoomId, user: impl Into<UserId>) {
        self.does_to(user, room, "invite");
    }

    /// Sends somebody away, who may come again when invited.
    pub fn kicks(&self, room: &RoomId, user: impl Into<UserId>) {
        self.does_to(user, room, "kick");
    }

    /// Sends somebody away for good.
    pub fn bans(&self, room: &RoomId, user: impl Into<UserId>) {
        self.does_to(user, room, "ban");
    }

    fn does_to(&self, user: impl Into<UserId>, room: &RoomId, what: &str) {
        let body = json!({ "user_id": user.into().0 });
        self.asks("POST", &format!("v3/rooms/{room}/{what}"), Some(&body));
    }

    /// Goes into a room.
    pub fn joins(&self, room: &RoomId) {
        self.asks("POST", &format!("v3/join/{room}"), Some(&json!({})));
    }

    /// Leaves a room, or declines to come.
    pub fn leaves(&self, room: &RoomId) {
        self.asks("POST", &format!("v3/rooms/{room}/leave"), Some(&json!({})));
    }

    /// Takes back what was said, or a reaction.
    pub fn redacts(&self, room: &RoomId, event: &EventId) -> EventId {
        let path = format!("v3/rooms/{room}/redact/{event}/{event}");
        text(&self.asks("PUT", &path, Some(&json!({}))), "event_id").into()
    }

    /// What the state of a room says there, if anything.
    pub fn state(&self, room: &RoomId, kind: &str, key: &str) -> Option<Value> {
        let path = format!("v3/rooms/{room}/state/{kind}/{key}");
        self.tries("GET", &path, None).ok()
    }

    /// Has the state of a room say that.
    pub fn sets_state(&self, room: &RoomId, kind: &str, key: &str, content: &Value) {
        self.asks("PUT", &format!("v3/rooms/{room}/state/{kind}/{key}"), Some(content));
    }

    /// Gives somebody that much power in a room: 50 for a moderator, 100 for an administrator.
    pub fn gives_power(&self, room: &RoomId, user: impl Into<UserId>, level: i64) {
        let mut levels = self
            .state(room, "m.room.power_levels", "")
            .expect("a room has power levels");
        levels["users"][user.into().0] = level.into();
        self.sets_state(room, "m.room.power_levels", "", &levels);
    }

    /// All events of a room as they are stored, the first one first.
    pub fn events(&self, room: &RoomId) -> Vec<Value> {
        let mut events = Vec::new();
        let mut from = String::new();
        loop {
            let path = format!("v3/rooms/{room}/messages?dir=f&limit=1000{from}");
            let mut page = self.asks("GET", &path, None);
            let chunk = page["chunk"].as_array_mut().map(std::mem::take);
            events.extend(chunk.unwrap_or_default());
            match page["end"].as_str() {
                Some(end) => from = format!("&from={end}"),
                None => return events,
            }
        }
    }

    /// The devices that are logged in.
    pub fn devices(&self) -> Vec<String> {
        let answer = self.asks("GET", "v3/devices", None);
        let devices = answer["devices"].as_array().into_iter().flatten();
        devices.map(|device| text(device, "device_id").to_owned()).collect()
    }
}

/// A text in an answer.
pub(super) fn text<'a>(answer: &'a Value, name: &str) -> &'a str {
    let text = answer[name].as_str();
    text.unwrap_or_else(|| panic!("no {name} in {answer}"))
}
