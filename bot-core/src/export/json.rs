//! JSON as text.

use std::fmt::Write;

use serde::Serialize;

use crate::error::Fault;

/// The value on many lines. What would move a cursor or reorder a line stands as an escape: a document is shown as it is.
pub(super) fn text(value: &impl Serialize) -> Result<String, Fault> {
    let written = serde_json::to_string_pretty(value).map_err(|source| Fault::Payload {
        what: "an export",
        source,
    })?;
    if !written.contains(is_unfit) {
        return Ok(written);
    }
    let mut text = String::with_capacity(written.len());
    for char in written.chars() {
        if is_unfit(char) {
            // Within strings only; all of them are in the Basic Multilingual Plane.
            let _ = write!(text, "\\u{:04x}", u32::from(char));
        } else {
            text.push(char);
        }
    }
    Ok(text)
}

fn is_unfit(char: char) -> bool {
    let moves = char.is_control() && char != '\n';
    moves || matches!(char, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
