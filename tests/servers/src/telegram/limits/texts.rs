//! Texts and what pieces of them are.

use crate::telegram::http::Call;
use crate::telegram::text::entity::Entity;
use crate::telegram::text::received;
use crate::telegram::text::units::{byte_at, units};

const TEXT: usize = 4_096;
const CAPTION: usize = 1_024;
const ANSWER: usize = 200;
const ENTITIES: usize = 100;

fn has_text(call: &Call) -> bool {
    matches!(call.method.as_str(), "sendmessage" | "editmessagetext")
}

/// The text or caption of a message, and what came with it.
fn content(call: &Call) -> Option<(&str, Vec<Entity>)> {
    let (text, entities) = if has_text(call) {
        ("text", "entities")
    } else {
        ("caption", "caption_entities")
    };
    let given = call.list(entities).iter().filter_map(Entity::read);
    Some((call.text(text)?, given.collect()))
}

/// How long it is once it is received.
fn length(call: &Call) -> Option<usize> {
    let (text, entities) = content(call)?;
    // Offsets outside of the text are another row's.
    let within = entities.iter().all(|entity| entity.end() <= units(text));
    let entities = if within { entities } else { Vec::new() };
    Some(units(&received(text, entities).0))
}

pub(super) fn empty(call: &Call) -> Option<String> {
    (has_text(call) && length(call) == Some(0)).then(|| "message text is empty".to_owned())
}

pub(super) fn too_long(call: &Call) -> Option<String> {
    if !has_text(call) || length(call)? <= TEXT {
        return None;
    }
    // The second is what Telegram's inner servers say, which are asked for an edit.
    let said = match call.method.as_str() {
        "sendmessage" => "message is too long",
        _ => "MESSAGE_TOO_LONG",
    };
    Some(said.to_owned())
}

pub(super) fn caption_too_long(call: &Call) -> Option<String> {
    (!has_text(call) && length(call)? > CAPTION).then(|| "message caption is too long".to_owned())
}

pub(super) fn answer_too_long(call: &Call) -> Option<String> {
    let is_answer = call.method == "answercallbackquery";
    (is_answer && call.text("text")?.chars().count() > ANSWER).then(|| "MESSAGE_TOO_LONG".to_owned())
}

pub(super) fn parse_mode(call: &Call) -> Option<String> {
    let given = ["parse_mode", "quote_parse_mode"]
        .iter()
        .any(|name| call.fields.contains_key(*name));
    given.then(|| "unsupported parse_mode".to_owned())
}

pub(super) fn too_many_entities(call: &Call) -> Option<String> {
    (content(call)?.1.len() > ENTITIES).then(|| format!("more than {ENTITIES} entities"))
}

/// The first entity of which that holds, in words.
fn entity(call: &Call, wrong: impl Fn(&str, &Entity) -> Option<String>) -> Option<String> {
    let (text, entities) = content(call)?;
    entities.iter().find_map(|entity| wrong(text, entity))
}

pub(super) fn out_of_text(call: &Call) -> Option<String> {
    entity(call, |text, entity| {
        let is_within = entity.length > 0 && entity.end() <= units(text);
        let (offset, length) = (entity.offset, entity.length);
        (!is_within).then(|| format!("can't parse entities: offset {offset}, length {length} is not in the text"))
    })
}

pub(super) fn within_a_symbol(call: &Call) -> Option<String> {
    entity(call, |text, entity| {
        let split = [entity.offset, entity.end()]
            .into_iter()
            .find(|unit| *unit <= units(text) && byte_at(text, *unit).is_none())?;
        Some(format!(
            "entity beginning or ending at UTF-16 offset {split} is in a middle of a UTF-16 symbol"
        ))
    })
}

pub(super) fn overlap(call: &Call) -> Option<String> {
    let contains = |outer: &Entity, inner: &Entity| outer.offset <= inner.offset && inner.end() <= outer.end();
    pair(call, |one, other| {
        one.touches(other) && !contains(one, other) && !contains(other, one)
    })
}

pub(super) fn in_code(call: &Call) -> Option<String> {
    let is_code = |entity: &Entity| matches!(entity.kind.as_str(), "code" | "pre");
    pair(call, |one, other| {
        one.touches(other) && (is_code(one) || is_code(other))
    })
}

/// The first two entities of which that holds, in words.
fn pair(call: &Call, wrong: impl Fn(&Entity, &Entity) -> bool) -> Option<String> {
    let (_, mut entities) = content(call)?;
    entities.sort_by_key(|entity| entity.offset);
    for (number, one) in entities.iter().enumerate() {
        let touching = entities[number + 1..]
            .iter()
            .take_while(|other| other.offset < one.end());
        if let Some(other) = touching.into_iter().find(|other| wrong(one, other)) {
            return Some(format!(
                "{} and {} at UTF-16 offset {}",
                one.kind, other.kind, other.offset
            ));
        }
    }
    None
}

pub(super) fn without_time(call: &Call) -> Option<String> {
    entity(call, |_, entity| {
        let missing = entity.kind == "date_time" && !entity.more.contains_key("unix_time");
        missing.then(|| "can't parse entities: date_time without unix_time".to_owned())
    })
}

pub(super) fn date_time_format(call: &Call) -> Option<String> {
    entity(call, |_, entity| {
        let format = entity.more.get("date_time_format")?.as_str()?;
        (!is_date_time_format(format)).then(|| format!("can't parse entities: date_time_format {format:?}"))
    })
}

/// `r|w?[dD]?[tT]?`
fn is_date_time_format(format: &str) -> bool {
    let rest = format.strip_prefix('w').unwrap_or(format);
    let rest = rest.strip_prefix(['d', 'D']).unwrap_or(rest);
    let rest = rest.strip_prefix(['t', 'T']).unwrap_or(rest);
    format == "r" || rest.is_empty()
}

pub(super) fn without_url(call: &Call) -> Option<String> {
    entity(call, |_, entity| {
        let missing = entity.kind == "text_link" && !entity.more.contains_key("url");
        missing.then(|| "can't parse entities: text_link without url".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_of_a_time_is_as_documented() {
        let formats = ["", "r", "w", "d", "D", "t", "T", "wd", "wDT", "dt", "Dt", "wt"];
        assert!(formats.iter().all(|format| is_date_time_format(format)));
        let others = ["rw", "wr", "td", "dD", "ww", "x", "wdtT", "R"];
        assert!(others.iter().all(|format| !is_date_time_format(format)));
    }
}
