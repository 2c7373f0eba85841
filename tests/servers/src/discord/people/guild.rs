//! A guild: who is in it, with which roles.

use std::sync::Arc;

use serde_json::{Value, json};

use super::person::Person;
use super::room::Room;
use crate::discord::gateway::Intents;
use crate::discord::ids::{GuildId, RoleId, UserId};
use crate::discord::permissions::Permissions;
use crate::discord::shared::Shared;
use crate::discord::world::{Guild as Kept, Kind, Member, Role, State};

/// A guild.
#[derive(Debug, Clone)]
pub struct Guild {
    pub(super) shared: Arc<Shared>,
    pub(super) id: GuildId,
}

impl From<&Guild> for GuildId {
    fn from(guild: &Guild) -> Self {
        guild.id
    }
}

impl Guild {
    pub(super) fn found(shared: &Arc<Shared>, name: &str) -> Self {
        let id = shared.change(|state| {
            let (id, owner) = (state.fresh_guild(), state.person("owner"));
            state.guilds.insert(id, Kept::new(id, name, owner));
            state.make_channel(id, Kind::Text, "general");
            state.join(id, owner);
            id
        });
        Self {
            shared: Arc::clone(shared),
            id,
        }
    }

    /// Its number.
    pub const fn id(&self) -> GuildId {
        self.id
    }

    /// Its first channel.
    pub fn general(&self) -> Room {
        let channel = self.shared.state().guild(self.id).channels.first().copied();
        Room::new(
            &self.shared,
            channel.expect("a guild has a channel until a test deletes it"),
        )
    }

    /// A new channel of that name.
    pub fn channel(&self, name: &str) -> Room {
        self.makes(Kind::Text, name)
    }

    /// A new voice channel of that name, which has a chat as well.
    pub fn voice_channel(&self, name: &str) -> Room {
        self.makes(Kind::Voice, name)
    }

    /// A new category of that name, in which nobody can write.
    pub fn category(&self, name: &str) -> Room {
        self.makes(Kind::Category, name)
    }

    fn makes(&self, kind: Kind, name: &str) -> Room {
        let id = self.shared.change(|state| {
            let id = state.make_channel(self.id, kind, name);
            state.tell_of_channel("CHANNEL_CREATE", id);
            id
        });
        Room::new(&self.shared, id)
    }

    /// The person of that name, who joins unless they are in it.
    pub fn member(&self, name: &str) -> Person {
        let id = self.shared.change(|state| {
            let id = state.person(name);
            state.join(self.id, id);
            id
        });
        Person::new(&self.shared, id)
    }

    /// Somebody joins.
    pub fn lets_in(&self, person: &Person) {
        self.shared.change(|state| state.join(self.id, person.id));
    }

    /// Somebody is not there any more: they left, or were thrown out. The bot learns of either in the same way.
    pub fn loses(&self, person: &Person) {
        self.shared.change(|state| {
            state.guild_mut(self.id).members.remove(&person.id);
            let told = json!({ "guild_id": self.id, "user": state.user(person.id).json() });
            state.tell("GUILD_MEMBER_REMOVE", Some(self.id), Intents::GUILD_MEMBERS, &told);
        });
    }

    /// Somebody is called so here.
    pub fn calls(&self, person: &Person, nick: Option<&str>) {
        self.changes_member(person, |member| member.nick = nick.map(str::to_owned));
    }

    /// A new role of that name.
    pub fn role(&self, name: &str, permissions: Permissions) -> RoleId {
        self.shared.change(|state| {
            let id = RoleId(state.snowflake());
            let position = u16::try_from(state.guild(self.id).roles.len()).unwrap_or(u16::MAX);
            let role = Role {
                id,
                name: name.to_owned(),
                permissions,
                position,
                mentionable: false,
                bot: None,
            };
            state.guild_mut(self.id).roles.insert(id, role);
            state.tell_of_role("GUILD_ROLE_CREATE", self.id, id);
            id
        })
    }

