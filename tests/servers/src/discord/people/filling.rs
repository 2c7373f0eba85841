//! Forms.

use serde_json::{Value, json};

use super::person::Person;
use crate::discord::ids::InteractionId;
use crate::discord::seen::{Answer, Form};
use crate::discord::world::{Asked, Question, numbered};

impl Person {
    /// They fill in a form that was opened to them, by the labels of its inputs, and send it. What they leave out keeps
    /// what stands there.
    pub fn fills(&self, opened_by: InteractionId, values: &[(&str, &str)]) -> InteractionId {
        self.shared.change(|state| {
            let Answer::Form(form) = state.seen.answer(opened_by).clone() else {
                panic!("no form was opened: {:?}", state.seen.answer(opened_by));
            };
            let before = state.interactions[&opened_by].clone();
            assert_eq!(before.by, self.id, "people fill in their own forms");
            let data = json!({ "custom_id": form.custom_id, "components": filled(&form, values) });
            state.ask(Question {
                asked: Asked::Form,
                by: self.id,
                channel: before.channel,
                words: format!("({})", form.title),
                data,
                source: before.source,
                opened_by: Some(opened_by),
            })
        })
    }
}

fn filled(form: &Form, values: &[(&str, &str)]) -> Vec<Value> {
    let labels = labels(&form.components);
    for (label, _) in values {
        assert!(
            labels.iter().any(|known| known == label),
            "no input {label:?}; there are: {labels:?}"
        );
    }
    let components = numbered(&form.components);
    let components = components.as_array().into_iter().flatten();
    components.filter_map(|component| answered(component, values)).collect()
}

fn labels(components: &Value) -> Vec<String> {
    let components = components.as_array().into_iter().flatten();
    let label = |component: &Value| match component["type"].as_u64() {
        Some(18) => component["label"].as_str().map(str::to_owned),
        _ => component["components"][0]["label"].as_str().map(str::to_owned),
    };
    components.filter_map(label).collect()
}

/// What comes back of a row or a label.
fn answered(component: &Value, values: &[(&str, &str)]) -> Option<Value> {
    let given = |label: &Value| values.iter().find(|(known, _)| label == known).map(|(_, value)| *value);
    match component["type"].as_u64()? {
        1 => {
            let input = &component["components"][0];
            let answer = of_input(input, given(&input["label"]));
            Some(json!({ "type": 1, "id": component["id"], "components": [answer] }))
        }
        18 => {
            let answer = of_input(&component["component"], given(&component["label"]));
            Some(json!({ "type": 18, "id": component["id"], "component": answer }))
        }
        _ => None,
    }
}

fn of_input(input: &Value, given: Option<&str>) -> Value {
    let mut answer = json!({ "type": input["type"], "id": input["id"], "custom_id": input["custom_id"] });
    match input["type"].as_u64() {
        Some(4) => answer["value"] = text(input, given).into(),
        Some(3) => answer["values"] = chosen(input, given).into(),
        kind => panic!("inputs of kind {kind:?} are not played by this server: {input}"),
    }
    answer
}

/// What is written into an input, where its client would send it.
fn text(input: &Value, given: Option<&str>) -> String {
    let text = given.or_else(|| input["value"].as_str()).unwrap_or_default();
    let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    let is_required = input["required"] != false;
    let (least, most) = (input["min_length"].as_u64(), input["max_length"].as_u64());
    let least = least.unwrap_or(u64::from(is_required));
    let is_left_out = length == 0 && !is_required;
    let fits = is_left_out || (least.max(u64::from(is_required))..=most.unwrap_or(4_000)).contains(&length);
    assert!(fits, "{text:?} can not be sent: {input}");
    text.to_owned()
}

/// What is chosen in a menu, by its label.
fn chosen(input: &Value, given: Option<&str>) -> Vec<Value> {
    let options = input["options"].as_array().into_iter().flatten();
    let is_chosen = |option: &&Value| match given {
        Some(label) => option["label"] == label,
        None => option["default"] == true,
    };
    let values: Vec<Value> = options
        .filter(is_chosen)
        .map(|option| option["value"].clone())
        .collect();
    assert!(
        !values.is_empty() || input["required"] == false,
        "{given:?} can not be chosen: {input}"
    );
    values
}
