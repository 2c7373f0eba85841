//! Events, as far as they are read.
//!
//! The library's own types read all of them or fail: at a field that Discord adds or leaves out. So what is not needed here
//! is not looked at. What carries a token has no `Debug` form.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;
use serenity::model::Permissions;
use serenity::model::application::{CommandOptionType, InteractionType};

/// A slash command, a tap, a form, or somebody who types (Discord API documentation, "Interaction Object").
#[derive(Deserialize)]
pub(crate) struct Interaction {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: InteractionType,
    pub(crate) token: String,
    pub(crate) guild_id: Option<String>,
    pub(crate) channel_id: Option<String>,
    pub(crate) member: Option<Member>,
    pub(crate) user: Option<User>,
    pub(crate) message: Option<Shown>,
    #[serde(default)]
    pub(crate) data: Data,
}

/// What an interaction is about, whichever of its kinds it is.
#[derive(Default, Deserialize)]
pub(crate) struct Data {
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) options: Vec<Given>,
    pub(crate) custom_id: Option<String>,
    #[serde(default)]
    pub(crate) values: Vec<String>,
    #[serde(default)]
    pub(crate) components: Vec<Filled>,
    #[serde(default)]
    pub(crate) resolved: Resolved,
}

/// What is known of whatever was given by its id.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Resolved {
    #[serde(default)]
    pub(crate) roles: HashMap<String, Role>,
}

/// A role of a server.
#[derive(Debug, Deserialize)]
pub(crate) struct Role {
    pub(crate) name: String,
}

/// A sub-command, or an option with its value.
#[derive(Debug, Deserialize)]
pub(crate) struct Given {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: CommandOptionType,
    pub(crate) value: Option<Value>,
    #[serde(default)]
    pub(crate) options: Vec<Given>,
    #[serde(default)]
    pub(crate) focused: bool,
}

/// A component of a form: a field, or what stands around one.
#[derive(Debug, Deserialize)]
pub(crate) struct Filled {
    pub(crate) custom_id: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) component: Option<Box<Filled>>,
    #[serde(default)]
    pub(crate) components: Vec<Filled>,
}

/// Somebody in a server, with what they may do in the channel where it happened.
#[derive(Debug, Deserialize)]
pub(crate) struct Member {
    pub(crate) user: Option<User>,
    pub(crate) nick: Option<String>,
    #[serde(default)]
    pub(crate) roles: Vec<String>,
    pub(crate) permissions: Option<Permissions>,
}

/// Somebody, or a bot.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) username: String,
    pub(crate) global_name: Option<String>,
    #[serde(default)]
    pub(crate) bot: bool,
}

/// The message that a tap is on.
#[derive(Debug, Deserialize)]
pub(crate) struct Shown {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) flags: Option<u64>,
}

impl Shown {
    /// Whether only one person sees it; then nothing but the answer to their interaction can edit it ("Message Flags",
    /// `EPHEMERAL`).
    pub(crate) fn is_ephemeral(&self) -> bool {
        self.flags.unwrap_or_default() & (1 << 6) != 0
    }
}

/// A message. In a server its text is empty unless the bot is mentioned ("Message Content Intent").
#[derive(Debug, Deserialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) channel_id: String,
    pub(crate) guild_id: Option<String>,
    pub(crate) author: Option<User>,
    pub(crate) member: Option<Member>,
    #[serde(default)]
    pub(crate) content: String,
    pub(crate) edited_timestamp: Option<String>,
    pub(crate) webhook_id: Option<String>,
    #[serde(rename = "type", default)]
    pub(crate) kind: u8,
    #[serde(default)]
    pub(crate) mentions: Vec<User>,
    #[serde(rename = "referenced_message")]
    pub(crate) replied_to: Option<Box<RepliedTo>>,
}

/// The message that another one replies to.
#[derive(Debug, Deserialize)]
pub(crate) struct RepliedTo {
    pub(crate) id: String,
    pub(crate) author: Option<User>,
    #[serde(default)]
    pub(crate) components: Vec<Component>,
}

/// A button below a message, or a row of them.
#[derive(Debug, Deserialize)]
pub(crate) struct Component {
    pub(crate) label: Option<String>,
    pub(crate) custom_id: Option<String>,
    #[serde(default)]
    pub(crate) components: Vec<Component>,
}

/// A server, as it is told where the bot comes to it, and where a session begins.
#[derive(Debug, Deserialize)]
pub(crate) struct GuildCreated {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) unavailable: bool,
    #[serde(default)]
    pub(crate) name: String,
    pub(crate) joined_at: Option<String>,
    pub(crate) system_channel_id: Option<String>,
    #[serde(default)]
    pub(crate) channels: Vec<Channel>,
}

/// A channel, as far as it is looked for one to say something in.
#[derive(Debug, Deserialize)]
pub(crate) struct Channel {
    pub(crate) id: String,
    #[serde(rename = "type")]
    pub(crate) kind: u8,
    #[serde(default)]
    pub(crate) position: i64,
}

/// A server with its name.
#[derive(Debug, Deserialize)]
pub(crate) struct GuildUpdated {
    pub(crate) id: String,
    pub(crate) name: String,
}

/// A server that is there no more, or cannot be reached for a while.
#[derive(Debug, Deserialize)]
pub(crate) struct GuildDeleted {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) unavailable: bool,
}

/// The servers that the bot is in, where a session begins.
#[derive(Debug, Deserialize)]
pub(crate) struct GuildsListed {
    #[serde(default)]
    pub(crate) guilds: Vec<Listed>,
}

/// One of them.
#[derive(Debug, Deserialize)]
pub(crate) struct Listed {
    pub(crate) id: String,
}
