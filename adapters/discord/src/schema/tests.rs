//! The commands as Discord takes them, and back.

use std::collections::BTreeSet;

use muster_core::catalogue::{ArgKind, CommandSpec, RawInvocation, Shape, decode, example, find, specs};
use muster_core::chrono::DateTime;
use muster_core::locale::Language;
use muster_core::time::{Frame, Zone};
use serde_json::{Value, json};
use serenity::model::application::CommandOptionType;

use super::option::{BY_NAME, CommandOption};
use super::*;
use crate::inbound::update::Data;

fn frame() -> Frame {
    Frame {
        now: DateTime::from_timestamp(1_764_579_600, 0).unwrap(),
        zone: Zone::utc(),
        language: Language::English,
    }
}

/// One line an option, indented below what it belongs to.
fn outline(options: &[CommandOption], depth: usize, lines: &mut Vec<String>) {
    use std::fmt::Write as _;
    for option in options {
        let CommandOption {
            name,
            kind,
            required,
            autocomplete,
            max_length,
            min_value,
            max_value,
            choices,
            ..
        } = option;
        let mut line = format!("{:depth$}{name}: {kind:?}", "", depth = depth * 2);
        if *required {
            line.push_str(", required");
        }
        if *autocomplete {
            line.push_str(", completed");
        }
        if let Some(most) = max_length {
            write!(line, ", up to {most}").unwrap();
        }
        if let (Some(least), Some(most)) = (min_value, max_value) {
            write!(line, ", {least} to {most}").unwrap();
        }
        if !choices.is_empty() {
            let choices: Vec<_> = choices.iter().map(|choice| choice.value).collect();
            write!(line, ", one of {}", choices.join(" ")).unwrap();
        }
        lines.push(format!("{line} · {}", option.description.description));
        outline(&option.options, depth + 1, lines);
    }
}

#[test]
fn the_commands_as_they_are_offered() {
    let mut lines = Vec::new();
    for Command {
        name,
        description,
        options,
        ..
    } in all()
    {
        lines.push(format!("/{name} · {}", description.description));
        outline(&options, 1, &mut lines);
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_command_goes_out_by_the_names_that_the_api_gives_it() {
    let command = all().into_iter().find(|command| command.name == "team").unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&command).unwrap());
}

fn is_name(name: &str) -> bool {
    let allowed = |char: char| matches!(char, 'a'..='z' | '0'..='9' | '-' | '_');
    (1..=NAME_CHARS).contains(&name.len()) && name.chars().all(allowed)
}

fn check(options: &[CommandOption], place: &str) {
    assert!(options.len() <= MOST_OPTIONS, "{place}");
    let names: BTreeSet<_> = options.iter().map(|option| &option.name).collect();
    assert_eq!(names.len(), options.len(), "{place}");
    let required: Vec<bool> = options.iter().map(|option| option.required).collect();
    assert!(
        required.is_sorted_by(|one, next| one >= next),
        "{place}: required ones come first"
    );
    for option in options {
        let place = format!("{place} {}", option.name);
        assert!(is_name(&option.name), "{place}");
        check_description(&option.description, &place);
        assert!(option.choices.len() <= MOST_OPTIONS, "{place}");
        assert!(
            !option.autocomplete || option.choices.is_empty(),
            "{place}: one or the other"
        );
        assert!(
            option.max_length.is_none_or(|most| (1..=6_000).contains(&most)),
            "{place}"
        );
        check(&option.options, &place);
    }
}

fn check_description(Description { description, localized }: &Description, place: &str) {
    assert_eq!(
        localized.keys().copied().collect::<Vec<_>>(),
        ["es-419", "es-ES"],
        "{place}"
    );
    for text in localized.values().chain([description]) {
        assert!(
            (1..=DESCRIPTION_CHARS).contains(&text.chars().count()),
            "{place}: {text}"
        );
        assert!(
            !text.starts_with("command-") && !text.starts_with("area-"),
            "{place} has no sentence"
        );
    }
    assert_ne!(localized["es-ES"], *description, "{place} is not translated");
}

/// The characters of a command that Discord counts: names, descriptions and values, each in its longest language.
fn weight(value: &Value) -> usize {
    let chars = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let longest = |value: &Value| {
        value
            .as_object()
            .into_iter()
            .flat_map(|each| each.values())
            .map(chars)
            .max()
            .unwrap_or_default()
    };
    let fields = value.as_object().unwrap();
    let own = chars(&fields["name"]) + fields.get("value").map_or(0, chars);
    let described = fields
        .get("description")
        .map_or(0, chars)
        .max(fields.get("description_localizations").map_or(0, longest));
    let below = ["options", "choices"]
        .into_iter()
        .filter_map(|name| fields.get(name)?.as_array());
    own + described + below.flatten().map(weight).sum::<usize>()
}

#[test]
fn every_command_is_within_the_limits() {
    let commands = all();
    assert!(commands.len() <= MOST_COMMANDS);
    for command in &commands {
        assert!(is_name(command.name), "{}", command.name);
        check_description(&command.description, command.name);
        check(&command.options, command.name);
        let weight = weight(&serde_json::to_value(command).unwrap());
        assert!(weight <= COMMAND_CHARS, "{} has {weight} characters", command.name);
    }
}

