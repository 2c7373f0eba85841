//! The buttons below a message, in rows; those for which there is no room are in a menu.

use std::collections::HashSet;

use muster_core::reply::action::ActionToken;
use muster_core::reply::clean::typed_by_people;
use muster_core::reply::cut::cut_chars;
use muster_core::reply::{Block, Card};

use super::message::{Button, Choice, Row};

/// The most buttons of a row, and the most rows (Discord API documentation, "Action Row").
pub(super) const ROW_BUTTONS: usize = 5;
pub(super) const MOST_ROWS: usize = 5;
/// The most choices of a menu ("String Select"), which takes a row.
pub(super) const MOST_CHOICES: usize = 25;
/// The longest label of a button.
pub(super) const LABEL_CHARS: usize = 80;

/// The card's buttons in their order. Beyond what rows and a menu hold they are typed.
pub(super) fn of(card: &Card) -> Vec<Row> {
    let buttons = buttons(card);
    let in_rows = if buttons.len() > ROW_BUTTONS * MOST_ROWS {
        ROW_BUTTONS * (MOST_ROWS - 1)
    } else {
        buttons.len()
    };
    let (in_rows, in_menu) = buttons.split_at(in_rows);
    let rows = in_rows.chunks(ROW_BUTTONS).map(|row| Row::Buttons(row.to_vec()));
    let choices: Vec<Choice> = in_menu.iter().take(MOST_CHOICES).map(Choice::of).collect();
    let menu = (!choices.is_empty()).then_some(Row::Menu(choices));
    rows.chain(menu).collect()
}

/// One that Discord would refuse is left out, since the whole message would be refused with it: of two with the same token
/// too.
fn buttons(card: &Card) -> Vec<Button> {
    let actions = card.blocks.iter().filter_map(|block| match block {
        Block::Actions(actions) => Some([&actions.buttons, &actions.forms]),
        _ => None,
    });
    let actions = actions.flatten().flatten();
    let mut tokens = HashSet::new();
    let fit = |button: &&muster_core::reply::Button| (1..=ActionToken::MAX_BYTES).contains(&button.token.len());
    let fitting = actions
        .filter(fit)
        .filter(|button| tokens.insert(button.token.as_str()));
    let buttons = fitting.enumerate().map(|(index, button)| Button {
        label: label(&button.label),
        custom_id: button.token.clone(),
        is_likeliest: index == 0,
    });
    buttons.collect()
}

fn label(label: &str) -> String {
    match typed_by_people(label).trim() {
        "" => "…".to_owned(),
        label => cut_chars(label, LABEL_CHARS),
    }
}
