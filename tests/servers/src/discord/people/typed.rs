//! A command as it is typed, held against the schema that the bot registered: `/shift add title:Canvass needs:2`.

use serde_json::{Value, json};

use crate::discord::ids::{ChannelId, UserId};
use crate::discord::permissions::Permissions;
use crate::discord::world::State;

/// A command that was found in the schema, with what was typed for it.
#[derive(Debug)]
pub(super) struct Typed {
    pub(super) command: Value,
    /// The group and the sub-command, from the outside.
    pub(super) path: Vec<Value>,
    /// The options, as they were typed.
    pub(super) given: Vec<(Value, String)>,
}

impl Typed {
    /// What can be given to it.
    pub(super) fn options(&self) -> Vec<Value> {
        options(self.path.last().unwrap_or(&self.command))
    }

    /// What the interaction says of it, with those options inside.
    pub(super) fn data(&self, mut inside: Vec<Value>) -> Value {
        for part in self.path.iter().rev() {
            inside = vec![json!({ "type": part["type"], "name": part["name"], "options": inside })];
        }
        let mut data = json!({ "id": self.command["id"], "name": self.command["name"], "type": 1 });
        if !inside.is_empty() {
            data["options"] = inside.into();
        }
        if !self.command["guild_id"].is_null() {
            data["guild_id"] = self.command["guild_id"].clone();
        }
        data
    }
}

impl State {
    /// Finds what somebody types in the schema. Panics, saying why, where Discord would not let them type it.
    pub(super) fn typed(&self, by: UserId, channel: ChannelId, text: &str) -> Typed {
        let locale = &self.user(by).locale;
        let words = text
            .strip_prefix('/')
            .unwrap_or_else(|| panic!("{text:?} is no command: it begins with /"));
        let (name, mut rest) = words.split_once(' ').unwrap_or((words, ""));
        let commands = self.offered(channel);
        let found = commands.iter().find(|command| is_called(command, name, locale));
        let command = found.cloned().unwrap_or_else(|| {
            let names: Vec<_> = commands.iter().filter_map(|command| command["name"].as_str()).collect();
            panic!("/{name} is not registered here; there are: {}", names.join(", "))
        });
        self.expect_command(by, channel, &command);
        let mut path = Vec::new();
        loop {
            let parts = options(path.last().unwrap_or(&command));
            let nests = parts.iter().any(|part| matches!(part["type"].as_u64(), Some(1 | 2)));
            if !nests {
                break;
            }
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            let part = parts.iter().find(|part| is_called(part, word, locale));
            path.push(part.cloned().unwrap_or_else(|| {
                let names: Vec<_> = parts.iter().filter_map(|part| part["name"].as_str()).collect();
                panic!("{text:?}: {word:?} is no sub-command; there are: {}", names.join(", "))
            }));
            rest = after;
        }
        let known = options(path.last().unwrap_or(&command));
        let given = pairs(rest, &known, locale, text);
        Typed { command, path, given }
    }

    /// The commands that are offered in a channel.
    fn offered(&self, channel: ChannelId) -> Vec<Value> {
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild);
        let own = guild.and_then(|guild| self.guild_commands.get(&guild));
        let all = own.into_iter().flatten().chain(&self.commands);
        let is_offered = |command: &&Value| {
            let context = u8::from(guild.is_none());
            let contexts = command["contexts"].as_array();
            let by_contexts = contexts.is_none_or(|contexts| contexts.iter().any(|one| *one == context));
            command["type"] == 1 && by_contexts && (guild.is_some() || command["dm_permission"] != false)
        };
        all.filter(is_offered).cloned().collect()
    }

    /// Whether somebody may use a command there (Application Commands, "Using Default Permissions").
    fn expect_command(&self, by: UserId, channel: ChannelId, command: &Value) {
        self.expect(
            by,
            channel,
            Permissions::VIEW_CHANNEL | Permissions::USE_APPLICATION_COMMANDS,
        );
        let in_guild = self.channels[&channel].guild.is_some();
        let Some(needed) = command["default_member_permissions"].as_str().filter(|_| in_guild) else {
            return;
        };
        let (needed, may) = (
            Permissions::read(needed).unwrap_or_default(),
            self.permissions(by, channel),
        );
        let is_allowed = if needed == Permissions::NONE {
            may.has(Permissions::ADMINISTRATOR)
        } else {
            may.has(needed)
        };
        let nick = &self.user(by).nick;
        assert!(is_allowed, "{nick} may not use /{}: it needs {needed}", command["name"]);
    }
}

fn options(part: &Value) -> Vec<Value> {
    part["options"].as_array().cloned().unwrap_or_default()
}

/// Whether it has that name, in the schema or in that language.
pub(super) fn is_called(part: &Value, name: &str, locale: &str) -> bool {
    part["name"] == name || part["name_localizations"][locale] == name
}

/// `name:value` after `name:value`: a value goes on until the next option's name.
fn pairs(rest: &str, known: &[Value], locale: &str, text: &str) -> Vec<(Value, String)> {
    let mut starts = Vec::new();
    for (at, word) in words(rest) {
        let option = word.split_once(':').map(|(name, _)| name);
        let option = option.and_then(|name| Some((name, known.iter().find(|one| is_called(one, name, locale))?)));
        if let Some((name, option)) = option {
            starts.push((at, name.len() + 1, option.clone()));
        } else if starts.is_empty() {
            let names: Vec<_> = known.iter().filter_map(|option| option["name"].as_str()).collect();
            panic!("{text:?}: {word:?} is no option; there are: {}", names.join(", "));
        }
    }
    let ends: Vec<usize> = starts.iter().skip(1).map(|(at, ..)| *at).chain([rest.len()]).collect();
    let given = starts.into_iter().zip(ends);
    given
        .map(|((at, name, option), end)| (option, rest[at + name..end].trim_end().to_owned()))
        .collect()
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let begin = text.as_ptr() as usize;
    text.split(' ')
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - begin, word))
}
