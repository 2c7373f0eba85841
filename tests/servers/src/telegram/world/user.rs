//! People and bots.

use serde_json::{Value, json};

use crate::telegram::ids::UserId;

/// Somebody.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct User {
    pub(in crate::telegram) id: UserId,
    /// How the test calls them.
    pub(in crate::telegram) nick: String,
    pub(in crate::telegram) is_bot: bool,
    pub(in crate::telegram) first_name: String,
    pub(in crate::telegram) last_name: Option<String>,
    pub(in crate::telegram) username: Option<String>,
    pub(in crate::telegram) language: Option<String>,
    pub(in crate::telegram) door: Door,
    pub(in crate::telegram) deactivated: bool,
}

/// Whether the bot may write to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Door {
    NeverOpened,
    Open,
    Blocked,
}

impl User {
    /// Somebody with that name, and a username made of it.
    pub(in crate::telegram) fn person(id: UserId, nick: &str) -> Self {
        let mut letters = nick.chars();
        let first = letters.next().map(|first| first.to_uppercase().to_string());
        // Usernames have at least five letters, unless they are bought.
        let username = if nick.len() < 5 {
            format!("{nick}_tg")
        } else {
            nick.to_owned()
        };
        let is_plain = username
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        Self {
            id,
            nick: nick.to_owned(),
            is_bot: false,
            first_name: first.unwrap_or_default() + letters.as_str(),
            last_name: None,
            username: is_plain.then_some(username),
            language: Some("en".to_owned()),
            door: Door::NeverOpened,
            deactivated: false,
        }
    }

    pub(in crate::telegram) fn bot(id: UserId, first_name: &str, username: &str) -> Self {
        Self {
            is_bot: true,
            first_name: first_name.to_owned(),
            username: Some(username.to_owned()),
            language: None,
            ..Self::person(id, "bot")
        }
    }

    /// The type `User`.
    pub(in crate::telegram) fn json(&self) -> Value {
        let mut user = json!({ "id": self.id.0, "is_bot": self.is_bot, "first_name": self.first_name });
        self.add_names(&mut user);
        if let Some(language) = &self.language {
            user["language_code"] = language.as_str().into();
        }
        user
    }

    /// The type `Chat` of their private chat.
    pub(in crate::telegram) fn chat_json(&self) -> Value {
        let mut chat = json!({ "id": self.id.0, "type": "private", "first_name": self.first_name });
        self.add_names(&mut chat);
        chat
    }

    fn add_names(&self, to: &mut Value) {
        if let Some(last_name) = &self.last_name {
            to["last_name"] = last_name.as_str().into();
        }
        if let Some(username) = &self.username {
            to["username"] = username.as_str().into();
        }
    }
}
