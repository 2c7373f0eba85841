//! What the bot says of itself: its menus of commands, its name, its descriptions.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, UserId};
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::world::State;

/// All of it, by language.
#[derive(Debug, Default)]
pub(in crate::telegram) struct Profile {
    /// By scope, as it was written, and language.
    menus: HashMap<(String, String), Value>,
    /// By field and language.
    words: HashMap<(String, String), String>,
}

impl Profile {
    pub(super) fn say(&mut self, field: &str, call: &Call) -> Value {
        let text = call.text(field).unwrap_or_default();
        self.words.insert((field.to_owned(), language(call)), text.to_owned());
        Value::Bool(true)
    }

    /// In that language, or else in none.
    pub(super) fn said(&self, field: &str, call: &Call) -> Value {
        let word = |language: String| self.words.get(&(field.to_owned(), language));
        let said = word(language(call))
            .filter(|word| !word.is_empty())
            .or_else(|| word(String::new()));
        json!({ field: said.map_or("", String::as_str) })
    }

    /// The menu of exactly that scope and language.
    pub(in crate::telegram) fn menu(&self, scope: &Value, language: &str) -> Option<&Value> {
        self.menus.get(&(scope.to_string(), language.to_owned()))
    }
}

fn language(call: &Call) -> String {
    call.text("language_code").unwrap_or_default().to_owned()
}

impl State {
    pub(super) fn set_my_commands(&mut self, call: &Call) -> Answer {
        let scope = self.scope(call)?;
        let commands = call.list("commands").into();
        self.profile.menus.insert((scope, language(call)), commands);
        Ok(Value::Bool(true))
    }

    pub(super) fn get_my_commands(&mut self, call: &Call) -> Answer {
        let scope = self.scope(call)?;
        let menu = self.profile.menus.get(&(scope, language(call)));
        Ok(menu.cloned().unwrap_or_else(|| json!([])))
    }

    pub(super) fn delete_my_commands(&mut self, call: &Call) -> Answer {
        let scope = self.scope(call)?;
        self.profile.menus.remove(&(scope, language(call)));
        Ok(Value::Bool(true))
    }

    /// The scope as it is kept; its chat must be there.
    fn scope(&self, call: &Call) -> Result<String, Refusal> {
        let everywhere = json!({ "type": "default" });
        let scope = call.fields.get("scope").unwrap_or(&everywhere);
        let is_there = match scope.get("chat_id").map(Value::as_i64) {
            None => true,
            Some(Some(id)) => self.chats.contains_key(&ChatId(id)) || self.users.contains_key(&UserId(id)),
            Some(None) => false,
        };
        if is_there {
            Ok(scope.to_string())
        } else {
            Err(Refusal::bad("chat not found"))
        }
    }
}
