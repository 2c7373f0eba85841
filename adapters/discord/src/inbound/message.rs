//! What is said to the bot: everything in private, and in a server what mentions it.

use muster_core::catalogue::opens_with_an_area;
use muster_core::clock::Instant;
use muster_core::reply::action::ActionToken;
use muster_core::reply::meant::{Meant, Offered, meant};
use muster_core::surface::{Author, Content, Inbound, Standing};

use super::event::EventId;
use super::update::{Component, Message, RepliedTo};
use super::{Read, Reader, person};
use crate::place;

/// The types of message that people write: a message, and a reply ("Message Types").
const WRITTEN: [u8; 2] = [0, 19];

/// A message read.
pub(super) fn read(reader: &Reader<'_>, message: &Message, now: Instant) -> Read {
    said(reader, message, &EventId::Message(&message.id), now).map_or(Read::Nothing, |said| Read::Said(Box::new(said)))
}

/// A message read that was edited. Discord tells too where it only found out what a link leads to.
pub(super) fn read_again(reader: &Reader<'_>, message: &Message, now: Instant) -> Read {
    let Some(at) = message.edited_timestamp.as_deref() else {
        return Read::Nothing;
    };
    let Some(said) = said(reader, message, &EventId::Edit(&message.id, at), now) else {
        return Read::Nothing;
    };
    Read::Said(Box::new(Inbound {
        edits: Some(EventId::Message(&message.id).to_string()),
        ..said
    }))
}

fn said(reader: &Reader<'_>, message: &Message, event: &EventId<'_>, now: Instant) -> Option<Inbound> {
    let user = message.author.as_ref().filter(|author| !author.bot)?;
    if message.webhook_id.is_some() || !WRITTEN.contains(&message.kind) {
        return None;
    }
    let room = place::room(message.guild_id.as_deref(), &message.channel_id);
    let content = asked(reader, message, room.private)?;
    let member = message.member.as_ref();
    let standing = if room.private {
        Standing::Member
    } else {
        Standing::Untold
    };
    let author = Author {
        roles: member.map(|member| member.roles.clone()).unwrap_or_default(),
        ..person(user, member.and_then(|member| member.nick.as_deref()), standing)
    };
    let card = message
        .replied_to
        .as_ref()
        .filter(|_| matches!(content, Content::Action(_)));
    Some(Inbound {
        event: event.to_string(),
        place_name: reader.place_name(&room, &author),
        room,
        author,
        content,
        on: card.map(|card| card.id.clone()),
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: now,
    })
}

/// What a message asks for; `None` where it is not meant for the bot.
fn asked(reader: &Reader<'_>, message: &Message, is_private: bool) -> Option<Content> {
    let me = &reader.me.user;
    let is_mentioned = message.mentions.iter().any(|user| user.id == *me);
    if !is_private && !is_mentioned {
        return None;
    }
    let text = message.content.replace("<@!", "<@");
    let text = text.trim();
    let addressed = text.strip_prefix(&format!("<@{me}>")).map(str::trim_start);
    let text = addressed.unwrap_or(text);
    let text = text.strip_prefix('/').unwrap_or(text);
    let replied_to = message.replied_to.as_deref().filter(|card| is_from(card, me));
    if let Some(content) = replied_to.and_then(|card| answer_to(card, text)) {
        return Some(content);
    }
    // Whoever only talks of the bot does not talk to it.
    let is_command = is_private || addressed.is_some() || replied_to.is_some() && opens_with_an_area(text);
    is_command.then(|| match text {
        "" => Content::Typed("help".to_owned()),
        text => Content::Typed(text.to_owned()),
    })
}

fn is_from(card: &RepliedTo, me: &str) -> bool {
    card.author.as_ref().is_some_and(|author| author.id == me)
}

/// `claim`, `2`, in reply to a card.
fn answer_to(card: &RepliedTo, text: &str) -> Option<Content> {
    let mut offered = Vec::new();
    buttons(&card.components, &mut offered);
    Some(match meant(&offered, text)? {
        Meant::Tapped(token) => Content::Action(token),
        Meant::Typed { group, command } => match ActionToken::new(group, command.as_str()) {
            Ok(token) => Content::Action(token.to_string()),
            // Longer than a token: the room tells the group.
            Err(_) => Content::Typed(command),
        },
    })
}

fn buttons<'a>(components: &'a [Component], offered: &mut Vec<Offered<'a>>) {
    for component in components {
        if let Some(label) = &component.label {
            offered.push(Offered {
                label,
                token: component.custom_id.as_deref(),
            });
        }
        buttons(&component.components, offered);
    }
}
