//! What becomes of the bot in a guild.

use serde_json::json;

use super::guild::Guild;
use crate::discord::gateway::Intents;
use crate::discord::ids::{GuildId, RoleId};
use crate::discord::permissions::Permissions;
use crate::discord::world::{Member, Role, State};

impl Guild {
    /// The bot is invited, with what an invitation asks for.
    pub fn adds_bot(&self) {
        self.adds_bot_with(Permissions::BOT);
    }

    /// The bot is invited with those permissions, beside what everybody may.
    pub fn adds_bot_with(&self, permissions: Permissions) {
        self.shared.change(|state| {
            let role = RoleId(state.snowflake());
            let (bot, name, joined_ms) = (state.bot, state.options.username.clone(), state.unix_ms());
            let own = Role {
                id: role,
                name,
                permissions,
                position: 1,
                mentionable: false,
                bot: Some(bot),
            };
            let guild = state.guild_mut(self.id);
            guild.roles.insert(role, own);
            let member = Member {
                nick: None,
                roles: vec![role],
                joined_ms,
            };
            guild.members.insert(bot, member);
            let told = state.guild_create_json(state.guild(self.id));
            state.tell("GUILD_CREATE", Some(self.id), Intents::GUILDS, &told);
        });
    }

    /// The bot is thrown out.
    pub fn removes_bot(&self) {
        self.shared.change(|state| state.remove_bot(self.id));
    }

    /// The bot's own role allows that from now on, and nothing else. (What everybody may it may all the same.)
    pub fn bot_may(&self, permissions: Permissions) {
        let role = {
            let state = self.shared.state();
            let mut roles = state.guild(self.id).roles.values();
            roles.find(|role| role.bot.is_some()).map(|role| role.id)
        };
        self.role_allows(role.expect("the bot is in the guild"), permissions);
    }

    /// The guild cannot be reached: an outage of Discord's.
    pub fn fails(&self) {
        self.shared.change(|state| {
            state.guild_mut(self.id).available = false;
            let told = json!({ "id": self.id, "unavailable": true });
            state.tell("GUILD_DELETE", Some(self.id), Intents::GUILDS, &told);
        });
    }

    /// It can be reached again.
    pub fn recovers(&self) {
        self.shared.change(|state| {
            state.guild_mut(self.id).available = true;
            let told = state.guild_create_json(state.guild(self.id));
            state.tell("GUILD_CREATE", Some(self.id), Intents::GUILDS, &told);
        });
    }

    /// It is deleted, with all its channels.
    pub fn is_deleted(&self) {
        self.shared.change(|state| {
            state.remove_bot(self.id);
            let channels = state.guilds.remove(&self.id).map(|guild| guild.channels);
            for channel in channels.into_iter().flatten() {
                state.channels.remove(&channel);
            }
        });
    }
}

impl State {
    /// The bot is not there any more.
    pub(in crate::discord) fn remove_bot(&mut self, guild: GuildId) {
        let bot = self.bot;
        let kept = self.guild_mut(guild);
        kept.members.remove(&bot);
        kept.roles.retain(|_, role| role.bot.is_none());
        self.guild_commands.remove(&guild);
        self.tell("GUILD_DELETE", Some(guild), Intents::GUILDS, &json!({ "id": guild }));
    }
}
