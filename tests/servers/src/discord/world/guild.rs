//! Guilds, their roles and members.

use std::collections::BTreeMap;

use crate::discord::ids::{ChannelId, GuildId, RoleId, UserId};
use crate::discord::permissions::Permissions;

/// A role.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Role {
    pub(in crate::discord) id: RoleId,
    pub(in crate::discord) name: String,
    pub(in crate::discord) permissions: Permissions,
    pub(in crate::discord) position: u16,
    pub(in crate::discord) mentionable: bool,
    /// The bot whose own role it is.
    pub(in crate::discord) bot: Option<UserId>,
}

/// A member.
#[derive(Debug, Clone, Default)]
pub(in crate::discord) struct Member {
    pub(in crate::discord) nick: Option<String>,
    pub(in crate::discord) roles: Vec<RoleId>,
    /// In Unix milliseconds.
    pub(in crate::discord) joined_ms: i64,
}

/// A guild.
#[derive(Debug, Clone)]
pub(in crate::discord) struct Guild {
    pub(in crate::discord) id: GuildId,
    pub(in crate::discord) name: String,
    pub(in crate::discord) owner: UserId,
    pub(in crate::discord) locale: String,
    pub(in crate::discord) roles: BTreeMap<RoleId, Role>,
    pub(in crate::discord) members: BTreeMap<UserId, Member>,
    /// In the order in which they were made.
    pub(in crate::discord) channels: Vec<ChannelId>,
    /// Whether it can be reached.
    pub(in crate::discord) available: bool,
}

impl Guild {
    pub(in crate::discord) fn new(id: GuildId, name: &str, owner: UserId) -> Self {
        let everybody = Role {
            id: RoleId(id.0),
            name: "@everyone".to_owned(),
            permissions: Permissions::EVERYBODY,
            position: 0,
            mentionable: false,
            bot: None,
        };
        Self {
            id,
            name: name.to_owned(),
            owner,
            locale: "en-US".to_owned(),
            roles: BTreeMap::from([(everybody.id, everybody)]),
            members: BTreeMap::new(),
            channels: Vec::new(),
            available: true,
        }
    }

    pub(in crate::discord) const fn everybody(&self) -> RoleId {
        RoleId(self.id.0)
    }

    /// The role of that name.
    pub(in crate::discord) fn role(&self, name: &str) -> Option<&Role> {
        self.roles.values().find(|role| role.name == name)
    }

    /// What somebody may do in the guild, whatever its channels say.
    pub(in crate::discord) fn permissions(&self, user: UserId) -> Permissions {
        if user == self.owner {
            return Permissions::ALL;
        }
        let Some(member) = self.members.get(&user) else {
            return Permissions::NONE;
        };
        let roles = member.roles.iter().copied().chain([self.everybody()]);
        let all = roles
            .filter_map(|role| self.roles.get(&role))
            .fold(Permissions::NONE, |all, role| all | role.permissions);
        if all.has(Permissions::ADMINISTRATOR) {
            Permissions::ALL
        } else {
            all
        }
    }
}
