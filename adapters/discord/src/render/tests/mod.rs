//! Cards as Discord receives them.

mod cards;
mod folding;
mod hostile;
mod limits;

use muster_core::ids::GroupId;
use muster_core::locale::{Language, Voice};
use muster_core::reply::{Bar, Button, Card};

use super::{Message, Row, message};

fn english(card: &Card) -> Message {
    message(card, Language::English)
}

fn voice() -> Voice {
    super::voice(Language::English)
}

fn button(label: &str, command: &str) -> Option<Button> {
    Button::new(label, GroupId(uuid::Uuid::nil()), command)
}

fn bar(label: &str, count: u32, number: u32) -> Bar {
    Bar {
        label: label.to_owned(),
        count,
        number,
    }
}

/// The message as somebody would describe it.
fn shown(message: &Message) -> String {
    let mut lines = Vec::new();
    if !message.content.is_empty() {
        lines.push(format!("content: {}", message.content));
    }
    for embed in &message.embeds {
        lines.push(format!("title: {}", embed.title.as_deref().unwrap_or("-")));
        lines.push(embed.description.clone());
    }
    for row in &message.components {
        lines.push(match row {
            Row::Buttons(buttons) => buttons
                .iter()
                .map(|button| format!("[{}]", button.label))
                .collect::<Vec<_>>()
                .join(" "),
            Row::Menu(choices) => format!("menu of {}", choices.len()),
        });
    }
    lines.extend(message.documents.iter().map(|file| format!("file: {}", file.name)));
    let users = &message.allowed_mentions.users;
    if !users.is_empty() {
        lines.push(format!("mentions: {}", users.join(" ")));
    }
    lines.join("\n")
}
