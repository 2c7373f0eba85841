//! Buttons and menus.

use serde_json::{Value, json};

use super::person::Person;
use super::values::Resolved;
use crate::discord::ids::{InteractionId, MessageId};
use crate::discord::permissions::Permissions;
use crate::discord::seen::{Component, Shown};
use crate::discord::world::{Asked, Question, State};
use crate::which::Which;

impl Person {
    /// They tap a button that they see.
    pub fn taps<'a>(&self, message: MessageId, which: impl Into<Which<'a>>) -> InteractionId {
        let which = which.into();
        self.shared.change(|state| {
            let shown = state.visible_to(self, message);
            let button = match which {
                Which::Label(label) => shown.button(label),
                Which::Place(place) => shown.all_components().into_iter().nth(place),
            };
            let found = button.unwrap_or_else(|| panic!("no button {which:?} on {:?}: {:?}", shown.text, shown.rows()));
            let Component::Button {
                label,
                custom_id: Some(custom_id),
                disabled: false,
                ..
            } = found
            else {
                panic!("the bot is not told of {found:?}");
            };
            let data = json!({ "custom_id": custom_id, "component_type": 2, "id": number_of(shown, &custom_id) });
            self.touches(state, message, format!("[{label}]"), data)
        })
    }

    /// They choose from a menu that they see, by its placeholder; people and roles are written as mentions: `@ben`.
    pub fn selects(&self, message: MessageId, menu: &str, choices: &[&str]) -> InteractionId {
        self.shared.change(|state| {
            let shown = state.visible_to(self, message);
            let found = shown.menu(menu);
            let Some(Component::Menu {
                custom_id,
                kind,
                options,
                count: (least, most),
                disabled: false,
                ..
            }) = found
            else {
                panic!("no menu {menu:?} on {:?}: {:?}", shown.text, shown.rows());
            };
            assert!(
                (least..=most).contains(&choices.len()),
                "{menu:?} takes {least} to {most} choices"
            );
            let channel = shown.channel;
            let number = number_of(shown, &custom_id);
            let mut resolved = Resolved::default();
            let values = choices.iter().map(|choice| match kind {
                3 => {
                    let chosen = options.iter().find(|(label, _)| label == choice);
                    json!(chosen.unwrap_or_else(|| panic!("{choice:?} is not in {options:?}")).1)
                }
                // The kinds of menus come one before those of options.
                kind => {
                    let option = json!({ "name": menu, "type": option_kind(kind) });
                    state.value_of(&option, choice, (self.id, channel), &mut resolved)
                }
            });
            let values: Vec<Value> = values.collect();
            let mut data = json!({ "custom_id": custom_id, "component_type": kind, "id": number, "values": values });
            resolved.put_into(&mut data);
            self.touches(state, message, format!("[{menu} ▾ {}]", choices.join(", ")), data)
        })
    }

    /// Their client says that they tapped a button of a message, whether the message has it (any more) or not.
    pub fn sends_component(&self, message: MessageId, custom_id: &str) -> InteractionId {
        self.shared.change(|state| {
            state.visible_to(self, message);
            let data = json!({ "custom_id": custom_id, "component_type": 2, "id": 2 });
            self.touches(state, message, format!("[{custom_id}]"), data)
        })
    }

    fn touches(&self, state: &mut State, message: MessageId, words: String, data: Value) -> InteractionId {
        let channel = state.visible_to(self, message).channel;
        state.ask(Question {
            asked: Asked::Component,
            by: self.id,
            channel,
            words,
            data,
            source: Some(message),
            opened_by: None,
        })
    }
}

impl State {
    /// A message that somebody sees.
    fn visible_to(&self, person: &Person, message: MessageId) -> &Shown {
        let nick = &self.user(person.id).nick;
        let shown = self.seen.message(message).filter(|shown| shown.is_for(person));
        let shown = shown.unwrap_or_else(|| panic!("{nick} sees no message {message}"));
        self.expect(person.id, shown.channel, Permissions::VIEW_CHANNEL);
        shown
    }
}

/// Of menus 5 is people, 6 roles, 7 either, 8 channels; of options 6 is people, 7 channels, 8 roles, 9 either.
const fn option_kind(kind: u64) -> u64 {
    match kind {
        5 => 6,
        6 => 8,
        7 => 9,
        _ => 7,
    }
}

/// The number that a component has in its message.
fn number_of(shown: &Shown, custom_id: &str) -> Value {
    let rows = shown.components.as_array().into_iter().flatten();
    let mut all = rows.filter_map(|row| row["components"].as_array()).flatten();
    let found = all.find(|component| component["custom_id"] == custom_id);
    found.map_or(Value::Null, |component| component["id"].clone())
}
