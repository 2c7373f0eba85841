//! What a message asks for. In private all of it is a command; in a room only what is meant for the bot.

use muster_core::catalogue::{areas, nearest, opens_with_an_area};
use muster_core::reply::action::ActionToken;
use muster_core::reply::meant::{Meant, Offered, meant};
use muster_core::surface::Content;

use super::event::Message;
use super::mention;
use crate::place;
use crate::render::Offer;

/// The longest mark before a command.
const PREFIX_CHARS: usize = 3;

/// The bot, as messages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Me {
    /// Its account.
    pub(crate) id: String,
    /// What it is called.
    pub(crate) name: String,
}

/// What a message asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A command, as it stands behind its prefix, if it has one.
    Command { prefix: Option<String>, text: String },
    /// A command, if it answers a card of ours.
    Answer { to: String, text: String },
    /// It is not meant for the bot.
    Nothing,
}

/// What a message asks for.
pub(super) fn asked(message: &Message, me: &Me, is_private: bool) -> Asked {
    let text = mention::resolved(message, &me.id);
    let text = text.trim();
    if text.is_empty() {
        return Asked::Nothing;
    }
    if let Some(rest) = after_mention(text, me) {
        let text = without_prefix(rest).1.to_owned();
        return Asked::Command { prefix: None, text };
    }
    let (prefix, command) = without_prefix(text);
    let answers = message.relates_to.answers();
    if is_private && (answers.is_none() || opens_with_an_area(command)) {
        let text = command.to_owned();
        return Asked::Command { prefix: None, text };
    }
    if let Some(prefix) = prefix.filter(|_| resembles_ours(command)) {
        let (prefix, text) = (Some(prefix.to_owned()), command.to_owned());
        return Asked::Command { prefix, text };
    }
    match answers {
        Some(to) => Asked::Answer {
            to: to.to_owned(),
            text: text.to_owned(),
        },
        None => Asked::Nothing,
    }
}

/// `!shift claim S12`: the mark, and the command behind it.
fn without_prefix(text: &str) -> (Option<&str>, &str) {
    let end = text
        .char_indices()
        .find(|(_, char)| !is_mark(*char))
        .map_or(text.len(), |(at, _)| at);
    let (prefix, rest) = text.split_at(end);
    if prefix.is_empty() || prefix.chars().count() > PREFIX_CHARS || !rest.starts_with(char::is_alphabetic) {
        return (None, text);
    }
    (Some(prefix), rest)
}

/// What may stand before a command: no letter, no digit, and nothing that no group can [choose](muster_core::people::Prefix).
fn is_mark(char: char) -> bool {
    !char.is_alphanumeric() && !char.is_whitespace() && !matches!(char, '/' | '@' | '"')
}

fn resembles_ours(command: &str) -> bool {
    let first = command.split_whitespace().next().unwrap_or_default();
    opens_with_an_area(command) || nearest(&first.to_lowercase(), areas()).is_some()
}

/// `Muster: shift claim S12`, `@muster:example.org shift claim S12`
fn after_mention<'a>(text: &'a str, me: &Me) -> Option<&'a str> {
    let (name, short) = (me.name.as_str(), place::localpart(&me.id));
    let full = [me.id.as_str(), name, &short]
        .into_iter()
        .filter(|name| !name.is_empty())
        .find_map(|name| after_name(text, name))?;
    Some(full.trim_start())
}

fn after_name<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let is_id = name.starts_with('@');
    let text = if is_id {
        text
    } else {
        text.strip_prefix('@').unwrap_or(text)
    };
    let start = text.get(..name.len())?;
    let rest = &text[start.len()..];
    let ends = rest.starts_with([':', ',']) || is_id && rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start_matches([':', ',']);
    (start.to_lowercase() == name.to_lowercase() && ends && !rest.trim().is_empty()).then_some(rest)
}

/// `claim`, `2`, in answer to a card; a whole command there too.
pub(super) fn answer(offers: &[Offer], text: &str) -> Option<Content> {
    let offered = offers.iter().map(|offer| Offered {
        label: &offer.label,
        token: Some(&offer.token),
    });
    match meant(&offered.collect::<Vec<_>>(), text) {
        Some(Meant::Tapped(token)) => Some(Content::Action(token)),
        Some(Meant::Typed { group, command }) => Some(match ActionToken::new(group, command.as_str()) {
            Ok(token) => Content::Action(token.to_string()),
            // Longer than a token: the room tells the group.
            Err(_) => Content::Typed(command),
        }),
        None => opens_with_an_area(text).then(|| Content::Typed(text.to_owned())),
    }
}
