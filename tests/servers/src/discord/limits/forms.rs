//! Forms, and what can be chosen while something is typed.

use serde_json::Value;

use super::{is_long, items, too_long};
use crate::discord::http::Call;
use crate::discord::refusal::Wrong;

const TITLE: usize = 45;
const INPUTS: usize = 5;
const LABEL: usize = 45;
const VALUE: usize = 4_000;
const PLACEHOLDER: usize = 100;
const CHOICES: usize = 25;
const CHOICE: usize = 100;

fn data(call: &Call, kind: u64) -> Option<&Value> {
    let is_it = call.operation.name == "create_interaction_response" && call.body["type"] == kind;
    is_it.then(|| &call.body["data"])
}

/// The inputs of a form, with their paths; of a label what is in it.
pub(in crate::discord) fn form_inputs(components: &Value) -> Vec<(Vec<String>, &Value)> {
    let mut inputs = Vec::new();
    for (number, component) in components.as_array().into_iter().flatten().enumerate() {
        let outer = vec!["components".to_owned(), number.to_string()];
        if let Some(inner) = component.get("component") {
            inputs.push(([outer.clone(), vec!["component".to_owned()]].concat(), inner));
        }
        for (inner_number, inner) in items(component, "components") {
            inputs.push((
                [outer.clone(), vec!["components".to_owned(), inner_number]].concat(),
                inner,
            ));
        }
    }
    inputs
}

fn long_in_inputs(call: &Call, field: &str, most: usize) -> Option<Wrong> {
    let data = data(call, 9)?;
    form_inputs(&data["components"]).into_iter().find_map(|(path, input)| {
        let path: Vec<&str> = ["data"]
            .into_iter()
            .chain(path.iter().map(String::as_str))
            .chain([field])
            .collect();
        is_long(&input[field], most).then(|| too_long(&path, most))
    })
}

pub(super) fn title(call: &Call) -> Option<Wrong> {
    is_long(&data(call, 9)?["title"], TITLE).then(|| too_long(&["data", "title"], TITLE))
}

pub(super) fn inputs(call: &Call) -> Option<Wrong> {
    let count = data(call, 9)?["components"].as_array().map_or(0, Vec::len);
    let words = format!("Must be between 1 and {INPUTS} in length.");
    (!(1..=INPUTS).contains(&count)).then(|| Wrong::at(&["data", "components"], "BASE_TYPE_BAD_LENGTH", words))
}

pub(super) fn label(call: &Call) -> Option<Wrong> {
    let of_labels = items(data(call, 9)?, "components").find_map(|(number, component)| {
        is_long(&component["label"], LABEL).then(|| too_long(&["data", "components", &number, "label"], LABEL))
    });
    of_labels.or_else(|| long_in_inputs(call, "label", LABEL))
}

pub(super) fn value(call: &Call) -> Option<Wrong> {
    long_in_inputs(call, "value", VALUE)
}

pub(super) fn placeholder(call: &Call) -> Option<Wrong> {
    long_in_inputs(call, "placeholder", PLACEHOLDER)
}

pub(super) fn lengths(call: &Call) -> Option<Wrong> {
    let data = data(call, 9)?;
    form_inputs(&data["components"]).into_iter().find_map(|(path, input)| {
        let (least, most) = (input["min_length"].as_u64(), input["max_length"].as_u64());
        let is_wrong = least.is_some_and(|least| least > 4_000)
            || most.is_some_and(|most| !(1..=4_000).contains(&most))
            || least.zip(most).is_some_and(|(least, most)| least > most);
        let path: Vec<&str> = ["data"].into_iter().chain(path.iter().map(String::as_str)).collect();
        is_wrong.then(|| Wrong::at(&path, "NUMBER_TYPE_MAX", "min_length and max_length do not fit"))
    })
}

pub(super) fn many_choices(call: &Call) -> Option<Wrong> {
    let is_many = items(data(call, 8)?, "choices").count() > CHOICES;
    is_many.then(|| too_long(&["data", "choices"], CHOICES))
}

pub(super) fn choice_texts(call: &Call) -> Option<Wrong> {
    items(data(call, 8)?, "choices").find_map(|(number, choice)| {
        let path = ["data", "choices", number.as_str(), "name"];
        let is_wrong = |text: &Value| {
            text.as_str()
                .is_some_and(|text| !(1..=CHOICE).contains(&text.chars().count()))
        };
        let words = format!("Must be between 1 and {CHOICE} in length.");
        (is_wrong(&choice["name"]) || is_wrong(&choice["value"]))
            .then(|| Wrong::at(&path, "BASE_TYPE_BAD_LENGTH", words))
    })
}
