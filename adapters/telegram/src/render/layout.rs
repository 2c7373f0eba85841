//! A card from top to bottom, before it is known whether all of it fits.

use muster_core::reply::fold::{Part, Rows, Stretch};
use muster_core::reply::{Block, Card};

use super::message::Document;
use super::piece::{Kind, Piece};
use super::{bars, spans};

/// The longest title, in UTF-16 units, beside which there is room for more: a phone shows about 40 characters a line.
const TITLE_UNITS: usize = 40;

/// What a card is made of.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) parts: Vec<Part<Piece>>,
    pub(super) documents: Vec<Document>,
}

/// The parts of a card's text. What can be done stands last, whatever comes after it in the card.
pub(super) fn of(card: &Card) -> Layout {
    let mut layout = Layout::default();
    for block in &card.blocks {
        match block {
            Block::Heading(line) => layout.title(spans::piece(line)),
            Block::Aside(line) => layout.aside(spans::piece(line)),
            Block::Line(line) => layout.line(spans::piece(line), false),
            Block::List(items) => layout.rows(items.iter().map(spans::piece).map(bulleted).collect(), false),
            Block::Bars(counts) => layout.rows(bars::rows(counts), true),
            // What can be done stands last; a picture is drawn while the message waits (`post`).
            Block::Actions(_) | Block::Picture(_) => {}
            Block::Document { name, media_type, text } => layout.documents.push(Document {
                name: name.clone(),
                media_type: media_type.clone(),
                content: text.clone().into_bytes(),
                alt: None,
            }),
        }
    }
    layout
}

/// The lines that say what to type.
pub(super) fn typed(card: &Card) -> impl Iterator<Item = Piece> {
    card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some(spans::piece(&actions.typed)),
        _ => None,
    })
}

/// What is numbered needs no bullet.
fn bulleted(item: Piece) -> Piece {
    let mut row = Piece::default();
    if !is_numbered(&item.text) {
        row.push("• ");
    }
    row.append(item);
    row.trimmed()
}

/// `1. eva`
fn is_numbered(text: &str) -> bool {
    text.split_once(". ")
        .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Layout {
    pub(super) fn line(&mut self, line: Piece, stays: bool) {
        if !line.is_empty() {
            self.parts.push(Part::Line { line, stays });
        }
    }

    fn title(&mut self, line: Piece) {
        let is_first = !self
            .parts
            .iter()
            .any(|part| matches!(part, Part::Line { stays: true, .. }));
        self.line(line.marked(Kind::Bold), is_first);
    }

    /// Beside a short title or line, else below it.
    fn aside(&mut self, aside: Piece) {
        match self.parts.last_mut() {
            Some(Part::Line { line, .. }) if !aside.is_empty() && line.units() + aside.units() <= TITLE_UNITS => {
                line.push(" · ");
                line.append(aside);
            }
            _ => self.line(aside, false),
        }
    }

    fn rows(&mut self, rows: Vec<Piece>, line_up: bool) {
        if !rows.is_empty() {
            self.parts.push(Part::Rows(Rows {
                of: rows.len(),
                shown: rows,
                line_up,
            }));
        }
    }
}
