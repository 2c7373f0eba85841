//! The schema of the commands (Application Commands).

use std::collections::HashSet;

use serde_json::Value;

use super::{is_long, items};
use crate::discord::http::Call;
use crate::discord::refusal::Wrong;

const IN_ALL: usize = 100;
const SIZE: usize = 8_000;
const NAME: usize = 32;
const DESCRIPTION: usize = 100;
const OPTIONS: usize = 25;
const CHOICES: usize = 25;
const CHOICE: usize = 100;
/// Kinds of options that have options of their own.
const SUB_COMMAND: u64 = 1;
const GROUP: u64 = 2;

/// The commands of a request, each with its path.
fn commands(call: &Call) -> Vec<(Vec<String>, &Value)> {
    match call.operation.name {
        "bulk_set_application_commands" | "bulk_set_guild_application_commands" => {
            let all = call.body.as_array().into_iter().flatten().enumerate();
            all.map(|(number, command)| (vec![number.to_string()], command))
                .collect()
        }
        "create_application_command" | "create_guild_application_command" => vec![(Vec::new(), &call.body)],
        _ => Vec::new(),
    }
}

/// Everything in the commands that has options or a name: commands, groups, sub-commands, options.
fn parts(call: &Call) -> Vec<(Vec<String>, &Value)> {
    let mut parts = commands(call);
    let mut next = 0;
    while next < parts.len() {
        let (path, part) = parts[next].clone();
        for (number, option) in items(part, "options") {
            parts.push(([path.clone(), vec!["options".to_owned(), number]].concat(), option));
        }
        next += 1;
    }
    parts
}

/// The first part with which something is wrong: the field, and the words.
fn first(call: &Call, code: &'static str, wrong: impl Fn(&Value) -> Option<(&'static str, String)>) -> Option<Wrong> {
    parts(call).into_iter().find_map(|(path, part)| {
        let (field, words) = wrong(part)?;
        let path: Vec<&str> = path.iter().map(String::as_str).chain([field]).collect();
        Some(Wrong::at(&path, code, words))
    })
}

pub(super) fn many(call: &Call) -> Option<Wrong> {
    let is_typed = |command: &&(Vec<String>, &Value)| command.1["type"].as_u64().unwrap_or(1) == 1;
    let is_many = commands(call).iter().filter(is_typed).count() > IN_ALL;
    let words = format!("Maximum number of application commands reached ({IN_ALL}).");
    is_many.then(|| Wrong::at(&[], "APPLICATION_COMMANDS_TOO_MANY", words))
}

/// A field and its localisations.
fn localized<'a>(part: &'a Value, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let others = part[format!("{name}_localizations")].as_object();
    let others = others.into_iter().flat_map(serde_json::Map::values);
    std::iter::once(&part[name]).chain(others).filter_map(Value::as_str)
}

fn longest(part: &Value, name: &str) -> usize {
    localized(part, name)
        .map(|text| text.chars().count())
        .max()
        .unwrap_or_default()
}

fn length(part: &Value) -> usize {
    let choices = part["choices"].as_array().into_iter().flatten();
    let choices: usize = choices
        .map(|choice| longest(choice, "name") + choice["value"].as_str().map_or(0, |text| text.chars().count()))
        .sum();
    let options = part["options"].as_array().into_iter().flatten();
    longest(part, "name") + longest(part, "description") + choices + options.map(length).sum::<usize>()
}

pub(super) fn size(call: &Call) -> Option<Wrong> {
    commands(call).into_iter().find_map(|(path, command)| {
        let length = length(command);
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let words = format!("Command exceeds maximum size ({SIZE}): {length}");
        (length > SIZE).then(|| Wrong::at(&path, "APPLICATION_COMMAND_TOO_LARGE", words))
    })
}

pub(super) fn name(call: &Call) -> Option<Wrong> {
    let is_name = |name: &str| (1..=NAME).contains(&name.chars().count()) && name.chars().all(is_letter);
    first(call, "APPLICATION_COMMAND_INVALID_NAME", |part| {
        // Commands of menus may be called anything.
        let is_typed = part.get("type").is_none() || part.get("description").is_some();
        let wrong = localized(part, "name").find(|name| !is_name(name))?;
        is_typed.then(|| ("name", format!("Command name is invalid: {wrong}")))
    })
}

