//! Inline keyboards.

use serde_json::{Map, Value};

use crate::telegram::http::Call;

const A_ROW: usize = 8;
const IN_ALL: usize = 100;
const DATA: usize = 64;
const PAYLOAD: usize = 64;
/// What a button has beside the one field that says what it does.
const LOOKS: [&str; 3] = ["text", "icon_custom_emoji_id", "style"];

fn rows(call: &Call) -> impl Iterator<Item = &Vec<Value>> {
    let rows = call
        .fields
        .get("reply_markup")
        .and_then(|markup| markup.get("inline_keyboard")?.as_array());
    rows.into_iter().flatten().filter_map(Value::as_array)
}

fn buttons(call: &Call) -> impl Iterator<Item = &Map<String, Value>> {
    rows(call).flatten().filter_map(Value::as_object)
}

fn text<'a>(button: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    button.get(name)?.as_str()
}

pub(super) fn long_row(call: &Call) -> Option<String> {
    rows(call)
        .any(|row| row.len() > A_ROW)
        .then(|| "reply markup is too long".to_owned())
}

pub(super) fn too_many(call: &Call) -> Option<String> {
    (buttons(call).count() > IN_ALL).then(|| "reply markup is too long".to_owned())
}

pub(super) fn without_label(call: &Call) -> Option<String> {
    let missing = buttons(call).any(|button| text(button, "text").is_none_or(|label| label.trim().is_empty()));
    missing.then(|| "inline keyboard button text must be non-empty".to_owned())
}

pub(super) fn kind(call: &Call) -> Option<String> {
    let kinds = |button: &Map<String, Value>| button.keys().filter(|name| !LOOKS.contains(&name.as_str())).count();
    let is_empty = |button: &Map<String, Value>| text(button, "callback_data") == Some("");
    let wrong = buttons(call).any(|button| kinds(button) != 1 || is_empty(button));
    wrong.then(|| "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard".to_owned())
}

pub(super) fn long_data(call: &Call) -> Option<String> {
    let long = buttons(call).any(|button| text(button, "callback_data").is_some_and(|data| data.len() > DATA));
    long.then(|| "BUTTON_DATA_INVALID".to_owned())
}

pub(super) fn start_payload(call: &Call) -> Option<String> {
    let wrong = buttons(call)
        .filter_map(|button| text(button, "url"))
        .filter_map(payload)
        .any(|payload| payload.is_empty() || payload.len() > PAYLOAD || !payload.bytes().all(is_allowed));
    wrong.then(|| "BUTTON_URL_INVALID".to_owned())
}

/// What a deep link to a bot hands over.
fn payload(url: &str) -> Option<&str> {
    let (_, query) = url.strip_prefix("https://t.me/")?.split_once('?')?;
    let (name, payload) = query.split('&').next()?.split_once('=')?;
    matches!(name, "start" | "startgroup").then_some(payload)
}

fn is_allowed(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}
