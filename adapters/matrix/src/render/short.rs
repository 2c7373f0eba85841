//! A card that is too long for an event: its longest lists lose items from their ends and say how many, then its longest
//! lines are cut, then its last lines go.

use muster_core::locale::Voice;
use muster_core::phrase;
use muster_core::reply::cut::cut_chars;
use muster_core::reply::{Block, Card, Line, Span};

/// The longest that the content of an edit is, in bytes of JSON: what is longest of all, since it carries the plain body
/// twice. An event has 65,536 bytes in all (Matrix specification, "Size limits"); encrypted, four bytes carry three, and
/// signatures and earlier events take up to 4,000.
pub(super) const CONTENT_BYTES: usize = 45_000;
/// Of a list that is too long one item of so many goes at once.
const ONE_OF: usize = 8;
/// The shortest that a line is cut to, in characters.
const SHORTEST: usize = 40;

/// The card, as much of it as fits; `bytes`: how long it is as the content of an edit.
pub(super) fn fitting(mut card: Card, voice: &Voice, bytes: impl Fn(&Card) -> usize) -> Card {
    while bytes(&card) > CONTENT_BYTES {
        let shorter = shorten_list(&mut card, voice) || shorten_line(&mut card) || drop_block(&mut card);
        if !shorter {
            break;
        }
    }
    card
}

/// The longest list of more than one item loses some of them, and says so.
fn shorten_list(card: &mut Card, voice: &Voice) -> bool {
    let lists = card.blocks.iter_mut().filter_map(|block| match block {
        Block::List(items) if items.len() > 2 => Some(items),
        _ => None,
    });
    let Some(items) = lists.max_by_key(|items| items.len()) else {
        return false;
    };
    let said = items.pop_if(|last| left_out(last).is_some());
    let before = said.as_ref().and_then(left_out).unwrap_or_default();
    let kept = items.len() - items.len().div_ceil(ONE_OF);
    let missing = before + items.len() - kept;
    items.truncate(kept.max(1));
    let words = voice.text(&phrase!("card-more", count = number missing));
    items.push(Line(vec![Span::Text(words)]));
    true
}

/// How many items the last line of a list says that it has more.
fn left_out(line: &Line) -> Option<usize> {
    let [Span::Text(words)] = line.0.as_slice() else {
        return None;
    };
    let number: String = words.strip_prefix('…')?.chars().filter(char::is_ascii_digit).collect();
    number.parse().ok()
}

/// The longest text of a line is cut to half of it.
fn shorten_line(card: &mut Card) -> bool {
    let lines = card.blocks.iter_mut().flat_map(|block| match block {
        Block::Heading(line) | Block::Aside(line) | Block::Line(line) => std::slice::from_mut(line),
        Block::List(lines) => lines.as_mut_slice(),
        Block::Bars(_) | Block::Actions(_) | Block::Document { .. } | Block::Picture(_) => &mut [],
    });
    let texts = lines.flat_map(|line| &mut line.0).filter_map(|span| match span {
        Span::Text(text) | Span::User(text) | Span::Person(text) => Some(text),
        Span::Time { .. } | Span::Clock { .. } | Span::Command(_) | Span::Mention { .. } => None,
    });
    let Some(text) = texts.max_by_key(|text| text.len()) else {
        return false;
    };
    let chars = text.chars().count();
    if chars <= SHORTEST {
        return false;
    }
    *text = cut_chars(text, (chars / 2).max(SHORTEST));
    true
}

/// The last block that is neither the title nor what can be done goes.
fn drop_block(card: &mut Card) -> bool {
    let last = card
        .blocks
        .iter()
        .rposition(|block| !matches!(block, Block::Heading(_) | Block::Actions(_)));
    last.map(|at| card.blocks.remove(at)).is_some()
}
