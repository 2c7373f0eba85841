//! What people asked of the bot, and what became of it.

use std::time::Duration;

use serde_json::{Value, json};

use super::faces::merge;
use super::state::State;
use crate::discord::ids::{ChannelId, GuildId, InteractionId, MessageId, UserId};
use crate::discord::seen::Answer;

/// What a person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::discord) enum Asked {
    Command,
    Component,
    Autocomplete,
    Form,
}

impl Asked {
    /// Its number (Receiving and Responding, "Interaction Type").
    const fn number(self) -> u8 {
        match self {
            Self::Command => 2,
            Self::Component => 3,
            Self::Autocomplete => 4,
            Self::Form => 5,
        }
    }
}

/// An interaction.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Interaction {
    pub(in crate::discord) id: InteractionId,
    pub(in crate::discord) token: String,
    pub(in crate::discord) asked: Asked,
    pub(in crate::discord) by: UserId,
    pub(in crate::discord) channel: ChannelId,
    pub(in crate::discord) guild: Option<GuildId>,
    /// What they did, in words: `/shift add title:Canvass`, `[Claim]`.
    pub(in crate::discord) words: String,
    pub(in crate::discord) data: Value,
    /// The message whose button was tapped, or from which the form was opened.
    pub(in crate::discord) source: Option<MessageId>,
    pub(in crate::discord) at: Duration,
    /// Whether there was a first answer.
    pub(in crate::discord) acknowledged: bool,
    /// When that came.
    pub(in crate::discord) acknowledged_at: Option<Duration>,
    /// Whether it is too late for one.
    pub(in crate::discord) lapsed: bool,
    /// The message that answers it, or that it was about.
    pub(in crate::discord) original: Option<MessageId>,
    /// The interaction that opened the form.
    pub(in crate::discord) opened_by: Option<InteractionId>,
}

/// What is asked, before it has a number.
#[derive(Debug)]
pub(in crate::discord) struct Question {
    pub(in crate::discord) asked: Asked,
    pub(in crate::discord) by: UserId,
    pub(in crate::discord) channel: ChannelId,
    pub(in crate::discord) words: String,
    pub(in crate::discord) data: Value,
    pub(in crate::discord) source: Option<MessageId>,
    pub(in crate::discord) opened_by: Option<InteractionId>,
}

impl State {
    /// A person asks the bot something.
    pub(in crate::discord) fn ask(&mut self, question: Question) -> InteractionId {
        let id = InteractionId(self.snowflake());
        let channel = &self.channels[&question.channel];
        let interaction = Interaction {
            id,
            token: format!(
                "aW50ZXJhY3Rpb246{:x}.{:x}",
                id.0,
                id.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
            ),
            asked: question.asked,
            by: question.by,
            channel: question.channel,
            guild: channel.guild,
            words: question.words,
            data: question.data,
            source: question.source,
            at: self.now(),
            acknowledged: false,
            acknowledged_at: None,
            lapsed: false,
            original: None,
            opened_by: question.opened_by,
        };
        self.seen.answers.insert(id, Answer::Waiting);
        self.waiting.insert(id);
        self.tokens.insert(interaction.token.clone(), id);
        let told = self.interaction_json(&interaction);
        let guild = interaction.guild;
        self.interactions.insert(id, interaction);
        self.tell_all("INTERACTION_CREATE", guild, &told);
        id
    }

    fn interaction_json(&self, interaction: &Interaction) -> Value {
        let channel = &self.channels[&interaction.channel];
        let user = self.user(interaction.by);
        let mut json = json!({
            "id": interaction.id,
            "application_id": self.bot,
            "type": interaction.asked.number(),
            "data": interaction.data,
            "channel": self.partial_channel_json(channel, interaction.by),
            "channel_id": interaction.channel,
            "token": interaction.token,
            "version": 1,
            "app_permissions": self.permissions(self.bot, interaction.channel).0.to_string(),
            "locale": user.locale,
            "entitlements": [],
            "entitlement_sku_ids": [],
            "authorizing_integration_owners": owners(interaction.guild),
            "context": u8::from(interaction.guild.is_none()),
            "attachment_size_limit": 10_485_760,
        });
        if let Some(guild) = interaction.guild {
            let found = self.guild(guild);
            let mut member = self.member_json(found, interaction.by);
            member["permissions"] = self
                .permissions(interaction.by, interaction.channel)
                .0
                .to_string()
                .into();
            let more = json!({
                "guild_id": guild,
                "guild": self.partial_guild_json(guild),
                "guild_locale": found.locale,
                "member": member,
            });
            merge(&mut json, more);
        } else {
            json["user"] = user.json();
        }
        if let Some(shown) = interaction.source.and_then(|source| self.seen.any_message(source)) {
            json["message"] = self.message_json(shown);
        }
        json
    }

    /// What stands on a message about the interaction that it answers.
    pub(in crate::discord) fn metadata_json(&self, interaction: &Interaction) -> Value {
        let kind = match interaction.asked {
            Asked::Autocomplete => Asked::Command,
            asked => asked,
        };
        let mut json = json!({
            "id": interaction.id,
            "type": kind.number(),
            "user": self.user(interaction.by).json(),
            "authorizing_integration_owners": owners(interaction.guild),
        });
        match interaction.asked {
            Asked::Command | Asked::Autocomplete => {
                json["name"] = interaction.data["name"].clone();
                json["command_type"] = 1.into();
            }
            Asked::Component => json["interacted_message_id"] = json!(interaction.source),
            Asked::Form => {
                let opener = interaction.opened_by.and_then(|id| self.interactions.get(&id));
                json["triggering_interaction_metadata"] =
                    opener.map_or(Value::Null, |opener| self.metadata_json(opener));
            }
        }
        json
    }
}

/// By whom the bot was installed: `GUILD_INSTALL`, in a private chat with it nobody's.
fn owners(guild: Option<GuildId>) -> Value {
    json!({ "0": guild.map_or_else(|| "0".to_owned(), |guild| guild.to_string()) })
}
