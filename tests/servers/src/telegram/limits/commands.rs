//! The menu of commands, and what a bot says of itself.

use serde_json::Value;

use crate::telegram::http::Call;

const NAME: usize = 32;
const DESCRIPTION: usize = 256;
const IN_ALL: usize = 100;

fn commands<'a>(call: &'a Call, field: &'static str) -> impl Iterator<Item = &'a str> {
    let given = call.list("commands").iter();
    given.filter_map(move |command| command.get(field).and_then(Value::as_str))
}

pub(super) fn name(call: &Call) -> Option<String> {
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_';
    let is_name = |name: &str| (1..=NAME).contains(&name.len()) && name.bytes().all(plain);
    let wrong = commands(call, "command").any(|name| !is_name(name));
    wrong.then(|| "BOT_COMMAND_INVALID".to_owned())
}

pub(super) fn description(call: &Call) -> Option<String> {
    let wrong = commands(call, "description").any(|text| !(1..=DESCRIPTION).contains(&text.chars().count()));
    wrong.then(|| "BOT_COMMAND_DESCRIPTION_INVALID".to_owned())
}

pub(super) fn too_many(call: &Call) -> Option<String> {
    (call.list("commands").len() > IN_ALL).then(|| "BOT_COMMANDS_TOO_MUCH".to_owned())
}

fn too_long(call: &Call, method: &str, field: &str, most: usize) -> Option<String> {
    let long = call.method == method && call.text(field)?.chars().count() > most;
    long.then(|| format!("{field} is too long").replace('_', " "))
}

pub(super) fn bot_description(call: &Call) -> Option<String> {
    too_long(call, "setmydescription", "description", 512)
}

pub(super) fn bot_short_description(call: &Call) -> Option<String> {
    too_long(call, "setmyshortdescription", "short_description", 120)
}

pub(super) fn bot_name(call: &Call) -> Option<String> {
    too_long(call, "setmyname", "name", 64)
}
