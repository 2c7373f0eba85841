//! The methods that are asked: their fields as far as they are used, and of their results what is needed.
//!
//! Methods whose fields and results the library knows well enough are its own (`teloxide_core::payloads`).

#![expect(clippy::struct_field_names, reason = "the names are those of the Bot API")]

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use teloxide_core::requests::Payload;

use crate::render::Message;

/// Declares a method: its name, its result, its fields.
macro_rules! method {
    ($(#[$doc:meta])* $name:ident = $method:literal => $output:ty; $($(#[$attribute:meta])* $field:ident: $of:ty,)*) => {
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            $($(#[$attribute])* pub(crate) $field: $of,)*
        }

        impl Payload for $name {
            type Output = $output;
            const NAME: &'static str = $method;
        }
    };
}

method! {
    /// A text to a chat.
    SendMessage = "sendMessage" => Sent;
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    #[serde(flatten)]
    message: Message,
    link_preview_options: LinkPreview,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<ReplyTo>,
}

method! {
    /// Another text for a message that was sent, and other buttons.
    EditMessageText = "editMessageText" => Value;
    chat_id: i64,
    message_id: i64,
    #[serde(flatten)]
    message: Message,
    link_preview_options: LinkPreview,
}

method! {
    /// The answer to a tap: an alert that waits to be closed, a chat that opens, or nothing.
    AnswerCallbackQuery = "answerCallbackQuery" => bool;
    callback_query_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    show_alert: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

method! {
    /// Keeps a message at the top of its chat.
    PinChatMessage = "pinChatMessage" => bool;
    chat_id: i64,
    message_id: i64,
    disable_notification: bool,
}

method! {
    /// Who the bot is.
    GetMe = "getMe" => User;
}

method! {
    /// What somebody is in a chat.
    GetChatMember = "getChatMember" => Member;
    chat_id: i64,
    user_id: i64,
}

method! {
    /// The administrators of a chat, bots left out.
    GetChatAdministrators = "getChatAdministrators" => Vec<Member>;
    chat_id: i64,
}

method! {
    /// What is known of a chat.
    GetChat = "getChat" => ChatFacts;
    chat_id: i64,
}

method! {
    /// Has updates sent to a web address.
    SetWebhook = "setWebhook" => bool;
    url: String,
    secret_token: String,
    allowed_updates: Vec<&'static str>,
}

method! {
    /// Has updates wait until they are fetched.
    DeleteWebhook = "deleteWebhook" => bool;
    drop_pending_updates: bool,
}

/// Fetches updates, from `offset` on: those before it are done.
#[derive(Debug, Serialize)]
pub(crate) struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) offset: Option<i64>,
    pub(crate) limit: u8,
    /// In seconds, how long the answer may wait for the first update.
    pub(crate) timeout: u32,
    pub(crate) allowed_updates: Vec<&'static str>,
}

impl Payload for GetUpdates {
    type Output = Vec<Value>;
    const NAME: &'static str = "getUpdates";

    fn timeout_hint(&self) -> Option<Duration> {
        Some(Duration::from_secs(self.timeout.into()))
    }
}

/// A message that was sent.
#[derive(Debug, Deserialize)]
pub(crate) struct Sent {
    pub(crate) message_id: i64,
}

/// Whether a page that is linked to is shown below the text: never.
#[derive(Debug, Serialize)]
pub(crate) struct LinkPreview {
    is_disabled: bool,
}

impl LinkPreview {
    pub(crate) const NONE: Self = Self { is_disabled: true };
}

/// The message that is answered; where it is gone, none is.
#[derive(Debug, Serialize)]
pub(crate) struct ReplyTo {
    message_id: i64,
    allow_sending_without_reply: bool,
}

impl ReplyTo {
    pub(crate) const fn message(message_id: i64) -> Self {
        Self {
            message_id,
            allow_sending_without_reply: true,
        }
    }
}

/// A user or a bot.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct User {
    pub(crate) id: i64,
    #[serde(default)]
    pub(crate) is_bot: bool,
    #[serde(default)]
    pub(crate) first_name: String,
    pub(crate) last_name: Option<String>,
    pub(crate) username: Option<String>,
}

impl User {
    /// The name that Telegram shows.
    pub(crate) fn name(&self) -> String {
        match &self.last_name {
            Some(last) => format!("{} {last}", self.first_name),
            None => self.first_name.clone(),
        }
    }
}

/// What somebody is in a chat, and what they may there.
#[derive(Debug, Deserialize)]
pub(crate) struct Member {
    pub(crate) status: String,
    pub(crate) user: User,
    #[serde(flatten)]
    pub(crate) may: Permissions,
    pub(crate) can_promote_members: Option<bool>,
    pub(crate) is_member: Option<bool>,
}

impl Member {
    /// Whether they may administer the chat.
    pub(crate) fn administers(&self) -> bool {
        matches!(self.status.as_str(), "creator" | "administrator")
    }

    /// Whether they are in the chat.
    pub(crate) fn is_in(&self) -> bool {
        match self.status.as_str() {
            "left" | "kicked" => false,
            "restricted" => self.is_member.unwrap_or(true),
            _ => true,
        }
    }
}

/// What may be done in a chat; `None` where that is not said.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Permissions {
    pub(crate) can_send_messages: Option<bool>,
    pub(crate) can_send_documents: Option<bool>,
    pub(crate) can_pin_messages: Option<bool>,
}

/// What is known of a chat.
#[derive(Debug, Deserialize)]
pub(crate) struct ChatFacts {
    #[serde(default)]
    pub(crate) permissions: Permissions,
}
