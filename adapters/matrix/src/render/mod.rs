//! Cards as Matrix shows them: pure functions from a [`Card`] to the content of an event.
//!
//! - [`message()`]: a card as a message; [`Message`]: its parts, and its content with what it belongs to
//! - `keys`: which reaction stands for which button; [`Offer`]: what a card offers, as it is kept in the event
//! - [`ballot()`]: the poll on a card, as Matrix has polls
//! - `html`: the formatted body; the plain one is the reference renderer's
//! - `offsets`: how far from UTC a time is; `short`: what is too long for an event

mod ballot;
mod html;
pub(crate) mod keys;
mod message;
mod offsets;
mod short;
#[cfg(test)]
mod tests;

use muster_core::catalogue::opens_with_an_area;
use muster_core::chrono::DateTime;
use muster_core::locale::{Language, Phrase, Voice};
use muster_core::reply::{Actions, Block, Card, Line, Span, plain};
use muster_core::surface::Platform;
use muster_core::time::Zone;

pub use ballot::{Ballot, ballot, end};
pub use message::{Document, Message, Offer, Tone};

/// Under what name an event's content keeps what its card offers.
pub(crate) const OFFERS: &str = "org.muster.offers";

/// How a card is shown in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style<'a> {
    /// The language of what is added.
    pub language: Language,
    /// The mark before a command; none in a private room, where it needs none.
    pub mark: Option<&'a str>,
}

/// The card as a message.
pub fn message(card: &Card, style: Style<'_>) -> Message {
    let offers = offers(card);
    let shown = Card {
        blocks: card
            .blocks
            .iter()
            .filter_map(|block| as_shown(block, &offers, style))
            .collect(),
    };
    let read = |shown: &Card| {
        let shown = offsets::said(shown.clone());
        Message {
            body: plain::render(&shown),
            formatted: html::of(&shown),
            mentions: mentions(&shown),
            offers: offers.clone(),
            documents: Vec::new(),
        }
    };
    let shown = short::fitting(shown, &voice(style.language), |shown| read(shown).bytes());
    Message {
        documents: documents(card),
        ..read(&shown)
    }
}

/// What a card offers, each with the reaction that takes it.
fn offers(card: &Card) -> Vec<Offer> {
    let actions = card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some(&actions.buttons),
        _ => None,
    });
    keys::assigned(actions.flatten())
}

/// A block with what a reader needs who has no buttons: the reaction before each of them, the mark before each command. A
/// file or a picture is a message of its own.
fn as_shown(block: &Block, offers: &[Offer], style: Style<'_>) -> Option<Block> {
    let line = |line: &Line| marked(line, style);
    Some(match block {
        Block::Heading(heading) => Block::Heading(line(heading)),
        Block::Aside(aside) => Block::Aside(line(aside)),
        Block::Line(text) => Block::Line(line(text)),
        Block::List(items) => Block::List(items.iter().map(line).collect()),
        Block::Bars(bars) => Block::Bars(bars.clone()),
        Block::Actions(actions) => Block::Actions(with_keys(actions, offers, line)),
        Block::Document { .. } | Block::Picture(_) => return None,
    })
}

fn with_keys(actions: &Actions, offers: &[Offer], line: impl Fn(&Line) -> Line) -> Actions {
    let mut buttons = actions.buttons.clone();
    for button in &mut buttons {
        if let Some(offer) = offers.iter().find(|offer| offer.token == button.token) {
            button.label = format!("{} {}", offer.key, button.label);
        }
    }
    Actions {
        buttons,
        forms: Vec::new(),
        typed: line(&actions.typed),
        ballot: actions.ballot,
    }
}

/// The line with a mark before each whole command.
fn marked(line: &Line, style: Style<'_>) -> Line {
    let spans = line.0.iter().map(|span| match (span, style.mark) {
        (Span::Command(command), Some(mark)) if opens_with_an_area(command) => {
            Span::Command(format!("{mark}{}", command.trim()))
        }
        (span, _) => span.clone(),
    });
    Line(spans.collect())
}

/// The accounts that are told that they are named.
fn mentions(card: &Card) -> Vec<String> {
    let lines = card.blocks.iter().flat_map(|block| match block {
        Block::Heading(line) | Block::Aside(line) | Block::Line(line) => std::slice::from_ref(line),
        Block::List(lines) => lines.as_slice(),
        Block::Actions(Actions { typed, .. }) => std::slice::from_ref(typed),
        Block::Bars(_) | Block::Document { .. } | Block::Picture(_) => &[],
    });
    let accounts = lines.flat_map(|line| &line.0).filter_map(account_of);
    accounts.map(ToOwned::to_owned).collect()
}

/// Whom a span tells that they are named.
fn account_of(span: &Span) -> Option<&str> {
    let Span::Mention { accounts, .. } = span else {
        return None;
    };
    let here = accounts.iter().find(|(platform, _)| *platform == Platform::Matrix);
    here.map(|(_, account)| account.as_str())
        .filter(|account| account.starts_with('@'))
}

fn documents(card: &Card) -> Vec<Document> {
    let files = card.blocks.iter().filter_map(|block| match block {
        Block::Document { name, media_type, text } => Some(Document {
            name: name.clone(),
            media_type: media_type.clone(),
            content: text.clone().into_bytes(),
            picture: None,
        }),
        _ => None,
    });
    files.collect()
}

/// A sentence of the adapter's own, for whoever is not known yet.
pub(crate) fn said(phrase: &Phrase) -> String {
    voice(Language::English).text(phrase)
}

/// A sentence of the adapter's own, in the room's language.
pub(crate) fn told(phrase: &Phrase, language: Language) -> Card {
    voice(language).say(phrase)
}

/// How the adapter's own sentences are said: they tell no time.
fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::utc(),
        now: DateTime::UNIX_EPOCH,
    }
}
