//! Updates, as far as they are read.
//!
//! The library's own types read all of them or fail: at an entity of a kind that they do not know, which every card of ours
//! holds that somebody answers or taps. So what is not needed here is not looked at.

#![expect(clippy::struct_field_names, reason = "the names are those of the Bot API")]

use serde::Deserialize;

use crate::api::methods::{Member, User};
use crate::render::Button;

/// The kinds of updates that are asked for.
pub(crate) const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

/// Something that happened. At most one of its fields is there.
#[derive(Debug, Deserialize)]
pub(crate) struct Update {
    pub(crate) update_id: i64,
    pub(crate) message: Option<Message>,
    pub(crate) edited_message: Option<Message>,
    pub(crate) callback_query: Option<CallbackQuery>,
    pub(crate) my_chat_member: Option<ChatMemberUpdated>,
}

/// A message, or what Telegram tells in place of one.
#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    pub(crate) message_id: i64,
    pub(crate) message_thread_id: Option<i64>,
    #[serde(default)]
    pub(crate) is_topic_message: bool,
    #[serde(default)]
    pub(crate) is_automatic_forward: bool,
    pub(crate) edit_date: Option<i64>,
    pub(crate) chat: Chat,
    pub(crate) from: Option<User>,
    /// The chat in whose name it was sent.
    pub(crate) sender_chat: Option<Chat>,
    pub(crate) text: Option<String>,
    #[serde(default)]
    pub(crate) entities: Vec<MessageEntity>,
    pub(crate) reply_to_message: Option<Box<RepliedTo>>,
    pub(crate) left_chat_member: Option<User>,
    pub(crate) migrate_to_chat_id: Option<i64>,
    pub(crate) migrate_from_chat_id: Option<i64>,
}

/// A piece of a text that is more than text.
#[derive(Debug, Deserialize)]
pub(crate) struct MessageEntity {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// In UTF-16 code units, like the length.
    pub(crate) offset: usize,
    pub(crate) length: usize,
    pub(crate) user: Option<User>,
}

/// The message that another one replies to.
#[derive(Debug, Deserialize)]
pub(crate) struct RepliedTo {
    pub(crate) message_id: i64,
    pub(crate) from: Option<User>,
    pub(crate) reply_markup: Option<KeyboardShown>,
}

/// Buttons below a message.
#[derive(Debug, Deserialize)]
pub(crate) struct KeyboardShown {
    pub(crate) inline_keyboard: Vec<Vec<Button>>,
}

/// A tap on a button.
#[derive(Debug, Deserialize)]
pub(crate) struct CallbackQuery {
    pub(crate) id: String,
    pub(crate) from: User,
    pub(crate) message: Option<TappedMessage>,
    pub(crate) data: Option<String>,
}

/// The message below which the button is. Of an old one no more is told than this.
#[derive(Debug, Deserialize)]
pub(crate) struct TappedMessage {
    pub(crate) message_id: i64,
    pub(crate) message_thread_id: Option<i64>,
    #[serde(default)]
    pub(crate) is_topic_message: bool,
    pub(crate) chat: Chat,
}

/// What the bot is in a chat has changed.
#[derive(Debug, Deserialize)]
pub(crate) struct ChatMemberUpdated {
    pub(crate) chat: Chat,
    pub(crate) from: User,
    pub(crate) old_chat_member: Member,
    pub(crate) new_chat_member: Member,
}

/// Where people talk.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) title: Option<String>,
}

impl Chat {
    pub(crate) fn is_private(&self) -> bool {
        self.kind == "private"
    }

    pub(crate) fn is_group(&self) -> bool {
        matches!(self.kind.as_str(), "group" | "supergroup")
    }
}
