//! What a message asks for. In private all of it is a command; in a group only what is meant for the bot.

use muster_core::catalogue::{areas, nearest, opens_with_an_area};
use muster_core::reply::action::ActionToken;
use muster_core::reply::meant::{Meant, Offered, meant};
use muster_core::surface::Content;

use super::mention::with_mentions_resolved;
use super::start;
use super::update::{Message, RepliedTo};
use crate::menu;

/// The bot, as messages name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Me {
    pub(crate) id: i64,
    pub(crate) username: String,
}

/// What a message asks for; `None` where it is not meant for the bot.
pub(crate) fn asked(message: &Message, me: &Me) -> Option<Content> {
    let text = with_mentions_resolved(message.text.as_deref()?, &message.entities);
    let text = text.trim();
    let is_private = message.chat.is_private();
    if let Some(slashed) = text.strip_prefix('/') {
        return slash_command(slashed, me, is_private).map(Content::Typed);
    }
    if let Some(rest) = after_mention(text, me) {
        return Some(Content::Typed(rest.to_owned()));
    }
    let replied_to = message
        .reply_to_message
        .as_deref()
        .filter(|replied| is_from(replied, me));
    if let Some(content) = replied_to.and_then(|card| answer_to(card, text)) {
        return Some(content);
    }
    let is_command = is_private || replied_to.is_some() && opens_with_an_area(text);
    is_command.then(|| Content::Typed(text.to_owned()))
}

/// `/shift claim S12`, `/shift_claim S12`, `/shift@muster_bot claim S12`, `/start <payload>`; without the slash.
fn slash_command(slashed: &str, me: &Me, is_private: bool) -> Option<String> {
    let (name, rest) = match slashed.find(char::is_whitespace) {
        Some(end) => slashed.split_at(end),
        None => (slashed, ""),
    };
    let (name, addressed) = match name.split_once('@') {
        Some((_, bot)) if !bot.eq_ignore_ascii_case(&me.username) => return None,
        Some((name, _)) => (name, true),
        None => (name, is_private),
    };
    let name = name.to_lowercase();
    if name == "start" {
        return Some(started(rest.trim(), is_private));
    }
    let words = menu::words(&name)?;
    // A group hears every bot's commands: what does not even resemble one of ours was meant for another.
    (addressed || resembles_ours(&words)).then(|| format!("{words}{rest}"))
}

fn started(payload: &str, is_private: bool) -> String {
    if is_private {
        start::in_private(payload)
    } else {
        start::in_group(payload).unwrap_or_else(|| "help".to_owned())
    }
}

fn resembles_ours(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    nearest(first, areas()).is_some() || opens_with_an_area(words)
}

/// `@muster_bot shift claim S12`
fn after_mention<'a>(text: &'a str, me: &Me) -> Option<&'a str> {
    let rest = text.strip_prefix('@')?;
    let name = rest.get(..me.username.len())?;
    let rest = &rest[name.len()..];
    (name.eq_ignore_ascii_case(&me.username) && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn is_from(replied: &RepliedTo, me: &Me) -> bool {
    replied.from.as_ref().is_some_and(|from| from.id == me.id)
}

/// `claim`, `2`, in reply to a card.
fn answer_to(card: &RepliedTo, text: &str) -> Option<Content> {
    let keyboard = card.reply_markup.as_ref()?;
    let buttons = keyboard.inline_keyboard.iter().flatten().map(|button| Offered {
        label: &button.text,
        token: button.callback_data.as_deref(),
    });
    Some(match meant(&buttons.collect::<Vec<_>>(), text)? {
        Meant::Tapped(token) => Content::Action(token),
        Meant::Typed { group, command } => match ActionToken::new(group, command.as_str()) {
            Ok(token) => Content::Action(token.to_string()),
            // Longer than a token: the room tells the group.
            Err(_) => Content::Typed(command),
        },
    })
}
