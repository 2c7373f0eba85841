//! The commands of the bot: what people can type.

use serde_json::{Value, json};

use crate::discord::http::Call;
use crate::discord::ids::GuildId;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::world::State;

impl State {
    fn own_application(&self, call: &Call) -> Result<Option<GuildId>, Refusal> {
        if call.parameter("application_id") != Some(self.bot.to_string().as_str()) {
            return Err(Refusal::new(
                403,
                20_012,
                "You are not authorized to perform this action on this application",
            ));
        }
        let guild = call.parameter("guild_id").is_some().then(|| call.guild());
        if guild.is_some_and(|guild| !self.bot_is_in(guild)) {
            return Err(Refusal::missing_access());
        }
        Ok(guild)
    }

    fn commands_of(&mut self, guild: Option<GuildId>) -> &mut Vec<Value> {
        match guild {
            Some(guild) => self.guild_commands.entry(guild).or_default(),
            None => &mut self.commands,
        }
    }

    pub(super) fn list_commands(&mut self, call: &Call) -> Answer {
        let guild = self.own_application(call)?;
        Ok(Some(self.commands_of(guild).clone().into()))
    }

    /// All commands at once: those that are not named are gone.
    pub(super) fn set_commands(&mut self, call: &Call) -> Answer {
        let guild = self.own_application(call)?;
        let given: Vec<Value> = call.body.as_array().cloned().unwrap_or_default();
        let new: Vec<Value> = given.iter().map(|command| self.registered(command, guild)).collect();
        self.commands_of(guild).clone_from(&new);
        self.seen.registered = self.commands.len();
        Ok(Some(new.into()))
    }

    pub(super) fn create_command(&mut self, call: &Call) -> Answer {
        let guild = self.own_application(call)?;
        let new = self.registered(&call.body, guild);
        let commands = self.commands_of(guild);
        commands.retain(|command| command["name"] != new["name"] || command["type"] != new["type"]);
        commands.push(new.clone());
        Ok(Some(new))
    }

    pub(super) fn get_command(&mut self, call: &Call) -> Answer {
        let guild = self.own_application(call)?;
        let id = call.parameter("command_id").unwrap_or_default();
        let mut commands = self.commands_of(guild).iter();
        let command = commands.find(|command| command["id"] == id);
        Ok(Some(command.ok_or_else(Refusal::unknown_command)?.clone()))
    }

    pub(super) fn delete_command(&mut self, call: &Call) -> Answer {
        let guild = self.own_application(call)?;
        let id = call.parameter("command_id").unwrap_or_default().to_owned();
        let commands = self.commands_of(guild);
        let before = commands.len();
        commands.retain(|command| command["id"] != id.as_str());
        if commands.len() == before {
            return Err(Refusal::unknown_command());
        }
        Ok(None)
    }

    /// A command as it is kept: one of the same name keeps its number.
    fn registered(&mut self, given: &Value, guild: Option<GuildId>) -> Value {
        let mut command = given.clone();
        let kind = given["type"].as_u64().unwrap_or(1);
        let known = self.commands_of(guild).iter();
        let mut known = known.filter(|known| known["name"] == given["name"] && known["type"] == kind);
        let id = known.next().map(|known| known["id"].clone());
        command["id"] = id.unwrap_or_else(|| self.snowflake().to_string().into());
        command["application_id"] = json!(self.bot);
        command["version"] = self.snowflake().to_string().into();
        command["type"] = kind.into();
        command["default_member_permissions"] = match &given["default_member_permissions"] {
            Value::Number(bits) => bits.to_string().into(),
            other => other.clone(),
        };
        let filled = [
            ("nsfw", json!(false)),
            ("dm_permission", json!(true)),
            ("contexts", Value::Null),
            ("integration_types", json!([0])),
            ("name_localizations", Value::Null),
            ("description_localizations", Value::Null),
        ];
        for (name, value) in filled {
            if command.get(name).is_none_or(Value::is_null) {
                command[name] = value;
            }
        }
        if let Some(guild) = guild {
            command["guild_id"] = json!(guild);
        }
        command
    }
}
