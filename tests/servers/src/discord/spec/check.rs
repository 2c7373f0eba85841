//! Holding a value against a schema: as much of JSON Schema as the description uses.

use serde_json::{Map, Value};

use super::Spec;
use super::values;
use crate::discord::refusal::Wrong;

/// Where a value is, from the outside.
#[derive(Debug, Clone, Default)]
pub(super) struct Place(Vec<String>);

impl Place {
    pub(super) fn within(&self, name: &str) -> Self {
        let mut place = self.clone();
        place.0.push(name.to_owned());
        place
    }

    pub(super) fn wrong(&self, code: &'static str, message: impl Into<String>) -> Wrong {
        Wrong {
            path: self.0.clone(),
            code,
            message: message.into(),
        }
    }

    fn last(&self) -> &str {
        self.0.last().map(String::as_str).unwrap_or_default()
    }
}

impl Spec {
    /// What is wrong with a value of a type of that name.
    pub(in crate::discord) fn check_type(&self, kind: &str, value: &Value) -> Vec<Wrong> {
        self.value(&self.0["components"]["schemas"][kind], value, &Place::default())
    }

    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str().and_then(|path| path.strip_prefix('#')) {
            Some(path) => self.resolved(self.0.pointer(path).unwrap_or(&Value::Null)),
            None => schema,
        }
    }

    pub(super) fn value(&self, schema: &Value, value: &Value, place: &Place) -> Vec<Wrong> {
        let schema = self.resolved(schema);
        if is_bits(place.last())
            && value
                .as_str()
                .is_some_and(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return Vec::new();
        }
        // "Uploading Files" numbers its attachments so.
        if schema["format"] == "snowflake" && value.is_u64() {
            return Vec::new();
        }
        if let Some(variants) = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array()) {
            return self.best(variants, value, place);
        }
        let mut wrong = values::wrong(schema, value, place);
        if !wrong.is_empty() {
            return wrong;
        }
        match value {
            Value::Object(fields) => wrong.extend(self.object(schema, fields, place)),
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    wrong.extend(self.value(&schema["items"], item, &place.within(&number.to_string())));
                }
            }
            // What an object is made of stands in `object`.
            value => {
                for part in schema["allOf"].as_array().into_iter().flatten() {
                    wrong.extend(self.value(part, value, place));
                }
            }
        }
        wrong
    }

    /// Nothing where one of them fits, else what is wrong with the one that fits best.
    fn best(&self, variants: &[Value], value: &Value, place: &Place) -> Vec<Wrong> {
        let meant: Vec<&Value> = variants
            .iter()
            .filter(|variant| self.is_meant(variant, value))
            .collect();
        // What is there is not meant as nothing.
        let is_nothing = |variant: &&Value| variant["type"] == "null" && !value.is_null();
        let tried: Vec<&Value> = if meant.is_empty() {
            variants.iter().filter(|variant| !is_nothing(variant)).collect()
        } else {
            meant
        };
        let mut best: Option<Vec<Wrong>> = None;
        for variant in tried {
            let wrong = self.value(variant, value, place);
            if wrong.is_empty() {
                return wrong;
            }
            // What is wrong further inside is wrong with something that fits better.
            let depth = |wrong: &[Wrong]| wrong.iter().map(|one| one.path.len()).max();
            let fit = |wrong: &[Wrong]| (wrong.len(), std::cmp::Reverse(depth(wrong)));
            if best.as_ref().is_none_or(|best| fit(&wrong) < fit(best)) {
                best = Some(wrong);
            }
        }
        let best = best.unwrap_or_default();
        let is_choice = variants.iter().all(|variant| !variant["const"].is_null());
        if is_choice && !best.is_empty() {
            let all: Vec<_> = variants.iter().map(|variant| variant["const"].to_string()).collect();
            return vec![place.wrong(
                "BASE_TYPE_CHOICES",
                format!("Value must be one of ({}).", all.join(", ")),
            )];
        }
        best
    }

    /// Whether a value says itself that it is of that type: `"type": 2`.
    fn is_meant(&self, variant: &Value, value: &Value) -> bool {
        let variant = self.resolved(variant);
        let kinds = variant["properties"]["type"]["enum"].as_array();
        kinds.is_some_and(|kinds| kinds.contains(&value["type"]))
    }

    fn object(&self, schema: &Value, given: &Map<String, Value>, place: &Place) -> Vec<Wrong> {
        let mut known = Vec::new();
        let mut required = Vec::new();
        let mut others = None;
        self.gather(schema, &mut known, &mut required, &mut others);
        let mut wrong = Vec::new();
        for (name, value) in given {
            let place = place.within(name);
            match (known.iter().find(|(known, _)| known == name), others) {
                (Some((_, schema)), _) => wrong.extend(self.value(schema, value, &place)),
                (None, Some(schema)) => wrong.extend(self.value(schema, value, &place)),
                (None, None) if says_nothing(value) => {}
                (None, None) => wrong.push(place.wrong("UNKNOWN_FIELD", format!("There is no field {name}"))),
            }
        }
        let missing = required.iter().filter(|name| !given.contains_key(**name));
        wrong.extend(missing.map(|name| place.within(name).wrong("BASE_TYPE_REQUIRED", "This field is required")));
        wrong
    }

    /// The fields of an object, and of all that it is made of.
    fn gather<'a>(
        &'a self,
        schema: &'a Value,
        known: &mut Vec<(&'a str, &'a Value)>,
        required: &mut Vec<&'a str>,
        others: &mut Option<&'a Value>,
    ) {
        let schema = self.resolved(schema);
        let fields = schema["properties"].as_object().into_iter().flatten();
        known.extend(fields.map(|(name, field)| (name.as_str(), field)));
        required.extend(
            schema["required"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str),
        );
        if schema["additionalProperties"].is_object() {
            *others = Some(&schema["additionalProperties"]);
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.gather(part, known, required, others);
        }
    }
}

/// Libraries fill in whole structures: a field that no option of that kind has, without anything in it, is none. (One
/// with something in it Discord would overlook; here it is refused, so that nobody else overlooks it.)
fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

/// Sets of permissions come as texts (Permissions: "serialized as strings"), though the description has numbers.
fn is_bits(name: &str) -> bool {
    matches!(name, "default_member_permissions" | "allow" | "deny" | "permissions")
}
