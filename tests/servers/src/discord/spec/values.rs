//! What a single value may be: types, bounds, formats.

use muster_core::chrono::DateTime;
use serde_json::Value;

use super::check::Place;
use crate::discord::refusal::Wrong;

/// What is wrong with the value itself, not with what is in it.
pub(super) fn wrong(schema: &Value, value: &Value, place: &Place) -> Vec<Wrong> {
    if let Some(wrong) = of_type(schema, value, place) {
        return vec![wrong];
    }
    let found = match value {
        Value::String(text) => of_text(schema, text, place),
        Value::Number(_) => of_number(schema, value, place),
        Value::Array(items) => of_list(schema, items, place),
        Value::Object(fields) => of_object(schema, fields.len(), place),
        _ => None,
    };
    found.or_else(|| of_choices(schema, value, place)).into_iter().collect()
}

fn of_type(schema: &Value, value: &Value, place: &Place) -> Option<Wrong> {
    let kinds: Vec<&str> = match &schema["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return None,
    };
    let fits = kinds.iter().any(|kind| match *kind {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => false,
    });
    (!fits).then(|| place.wrong("BASE_TYPE_BAD_TYPE", format!("{value} is not {}", kinds.join(" or "))))
}

fn bound(schema: &Value, name: &str) -> Option<usize> {
    schema[name].as_u64().and_then(|bound| usize::try_from(bound).ok())
}

fn of_text(schema: &Value, text: &str, place: &Place) -> Option<Wrong> {
    // White space around a text is cut off before it is measured (Message Resource, "Embed Limits").
    let length = text.trim().chars().count();
    let (least, most) = (bound(schema, "minLength"), bound(schema, "maxLength"));
    if most.is_some_and(|most| length > most) || least.is_some_and(|least| length < least) {
        return Some(length_wrong(place, least, most));
    }
    let is_formed = match schema["format"].as_str() {
        Some("snowflake") => {
            !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u64>().is_ok()
        }
        Some("date-time") => DateTime::parse_from_rfc3339(text).is_ok(),
        Some("uri") => text.contains("://"),
        _ => true,
    };
    (!is_formed).then(|| {
        let format = schema["format"].as_str().unwrap_or_default();
        place.wrong("BASE_TYPE_BAD_FORMAT", format!("Value \"{text}\" is not {format}."))
    })
}

fn length_wrong(place: &Place, least: Option<usize>, most: Option<usize>) -> Wrong {
    match (least, most) {
        (None | Some(0), Some(most)) => {
            place.wrong("BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."))
        }
        (Some(least), Some(most)) => place.wrong(
            "BASE_TYPE_BAD_LENGTH",
            format!("Must be between {least} and {most} in length."),
        ),
        (least, None) => {
            let least = least.unwrap_or_default();
            place.wrong("BASE_TYPE_MIN_LENGTH", format!("Must be {least} or more in length."))
        }
    }
}

fn of_number(schema: &Value, value: &Value, place: &Place) -> Option<Wrong> {
    let number = value.as_f64()?;
    let half = f64::from(i32::MAX);
    let is_int32 = schema["format"] == "int32";
    let least = schema["minimum"].as_f64().or(is_int32.then_some(-half - 1.0));
    let most = schema["maximum"].as_f64().or(is_int32.then_some(half));
    if most.is_some_and(|most| number > most) {
        return Some(place.wrong("NUMBER_TYPE_MAX", format!("{number} is too much.")));
    }
    let is_less = least.is_some_and(|least| number < least);
    is_less.then(|| place.wrong("NUMBER_TYPE_MIN", format!("{number} is too little.")))
}

fn of_list(schema: &Value, items: &[Value], place: &Place) -> Option<Wrong> {
    let (least, most) = (bound(schema, "minItems"), bound(schema, "maxItems"));
    if most.is_some_and(|most| items.len() > most) || least.is_some_and(|least| items.len() < least) {
        return Some(length_wrong(place, least, most));
    }
    let is_doubled = |(number, item): (usize, &Value)| items[..number].contains(item);
    let doubled = schema["uniqueItems"] == true && items.iter().enumerate().any(is_doubled);
    doubled.then(|| place.wrong("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"))
}

fn of_object(schema: &Value, count: usize, place: &Place) -> Option<Wrong> {
    let (least, most) = (bound(schema, "minProperties"), bound(schema, "maxProperties"));
    let is_wrong = most.is_some_and(|most| count > most) || least.is_some_and(|least| count < least);
    is_wrong.then(|| length_wrong(place, least, most))
}

fn of_choices(schema: &Value, value: &Value, place: &Place) -> Option<Wrong> {
    if !schema["const"].is_null() && schema["const"] != *value {
        return Some(place.wrong(
            "BASE_TYPE_CHOICES",
            format!("Value must be one of ({}).", schema["const"]),
        ));
    }
    let choices = schema["enum"].as_array()?;
    if choices.contains(value) {
        return None;
    }
    let all: Vec<_> = choices.iter().map(ToString::to_string).collect();
    Some(place.wrong(
        "BASE_TYPE_CHOICES",
        format!("Value must be one of ({}).", all.join(", ")),
    ))
}
