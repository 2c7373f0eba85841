//! Buttons and menus, as people see them.

use serde_json::Value;

/// Something on a message or in a form that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Component {
    /// A button.
    Button {
        /// What it says.
        label: String,
        /// What comes back to the bot.
        custom_id: Option<String>,
        /// Where it leads.
        url: Option<String>,
        /// Whether it can not be tapped.
        disabled: bool,
    },
    /// A menu.
    Menu {
        /// What it says while nothing is chosen.
        placeholder: Option<String>,
        /// What comes back to the bot.
        custom_id: String,
        /// The number of its kind: 3 for texts, 5 for people …
        kind: u64,
        /// What can be chosen: label and value.
        options: Vec<(String, String)>,
        /// How many at least, and at most.
        count: (usize, usize),
        /// Whether nothing can be chosen.
        disabled: bool,
    },
}

/// What components say: of a message made of components alone its text.
pub(super) fn say_components(value: &Value, into: &mut String) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| say_components(value, into)),
        Value::Object(fields) => {
            // Of components only displayed texts can call somebody.
            if fields.get("type").and_then(Value::as_u64) == Some(10) {
                into.push(' ');
                into.push_str(fields.get("content").and_then(Value::as_str).unwrap_or_default());
            }
            for name in ["components", "accessory"] {
                say_components(fields.get(name).unwrap_or(&Value::Null), into);
            }
        }
        _ => {}
    }
}

/// A button or a menu, as it came.
pub(super) fn component(value: &Value) -> Option<Component> {
    let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let count = |name: &str| {
        value
            .get(name)
            .and_then(Value::as_u64)
            .and_then(|count| usize::try_from(count).ok())
    };
    let disabled = value.get("disabled").and_then(Value::as_bool).unwrap_or_default();
    match value.get("type")?.as_u64()? {
        2 => Some(Component::Button {
            label: label(value),
            custom_id: text("custom_id"),
            url: text("url"),
            disabled,
        }),
        kind @ (3 | 5..=8) => Some(Component::Menu {
            placeholder: text("placeholder"),
            custom_id: text("custom_id")?,
            kind,
            options: value
                .get("options")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(option)
                .collect(),
            count: (count("min_values").unwrap_or(1), count("max_values").unwrap_or(1)),
            disabled,
        }),
        _ => None,
    }
}

/// What stands on a button: its emoji, its text.
fn label(button: &Value) -> String {
    let emoji = button.get("emoji").and_then(|emoji| emoji.get("name")?.as_str());
    let text = button.get("label").and_then(Value::as_str);
    emoji.into_iter().chain(text).collect::<Vec<_>>().join(" ")
}

fn option(value: &Value) -> Option<(String, String)> {
    Some((
        value.get("label")?.as_str()?.to_owned(),
        value.get("value")?.as_str()?.to_owned(),
    ))
}