#[test]
fn every_command_is_there_by_words_of_its_own() {
    let named: BTreeSet<Vec<&str>> = specs().map(words::of).collect();
    assert_eq!(named.len(), specs().count());
    let mut there = BTreeSet::new();
    for command in all() {
        let subs = || {
            command
                .options
                .iter()
                .filter(|option| option.kind == CommandOptionType::SubCommand)
        };
        if subs().count() == 0 {
            there.insert(vec![command.name.to_owned()]);
        }
        there.extend(subs().map(|option| vec![command.name.to_owned(), option.name.to_string()]));
    }
    let there: BTreeSet<Vec<&str>> = there
        .iter()
        .map(|words| words.iter().map(String::as_str).collect())
        .collect();
    assert_eq!(there, named);
    assert_eq!(words::named(&["broadcast", "new"]).unwrap().path, "broadcast");
    assert_eq!(words::named(&["me", "show"]).unwrap().path, "me");
}

/// What Discord sends where somebody calls the command with these options.
fn called_with(spec: &CommandSpec, options: Vec<Value>) -> Data {
    let mut words = words::of(spec);
    let mut options = options;
    while words.len() > 1 {
        let name = words.pop();
        options = vec![json!({"name": name, "type": 1, "options": options})];
    }
    serde_json::from_value(json!({"name": words[0], "options": options})).unwrap()
}

/// An option with a value that its argument takes.
fn given(arg: &muster_core::catalogue::ArgSpec) -> (Value, String) {
    let (kind, value) = match arg.kind {
        ArgKind::Reference(kind) => (3, json!(format!("{}12", kind.letter()))),
        ArgKind::When => (3, json!("2026-12-05 10:00")),
        ArgKind::WhenOrNone | ArgKind::DurationOrNone => (3, json!("none")),
        ArgKind::Duration => (3, json!("2h")),
        ArgKind::Word { .. } if arg.usage == "platform role" => (8, json!("100")),
        _ if matches!(arg.shape, Shape::Many { .. }) => (3, json!("pizza, tacos")),
        ArgKind::Text { .. } | ArgKind::Word { .. } => (3, json!("word?")),
        ArgKind::Choice(choices) => (3, json!(choices[0])),
        ArgKind::Number { min, .. } => (4, json!(min)),
        ArgKind::Member => (6, json!("175928847299117063")),
        ArgKind::Team | ArgKind::Group => (3, json!("North")),
        ArgKind::Zone => (3, json!("Madrid")),
        ArgKind::Audience => (3, json!("everyone")),
    };
    let typed = match &value {
        Value::String(id) if kind == 6 => format!("<@{id}>"),
        Value::String(id) if kind == 8 => format!("<@&{id}:>"),
        Value::String(text) => text.clone(),
        number => number.to_string(),
    };
    (json!({"name": arg.name, "type": kind, "value": value}), typed)
}

#[test]
fn every_command_that_is_called_is_the_same_as_typed() {
    for spec in specs() {
        let (options, typed): (Vec<_>, Vec<_>) = spec.args.iter().map(given).unzip();
        let data = called_with(spec, options.into_iter().rev().collect());
        let called = called::invocation(&data);
        let line = spec
            .args
            .iter()
            .zip(&typed)
            .fold(spec.path.to_owned(), |line, (arg, value)| {
                let value = if value.contains(' ') && arg.kind != ArgKind::When {
                    format!("\"{value}\"")
                } else {
                    value.clone()
                };
                match arg.shape {
                    Shape::Keyed => format!("{line} {}:{value}", arg.name),
                    Shape::Many { .. } => format!("{line} pizza, tacos"),
                    _ => format!("{line} {value}"),
                }
            });
        let typed = RawInvocation {
            text: line.clone(),
            named: Vec::new(),
        };
        assert_eq!(find(&called).unwrap().path, spec.path);
        let [called, typed] = [called, typed].map(|raw| decode(spec, &raw, &frame()).map_err(|error| error.message));
        assert_eq!(called, typed, "{line}");
    }
}

#[test]
fn every_command_reads_back_without_what_may_be_left_out() {
    for spec in specs() {
        let required = |arg: &&muster_core::catalogue::ArgSpec| {
            matches!(arg.shape, Shape::Required | Shape::Many { min: 1.., .. })
        };
        let options = spec.args.iter().filter(required).map(|arg| given(arg).0).collect();
        let data = called_with(spec, options);
        let called = decode(spec, &called::invocation(&data), &frame());
        let typed = RawInvocation {
            text: example(spec),
            named: Vec::new(),
        };
        assert_eq!(called.is_ok(), decode(spec, &typed, &frame()).is_ok(), "{}", spec.path);
    }
}

#[test]
fn a_member_is_chosen_or_named() {
    let spec = specs().find(|spec| spec.path == "task assign").unwrap();
    let named = |option: Value| {
        let data = called_with(spec, vec![json!({"name": "task", "type": 3, "value": "T3"}), option]);
        called::invocation(&data).named
    };
    let member = |value: &str| ("member".to_owned(), value.to_owned());
    assert_eq!(
        named(json!({"name": "member", "type": 6, "value": "7"}))[1],
        member("<@7>")
    );
    assert_eq!(
        named(json!({"name": format!("member{BY_NAME}"), "type": 3, "value": "Ana Ruiz"}))[1],
        member("Ana Ruiz")
    );
}

#[test]
fn a_command_that_is_not_known_is_told_as_it_stands() {
    let data = serde_json::from_value(json!({"name": "shift", "options": [{
        "name": "grab", "type": 1, "options": [{"name": "shift", "type": 3, "value": "S12"}, {"name": "n", "type": 4, "value": 2}],
    }]}));
    let data: Data = data.unwrap();
    let raw = called::invocation(&data);
    assert_eq!((raw.text.as_str(), raw.named.len()), ("shift grab S12 2", 0));
}
