//! A request: the method and its parameters, however they were sent.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::uploads::Upload;

/// Parameters that are texts, whatever they look like: everything else that comes as a string and reads as JSON is
/// meant as JSON. Bot API, "Making requests": forms carry strings only.
pub(in crate::telegram) const TEXTS: [&str; 21] = [
    "text",
    "caption",
    "parse_mode",
    "callback_query_id",
    "inline_message_id",
    "url",
    "ip_address",
    "secret_token",
    "name",
    "description",
    "short_description",
    "language_code",
    "business_connection_id",
    "message_effect_id",
    "document",
    "photo",
    "thumbnail",
    "certificate",
    "query",
    "title",
    "custom_title",
];

/// A request.
#[derive(Debug, Default)]
pub(in crate::telegram) struct Call {
    /// As it was written.
    pub(in crate::telegram) name: String,
    /// In small letters: methods are known by any.
    pub(in crate::telegram) method: String,
    pub(in crate::telegram) fields: Map<String, Value>,
    /// By the names of their parts.
    pub(in crate::telegram) files: HashMap<String, Upload>,
}

impl Call {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            method: name.to_lowercase(),
            ..Self::default()
        }
    }

    pub(super) fn give(&mut self, name: &str, value: Value) {
        let value = match value {
            Value::String(text) if !TEXTS.contains(&name) => meant(text),
            value => value,
        };
        // A parameter that is null is one that was not given.
        if !value.is_null() {
            self.fields.insert(name.to_owned(), value);
        }
    }

    /// Files that no parameter speaks of are parameters themselves.
    pub(super) fn settle(&mut self) {
        let spoken: Vec<String> = self.fields.values().filter_map(attached).map(str::to_owned).collect();
        for name in self.files.keys().filter(|name| !spoken.contains(name)) {
            self.fields.insert(name.clone(), format!("attach://{name}").into());
        }
    }

    pub(in crate::telegram) fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.as_str()
    }

    pub(in crate::telegram) fn number(&self, name: &str) -> Option<i64> {
        self.fields.get(name)?.as_i64()
    }

    pub(in crate::telegram) fn flag(&self, name: &str) -> bool {
        self.fields.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    pub(in crate::telegram) fn list(&self, name: &str) -> &[Value] {
        let list = self.fields.get(name).and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    }

    /// The file that a parameter speaks of.
    pub(in crate::telegram) fn file(&self, name: &str) -> Option<&Upload> {
        self.files.get(attached(self.fields.get(name)?)?)
    }
}

fn attached(value: &Value) -> Option<&str> {
    value.as_str()?.strip_prefix("attach://")
}

fn meant(text: String) -> Value {
    match text.as_str() {
        // As in the Bot API's own reading of forms.
        "True" | "yes" => Value::Bool(true),
        "False" | "no" => Value::Bool(false),
        _ => serde_json::from_str(&text).unwrap_or(Value::String(text)),
    }
}