/// `[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]`, in small letters where there are any.
fn is_letter(letter: char) -> bool {
    let is_small = !letter.is_uppercase() || letter.to_lowercase().next() == Some(letter);
    let has_script = matches!(letter, '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}');
    is_small && (letter.is_alphanumeric() || has_script || matches!(letter, '-' | '_' | '\''))
}

pub(super) fn description(call: &Call) -> Option<Wrong> {
    first(call, "BASE_TYPE_BAD_LENGTH", |part| {
        // Commands of menus have none.
        let is_typed = !matches!(part["type"].as_u64(), Some(2 | 3))
            || part.get("required").is_some()
            || part.get("options").is_some();
        let is_wrong = |text: &str| !(1..=DESCRIPTION).contains(&text.trim().chars().count());
        let missing = part["description"].as_str().is_none();
        let words = format!("Must be between 1 and {DESCRIPTION} in length.");
        (is_typed && (missing || localized(part, "description").any(is_wrong))).then_some(("description", words))
    })
}

pub(super) fn many_options(call: &Call) -> Option<Wrong> {
    first(call, "BASE_TYPE_MAX_LENGTH", |part| {
        let is_many = items(part, "options").count() > OPTIONS;
        is_many.then(|| ("options", format!("Must be {OPTIONS} or fewer in length.")))
    })
}

pub(super) fn choices(call: &Call) -> Option<Wrong> {
    first(call, "BASE_TYPE_MAX_LENGTH", |part| {
        let is_long = |(_, choice): (String, &Value)| {
            localized(choice, "name").any(|name| !(1..=CHOICE).contains(&name.chars().count()))
                || is_long(&choice["value"], CHOICE)
        };
        let count = items(part, "choices").count();
        if count > CHOICES || items(part, "choices").any(is_long) {
            return Some((
                "choices",
                format!("At most {CHOICES} choices of at most {CHOICE} characters."),
            ));
        }
        let completes = count > 0 && part["autocomplete"] == true;
        completes.then(|| ("autocomplete", "Options with choices cannot be completed.".to_owned()))
    })
}

pub(super) fn order(call: &Call) -> Option<Wrong> {
    first(call, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", |part| {
        let required: Vec<bool> = items(part, "options")
            .map(|(_, option)| option["required"] == true)
            .collect();
        let is_wrong = required.windows(2).any(|pair| !pair[0] && pair[1]);
        is_wrong.then(|| {
            (
                "options",
                "Required options must be placed before non-required options".to_owned(),
            )
        })
    })
}

pub(super) fn shape(call: &Call) -> Option<Wrong> {
    let all = commands(call);
    let mut names = HashSet::new();
    if all
        .iter()
        .any(|(_, command)| !names.insert((command["name"].to_string(), command["type"].as_u64().unwrap_or(1))))
    {
        return Some(Wrong::at(
            &[],
            "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique",
        ));
    }
    let misshapen = |path: &[String], part: &Value| {
        let mut names = HashSet::new();
        let kinds: Vec<u64> = items(part, "options")
            .filter_map(|(_, option)| option["type"].as_u64())
            .collect();
        let is_doubled = items(part, "options").any(|(_, option)| !names.insert(option["name"].to_string()));
        let nests = kinds.iter().any(|kind| matches!(*kind, SUB_COMMAND | GROUP));
        let is_mixed = nests && kinds.iter().any(|kind| !matches!(*kind, SUB_COMMAND | GROUP));
        // Below a command, below a group, below a sub-command.
        let depth = path.iter().filter(|name| *name == "options").count();
        let is_group = depth == 1 && part["type"] == GROUP;
        let is_deep = nests && depth > 0 && !is_group;
        let is_odd = is_group && kinds.iter().any(|kind| *kind != SUB_COMMAND);
        is_doubled || is_mixed || is_deep || is_odd
    };
    let (path, _) = parts(call).into_iter().find(|(path, part)| misshapen(path, part))?;
    let path: Vec<&str> = path.iter().map(String::as_str).chain(["options"]).collect();
    Some(Wrong::at(
        &path,
        "APPLICATION_COMMAND_OPTIONS_INVALID",
        "Sub-commands do not mix, nest or repeat",
    ))
}
