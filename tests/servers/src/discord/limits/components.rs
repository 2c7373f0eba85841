//! Buttons and menus (Component Reference).

use std::collections::HashSet;

use serde_json::Value;

use super::messages::is_components_only;
use super::{is_long, items, message, place, too_long};
use crate::discord::http::Call;
use crate::discord::refusal::Wrong;

const ROWS: usize = 5;
const A_ROW: usize = 5;
const LABEL: usize = 80;
const ID: usize = 100;
const OPTIONS: usize = 25;
const OPTION: usize = 100;
const PLACEHOLDER: usize = 150;

fn rows(call: &Call) -> impl Iterator<Item = (String, &Value)> {
    message(call)
        .into_iter()
        .flat_map(|message| items(message, "components"))
}

/// Every component with its path.
fn components(call: &Call) -> impl Iterator<Item = ([String; 4], &Value)> {
    rows(call).flat_map(|(row, inside)| {
        items(inside, "components").map(move |(number, component)| {
            (
                ["components".to_owned(), row.clone(), "components".to_owned(), number],
                component,
            )
        })
    })
}

/// The first component with which something is wrong: the field, the code, and the words.
fn first(call: &Call, wrong: impl Fn(&Value) -> Option<(&'static str, &'static str, String)>) -> Option<Wrong> {
    components(call).find_map(|(path, component)| {
        let (field, code, words) = wrong(component)?;
        let path: Vec<&str> = path.iter().map(String::as_str).chain([field]).collect();
        Some(Wrong::at(&place(call, &path), code, words))
    })
}

fn long(call: &Call, kinds: &[u64], field: &'static str, most: usize) -> Option<Wrong> {
    first(call, |component| {
        let is_meant = kind(component).is_some_and(|kind| kinds.contains(&kind));
        let words = format!("Must be {most} or fewer in length.");
        (is_meant && is_long(&component[field], most)).then_some((field, "BASE_TYPE_MAX_LENGTH", words))
    })
}

fn kind(component: &Value) -> Option<u64> {
    component["type"].as_u64()
}

pub(super) fn many_rows(call: &Call) -> Option<Wrong> {
    let is_many = rows(call).count() > ROWS && !message(call).is_some_and(is_components_only);
    is_many.then(|| too_long(&place(call, &["components"]), ROWS))
}

pub(super) fn long_row(call: &Call) -> Option<Wrong> {
    rows(call).find_map(|(row, inside)| {
        let is_long = items(inside, "components").count() > A_ROW;
        is_long.then(|| too_long(&place(call, &["components", &row, "components"]), A_ROW))
    })
}

pub(super) fn crowded_menu(call: &Call) -> Option<Wrong> {
    rows(call).find_map(|(row, inside)| {
        let mut all = items(inside, "components");
        let has_menu = all.any(|(_, component)| kind(component).is_some_and(|kind| kind != 2));
        let is_crowded = has_menu && items(inside, "components").count() > 1;
        is_crowded.then(|| {
            let path = place(call, &["components", &row]);
            Wrong::at(
                &path,
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            )
        })
    })
}

pub(super) fn button_label(call: &Call) -> Option<Wrong> {
    long(call, &[2], "label", LABEL)
}

pub(super) fn mute_button(call: &Call) -> Option<Wrong> {
    first(call, |component| {
        let has_label = component["label"]
            .as_str()
            .is_some_and(|label| !label.trim().is_empty());
        let is_mute =
            kind(component) == Some(2) && !has_label && component["emoji"].is_null() && component["sku_id"].is_null();
        let words = "A button must have a label or an emoji.".to_owned();
        is_mute.then_some(("label", "BUTTON_COMPONENT_INVALID_LABEL", words))
    })
}

pub(super) fn button_kind(call: &Call) -> Option<Wrong> {
    first(call, |component| {
        let (has_id, has_url) = (!component["custom_id"].is_null(), !component["url"].is_null());
        let fits = match component["style"].as_u64() {
            Some(5) => has_url && !has_id,
            Some(6) => !has_url && !has_id,
            _ => has_id && !has_url,
        };
        let words = "A custom id and url cannot both be specified, and one must be.".to_owned();
        (kind(component) == Some(2) && !fits).then_some(("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", words))
    })
}

pub(super) fn custom_id(call: &Call) -> Option<Wrong> {
    first(call, |component| {
        let id = component["custom_id"].as_str()?;
        let words = format!("Must be between 1 and {ID} in length.");
        (!(1..=ID).contains(&id.chars().count())).then_some(("custom_id", "BASE_TYPE_BAD_LENGTH", words))
    })
}

pub(super) fn same_ids(call: &Call) -> Option<Wrong> {
    let mut seen = HashSet::new();
    let doubled = components(call).find(|(_, component)| {
        let id = component["custom_id"].as_str();
        id.is_some_and(|id| !seen.insert(id))
    });
    let (path, _) = doubled?;
    let path: Vec<&str> = path.iter().map(String::as_str).chain(["custom_id"]).collect();
    Some(Wrong::at(
        &place(call, &path),
        "COMPONENT_CUSTOM_ID_DUPLICATED",
        "Component custom id cannot be duplicated",
    ))
}

pub(super) fn menu_options(call: &Call) -> Option<Wrong> {
    first(call, |component| {
        let count = items(component, "options").count();
        let words = format!("Must be between 1 and {OPTIONS} in length.");
        (kind(component) == Some(3) && !(1..=OPTIONS).contains(&count)).then_some((
            "options",
            "BASE_TYPE_BAD_LENGTH",
            words,
        ))
    })
}

pub(super) fn option_texts(call: &Call) -> Option<Wrong> {
    first(call, |component| {
        let texts = items(component, "options")
            .flat_map(|(_, option)| ["label", "value", "description"].map(|name| &option[name]));
        let is_wrong = texts.into_iter().any(|text| is_long(text, OPTION));
        let words = format!("Must be {OPTION} or fewer in length.");
        is_wrong.then_some(("options", "BASE_TYPE_MAX_LENGTH", words))
    })
}

pub(super) fn placeholder(call: &Call) -> Option<Wrong> {
    long(call, &[3, 5, 6, 7, 8], "placeholder", PLACEHOLDER)
}

pub(super) fn same_values(call: &Call) -> Option<Wrong> {
    first(call, |component| {
        let mut seen = HashSet::new();
        let is_doubled = items(component, "options").any(|(_, option)| !seen.insert(option["value"].to_string()));
        let words = "The specified option value is already used".to_owned();
        is_doubled.then_some(("options", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", words))
    })
}
