//! Messages, but for embeds and components.

use serde_json::Value;

use super::{is_long, message, place, too_long};
use crate::discord::http::Call;
use crate::discord::refusal::Wrong;
use crate::discord::world::{COMPONENTS_ONLY, EPHEMERAL};

const CONTENT: usize = 2_000;
const NONCE: usize = 25;
const FILES: usize = 10;
const MENTIONED: usize = 100;

pub(super) fn long_content(call: &Call) -> Option<Wrong> {
    let content = message(call)?.get("content")?;
    is_long(content, CONTENT).then(|| too_long(&place(call, &["content"]), CONTENT))
}

pub(super) fn long_nonce(call: &Call) -> Option<Wrong> {
    let nonce = message(call)?.get("nonce")?;
    is_long(nonce, NONCE).then(|| too_long(&["nonce"], NONCE))
}

pub(super) fn unnamed_files(call: &Call) -> Option<Wrong> {
    let named = message(call)?.get("attachments")?.as_array()?;
    let is_named = |number: &u64| {
        named
            .iter()
            .any(|one| one["id"] == number.to_string().as_str() || one["id"] == *number)
    };
    let missing = call.files.keys().find(|number| !is_named(number))?;
    let wrong = format!("files[{missing}] is not among the attachments");
    Some(Wrong::at(&place(call, &["attachments"]), "ATTACHMENT_NOT_FOUND", wrong))
}

pub(super) fn many_files(call: &Call) -> Option<Wrong> {
    let is_many = call.files.len() > FILES;
    is_many.then(|| {
        Wrong::at(
            &["attachments"],
            "BASE_TYPE_MAX_LENGTH",
            format!("Must be {FILES} or fewer in length."),
        )
    })
}

pub(super) fn deferral_flags(call: &Call) -> Option<Wrong> {
    let is_deferral = call.operation.name == "create_interaction_response" && call.body["type"] == 5;
    let flags = call.body["data"]["flags"].as_u64()?;
    let others = flags & !EPHEMERAL;
    (is_deferral && others != 0).then(|| {
        Wrong::at(
            &["data", "flags"],
            "MESSAGE_FLAGS_INVALID",
            format!("{others} can not be set by a deferral"),
        )
    })
}

fn mentions<'a>(call: &'a Call, name: &str) -> Option<(&'a Value, &'a Vec<Value>)> {
    let allowed = message(call)?.get("allowed_mentions")?;
    Some((allowed, allowed.get(name)?.as_array()?))
}

pub(super) fn mentions_twice(call: &Call) -> Option<Wrong> {
    ["users", "roles"].into_iter().find_map(|name| {
        let (allowed, listed) = mentions(call, name)?;
        let parses = allowed["parse"].as_array()?.iter().any(|one| one == name);
        (parses && !listed.is_empty()).then(|| {
            let path = place(call, &["allowed_mentions"]);
            Wrong::at(
                &path,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                format!("parse:[\"{name}\"] and {name}: [ids...] are mutually exclusive."),
            )
        })
    })
}

pub(super) fn many_mentions(call: &Call) -> Option<Wrong> {
    ["users", "roles"].into_iter().find_map(|name| {
        let (_, listed) = mentions(call, name)?;
        (listed.len() > MENTIONED).then(|| too_long(&place(call, &["allowed_mentions", name]), MENTIONED))
    })
}

/// Whether a message is made of components alone, which has rules of its own.
pub(super) fn is_components_only(message: &Value) -> bool {
    message["flags"]
        .as_u64()
        .is_some_and(|flags| flags & COMPONENTS_ONLY != 0)
}
