//! From a command as it is called in Discord to the same command as it is typed.

use muster_core::catalogue::RawInvocation;
use serde_json::Value;
use serenity::model::application::CommandOptionType;

use super::{option, words};
use crate::inbound::update::{Data, Given};

/// The words that a command is called by, and its options.
pub(crate) fn words(data: &Data) -> (Vec<&str>, &[Given]) {
    let mut words: Vec<&str> = data.name.as_deref().into_iter().collect();
    let mut options = data.options.as_slice();
    while let [only] = options
        && matches!(
            only.kind,
            CommandOptionType::SubCommand | CommandOptionType::SubCommandGroup
        )
    {
        words.push(&only.name);
        options = &only.options;
    }
    (words, options)
}

/// The command that is called, with its arguments apart, but for one that is still being typed. A command that the catalogue
/// does not have, because it was registered by another version, is told as it stands, so that the answer can say what was
/// meant.
pub(crate) fn invocation(data: &Data) -> RawInvocation {
    let (words, options) = words(data);
    let given = options.iter().filter(|given| !given.focused);
    let Some(spec) = words::named(&words) else {
        let values: Vec<String> = given.filter_map(|given| value(data, given)).collect();
        let text = words.into_iter().chain(values.iter().map(String::as_str));
        return RawInvocation {
            text: text.collect::<Vec<_>>().join(" "),
            named: Vec::new(),
        };
    };
    let named = given.filter_map(|given| {
        let name = option::argument(spec, &given.name).map_or(given.name.as_str(), |arg| arg.name);
        Some((name.to_owned(), value(data, given)?))
    });
    RawInvocation {
        text: spec.path.to_owned(),
        named: named.collect(),
    }
}

/// What was given, as it is typed: a member as a mention, which the core knows, and a role as one that says what it is called.
pub(crate) fn value(data: &Data, given: &Given) -> Option<String> {
    match (given.kind, given.value.as_ref()?) {
        (CommandOptionType::User, Value::String(id)) => Some(format!("<@{id}>")),
        (CommandOptionType::Role, Value::String(id)) => {
            let name = data.resolved.roles.get(id).map(|role| role.name.as_str());
            Some(format!("<@&{id}:{}>", name.unwrap_or_default()))
        }
        (_, Value::String(text)) => Some(text.replace("<@!", "<@")),
        (_, value @ (Value::Number(_) | Value::Bool(_))) => Some(value.to_string()),
        _ => None,
    }
}
