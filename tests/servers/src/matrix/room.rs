//! A room that is to be.

use serde_json::{Map, Value, json};

use super::ids::UserId;

/// A room that is to be: private and in the clear, unless it says otherwise.
#[derive(Debug, Clone)]
pub struct NewRoom {
    settings: Map<String, Value>,
    invited: Vec<Value>,
    state: Vec<Value>,
}

impl NewRoom {
    /// Of that name.
    pub fn named(name: &str) -> Self {
        Self::new("private_chat").with("name", name.into())
    }

    /// For two, without a name.
    pub fn direct(with: impl Into<UserId>) -> Self {
        let room = Self::new("trusted_private_chat").with("is_direct", true.into());
        room.inviting(with)
    }

    fn new(preset: &str) -> Self {
        let room = Self {
            settings: Map::new(),
            invited: Vec::new(),
            state: Vec::new(),
        };
        room.with("preset", preset.into())
    }

    /// Everything in it is encrypted from the start.
    #[must_use]
    pub fn encrypted(self) -> Self {
        self.encrypted_with(&json!({ "algorithm": "m.megolm.v1.aes-sha2" }))
    }

    /// The same, where a key serves for so many messages.
    #[must_use]
    pub fn encrypted_with_keys_for(self, messages: u64) -> Self {
        self.encrypted_with(&json!({ "algorithm": "m.megolm.v1.aes-sha2", "rotation_period_msgs": messages }))
    }

    fn encrypted_with(mut self, content: &Value) -> Self {
        self.state
            .push(json!({ "type": "m.room.encryption", "state_key": "", "content": content }));
        self
    }

    /// Whoever likes may come.
    #[must_use]
    pub fn open(self) -> Self {
        self.with("preset", "public_chat".into())
    }

    /// Somebody is invited.
    #[must_use]
    pub fn inviting(mut self, user: impl Into<UserId>) -> Self {
        self.invited.push(user.into().0.into());
        self
    }

    /// A field of the request for it.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.settings.insert(name.to_owned(), value);
        self
    }

    pub(super) fn body(self) -> Value {
        let room = self.with_lists();
        Value::from(room.settings)
    }

    fn with_lists(mut self) -> Self {
        let lists = [("invite", self.invited.clone()), ("initial_state", self.state.clone())];
        for (name, list) in lists {
            self = self.with(name, list.into());
        }
        self
    }
}
