//! Guilds, their roles and members.

use serde_json::{Value, json};

use crate::discord::gateway::Intents;
use crate::discord::http::Call;
use crate::discord::ids::{RoleId, UserId};
use crate::discord::permissions::Permissions;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::world::{Guild, Role, State};

impl State {
    /// The guild that a request is about, where the bot is in it.
    fn own_guild(&self, call: &Call) -> Result<&Guild, Refusal> {
        let guild = self.guilds.get(&call.guild()).ok_or_else(Refusal::unknown_guild)?;
        if guild.members.contains_key(&self.bot) {
            Ok(guild)
        } else {
            Err(Refusal::missing_access())
        }
    }

    pub(super) fn get_guild(&mut self, call: &Call) -> Answer {
        let guild = self.own_guild(call)?;
        let mut json = Self::guild_json(guild);
        if call.asked("with_counts") == Some("true") {
            json["approximate_member_count"] = guild.members.len().into();
            json["approximate_presence_count"] = 1.into();
        }
        Ok(Some(json))
    }

    pub(super) fn list_channels(&mut self, call: &Call) -> Answer {
        let guild = self.own_guild(call)?;
        let channels = guild.channels.iter().filter_map(|id| self.channels.get(id));
        let channels = channels.filter(|channel| !channel.is_thread());
        Ok(Some(channels.map(|channel| self.channel_json(channel)).collect()))
    }

    pub(super) fn list_threads(&mut self, call: &Call) -> Answer {
        let guild = self.own_guild(call)?;
        let channels = guild.channels.iter().filter_map(|id| self.channels.get(id));
        let threads = channels.filter(|channel| channel.is_thread() && !channel.archived);
        let threads: Vec<Value> = threads.map(|thread| self.channel_json(thread)).collect();
        Ok(Some(json!({ "threads": threads, "members": [] })))
    }

    pub(super) fn list_roles(&mut self, call: &Call) -> Answer {
        let guild = self.own_guild(call)?;
        Ok(Some(guild.roles.values().map(Role::json).collect()))
    }

    pub(super) fn get_role(&mut self, call: &Call) -> Answer {
        let role = guild_role(self.own_guild(call)?, call)?;
        Ok(Some(role.json()))
    }

    pub(super) fn get_member(&mut self, call: &Call) -> Answer {
        let guild = self.own_guild(call)?;
        if !self.users.contains_key(&call.user()) {
            return Err(Refusal::unknown_user());
        }
        if !guild.members.contains_key(&call.user()) {
            return Err(Refusal::unknown_member());
        }
        Ok(Some(self.member_json(guild, call.user())))
    }

    /// Who is there: for bots that are approved to know (List Guild Members).
    pub(super) fn list_members(&mut self, call: &Call) -> Answer {
        let guild = self.own_guild(call)?;
        if !self.options.approved.any_of(Intents::GUILD_MEMBERS) {
            return Err(Refusal::missing_access());
        }
        let after = call
            .asked("after")
            .and_then(|id| id.parse().ok())
            .map_or(UserId(0), UserId);
        let limit = call.asked("limit").and_then(|limit| limit.parse().ok()).unwrap_or(1);
        let members = guild.members.keys().filter(|user| **user > after).take(limit);
        Ok(Some(members.map(|user| self.member_json(guild, *user)).collect()))
    }

    pub(super) fn give_role(&mut self, call: &Call) -> Answer {
        self.change_roles(call, Vec::push)
    }

    pub(super) fn take_role(&mut self, call: &Call) -> Answer {
        self.change_roles(call, |_, _| {})
    }

    fn change_roles(&mut self, call: &Call, change: impl FnOnce(&mut Vec<RoleId>, RoleId)) -> Answer {
        let guild = self.own_guild(call)?;
        if !guild.permissions(self.bot).has(Permissions::MANAGE_ROLES) {
            return Err(Refusal::missing_permissions());
        }
        let role = guild_role(guild, call)?.id;
        let member = self.guild_mut(call.guild()).members.get_mut(&call.user());
        let member = member.ok_or_else(Refusal::unknown_member)?;
        member.roles.retain(|own| *own != role);
        change(&mut member.roles, role);
        self.tell_of_member("GUILD_MEMBER_UPDATE", call.guild(), call.user());
        Ok(None)
    }

    pub(super) fn leave_guild(&mut self, call: &Call) -> Answer {
        self.own_guild(call).map_err(|_| Refusal::unknown_guild())?;
        self.remove_bot(call.guild());
        Ok(None)
    }
}

fn guild_role<'a>(guild: &'a Guild, call: &Call) -> Result<&'a Role, Refusal> {
    let id = call.parameter("role_id").and_then(|id| id.parse().ok()).map(RoleId);
    id.and_then(|id| guild.roles.get(&id)).ok_or_else(Refusal::unknown_role)
}