    /// A role allows that from now on, and nothing else.
    pub fn role_allows(&self, role: RoleId, permissions: Permissions) {
        self.changes_role(role, |role| role.permissions = permissions);
    }

    /// Everybody may call that role, or not any more.
    pub fn role_is_mentionable(&self, role: RoleId, mentionable: bool) {
        self.changes_role(role, |role| role.mentionable = mentionable);
    }

    /// Everybody may do that from now on, and nothing else.
    pub fn everybody_may(&self, permissions: Permissions) {
        self.role_allows(RoleId(self.id.0), permissions);
    }

    /// A role goes away.
    pub fn deletes_role(&self, role: RoleId) {
        self.shared.change(|state| {
            let guild = state.guild_mut(self.id);
            guild.roles.remove(&role);
            guild
                .members
                .values_mut()
                .for_each(|member| member.roles.retain(|own| *own != role));
            let told = json!({ "guild_id": self.id, "role_id": role });
            state.tell("GUILD_ROLE_DELETE", Some(self.id), Intents::GUILDS, &told);
        });
    }

    /// Somebody is given a role.
    pub fn gives(&self, person: &Person, role: RoleId) {
        self.changes_member(person, |member| member.roles.push(role));
    }

    /// A role is taken from somebody.
    pub fn takes(&self, person: &Person, role: RoleId) {
        self.changes_member(person, |member| member.roles.retain(|own| *own != role));
    }

    /// It takes another name.
    pub fn renames(&self, name: &str) {
        self.shared.change(|state| {
            name.clone_into(&mut state.guild_mut(self.id).name);
            let told = State::guild_json(state.guild(self.id));
            state.tell("GUILD_UPDATE", Some(self.id), Intents::GUILDS, &told);
        });
    }

    /// The language that it prefers.
    pub fn speaks(&self, locale: &str) {
        self.shared
            .change(|state| locale.clone_into(&mut state.guild_mut(self.id).locale));
    }

    fn changes_member(&self, person: &Person, change: impl FnOnce(&mut Member)) {
        self.shared.change(|state| {
            let member = state.guild_mut(self.id).members.get_mut(&person.id);
            change(member.expect("who is changed here is a member"));
            state.tell_of_member("GUILD_MEMBER_UPDATE", self.id, person.id);
        });
    }

    fn changes_role(&self, role: RoleId, change: impl FnOnce(&mut Role)) {
        self.shared.change(|state| {
            let known = state.guild_mut(self.id).roles.get_mut(&role);
            change(known.expect("a role that is changed is there"));
            state.tell_of_role("GUILD_ROLE_UPDATE", self.id, role);
        });
    }
}

impl State {
    /// Somebody joins, unless they are there.
    pub(super) fn join(&mut self, guild: GuildId, person: UserId) {
        let joined_ms = self.unix_ms();
        let members = &mut self.guild_mut(guild).members;
        if members.contains_key(&person) {
            return;
        }
        let member = Member {
            joined_ms,
            ..Member::default()
        };
        members.insert(person, member);
        self.tell_of_member("GUILD_MEMBER_ADD", guild, person);
    }

    /// Tells the bot of a member: of itself in any case.
    pub(in crate::discord) fn tell_of_member(&mut self, event: &str, guild: GuildId, person: UserId) {
        let mut told: Value = self.member_json(self.guild(guild), person);
        told["guild_id"] = json!(guild);
        if person == self.bot {
            self.tell_all(event, Some(guild), &told);
        } else if self.bot_is_in(guild) {
            self.tell(event, Some(guild), Intents::GUILD_MEMBERS, &told);
        }
    }

    fn tell_of_role(&mut self, event: &str, guild: GuildId, role: RoleId) {
        let told = json!({ "guild_id": guild, "role": self.guild(guild).roles[&role].json() });
        if self.bot_is_in(guild) {
            self.tell(event, Some(guild), Intents::GUILDS, &told);
        }
    }
}
