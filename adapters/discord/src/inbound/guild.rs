//! Where the bot comes and goes.
//!
//! Discord tells of every server whenever a session begins, and whenever a server can be reached again. New is one that was
//! neither listed at the session's beginning nor told of before; and one that the bot came to within the last hour, since
//! the desk may have been down just then. Told twice it is one event, by the time at which the bot came.

use muster_core::chrono::{DateTime, TimeDelta};
use muster_core::clock::Instant;
use muster_core::surface::{Author, Content, Inbound, Notice, Standing};

use super::event::EventId;
use super::update::{GuildCreated, GuildDeleted, GuildUpdated, GuildsListed};
use super::{Read, Reader};
use crate::place;

/// For how long a server that the bot came to is new.
const NEW: TimeDelta = TimeDelta::hours(1);
/// A channel of text ("Channel Types").
const TEXT: u8 = 0;

/// The servers that the bot is in already.
pub(super) fn listed(reader: &Reader<'_>, ready: &GuildsListed) -> Read {
    for guild in &ready.guilds {
        if reader.guilds.name(&guild.id).is_none() {
            reader.guilds.called(&guild.id, "");
        }
    }
    Read::Nothing
}

/// A server that can be reached.
pub(super) fn created(reader: &Reader<'_>, guild: &GuildCreated, now: Instant) -> Read {
    if guild.unavailable {
        return Read::Nothing;
    }
    let was_known = reader.guilds.called(&guild.id, &guild.name);
    let joined_at = guild.joined_at.as_deref().unwrap_or_default();
    let is_recent = DateTime::parse_from_rfc3339(joined_at).is_ok_and(|at| now.signed_duration_since(at) < NEW);
    if was_known && !is_recent {
        return Read::Nothing;
    }
    let event = EventId::Arrived(&guild.id, joined_at).to_string();
    noticed(&guild.id, &guild.name, &greeted(guild), event, Notice::Arrived, now)
}

/// A server that has another name, it may be.
pub(super) fn updated(reader: &Reader<'_>, guild: &GuildUpdated) -> Read {
    reader.guilds.called(&guild.id, &guild.name);
    Read::Nothing
}

/// A server that the bot was taken out of, or that is gone. One that cannot be reached for a while comes back.
pub(super) fn deleted(reader: &Reader<'_>, guild: &GuildDeleted, number: u64, now: Instant) -> Read {
    if guild.unavailable {
        return Read::Nothing;
    }
    let name = reader.guilds.name(&guild.id).unwrap_or_default();
    reader.guilds.left(&guild.id);
    let day = now.timestamp().div_euclid(86_400);
    let event = EventId::Removed(&guild.id, day, number).to_string();
    noticed(&guild.id, &name, &guild.id, event, Notice::Removed, now)
}

/// The channel to say something in: where Discord itself greets people, else the first one of text.
fn greeted(guild: &GuildCreated) -> String {
    let first = || {
        let text = guild.channels.iter().filter(|channel| channel.kind == TEXT);
        text.min_by_key(|channel| channel.position)
            .map(|channel| channel.id.clone())
    };
    guild
        .system_channel_id
        .clone()
        .or_else(first)
        .unwrap_or_else(|| guild.id.clone())
}

/// Who did it Discord does not say: the server itself.
fn noticed(guild: &str, name: &str, channel: &str, event: String, notice: Notice, now: Instant) -> Read {
    Read::Said(Box::new(Inbound {
        event,
        room: place::room(Some(guild), channel),
        place_name: name.to_owned(),
        author: Author {
            anonymous: true,
            ..Author::new(guild, name, Standing::Member)
        },
        content: Content::Noticed(notice),
        on: None,
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: now,
    }))
}
