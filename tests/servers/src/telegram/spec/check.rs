//! Holding a request against the specification.

use serde_json::{Map, Value};

use super::{Field, Kind, Shape, Spec};
use crate::telegram::http::Call;

impl Spec {
    /// What is wrong with the request, all of it, each with the place where it is.
    pub(in crate::telegram) fn check(&self, call: &Call) -> Vec<String> {
        match self.methods.get(&call.method) {
            Some(fields) => self.object(fields, &call.fields, &call.name),
            None => vec![format!("{}: there is no such method", call.name)],
        }
    }

    /// What is wrong with a value of that type.
    pub(in crate::telegram) fn check_type(&self, kind: &str, value: &Value) -> Vec<String> {
        self.named(kind, value, kind)
    }

    fn object(&self, fields: &[Field], given: &Map<String, Value>, at: &str) -> Vec<String> {
        let mut wrong = Vec::new();
        for name in given.keys() {
            if !fields.iter().any(|field| field.name == *name) {
                wrong.push(format!("{at}: there is no field {name}"));
            }
        }
        for field in fields {
            match given.get(&field.name) {
                None if field.required => wrong.push(format!("{at}: the field {} is missing", field.name)),
                None => {}
                Some(value) => wrong.extend(self.field(field, value, &format!("{at}.{}", field.name))),
            }
        }
        wrong
    }

    fn field(&self, field: &Field, value: &Value, at: &str) -> Vec<String> {
        match &field.constant {
            Some(constant) if value != constant.as_str() => vec![format!("{at}: {value} is not {constant:?}")],
            _ => self.any(&field.kinds, value, at),
        }
    }

    /// Nothing where one of the kinds fits, else what is wrong with the one that fits best.
    fn any(&self, kinds: &[Kind], value: &Value, at: &str) -> Vec<String> {
        let wrong = kinds.iter().map(|kind| self.value(kind, value, at));
        // What is wrong further inside is wrong with something that fits better.
        let fit = |wrong: &Vec<String>| (wrong.len(), std::cmp::Reverse(wrong.iter().map(String::len).max()));
        wrong.min_by_key(fit).unwrap_or_default()
    }

    fn value(&self, kind: &Kind, value: &Value, at: &str) -> Vec<String> {
        let fits = match (kind, value) {
            (Kind::Array(element), Value::Array(values)) => {
                let each = values.iter().enumerate();
                return each
                    .flat_map(|(number, value)| self.value(element, value, &format!("{at}[{number}]")))
                    .collect();
            }
            (Kind::Named(name), value) => return self.named(name, value, at),
            (Kind::Integer, value) => value.is_i64(),
            (Kind::Float, value) => value.is_number(),
            (Kind::Boolean, value) => value.is_boolean(),
            (Kind::String, value) => value.is_string(),
            (Kind::File, value) => value.as_str().is_some_and(|text| text.starts_with("attach://")),
            (Kind::Array(_), _) => false,
        };
        if fits {
            return Vec::new();
        }
        vec![format!("{at}: {value} is not {}", words(kind))]
    }

    fn named(&self, name: &str, value: &Value, at: &str) -> Vec<String> {
        match (self.types.get(name), value) {
            (Some(Shape::Union(names)), value) => {
                let kinds = |names: &[&String]| {
                    names
                        .iter()
                        .map(|name| Kind::Named((*name).clone()))
                        .collect::<Vec<_>>()
                };
                let all: Vec<_> = names.iter().collect();
                let meant: Vec<_> = names.iter().filter(|name| self.is_meant(name, value)).collect();
                self.any(&kinds(if meant.is_empty() { &all } else { &meant }), value, at)
            }
            (Some(Shape::Object(fields)), Value::Object(given)) => self.object(fields, given, at),
            (Some(_), _) => vec![format!("{at}: {value} is not an object {name}")],
            (None, _) => vec![format!("{at}: the specification has no type {name}")],
        }
    }

    /// Whether a value says itself that it is of that type: `"type": "chat"`.
    fn is_meant(&self, name: &str, value: &Value) -> bool {
        let Some(Shape::Object(fields)) = self.types.get(name) else {
            return false;
        };
        let says = |field: &Field| Some(value.get(&field.name)?.as_str()? == field.constant.as_deref()?);
        fields.iter().any(|field| says(field) == Some(true))
    }
}

fn words(kind: &Kind) -> String {
    match kind {
        Kind::Integer => "an Integer".to_owned(),
        Kind::Array(_) => "an Array".to_owned(),
        Kind::File => "a file".to_owned(),
        kind => format!("a {kind:?}"),
    }
}
