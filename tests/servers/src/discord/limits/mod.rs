//! What the documents say in prose: one table, each row with its source. Much of it stands in the specification too,
//! which is not always there.
//!
//! To add one: a row here, its function beside those of its kind, and a case in `tests/discord/limits/cases.rs`, which
//! fails for a row without one.

mod commands;
mod components;
mod embeds;
mod forms;
mod messages;

use serde_json::Value;

use super::http::Call;
use super::refusal::Wrong;

/// What a request breaks, and where; nothing where it does not.
type Check = fn(&Call) -> Option<Wrong>;

/// A limit.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is limited.
    pub rule: &'static str,
    /// Where that is written, and how.
    pub source: &'static str,
    check: Check,
}

impl Limit {
    pub(super) fn check(&self, call: &Call) -> Option<Wrong> {
        (self.check)(call)
    }
}

const fn row(rule: &'static str, source: &'static str, check: Check) -> Limit {
    Limit { rule, source, check }
}

/// All of them.
#[rustfmt::skip]
pub static LIMITS: [Limit; 44] = [
    row("content is short", "Create Message: content, up to 2000 characters", messages::long_content),
    row("nonce is short", "Create Message: nonce, up to 25 characters", messages::long_nonce),
    row("files are named", "Uploading Files: attachments[n].id is the n of files[n]", messages::unnamed_files),
    row("files in all", "Uploading Files: up to 10 files", messages::many_files),
    row("deferral has one flag", "Interaction Callback Data: of a deferral the only valid flag is EPHEMERAL", messages::deferral_flags),
    row("mentions are listed once", "Allowed Mentions Object: users with parse users is invalid", messages::mentions_twice),
    row("mentioned ids", "Allowed Mentions Object: roles and users, max 100", messages::many_mentions),
    row("embeds in all", "Create Message: up to 10 rich embeds", embeds::many),
    row("embeds in sum", "Embed Limits: 6000 characters in all embeds of a message", embeds::sum),
    row("embed title", "Embed Limits: title 256 characters", embeds::title),
    row("embed description", "Embed Limits: description 4096 characters", embeds::description),
    row("embed fields", "Embed Limits: up to 25 field objects", embeds::fields),
    row("embed field name", "Embed Limits: field.name 256 characters; required", embeds::field_name),
    row("embed field value", "Embed Limits: field.value 1024 characters; required", embeds::field_value),
    row("embed footer", "Embed Limits: footer.text 2048 characters", embeds::footer),
    row("embed author", "Embed Limits: author.name 256 characters", embeds::author),
    row("rows in all", "Component Reference: legacy messages allow up to 5 action rows", components::many_rows),
    row("row of buttons", "Component Reference, Action Row: up to 5 buttons", components::long_row),
    row("menu in a row of its own", "Component Reference, Action Row: 5 buttons or a single select", components::crowded_menu),
    row("button label", "Component Reference, Button: label, max 80 characters", components::button_label),
    row("button says something", "Component Reference, Button: label or emoji", components::mute_button),
    row("button kind", "Component Reference, Button: custom_id for all but link buttons, url for those only", components::button_kind),
    row("custom id", "Component Reference: custom_id, 1-100 characters", components::custom_id),
    row("custom ids differ", "Component Reference: custom_id must be unique per component", components::same_ids),
    row("menu options", "Component Reference, String Select: options, max 25", components::menu_options),
    row("menu option texts", "Component Reference, String Select: label, value, description, max 100 characters", components::option_texts),
    row("menu placeholder", "Component Reference, String Select: placeholder, max 150 characters", components::placeholder),
    row("menu values differ", "Component Reference, String Select: values of options are unique", components::same_values),
    row("form title", "Interaction Callback Data, Modal: title, max 45 characters", forms::title),
    row("form inputs", "Interaction Callback Data, Modal: between 1 and 5 components", forms::inputs),
    row("form label", "Component Reference: label, max 45 characters", forms::label),
    row("form value", "Component Reference, Text Input: value, max 4000 characters", forms::value),
    row("form placeholder", "Component Reference, Text Input: placeholder, max 100 characters", forms::placeholder),
    row("form lengths", "Component Reference, Text Input: min_length 0-4000, max_length 1-4000", forms::lengths),
    row("choices while typing", "Interaction Callback Data, Autocomplete: max of 25 choices", forms::many_choices),
    row("choice while typing", "Application Command Option Choice: name and value, 1-100 characters", forms::choice_texts),
    row("commands in all", "Registering a Command: 100 global CHAT_INPUT commands", commands::many),
    row("command size", "Slash Commands: 8000 characters for names, descriptions and values of a command", commands::size),
    row("command name", "Application Command Naming: ^[-_'\\p{L}\\p{N}\\p{sc=Deva}\\p{sc=Thai}]{1,32}$, lowercase", commands::name),
    row("command description", "Application Command: description, 1-100 characters", commands::description),
    row("command options", "Application Command: options, max of 25", commands::many_options),
    row("command choices", "Application Command Option: choices, max of 25; name and value 100 characters", commands::choices),
    row("required options first", "Application Command Option: required options must be listed before optional ones", commands::order),
    row("command shape", "Subcommands and Subcommand Groups: no nesting beyond group and sub-command, no mixing; names differ", commands::shape),
];

/// Whether a message leaves it open whom it calls: Discord then looks for mentions in what people wrote. Nothing forbids
/// that.
pub(super) fn leaves_mentions_open(call: &Call) -> bool {
    message(call).is_some_and(|message| {
        let parse = &message["allowed_mentions"]["parse"];
        parse.as_array().is_none_or(|parse| !parse.is_empty())
    })
}

/// The body as far as it is a message's: of an interaction's answer what is inside.
fn message(call: &Call) -> Option<&Value> {
    match call.operation.name {
        "create_message"
        | "update_message"
        | "execute_webhook"
        | "update_webhook_message"
        | "update_original_webhook_message" => Some(&call.body),
        "create_interaction_response" => Some(&call.body["data"]).filter(|_| {
            let kind = call.body["type"].as_u64();
            matches!(kind, Some(4 | 5 | 7))
        }),
        _ => None,
    }
}

/// Where a message's fields are.
fn place<'a>(call: &Call, path: &[&'a str]) -> Vec<&'a str> {
    let outer = (call.operation.name == "create_interaction_response").then_some("data");
    outer.into_iter().chain(path.iter().copied()).collect()
}

/// The items of a list, each with its number in words.
fn items<'a>(value: &'a Value, name: &str) -> impl Iterator<Item = (String, &'a Value)> + use<'a> {
    let list = value.get(name).and_then(Value::as_array).into_iter().flatten();
    list.enumerate().map(|(number, item)| (number.to_string(), item))
}

/// Whether a text is longer than that; without the white space around it, which is cut off.
fn is_long(value: &Value, most: usize) -> bool {
    value.as_str().is_some_and(|text| text.trim().chars().count() > most)
}

fn too_long(path: &[&str], most: usize) -> Wrong {
    Wrong::at(
        path,
        "BASE_TYPE_MAX_LENGTH",
        format!("Must be {most} or fewer in length."),
    )
}
