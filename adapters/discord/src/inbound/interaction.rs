//! Slash commands, taps and forms.

use muster_core::clock::Instant;
use muster_core::surface::{Author, Content, Inbound, Standing};
use serenity::model::Permissions;
use serenity::model::application::InteractionType;

use super::answer::AnswerBy;
use super::event::EventId;
use super::update::{Data, Filled, Interaction, Member};
use super::{Asked, Read, Reader, person};
use crate::completing::Question;
use crate::place;
use crate::schema::called;

/// An interaction read.
pub(super) fn read(reader: &Reader<'_>, interaction: Interaction, now: Instant) -> Read {
    let Some(author) = author(&interaction) else {
        return Read::Malformed;
    };
    let Some(channel) = interaction.channel_id.as_deref() else {
        return Read::Malformed;
    };
    if !place::is_id(&interaction.id) {
        return Read::Malformed;
    }
    let room = place::room(interaction.guild_id.as_deref(), channel);
    let Interaction {
        id,
        kind,
        token,
        message,
        data,
        ..
    } = interaction;
    let content = match kind {
        InteractionType::Command => Content::Invoked(called::invocation(&data)),
        InteractionType::Component => match tapped(data) {
            Some(token) => Content::Action(token),
            None => return Read::Malformed,
        },
        InteractionType::Modal => match filled(data) {
            Some(content) => content,
            None => return Read::Malformed,
        },
        InteractionType::Autocomplete => {
            return match Question::of(room, author, &data, &id, &token) {
                Some(question) => Read::Typing(Box::new(question)),
                None => Read::Malformed,
            };
        }
        // It is for those who take interactions by a web address.
        InteractionType::Ping => return Read::Nothing,
        _ => return Read::UnknownKind,
    };
    let is_tap = kind == InteractionType::Component;
    let may_open = kind != InteractionType::Modal;
    let mut inbound = Inbound {
        event: EventId::Interaction(&id).to_string(),
        place_name: reader.place_name(&room, &author),
        room,
        author,
        content,
        on: message
            .filter(|shown| is_tap && !shown.is_ephemeral())
            .map(|shown| shown.id),
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: now,
    };
    let answer = AnswerBy {
        only_for: is_for_them_alone(&inbound, is_tap).then(|| inbound.author.account.clone()),
        interaction: id,
        token,
    };
    inbound.answer_by = Some(answer.to_string());
    inbound.unseen = answer.only_they();
    Read::Asked(Box::new(Asked {
        inbound,
        answer,
        may_open,
    }))
}

/// Whether only whoever asked sees the answer: where the command says so, and after a tap in a room of several. The card
/// that was tapped shows everyone what came of it. What they asked nobody else sees then either.
fn is_for_them_alone(inbound: &Inbound, is_tap: bool) -> bool {
    inbound.answer_only_for().is_some() || inbound.is_discreet() || is_tap && !inbound.room.private
}

/// The token of a button, or of what was chosen in a menu.
fn tapped(data: Data) -> Option<String> {
    data.values.into_iter().next().or(data.custom_id)
}

/// The fields of a form that are not empty.
fn filled(data: Data) -> Option<Content> {
    let mut named = Vec::new();
    collect(data.components, &mut named);
    Some(Content::Filled {
        token: data.custom_id?,
        named,
    })
}

/// Fields stand within labels or rows.
fn collect(components: Vec<Filled>, named: &mut Vec<(String, String)>) {
    for Filled {
        custom_id,
        value,
        component,
        components,
    } in components
    {
        if let (Some(name), Some(value)) = (custom_id, value)
            && !value.trim().is_empty()
        {
            named.push((name, value));
        }
        collect(
            component.map(|within| *within).into_iter().chain(components).collect(),
            named,
        );
    }
}

/// Who it is, and what they may do in the place.
fn author(interaction: &Interaction) -> Option<Author> {
    let Some(member) = &interaction.member else {
        return Some(person(interaction.user.as_ref()?, None, Standing::Member));
    };
    Some(Author {
        roles: member.roles.clone(),
        ..person(member.user.as_ref()?, member.nick.as_deref(), standing(member))
    })
}

/// What Discord says that they may do. It counts a server's owner and its administrators as allowed everything.
fn standing(member: &Member) -> Standing {
    match member.permissions {
        Some(permissions) if administers(permissions) => Standing::Administrator,
        Some(_) => Standing::Member,
        None => Standing::Untold,
    }
}

/// Whether these permissions administer a server.
pub(crate) const fn administers(permissions: Permissions) -> bool {
    permissions.intersects(Permissions::ADMINISTRATOR.union(Permissions::MANAGE_GUILD))
}
