//! Texts as Telegram reads them.
//!
//! - [`units`]: UTF-16 offsets
//! - [`entity`]: what a piece of a text is
//! - [`found`]: what the server finds in a text by itself: mentions, commands, links

pub(super) mod entity;
pub(super) mod found;
pub(super) mod units;

use entity::Entity;

/// Those that the server finds by itself whatever a request says of them.
const FOUND: [&str; 7] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
];

/// A text as it is shown: without the white space around it, with the entities that were found.
pub(super) fn received(text: &str, mut entities: Vec<Entity>) -> (String, Vec<Entity>) {
    entities.retain(|entity| entity.length > 0 && !FOUND.contains(&entity.kind.as_str()));
    let kept_from = entities.iter().map(|entity| entity.offset).min();
    let kept_to = entities.iter().map(Entity::end).max().unwrap_or_default();
    let blank = units::units(text) - units::units(text.trim_start());
    let from = kept_from.map_or(blank, |kept| kept.min(blank));
    let to = units::units(text.trim_end()).max(kept_to).max(from);
    let shown = units::piece(text, from, to - from).unwrap_or(text).to_owned();
    for entity in &mut entities {
        entity.offset -= from;
    }
    entities.extend(found::found(&shown, &entities));
    entity::sort(&mut entities);
    (shown, entities)
}
