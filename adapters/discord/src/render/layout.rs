//! A card from top to bottom, before it is known whether all of it fits.

use muster_core::reply::cut::units;
use muster_core::reply::fold::{Part, Rows};
use muster_core::reply::{Block, Card};

use super::message::Document;
use super::piece::{Atom, Piece};
use super::{MOST_FILES, MOST_MENTIONS, bars, spans};

/// The longest title, in UTF-16 units, beside which there is room for more: a phone shows about 40 characters a line.
const TITLE_UNITS: usize = 40;

/// What a card is made of.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) title: Option<Piece>,
    pub(super) parts: Vec<Part<Piece>>,
    pub(super) documents: Vec<Document>,
    /// The accounts that are mentioned, in order.
    pub(super) mentions: Vec<String>,
}

/// The parts of a card's text. What can be done stands last, whatever comes after it in the card.
pub(super) fn of(card: &Card) -> Layout {
    let mut layout = Layout::default();
    let mut mentions = Vec::new();
    for block in &card.blocks {
        match block {
            Block::Heading(line) => layout.heading(spans::piece(line, &mut mentions)),
            Block::Aside(line) => layout.aside(spans::piece(line, &mut mentions)),
            Block::Line(line) => layout.line(spans::piece(line, &mut mentions)),
            Block::List(items) => {
                let items = items.iter().map(|item| spans::piece(item, &mut mentions));
                layout.rows(items.map(bulleted).collect(), false);
            }
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
    mentions.truncate(MOST_MENTIONS);
    layout.documents.truncate(MOST_FILES);
    Layout { mentions, ..layout }
}

/// The lines that say what to type.
pub(super) fn typed(card: &Card) -> impl Iterator<Item = Piece> {
    card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some(spans::piece(&actions.typed, &mut Vec::new())),
        _ => None,
    })
}

/// What is numbered needs no bullet.
fn bulleted(item: Piece) -> Piece {
    let mut row = Piece::default();
    if !is_numbered(&item.text()) {
        row.push(Atom::Text("• ".to_owned()));
    }
    row.append(item);
    row
}

/// `1. eva`
fn is_numbered(text: &str) -> bool {
    text.split_once(". ")
        .is_some_and(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Layout {
    /// The title, where nothing stands above it; another heading is a line.
    fn heading(&mut self, line: Piece) {
        if self.title.is_none() && self.parts.is_empty() && !line.is_empty() {
            self.title = Some(line);
        } else {
            self.line(line.bold());
        }
    }

    fn line(&mut self, line: Piece) {
        if !line.is_empty() {
            self.parts.push(Part::Line { line, stays: false });
        }
    }

    /// Beside a short title or line, else below it.
    fn aside(&mut self, aside: Piece) {
        let above = match self.parts.last_mut() {
            None => self.title.as_mut(),
            Some(Part::Line { line, .. }) => Some(line),
            Some(Part::Rows(_)) => None,
        };
        match above {
            Some(above) if !aside.is_empty() && units(&above.text()) + units(&aside.text()) <= TITLE_UNITS => {
                above.push(Atom::Text(" · ".to_owned()));
                above.append(aside);
            }
            _ => self.line(aside),
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
