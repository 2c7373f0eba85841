//! Holding a request against its operation.

use serde_json::Value;

use super::Spec;
use super::check::Place;
use crate::discord::http::Call;
use crate::discord::refusal::Wrong;

impl Spec {
    /// What is wrong with the request, all of it, each with the place where it is.
    pub(in crate::discord) fn check(&self, call: &Call) -> Vec<Wrong> {
        let item = &self.0["paths"][call.operation.path];
        let operation = &item[call.operation.method.to_lowercase()];
        let mut wrong = self.parameters(item, operation, call);
        let content = &operation["requestBody"]["content"];
        let schema = &content["application/json"]["schema"];
        if schema.is_null() {
            if !call.body.is_null() {
                wrong.push(Wrong::at(&[], "UNEXPECTED_BODY", "This operation takes no body"));
            }
        } else if !call.body.is_null() || !call.is_multipart {
            wrong.extend(self.body(schema, &call.body, &Place::default()));
        }
        if call.is_multipart && content["multipart/form-data"].is_null() {
            wrong.push(Wrong::at(
                &[],
                "CONTENT_TYPE_INVALID",
                "This operation takes no form with files",
            ));
        }
        wrong
    }

    fn body(&self, schema: &Value, body: &Value, place: &Place) -> Vec<Wrong> {
        // An empty body is an empty object, which may be all that is needed.
        let empty = Value::Object(serde_json::Map::new());
        let given = if body.is_null() { &empty } else { body };
        self.value(schema, given, place)
    }

    fn parameters(&self, item: &Value, operation: &Value, call: &Call) -> Vec<Wrong> {
        let lists = [&item["parameters"], &operation["parameters"]];
        let known: Vec<&Value> = lists.into_iter().filter_map(Value::as_array).flatten().collect();
        let mut wrong = Vec::new();
        for (name, text) in &call.query {
            match known
                .iter()
                .find(|known| known["in"] == "query" && known["name"] == name.as_str())
            {
                None => wrong.push(Wrong::at(
                    &[name],
                    "UNKNOWN_PARAMETER",
                    format!("There is no parameter {name}"),
                )),
                Some(known) => wrong.extend(self.parameter(known, name, text)),
            }
        }
        for known in known {
            let name = known["name"].as_str().unwrap_or_default();
            let given = match known["in"].as_str() {
                Some("path") => call.parameter(name),
                _ => call.asked(name),
            };
            match given {
                Some(text) if known["in"] == "path" => wrong.extend(self.parameter(known, name, text)),
                None if known["required"] == true => {
                    wrong.push(Wrong::at(&[name], "BASE_TYPE_REQUIRED", "This field is required"));
                }
                _ => {}
            }
        }
        wrong
    }

    /// A parameter comes as a text, whatever it is.
    fn parameter(&self, known: &Value, name: &str, text: &str) -> Vec<Wrong> {
        let place = Place::default().within(name);
        let as_text = self.value(&known["schema"], &Value::String(text.to_owned()), &place);
        if as_text.is_empty() {
            return as_text;
        }
        match serde_json::from_str::<Value>(text) {
            Ok(meant) => self.value(&known["schema"], &meant, &place),
            Err(_) => as_text,
        }
    }
}
