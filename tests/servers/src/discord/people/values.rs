//! What is typed for an option, as the bot gets it.

use serde_json::{Value, json};

use super::typed::is_called;
use crate::discord::ids::{ChannelId, GuildId, UserId};
use crate::discord::world::State;

/// What options speak of, beside their values.
#[derive(Debug, Default)]
pub(super) struct Resolved(Value);

impl Resolved {
    fn add(&mut self, kind: &str, id: &dyn ToString, value: Value) {
        self.0[kind][id.to_string()] = value;
    }

    pub(super) fn put_into(self, data: &mut Value) {
        if !self.0.is_null() {
            data["resolved"] = self.0;
        }
    }
}

impl State {
    /// The value of an option. Panics, saying why, where Discord would not let it be sent.
    pub(super) fn value_of(
        &self,
        option: &Value,
        text: &str,
        at: (UserId, ChannelId),
        resolved: &mut Resolved,
    ) -> Value {
        let name = option["name"].as_str().unwrap_or_default();
        if let Some(choices) = option["choices"].as_array().filter(|choices| !choices.is_empty()) {
            let locale = &self.user(at.0).locale;
            let choice = choices.iter().find(|choice| is_called(choice, text, locale));
            let names: Vec<_> = choices.iter().filter_map(|choice| choice["name"].as_str()).collect();
            let choice =
                choice.unwrap_or_else(|| panic!("{text:?} is no choice of {name}; there are: {}", names.join(", ")));
            return choice["value"].clone();
        }
        let value = match option["type"].as_u64() {
            Some(3) => Some(string(option, text)),
            Some(4) => text
                .parse::<i64>()
                .ok()
                .filter(|number| is_within(option, as_float(*number)))
                .map(Value::from),
            Some(5) => text.to_lowercase().parse::<bool>().ok().map(Value::from),
            Some(10) => text
                .parse::<f64>()
                .ok()
                .filter(|number| is_within(option, *number))
                .map(Value::from),
            Some(kind @ 6..=9) => self.mentioned(kind, text, at.1, resolved),
            kind => panic!("options of kind {kind:?} are not played by this server: {name}"),
        };
        value.unwrap_or_else(|| panic!("{text:?} can not be given for {name}: {option}"))
    }

    /// `@ana`, `@Captains`, `#general`.
    fn mentioned(&self, kind: u64, text: &str, channel: ChannelId, resolved: &mut Resolved) -> Option<Value> {
        let guild = self.channels[&channel].guild;
        let name = text.trim_start_matches(['@', '#']);
        if kind == 7 {
            let mut rooms = self
                .channels
                .values()
                .filter(|room| room.guild == guild && room.guild.is_some());
            let room = rooms.find(|room| room.name == name)?;
            resolved.add("channels", &room.id, self.partial_channel_json(room, self.bot));
            return Some(json!(room.id));
        }
        let person = self.nicks.get(name).copied().filter(|_| matches!(kind, 6 | 9));
        if let Some(person) = person {
            self.resolve_person(person, guild, resolved);
            return Some(json!(person));
        }
        let role = guild
            .and_then(|guild| self.guild(guild).role(name))
            .filter(|_| matches!(kind, 8 | 9))?;
        resolved.add("roles", &role.id, role.json());
        Some(json!(role.id))
    }

    pub(super) fn resolve_person(&self, person: UserId, guild: Option<GuildId>, resolved: &mut Resolved) {
        resolved.add("users", &person, self.user(person).json());
        let guild = guild.map(|guild| self.guild(guild));
        if let Some((guild, member)) = guild.and_then(|guild| Some((guild, guild.members.get(&person)?))) {
            let mut json = member.json();
            json["permissions"] = guild.permissions(person).0.to_string().into();
            resolved.add("members", &person, json);
        }
    }
}

fn string(option: &Value, text: &str) -> Value {
    let length = text.chars().count();
    let bound = |name: &str, otherwise: usize| {
        let bound = option[name].as_u64().and_then(|bound| usize::try_from(bound).ok());
        bound.unwrap_or(otherwise)
    };
    let is_within = (bound("min_length", 1)..=bound("max_length", 6_000)).contains(&length);
    assert!(is_within, "{text:?} is too short or too long for {option}");
    text.into()
}

fn is_within(option: &Value, number: f64) -> bool {
    let (least, most) = (option["min_value"].as_f64(), option["max_value"].as_f64());
    least.is_none_or(|least| number >= least) && most.is_none_or(|most| number <= most)
}

#[expect(clippy::cast_precision_loss, reason = "Discord's integers fit: 53 bits")]
const fn as_float(number: i64) -> f64 {
    number as f64
}
