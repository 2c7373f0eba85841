//! The slash commands, registered where they are not as they should be.
//!
//! Discord itself is asked what is registered, so that no desk has to remember it, and several desks of one bot agree. What
//! it adds of its own to every command and option is left out of the comparison.

use std::hash::{DefaultHasher, Hash, Hasher};

use muster_core::surface::Cut;
use serde_json::{Map, Value};

use crate::account::Account;
use crate::api::endpoints;
use crate::api::failure::Failure;
use crate::schema;

/// Registers the commands unless they are registered as they are.
pub(crate) async fn register(account: &Account) -> Result<(), Failure> {
    let application = &account.me().await?.application;
    let wanted = serde_json::to_value(schema::all()).unwrap_or_default();
    let known: Value = account.api.ask(endpoints::commands(application)).await?;
    if hash(&known) == hash(&wanted) {
        return Ok(());
    }
    let commands = wanted.as_array().map(Vec::len);
    account.api.tell(endpoints::register(application, wanted)).await?;
    tracing::info!(commands, "the slash commands are registered");
    Ok(())
}

/// The same, with what is said where it fails. Without commands people still write to the bot, so that this ends nothing.
pub(crate) async fn register_or_tell(account: &Account) -> Result<(), Cut> {
    register(account).await.map_err(|failure| {
        tracing::warn!(error = %failure, "the slash commands could not be registered");
        failure.into()
    })
}

/// What tells one set of commands from another, whatever their order.
fn hash(commands: &Value) -> u64 {
    let mut each: Vec<String> = commands
        .as_array()
        .into_iter()
        .flatten()
        .map(|command| plain(command).to_string())
        .collect();
    each.sort_unstable();
    let mut hasher = DefaultHasher::new();
    each.hash(&mut hasher);
    hasher.finish()
}

/// What of a command we say ourselves, and of that nothing which is as it would be unsaid.
fn plain(value: &Value) -> Value {
    const OURS: [&str; 14] = [
        "type",
        "name",
        "description",
        "description_localizations",
        "options",
        "required",
        "autocomplete",
        "max_length",
        "min_value",
        "max_value",
        "choices",
        "value",
        "contexts",
        "integration_types",
    ];
    match value {
        Value::Object(fields) => {
            let ours = fields
                .iter()
                .filter(|(name, _)| OURS.contains(&name.as_str()) || name.contains('-'));
            let plain = ours.map(|(name, value)| (name.clone(), plain(value)));
            Value::Object(plain.filter(|(_, value)| !is_unsaid(value)).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(plain).collect()),
        other => other.clone(),
    }
}

fn is_unsaid(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_discord_adds_is_no_difference_and_what_we_change_is() {
        let ours = serde_json::to_value(schema::all()).unwrap();
        let mut theirs = ours.clone();
        let commands = theirs.as_array_mut().unwrap();
        commands.reverse();
        for command in commands.iter_mut() {
            command["id"] = json!("1");
            command["application_id"] = json!("2");
            command["version"] = json!("3");
            command["default_member_permissions"] = Value::Null;
            command["name_localizations"] = Value::Null;
            command["dm_permission"] = json!(true);
            command["nsfw"] = json!(false);
        }
        assert_eq!(hash(&ours), hash(&theirs));
        theirs[0]["description_localizations"]["es-ES"] = json!("otra cosa");
        assert_ne!(hash(&ours), hash(&theirs));
        assert_ne!(hash(&ours), hash(&json!([])));
    }
}
