//! Cards as people see them in Telegram.

mod cards;
mod folding;
mod hostile;
mod keyboard;
mod wire;
mod world;

use muster_core::ids::GroupId;
use muster_core::locale::Language;
use muster_core::reply::Card;
use muster_core::testing::cards::{bar, time, voice};

use super::{Entity, EntityKind, Message, message};

/// The group of every card here.
fn group() -> GroupId {
    let token: muster_core::reply::action::ActionToken = "1AZNjaPIBcACAAAAAAAAAAQ.undo".parse().unwrap();
    token.group()
}

/// The card in English, as [`shown`].
fn english(card: &Card) -> String {
    shown(&message(card, Language::English))
}

/// The message with its entities as marks: `**bold**`, `` `code` ``, ```` ```pre``` ````, `[time|seconds]`; below it each
/// row of buttons with what they do, and the files.
fn shown(message: &Message) -> String {
    let mut shown = with_marks(&message.text, &message.entities);
    for row in &message.keyboard {
        let buttons = row.iter().map(|button| {
            let does = button.callback_data.as_deref().unwrap_or_default();
            let does = does.split_once('.').map_or(does, |(_, command)| command);
            format!("[{}]({does})", button.text)
        });
        shown.push('\n');
        shown.push_str(&buttons.collect::<Vec<_>>().join(" "));
    }
    for document in &message.documents {
        let file = format!(
            "\n<{}, {}, {} bytes>",
            document.name,
            document.media_type,
            document.content.len()
        );
        shown.push_str(&file);
    }
    shown.replace('\u{2068}', "<FSI>").replace('\u{2069}', "<PDI>")
}

fn with_marks(text: &str, entities: &[Entity]) -> String {
    let text: Vec<u16> = text.encode_utf16().collect();
    let mut shown = String::new();
    let mut at = 0;
    let mut ends: Vec<(usize, String)> = Vec::new();
    for offset in 0..=text.len() {
        while let Some((_, mark)) = ends.pop_if(|(end, _)| *end == offset) {
            shown += &String::from_utf16(&text[at..offset]).unwrap();
            shown += &mark;
            at = offset;
        }
        for entity in entities.iter().filter(|entity| entity.offset == offset) {
            shown += &String::from_utf16(&text[at..offset]).unwrap();
            at = offset;
            let (begin, end) = marks(entity);
            shown += begin;
            ends.push((offset + entity.length, end));
        }
    }
    shown + &String::from_utf16(&text[at..]).unwrap()
}

fn marks(entity: &Entity) -> (&'static str, String) {
    match entity.kind {
        EntityKind::Bold => ("**", "**".to_owned()),
        EntityKind::Code => ("`", "`".to_owned()),
        EntityKind::Pre => ("```", "```".to_owned()),
        EntityKind::TextMention => ("[", format!("|tg://user?id={}]", entity.user.map_or(0, |user| user.id))),
        EntityKind::DateTime => ("[", format!("|{}]", entity.unix_time.unwrap_or_default())),
    }
}
