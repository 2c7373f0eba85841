//! Cards as Telegram shows them: pure functions from a [`Card`] to what the Bot API takes. Formatting goes by entities,
//! never by a parse mode, so that nothing that people typed is markup.
//!
//! - [`message()`], [`caption`], [`toast`]: a card as a message, below a file, and in the answer to a tap
//! - [`Message`], [`Entity`], [`Button`], [`Document`]: the message, by the API's own names
//! - `layout`, `spans`, `bars`: a card from top to bottom, a line from left to right, counts that line up
//! - `cut`: what is too long
//! - `inert`, `entities`: what must trigger nothing, and the marks of a text as entities
//! - `keyboard`: the buttons in rows

mod bars;
mod cut;
mod entities;
mod inert;
mod keyboard;
mod layout;
mod message;
mod piece;
mod spans;
#[cfg(test)]
mod tests;

use std::ops::Range;

use muster_core::chrono::DateTime;
use muster_core::locale::{Language, Voice};
use muster_core::phrase;
use muster_core::reply::Card;
use muster_core::reply::cut::units;
use muster_core::reply::fold::{self, More, Part};
use muster_core::time::Zone;

pub use message::{Button, Caption, Document, Entity, EntityKind, Mentioned, Message};

use layout::Layout;
use piece::{Kind, Piece};

/// The longest text of a message, in UTF-16 code units (Bot API, `sendMessage`: 4096 characters after entities parsing).
pub const TEXT_UNITS: usize = 4096;
/// The longest caption (Bot API, `sendDocument`: 1024 characters after entities parsing).
pub const CAPTION_UNITS: usize = 1024;
/// The longest answer to a tap (Bot API, `answerCallbackQuery`: 200 characters), counted as cautiously.
pub const TOAST_UNITS: usize = 200;

/// The card as a message of its own.
pub fn message(card: &Card, language: Language) -> Message {
    within(card, language, TEXT_UNITS)
}

/// The card as it stands below a file; see [`Message::as_caption`].
pub fn caption(card: &Card, language: Language) -> Message {
    within(card, language, CAPTION_UNITS)
}

/// The card without what can be done, as the short notice that answers a tap; `None` if it says nothing, is longer than
/// that, or comes with a file or a picture. A notice has no entities, and nothing in it is found to be one.
pub fn toast(card: &Card) -> Option<String> {
    let Layout { parts, documents } = layout::of(card);
    let (piece, _) = joined(parts, &|count| format!("+{count}"));
    let text = piece.text;
    let fits = documents.is_empty() && !card.has_picture() && !text.is_empty() && units(&text) <= TOAST_UNITS;
    fits.then_some(text)
}

fn within(card: &Card, language: Language, limit: usize) -> Message {
    let voice = voice(language);
    let more = |count: usize| voice.text(&phrase!("card-more", count = number count));
    let Layout { mut parts, documents } = layout::of(card);
    let mut typed: Vec<Piece> = layout::typed(card).filter(|line| !line.is_empty()).collect();
    let last = typed.pop();
    parts.extend(typed.into_iter().map(|line| Part::Line { line, stays: false }));
    parts.extend(last.map(|line| Part::Line { line, stays: true }));
    fold::fit(&mut parts, limit, &more);
    let (piece, blocks) = joined(parts, &more);
    Message {
        text: piece.text.clone(),
        entities: entities::of(piece, &blocks),
        keyboard: keyboard::of(card),
        documents,
    }
}

/// How the adapter's own sentences are said: they tell no time.
pub(crate) fn voice(language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::utc(),
        now: DateTime::UNIX_EPOCH,
    }
}

/// The parts as one text, and where each of them stands in it.
fn joined(parts: Vec<Part<Piece>>, more: More<'_>) -> (Piece, Vec<Range<usize>>) {
    let mut whole = Piece::default();
    let mut blocks = Vec::new();
    for part in parts {
        if !whole.is_empty() {
            whole.push("\n");
        }
        let start = whole.text.len();
        whole.append(text_of(part, more));
        blocks.push(start..whole.text.len());
    }
    (whole, blocks)
}

fn text_of(part: Part<Piece>, more: More<'_>) -> Piece {
    let rows = match part {
        Part::Line { line, .. } => return line,
        Part::Rows(rows) => rows,
    };
    let missing = rows.missing(more);
    let mut piece = Piece::default();
    for (index, row) in rows.shown.into_iter().enumerate() {
        if index > 0 {
            piece.push("\n");
        }
        piece.append(row);
    }
    if rows.line_up {
        piece = piece.marked(Kind::Pre);
    }
    if let Some(missing) = missing {
        piece.push("\n");
        piece.push(&missing);
    }
    piece
}
