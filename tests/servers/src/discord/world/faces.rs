//! What users' surroundings look like on the wire: complete, since libraries drop what is not.

use muster_core::chrono::{DateTime, SecondsFormat};
use serde_json::{Map, Value, json};

use super::channel::{Channel, Kind, Whose};
use super::guild::{Guild, Member, Role};
use super::state::State;
use crate::discord::ids::{GuildId, UserId};
use crate::discord::permissions::Permissions;

/// An instant as it stands in JSON.
pub(in crate::discord) fn timestamp(unix_ms: i64) -> String {
    let at = DateTime::from_timestamp_millis(unix_ms).unwrap_or_default();
    at.to_rfc3339_opts(SecondsFormat::Micros, false)
}

impl Role {
    pub(in crate::discord) fn json(&self) -> Value {
        let mut role = json!({
            "id": self.id,
            "name": self.name,
            "description": null,
            "permissions": self.permissions.0.to_string(),
            "position": self.position,
            "color": 0,
            "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
            "hoist": false,
            "managed": self.bot.is_some(),
            "mentionable": self.mentionable,
            "icon": null,
            "unicode_emoji": null,
            "flags": 0,
        });
        if let Some(bot) = self.bot {
            role["tags"] = json!({ "bot_id": bot });
        }
        role
    }
}

impl Member {
    /// All but the user.
    pub(in crate::discord) fn json(&self) -> Value {
        json!({
            "avatar": null,
            "banner": null,
            "communication_disabled_until": null,
            "flags": 0,
            "joined_at": timestamp(self.joined_ms),
            "nick": self.nick,
            "pending": false,
            "premium_since": null,
            "roles": self.roles,
            "deaf": false,
            "mute": false,
        })
    }
}

impl State {
    /// The member object with its user.
    pub(in crate::discord) fn member_json(&self, guild: &Guild, user: UserId) -> Value {
        let mut member = guild.members.get(&user).cloned().unwrap_or_default().json();
        member["user"] = self.user(user).json();
        member
    }

    /// The channel object.
    pub(in crate::discord) fn channel_json(&self, channel: &Channel) -> Value {
        match channel.kind {
            Kind::Private => self.private_json(channel),
            Kind::PublicThread => thread_json(channel),
            _ => guild_channel_json(channel),
        }
    }

    fn private_json(&self, channel: &Channel) -> Value {
        let recipients: Vec<_> = channel
            .person
            .map(|person| self.user(person).json())
            .into_iter()
            .collect();
        json!({
            "id": channel.id,
            "type": channel.kind.number(),
            "last_message_id": channel.last_message,
            "flags": 0,
            "recipients": recipients,
        })
    }

    /// The guild object as requests are answered with it.
    pub(in crate::discord) fn guild_json(guild: &Guild) -> Value {
        let mut json = json!({
            "id": guild.id,
            "name": guild.name,
            "icon": null,
            "description": null,
            "home_header": null,
            "splash": null,
            "discovery_splash": null,
            "features": [],
            "banner": null,
            "owner_id": guild.owner,
            "application_id": null,
            "region": "us-west",
            "afk_channel_id": null,
            "afk_timeout": 300,
            "system_channel_id": guild.channels.first(),
            "system_channel_flags": 0,
            "widget_enabled": false,
            "widget_channel_id": null,
            "verification_level": 0,
            "roles": guild.roles.values().map(Role::json).collect::<Vec<_>>(),
            "default_message_notifications": 0,
            "mfa_level": 0,
            "explicit_content_filter": 0,
            "max_presences": null,
            "max_members": 500_000,
            "max_stage_video_channel_users": 50,
            "max_video_channel_users": 25,
            "vanity_url_code": null,
            "premium_tier": 0,
            "premium_subscription_count": 0,
            "preferred_locale": guild.locale,
            "rules_channel_id": null,
            "safety_alerts_channel_id": null,
            "public_updates_channel_id": null,
            "premium_progress_bar_enabled": false,
            "nsfw": false,
            "nsfw_level": 0,
            "emojis": [],
            "stickers": [],
        });
        json["incidents_data"] = Value::Null;
        json
    }

