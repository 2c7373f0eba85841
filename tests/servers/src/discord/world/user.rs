//! People and bots.

use serde_json::{Value, json};

use crate::discord::ids::{ChannelId, UserId};

/// Somebody.
#[derive(Debug, Clone)]
pub(in crate::discord) struct User {
    pub(in crate::discord) id: UserId,
    /// How the test calls them.
    pub(in crate::discord) nick: String,
    pub(in crate::discord) username: String,
    pub(in crate::discord) global_name: Option<String>,
    pub(in crate::discord) is_bot: bool,
    /// The language of their client.
    pub(in crate::discord) locale: String,
    pub(in crate::discord) takes_private: bool,
    /// Their private channel with the bot.
    pub(in crate::discord) private: Option<ChannelId>,
}

impl User {
    pub(in crate::discord) fn person(id: UserId, nick: &str) -> Self {
        let letters = nick.chars().filter(char::is_ascii_alphanumeric);
        let username: String = letters.collect::<String>().to_lowercase();
        Self {
            id,
            nick: nick.to_owned(),
            username: if username.len() < 2 {
                format!("user{}", id.0 % 100_000)
            } else {
                username
            },
            global_name: Some(nick.to_owned()),
            is_bot: false,
            locale: "en-US".to_owned(),
            takes_private: true,
            private: None,
        }
    }

    pub(in crate::discord) fn bot(id: UserId, username: &str) -> Self {
        Self {
            nick: "bot".to_owned(),
            username: username.to_owned(),
            global_name: None,
            is_bot: true,
            ..Self::person(id, "bot")
        }
    }

    /// What others see them called.
    pub(in crate::discord) fn name(&self) -> &str {
        self.global_name.as_deref().unwrap_or(&self.username)
    }

    /// The user object.
    pub(in crate::discord) fn json(&self) -> Value {
        let mut user = json!({
            "id": self.id,
            "username": self.username,
            "avatar": null,
            "discriminator": if self.is_bot { "4242" } else { "0" },
            "public_flags": 0,
            "flags": 0,
            "banner": null,
            "accent_color": null,
            "global_name": self.global_name,
            "avatar_decoration_data": null,
            "collectibles": null,
            "primary_guild": null,
            "clan": null,
        });
        if self.is_bot {
            user["bot"] = true.into();
        }
        user
    }

    /// The bot's own user object.
    pub(in crate::discord) fn own_json(&self) -> Value {
        let mut user = self.json();
        user["mfa_enabled"] = true.into();
        user["locale"] = "en-US".into();
        user["premium_type"] = 0.into();
        user["email"] = Value::Null;
        user["verified"] = true.into();
        user["bio"] = "".into();
        user
    }
}
