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

/// The command that is called by these words, with its arguments apart. One that the catalogue does not have, because it was
/// registered by another version, is told as it stands, so that the answer can say what was meant.
pub(crate) fn invocation<'a>(words: &[&str], options: impl IntoIterator<Item = &'a Given>) -> RawInvocation {
    let options = options.into_iter();
    let Some(spec) = words::named(words) else {
        let values = options.filter_map(value).collect::<Vec<_>>();
        let text = words
            .iter()
            .copied()
            .chain(values.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(" ");
        return RawInvocation {
            text,
            named: Vec::new(),
        };
    };
    let named = options.filter_map(|given| {
        let name = option::argument(spec, &given.name).map_or(given.name.as_str(), |arg| arg.name);
        Some((name.to_owned(), value(given)?))
    });
    RawInvocation {
        text: spec.path.to_owned(),
        named: named.collect(),
    }
}

/// What was given, as it is typed: a member as a mention, which the core knows.
pub(crate) fn value(given: &Given) -> Option<String> {
    match (given.kind, given.value.as_ref()?) {
        (CommandOptionType::User, Value::String(id)) => Some(format!("<@{id}>")),
        (_, Value::String(text)) => Some(text.replace("<@!", "<@")),
        (_, value @ (Value::Number(_) | Value::Bool(_))) => Some(value.to_string()),
        _ => None,
    }
}
