//! Embeds (Message Resource, "Embed Limits").

use serde_json::Value;

use super::{is_long, items, message, place, too_long};
use crate::discord::http::Call;
use crate::discord::refusal::Wrong;

const IN_ALL: usize = 10;
const SUM: usize = 6_000;
const FIELDS: usize = 25;

fn embeds(call: &Call) -> impl Iterator<Item = (String, &Value)> {
    message(call).into_iter().flat_map(|message| items(message, "embeds"))
}

pub(super) fn many(call: &Call) -> Option<Wrong> {
    (embeds(call).count() > IN_ALL).then(|| too_long(&place(call, &["embeds"]), IN_ALL))
}

pub(super) fn sum(call: &Call) -> Option<Wrong> {
    let sum: usize = embeds(call).map(|(_, embed)| length(embed)).sum();
    (sum > SUM).then(|| {
        let path = place(call, &["embeds"]);
        Wrong::at(
            &path,
            "MAX_EMBED_SIZE_EXCEEDED",
            format!("Embed size exceeds maximum size of {SUM}"),
        )
    })
}

fn length(embed: &Value) -> usize {
    let own = [
        &embed["title"],
        &embed["description"],
        &embed["footer"]["text"],
        &embed["author"]["name"],
    ];
    let fields = embed["fields"].as_array().into_iter().flatten();
    let fields = fields.flat_map(|field| [&field["name"], &field["value"]]);
    let texts = own.into_iter().chain(fields).filter_map(Value::as_str);
    texts.map(|text| text.trim().chars().count()).sum()
}

/// The first embed in which that text is too long.
fn long(call: &Call, path: &[&str], most: usize) -> Option<Wrong> {
    embeds(call).find_map(|(number, embed)| {
        let text = path.iter().fold(embed, |value, name| &value[*name]);
        let whole: Vec<&str> = ["embeds", &number].into_iter().chain(path.iter().copied()).collect();
        is_long(text, most).then(|| too_long(&place(call, &whole), most))
    })
}

pub(super) fn title(call: &Call) -> Option<Wrong> {
    long(call, &["title"], 256)
}

pub(super) fn description(call: &Call) -> Option<Wrong> {
    long(call, &["description"], 4_096)
}

pub(super) fn footer(call: &Call) -> Option<Wrong> {
    long(call, &["footer", "text"], 2_048)
}

pub(super) fn author(call: &Call) -> Option<Wrong> {
    long(call, &["author", "name"], 256)
}

pub(super) fn fields(call: &Call) -> Option<Wrong> {
    embeds(call).find_map(|(number, embed)| {
        let is_many = items(embed, "fields").count() > FIELDS;
        is_many.then(|| too_long(&place(call, &["embeds", &number, "fields"]), FIELDS))
    })
}

/// The first field in which that text is missing or too long.
fn field(call: &Call, name: &str, most: usize) -> Option<Wrong> {
    embeds(call).find_map(|(embed_number, embed)| {
        items(embed, "fields").find_map(|(number, field)| {
            let path = ["embeds", &embed_number, "fields", &number, name];
            let text = field[name].as_str().unwrap_or_default();
            if text.trim().is_empty() {
                return Some(Wrong::at(
                    &place(call, &path),
                    "BASE_TYPE_REQUIRED",
                    "This field is required",
                ));
            }
            is_long(&field[name], most).then(|| too_long(&place(call, &path), most))
        })
    })
}

pub(super) fn field_name(call: &Call) -> Option<Wrong> {
    field(call, "name", 256)
}

pub(super) fn field_value(call: &Call) -> Option<Wrong> {
    field(call, "value", 1_024)
}
