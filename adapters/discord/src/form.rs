//! Forms, as Discord asks them: fields in a window of their own (Discord API documentation, "Modal", "Text Input").

use muster_core::reply::form::{Field, Form};
use serde_json::{Value, json};

use crate::account::Account;
use crate::api::endpoints::{self, Body};
use crate::inbound::answer::AnswerBy;
use crate::render::cut_chars;

/// The kind of response that opens a form ("Interaction Callback Type").
const MODAL: u8 = 9;
/// The kinds of components of a form ("Component Types").
const LABEL: u8 = 18;
const TEXT_INPUT: u8 = 4;
/// The longest text of a field.
const VALUE_CHARS: usize = 4_000;

/// A form that is to be opened, and for which interaction.
#[derive(Debug)]
pub(crate) struct Opening {
    pub(crate) form: Form,
    pub(crate) answer: AnswerBy,
}

/// Opens a form. Where that is not possible any more, Discord itself says so to whoever asked.
pub(crate) async fn open(account: &Account, Opening { form, answer }: Opening) {
    let body = Body::Json(json!({"type": MODAL, "data": modal(&form)}));
    if let Err(failure) = account
        .api
        .tell(endpoints::respond(&answer.interaction, &answer.token, body))
        .await
    {
        tracing::info!(error = %failure, "a form could not be opened");
    }
}

/// The form as Discord takes it.
fn modal(form: &Form) -> Value {
    let fields: Vec<Value> = form.fields.iter().take(Form::MOST_FIELDS).map(field).collect();
    json!({
        "custom_id": form.token,
        "title": cut_chars(&form.title, Form::TITLE_CHARS),
        "components": fields,
    })
}

fn field(field: &Field) -> Value {
    let max = field.max.clamp(1, VALUE_CHARS);
    json!({
        "type": LABEL,
        "label": cut_chars(&field.label, Field::LABEL_CHARS),
        "component": {
            "type": TEXT_INPUT,
            "custom_id": field.name,
            "style": if field.long { 2 } else { 1 },
            "placeholder": cut_chars(&field.hint, Field::HINT_CHARS),
            "value": field.value.chars().take(max).collect::<String>(),
            "required": field.required,
            "max_length": max,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_within_the_limits() {
        let field = |index| Field {
            name: ["title", "when", "needs", "at", "note", "team"][index],
            label: "x".repeat(80),
            hint: "y".repeat(200),
            value: "z".repeat(5_000),
            required: index == 0,
            long: index == 4,
            max: 9_000,
        };
        let form = Form {
            title: "t".repeat(80),
            token: "1AZNjaPIBcACAAAAAAAAAAQ.shift add".to_owned(),
            fields: (0..6).map(field).collect(),
        };
        let modal = modal(&form);
        let chars = |value: &Value| value.as_str().unwrap().chars().count();
        assert!(chars(&modal["title"]) <= 45);
        let fields = modal["components"].as_array().unwrap();
        assert_eq!(fields.len(), 5);
        for field in fields {
            assert!(chars(&field["label"]) <= 45 && chars(&field["component"]["placeholder"]) <= 100);
            assert_eq!(chars(&field["component"]["value"]), 4_000);
            assert_eq!(field["component"]["max_length"], 4_000);
        }
    }
}
