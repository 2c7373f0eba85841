//! People who are mentioned without a name of their own: the text holds what they are called, an entity says who it is.

use std::fmt::Write as _;

use super::update::MessageEntity;

/// The text with each such mention as `<@account>`, which tells the core who is meant whatever they are called.
pub(super) fn with_mentions_resolved(text: &str, entities: &[MessageEntity]) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut resolved = String::with_capacity(text.len());
    let mut from = 0;
    for entity in entities {
        let Some(user) = entity.user.as_ref().filter(|_| entity.kind == "text_mention") else {
            continue;
        };
        let end = entity.offset.saturating_add(entity.length);
        if entity.offset < from || end > units.len() {
            continue;
        }
        resolved.push_str(&String::from_utf16_lossy(&units[from..entity.offset]));
        // Writing to a string does not fail.
        let _ = write!(resolved, "<@{}>", user.id);
        from = end;
    }
    resolved.push_str(&String::from_utf16_lossy(&units[from..]));
    resolved
}
