//! Messages that come to be.

use serde_json::Value;

use super::state::State;
use crate::discord::gateway::Intents;
use crate::discord::ids::{ChannelId, MessageId};
use crate::discord::seen::{Author, Shown};

impl State {
    /// A message that is not there yet.
    pub(in crate::discord) fn draft(&mut self, channel: ChannelId, author: Author) -> Shown {
        let name = match author {
            Author::Bot => "bot".to_owned(),
            Author::Discord => "Discord".to_owned(),
            Author::Person(person) => self.user(person).nick.clone(),
        };
        let id = MessageId(self.snowflake());
        Shown::new(id, channel, author, name, self.unix_ms(), self.now())
    }

    /// Shows a message, and tells the bot of it if it may hear it.
    pub(in crate::discord) fn post(&mut self, message: Shown) -> MessageId {
        let (id, channel) = (message.id, message.channel);
        let is_private = message.only_for.is_some();
        self.seen.show(message);
        if let Some(channel) = self.channels.get_mut(&channel) {
            channel.last_message = Some(id);
        }
        // Discord tells of what one person sees to nobody.
        if !is_private {
            self.tell_of_message("MESSAGE_CREATE", id);
        }
        id
    }

    /// Tells the bot of a message that came or changed.
    pub(in crate::discord) fn tell_of_message(&mut self, event: &'static str, id: MessageId) {
        let Some(shown) = self.seen.any_message(id) else {
            return;
        };
        let guild = self.channels.get(&shown.channel).and_then(|channel| channel.guild);
        let mut told = self.message_json(shown);
        if let Some(nonce) = &shown.nonce {
            told["nonce"] = nonce.clone();
        }
        if let (Some(guild), Author::Person(person)) = (guild, shown.author) {
            told["guild_id"] = serde_json::json!(guild);
            let member = self.guild(guild).members.get(&person);
            told["member"] = member.map_or(Value::Null, super::guild::Member::json);
        } else if let Some(guild) = guild {
            told["guild_id"] = serde_json::json!(guild);
        }
        let is_open = guild.is_none() || shown.author == Author::Bot || shown.calls.contains(&self.bot);
        let masked = if is_open { told.clone() } else { masked(&told) };
        self.tell_of_content(event, guild, shown_intent(guild.is_some()), (&told, &masked));
    }

    /// Tells the bot that a message is gone.
    pub(in crate::discord) fn tell_of_deletion(&mut self, id: MessageId, channel: ChannelId) {
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let mut told = serde_json::json!({ "id": id, "channel_id": channel });
        if let Some(guild) = guild {
            told["guild_id"] = serde_json::json!(guild);
        }
        self.tell("MESSAGE_DELETE", guild, shown_intent(guild.is_some()), &told);
    }
}

const fn shown_intent(in_guild: bool) -> Intents {
    if in_guild {
        Intents::GUILD_MESSAGES
    } else {
        Intents::DIRECT_MESSAGES
    }
}

/// A message as a bot gets it that may not read what people write (Gateway, "Message Content Intent").
fn masked(told: &Value) -> Value {
    let mut told = told.clone();
    told["content"] = "".into();
    for list in ["embeds", "attachments", "components"] {
        told[list] = Value::Array(Vec::new());
    }
    told
}
