//! Commands.

use serde_json::{Value, json};

use super::person::Person;
use super::values::Resolved;
use crate::discord::ids::{ChannelId, InteractionId};
use crate::discord::seen::Answer;
use crate::discord::world::{Asked, Question, State};

impl Person {
    /// They run a command: `/shift add title:Canvass needs:2`. Panics, saying why, where Discord would not let them.
    pub fn runs(&self, channel: impl Into<ChannelId>, text: &str) -> InteractionId {
        let channel = channel.into();
        self.shared.change(|state| {
            let typed = state.typed(self.id, channel, text);
            let mut resolved = Resolved::default();
            let given = typed.given.iter().map(|(option, text)| {
                let value = state.value_of(option, text, (self.id, channel), &mut resolved);
                json!({ "type": option["type"], "name": option["name"], "value": value })
            });
            let given: Vec<Value> = given.collect();
            for option in typed.options().iter().filter(|option| option["required"] == true) {
                let is_given = given.iter().any(|given| given["name"] == option["name"]);
                assert!(is_given, "{text:?}: {} is required", option["name"]);
            }
            let mut data = typed.data(given);
            resolved.put_into(&mut data);
            self.asks(state, channel, (Asked::Command, data), text)
        })
    }

    /// They have typed so far, and look at what they can choose for the last option.
    pub fn types(&self, channel: impl Into<ChannelId>, text: &str) -> InteractionId {
        let channel = channel.into();
        self.shared.change(|state| {
            let typed = state.typed(self.id, channel, text);
            let last = typed.given.len().checked_sub(1);
            let last = last.unwrap_or_else(|| panic!("{text:?}: no option is being typed"));
            assert_eq!(
                typed.given[last].0["autocomplete"], true,
                "{text:?}: the last option is not completed"
            );
            let mut resolved = Resolved::default();
            let given = typed.given.iter().enumerate().map(|(number, (option, text))| {
                if number == last {
                    return json!({ "type": option["type"], "name": option["name"], "value": text, "focused": true });
                }
                let value = state.value_of(option, text, (self.id, channel), &mut resolved);
                json!({ "type": option["type"], "name": option["name"], "value": value })
            });
            let mut data = typed.data(given.collect());
            resolved.put_into(&mut data);
            self.asks(state, channel, (Asked::Autocomplete, data), text)
        })
    }

    /// They choose what was offered while they typed, and run the command with it.
    pub fn picks(&self, typed: InteractionId, choice: &str) -> InteractionId {
        self.shared.change(|state| {
            let Answer::Choices(choices) = state.seen.answer(typed) else {
                panic!("nothing was offered: {:?}", state.seen.answer(typed));
            };
            let value = choices
                .iter()
                .find(|one| one.name == choice)
                .map(|one| one.value.clone());
            let value = value.unwrap_or_else(|| panic!("{choice:?} was not offered: {choices:?}"));
            let before = state.interactions[&typed].clone();
            assert_eq!(before.by, self.id, "people choose from what they typed");
            let mut data = before.data;
            choose(&mut data, &value);
            let words = before.words.rsplit_once(':').map_or("", |(start, _)| start);
            let words = format!("{words}:{choice}");
            self.asks(state, before.channel, (Asked::Command, data), &words)
        })
    }

    fn asks(&self, state: &mut State, channel: ChannelId, (asked, data): (Asked, Value), words: &str) -> InteractionId {
        state.ask(Question {
            asked,
            by: self.id,
            channel,
            words: words.to_owned(),
            data,
            source: None,
            opened_by: None,
        })
    }
}

/// Puts a value in the place of what is being typed.
fn choose(data: &mut Value, value: &Value) {
    for option in data["options"].as_array_mut().into_iter().flatten() {
        if option["focused"] == true {
            *option = json!({ "type": option["type"], "name": option["name"], "value": value });
        } else if option.get("options").is_some() {
            choose(option, value);
        }
    }
}
