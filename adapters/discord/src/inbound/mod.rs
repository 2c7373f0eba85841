//! From Discord's events to what the core understands. Pure, but for what is handed in.
//!
//! - [`Reader`]: one event read
//! - [`update`]: events, as far as they are read
//! - [`interaction`]: slash commands, taps and forms; `message`: what is said to the bot; `guild`: where it comes and goes
//! - [`answer`]: what the answer to an interaction carries; [`event`]: the ids of events

pub(crate) mod answer;
pub(crate) mod event;
mod guild;
pub(crate) mod interaction;
mod message;
#[cfg(test)]
mod tests;
pub(crate) mod update;

use muster_core::clock::Instant;
use muster_core::surface::{Author, Inbound, RoomAddress, Standing};
use serde::de::DeserializeOwned;

use crate::account::{Guilds, Me};
use crate::completing::Question;
use answer::AnswerBy;
use update::{Interaction, Message, User};

/// Reads events.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) me: Me,
    pub(crate) guilds: &'a Guilds,
}

/// What an event is for the bot.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// Something that was said or happened.
    Said(Box<Inbound>),
    /// An interaction, which is to be answered in place.
    Asked(Box<Asked>),
    /// Somebody is typing a command.
    Typing(Box<Question>),
    /// Of a kind that is known, and nothing for the bot.
    Nothing,
    /// Of a kind that is not known.
    UnknownKind,
    /// Not as Discord describes it.
    Malformed,
}

/// An interaction.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) inbound: Inbound,
    pub(crate) answer: AnswerBy,
    /// Whether a form may be opened for it: none is for one that was filled in.
    pub(crate) may_open: bool,
}

/// The kinds of event that the [intents](crate::gateway) bring and that are nothing for the bot (Discord API
/// documentation, "List of Intents"): what a channel or a server looks like is asked where it matters.
const NOTHING: [&str; 35] = [
    "RESUMED",
    "GUILD_ROLE_CREATE",
    "GUILD_ROLE_UPDATE",
    "GUILD_ROLE_DELETE",
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "CHANNEL_PINS_UPDATE",
    "CHANNEL_TOPIC_UPDATE",
    "CHANNEL_INFO",
    "VOICE_CHANNEL_STATUS_UPDATE",
    "VOICE_CHANNEL_START_TIME_UPDATE",
    "THREAD_CREATE",
    "THREAD_UPDATE",
    "THREAD_DELETE",
    "THREAD_LIST_SYNC",
    "THREAD_MEMBER_UPDATE",
    "THREAD_MEMBERS_UPDATE",
    "STAGE_INSTANCE_CREATE",
    "STAGE_INSTANCE_UPDATE",
    "STAGE_INSTANCE_DELETE",
    "MESSAGE_DELETE",
    "MESSAGE_DELETE_BULK",
    "APPLICATION_COMMAND_PERMISSIONS_UPDATE",
    "GUILD_APPLICATION_COMMAND_INDEX_UPDATE",
    "GUILD_MEMBER_UPDATE",
    "GUILD_SOUNDBOARD_SOUNDS_UPDATE",
    "ENTITLEMENT_CREATE",
    "ENTITLEMENT_UPDATE",
    "ENTITLEMENT_DELETE",
    "SUBSCRIPTION_CREATE",
    "SUBSCRIPTION_UPDATE",
    "SUBSCRIPTION_DELETE",
    "USER_UPDATE",
    "RATE_LIMITED",
];

impl Reader<'_> {
    /// One event read: its kind, its number in the session, and its frame.
    pub(crate) fn read(&self, name: &str, number: u64, frame: &str, now: Instant) -> Read {
        match name {
            "INTERACTION_CREATE" => with(frame, |interaction: Interaction| {
                interaction::read(self, interaction, now)
            }),
            "MESSAGE_CREATE" => with(frame, |said: Message| message::read(self, &said, now)),
            "MESSAGE_UPDATE" => with(frame, |said: Message| message::read_again(self, &said, now)),
            "READY" => with(frame, |ready| guild::listed(self, &ready)),
            "GUILD_CREATE" => with(frame, |created| guild::created(self, &created, now)),
            "GUILD_UPDATE" => with(frame, |updated| guild::updated(self, &updated)),
            "GUILD_DELETE" => with(frame, |deleted| guild::deleted(self, &deleted, number, now)),
            name if NOTHING.contains(&name) => Read::Nothing,
            _ => Read::UnknownKind,
        }
    }

    /// What a room's place is called.
    fn place_name(&self, room: &RoomAddress, author: &Author) -> String {
        if room.private {
            return author.name.clone();
        }
        self.guilds
            .name(&room.place)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "Discord".to_owned())
    }
}

/// What an event of that form is; malformed where it has another one.
fn with<T: DeserializeOwned>(frame: &str, read: impl FnOnce(T) -> Read) -> Read {
    #[derive(serde::Deserialize)]
    struct Held<T> {
        d: T,
    }
    match serde_json::from_str::<Held<T>>(frame) {
        Ok(held) => read(held.d),
        Err(_) => Read::Malformed,
    }
}

/// Somebody, with the name that they have in the place, else in all of Discord.
fn person(user: &User, nick: Option<&str>, standing: Standing) -> Author {
    let name = nick.or(user.global_name.as_deref()).unwrap_or(&user.username);
    Author {
        handle: Some(user.username.clone()),
        ..Author::new(user.id.clone(), name, standing)
    }
}