    /// The guild object as `GUILD_CREATE` brings it: to a bot without presences, with nobody but itself.
    pub(in crate::discord) fn guild_create_json(&self, guild: &Guild) -> Value {
        let mut json = Self::guild_json(guild);
        let channels = guild.channels.iter().filter_map(|id| self.channels.get(id));
        let (threads, channels): (Vec<_>, Vec<_>) = channels.partition(|channel| channel.is_thread());
        let threads = threads.into_iter().filter(|thread| !thread.archived);
        let joined = guild.members.get(&self.bot).map_or(0, |member| member.joined_ms);
        let more = json!({
            "joined_at": timestamp(joined),
            "large": guild.members.len() > 250,
            "unavailable": false,
            "member_count": guild.members.len(),
            "voice_states": [],
            "members": [self.member_json(guild, self.bot)],
            "channels": channels.into_iter().map(|channel| bare(guild_channel_json(channel))).collect::<Vec<_>>(),
            "threads": threads.map(thread_json).collect::<Vec<_>>(),
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "embedded_activities": [],
            "activity_instances": [],
            "application_command_counts": {},
            "lazy": true,
            "version": 1,
        });
        merge(&mut json, more);
        json
    }

    /// The guild object within an interaction.
    pub(in crate::discord) fn partial_guild_json(&self, id: GuildId) -> Value {
        let locale = self.guilds.get(&id).map(|guild| guild.locale.as_str());
        json!({ "id": id, "locale": locale, "features": [] })
    }

    /// The channel object within an interaction: with what whoever asks may do there.
    pub(in crate::discord) fn partial_channel_json(&self, channel: &Channel, by: UserId) -> Value {
        let mut json = self.channel_json(channel);
        json["permissions"] = self.permissions(by, channel.id).0.to_string().into();
        json
    }
}

/// In `GUILD_CREATE` channels do not say where they are.
fn bare(mut channel: Value) -> Value {
    if let Value::Object(fields) = &mut channel {
        fields.remove("guild_id");
    }
    channel
}

fn guild_channel_json(channel: &Channel) -> Value {
    let overwrites = channel.overwrites.iter().map(|overwrite| {
        let (id, kind) = match overwrite.of {
            Whose::Role(role) => (role.to_string(), 0),
            Whose::Member(user) => (user.to_string(), 1),
        };
        json!({ "id": id, "type": kind, "allow": bits(overwrite.allow), "deny": bits(overwrite.deny) })
    });
    let mut json = json!({
        "id": channel.id,
        "type": channel.kind.number(),
        "guild_id": channel.guild,
        "position": channel.position,
        "permission_overwrites": overwrites.collect::<Vec<_>>(),
        "name": channel.name,
        "parent_id": channel.parent,
        "flags": 0,
        "nsfw": false,
    });
    if channel.kind == Kind::Text {
        let text = json!({
            "topic": null,
            "last_message_id": channel.last_message,
            "last_pin_timestamp": null,
            "rate_limit_per_user": 0,
            "icon_emoji": null,
            "theme_color": null,
        });
        merge(&mut json, text);
    }
    if channel.kind == Kind::Voice {
        let voice = json!({ "bitrate": 64_000, "user_limit": 0, "rtc_region": null, "rate_limit_per_user": 0, "last_message_id": null });
        merge(&mut json, voice);
    }
    json
}

fn thread_json(thread: &Channel) -> Value {
    json!({
        "id": thread.id,
        "type": thread.kind.number(),
        "guild_id": thread.guild,
        "parent_id": thread.parent,
        "owner_id": thread.person,
        "name": thread.name,
        "last_message_id": thread.last_message,
        "message_count": 0,
        "member_count": 1,
        "rate_limit_per_user": 0,
        "flags": 0,
        "total_message_sent": 0,
        "thread_metadata": {
            "archived": thread.archived,
            "archive_timestamp": timestamp(thread.made_ms),
            "auto_archive_duration": 4_320,
            "locked": thread.locked,
            "create_timestamp": timestamp(thread.made_ms),
        },
    })
}

fn bits(permissions: Permissions) -> String {
    permissions.0.to_string()
}

/// Puts the fields of one object into another.
pub(in crate::discord) fn merge(into: &mut Value, more: Value) {
    if let (Value::Object(into), Value::Object(more)) = (into, more) {
        into.extend::<Map<String, Value>>(more);
    }
}
