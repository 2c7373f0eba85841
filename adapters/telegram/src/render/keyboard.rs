//! The buttons below a message, in rows.

use muster_core::reply::action::ActionToken;
use muster_core::reply::clean::typed_by_people;
use muster_core::reply::cut::cut_chars;
use muster_core::reply::{Block, Card};
use unicode_width::UnicodeWidthStr;

use super::message::Button;

/// The longest label, in characters: a phone shows less than that.
pub(super) const LABEL_CHARS: usize = 64;
/// The most buttons below a message, which no page of Telegram's says and people found by trying (github.com/tginfo/
/// Telegram-Limits, issue 228): more are answered with `REPLY_MARKUP_TOO_LONG`. The others are typed.
pub(super) const MOST_BUTTONS: usize = 100;
/// The most bytes of all buttons together: some 10 kB of JSON are answered with `REPLY_MARKUP_TOO_LONG` too (the same
/// collection, issue 187).
pub(super) const MOST_BYTES: usize = 9_000;
/// What a button takes beside its words: names, quotes and brackets of the JSON.
const BYTES_AROUND: usize = 40;
/// The most buttons beside each other, of the 8 that Telegram takes (the same collection, issue 228).
const ROW_BUTTONS: usize = 3;
/// The most cells of text beside each other: what a phone shows without cutting labels.
const ROW_CELLS: usize = 30;

/// The card's buttons in their order, short ones beside each other.
pub(super) fn of(card: &Card) -> Vec<Vec<Button>> {
    let mut rows: Vec<Vec<Button>> = Vec::new();
    let (mut cells, mut bytes) = (0, 0);
    let fitting = buttons(card).take(MOST_BUTTONS).take_while(|button| {
        bytes += bytes_of(button);
        bytes <= MOST_BYTES
    });
    for button in fitting {
        let width = button.text.width();
        match rows.last_mut() {
            Some(row) if row.len() < ROW_BUTTONS && cells + width <= ROW_CELLS => {
                cells += width;
                row.push(button);
            }
            _ => {
                cells = width;
                rows.push(vec![button]);
            }
        }
    }
    rows
}

fn bytes_of(
    Button {
        text, callback_data, ..
    }: &Button,
) -> usize {
    text.len() + callback_data.as_ref().map_or(0, String::len) + BYTES_AROUND
}

/// One that Telegram would refuse is left out, since the whole message would be refused with it.
fn buttons(card: &Card) -> impl Iterator<Item = Button> {
    let actions = card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some(&actions.buttons),
        _ => None,
    });
    let fit = |button: &&muster_core::reply::Button| (1..=ActionToken::MAX_BYTES).contains(&button.token.len());
    actions.flatten().filter(fit).map(|button| Button {
        text: label(&button.label),
        callback_data: Some(button.token.clone()),
        url: None,
    })
}

fn label(label: &str) -> String {
    match typed_by_people(label).trim() {
        "" => "…".to_owned(),
        label => cut_chars(label, LABEL_CHARS),
    }
}
