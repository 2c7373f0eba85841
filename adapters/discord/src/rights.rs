//! What Discord says of somebody in a server, and of the bot in a channel (Discord API documentation, "Permissions").

use std::collections::HashMap;

use muster_core::surface::{Ability, NotTold, Rights, RoomAddress, Standing};
use serde::Deserialize;
use serenity::model::Permissions;

use crate::account::Account;
use crate::api::endpoints;
use crate::api::failure::Failure;
use crate::inbound::interaction::administers;
use crate::inbound::update::User;
use crate::place::is_id;

/// Pins messages; the library does not know it yet, and what it was before does too (`MANAGE_MESSAGES`).
const PIN_MESSAGES: Permissions = Permissions::from_bits_retain(1 << 51);
/// The types of channel that are threads ("Channel Types").
const THREADS: [u8; 3] = [10, 11, 12];
/// An overwrite that is about a role; others are about somebody.
const OF_ROLE: u8 = 0;

/// A server, as far as permissions go.
#[derive(Debug, Deserialize)]
struct Guild {
    id: String,
    owner_id: String,
    roles: Vec<Role>,
}

#[derive(Debug, Deserialize)]
struct Role {
    id: String,
    name: String,
    permissions: Permissions,
    /// A role of a bot's or another service's own: nobody else has it.
    #[serde(default)]
    managed: bool,
}

#[derive(Debug, Deserialize)]
struct Member {
    user: Option<User>,
    nick: Option<String>,
    roles: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Channel {
    #[serde(rename = "type")]
    kind: u8,
    parent_id: Option<String>,
    #[serde(default)]
    permission_overwrites: Vec<Overwrite>,
}

#[derive(Debug, Deserialize)]
struct Overwrite {
    id: String,
    #[serde(rename = "type")]
    kind: u8,
    allow: Permissions,
    deny: Permissions,
}

/// What somebody is in the server of that room.
pub(crate) async fn standing(account: &Account, room: &RoomAddress, person: &str) -> Result<Standing, NotTold> {
    if room.private || !is_id(&room.place) || !is_id(person) {
        return Ok(Standing::Member);
    }
    let member = match account.api.ask::<Member>(endpoints::member(&room.place, person)).await {
        Ok(member) => member,
        // Whoever is not known there has no right there.
        Err(Failure::Refused(_)) => return Ok(Standing::Member),
        Err(failure) => return Err(not_told(&failure)),
    };
    let guild = asked(account.api.ask::<Guild>(endpoints::guild(&room.place)).await)?;
    Ok(if administers(guild.permissions(person, &member.roles)) {
        Standing::Administrator
    } else {
        Standing::Member
    })
}

/// What the bot may do in that room, and who can let it do more.
pub(crate) async fn rights(account: &Account, room: &RoomAddress) -> Result<Rights, NotTold> {
    if room.private || !is_id(&room.place) || !is_id(&room.room) {
        return Ok(Rights::default());
    }
    let me = asked(account.me().await)?;
    let guild = asked(account.api.ask::<Guild>(endpoints::guild(&room.place)).await)?;
    let mine = asked(
        account
            .api
            .ask::<Member>(endpoints::member(&room.place, &me.user))
            .await,
    )?;
    let here = channel(account, &room.room).await?;
    let base = guild.permissions(&me.user, &mine.roles);
    let permissions = match &here {
        Some((_, overwrites)) => within(base, overwrites, &guild.id, &mine.roles, &me.user),
        None => Permissions::empty(),
    };
    let is_thread = here.is_some_and(|(is_thread, _)| is_thread);
    Ok(Rights {
        troubles: Vec::new(),
        lacking: lacking(permissions, is_thread),
        granted_by: granted_by(account, &guild).await,
        administrator: base.contains(Permissions::ADMINISTRATOR),
    })
}

/// Whether the channel is a thread, and what is allowed there otherwise than in the whole server: of a thread that is said of
/// the channel that it is in. `None` where the bot does not see it.
async fn channel(account: &Account, id: &str) -> Result<Option<(bool, Vec<Overwrite>)>, NotTold> {
    let seen = async |id: &str| match account.api.ask::<Channel>(endpoints::channel(id)).await {
        Ok(channel) => Ok(Some(channel)),
        Err(Failure::Refused(_)) => Ok(None),
        Err(failure) => Err(not_told(&failure)),
    };
    let Some(channel) = seen(id).await? else {
        return Ok(None);
    };
    let is_thread = THREADS.contains(&channel.kind);
    let around = match &channel.parent_id {
        Some(parent) if is_thread => seen(parent).await?,
        _ => Some(channel),
    };
    Ok(around.map(|around| (is_thread, around.permission_overwrites)))
}

/// The owner, and the roles that may change what others may.
async fn granted_by(account: &Account, guild: &Guild) -> Vec<String> {
    let owner = account
        .api
        .ask::<Member>(endpoints::member(&guild.id, &guild.owner_id))
        .await;
    // Who it is may not be told; the roles are.
    let owner = owner.ok().and_then(|owner| {
        let user = owner.user?;
        Some(owner.nick.or(user.global_name).unwrap_or(user.username))
    });
    let may = Permissions::ADMINISTRATOR.union(Permissions::MANAGE_ROLES);
    let roles = guild
        .roles
        .iter()
        .filter(|role| !role.managed && role.permissions.intersects(may));
    owner.into_iter().chain(roles.map(|role| role.name.clone())).collect()
}

impl Guild {
    /// What somebody with these roles may in the whole server.
    fn permissions(&self, account: &str, roles: &[String]) -> Permissions {
        if account == self.owner_id {
            return Permissions::all() | PIN_MESSAGES;
        }
        // The role that everybody has goes by the server's id.
        let theirs = self
            .roles
            .iter()
            .filter(|role| role.id == self.id || roles.contains(&role.id));
        theirs.fold(Permissions::empty(), |all, role| all | role.permissions)
    }
}

/// What they may in a channel with these overwrites ("Permission Overwrites": everyone's, then their roles' together, then
/// their own).
fn within(base: Permissions, overwrites: &[Overwrite], everyone: &str, roles: &[String], account: &str) -> Permissions {
    if base.contains(Permissions::ADMINISTRATOR) {
        return Permissions::all() | PIN_MESSAGES;
    }
    let changed = |permissions: Permissions, applies: &dyn Fn(&Overwrite) -> bool| {
        let none = (Permissions::empty(), Permissions::empty());
        let (allow, deny) = overwrites
            .iter()
            .filter(|overwrite| applies(overwrite))
            .fold(none, |(allow, deny), overwrite| {
                (allow | overwrite.allow, deny | overwrite.deny)
            });
        (permissions - deny) | allow
    };
    let of_everyone = changed(base, &|overwrite| overwrite.kind == OF_ROLE && overwrite.id == everyone);
    let of_roles = changed(of_everyone, &|overwrite| {
        overwrite.kind == OF_ROLE && overwrite.id != everyone && roles.contains(&overwrite.id)
    });
    changed(of_roles, &|overwrite| {
        overwrite.kind != OF_ROLE && overwrite.id == account
    })
}

/// What the bot lacks of what its features need.
fn lacking(permissions: Permissions, is_thread: bool) -> Vec<Ability> {
    let write = if is_thread {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    let needed: HashMap<Ability, Permissions> = HashMap::from([
        (Ability::See, Permissions::VIEW_CHANNEL),
        (Ability::Write, write),
        (Ability::ShowCards, Permissions::EMBED_LINKS),
        (Ability::Reply, Permissions::READ_MESSAGE_HISTORY),
        (Ability::SendFiles, Permissions::ATTACH_FILES),
        (Ability::Pin, PIN_MESSAGES | Permissions::MANAGE_MESSAGES),
    ]);
    let lacks = |ability: &Ability| {
        needed
            .get(ability)
            .is_some_and(|one_of| !permissions.intersects(*one_of))
    };
    Ability::ALL.into_iter().filter(lacks).collect()
}

fn asked<T>(answer: Result<T, Failure>) -> Result<T, NotTold> {
    answer.map_err(|failure| not_told(&failure))
}

fn not_told(failure: &Failure) -> NotTold {
    tracing::info!(error = %failure, "what somebody may do in a channel is not told");
    NotTold
}

#[cfg(test)]
mod tests {
    use super::*;

    const NORMAL: Permissions = Permissions::VIEW_CHANNEL
        .union(Permissions::SEND_MESSAGES)
        .union(Permissions::EMBED_LINKS)
        .union(Permissions::ATTACH_FILES)
        .union(Permissions::READ_MESSAGE_HISTORY);

    fn guild() -> Guild {
        let role = |id: &str, permissions| Role {
            id: id.to_owned(),
            name: format!("role {id}"),
            permissions,
            managed: false,
        };
        Guild {
            id: "1".to_owned(),
            owner_id: "9".to_owned(),
            roles: vec![
                role("1", NORMAL),
                role("2", Permissions::MANAGE_GUILD),
                role("3", Permissions::ADMINISTRATOR),
            ],
        }
    }

    fn overwrite(kind: u8, id: &str, allow: Permissions, deny: Permissions) -> Overwrite {
        Overwrite {
            id: id.to_owned(),
            kind,
            allow,
            deny,
        }
    }

    #[test]
    fn whoever_owns_or_manages_a_server_administers_it() {
        let administers = |account: &str, roles: &[&str]| {
            let roles: Vec<String> = roles.iter().map(ToString::to_string).collect();
            administers(guild().permissions(account, &roles))
        };
        assert!(administers("9", &[]) && administers("5", &["2"]) && administers("5", &["3"]));
        assert!(!administers("5", &[]) && !administers("5", &["4"]));
    }

    #[test]
    fn a_channel_takes_and_gives() {
        let (nothing, write) = (Permissions::empty(), Permissions::SEND_MESSAGES);
        let may_write =
            |overwrites: &[Overwrite]| within(NORMAL, overwrites, "1", &["2".to_owned()], "5").contains(write);
        let muted = || overwrite(0, "1", nothing, write);
        assert!(may_write(&[]));
        assert!(!may_write(&[muted()]));
        assert!(may_write(&[overwrite(0, "2", write, nothing), muted()]));
        assert!(!may_write(&[
            overwrite(0, "2", write, nothing),
            overwrite(1, "5", nothing, write)
        ]));
        assert!(may_write(&[
            overwrite(1, "6", nothing, write),
            overwrite(0, "3", nothing, write)
        ]));
        let administrator = within(Permissions::ADMINISTRATOR, &[muted()], "1", &[], "5");
        assert_eq!(lacking(administrator, true), []);
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(lacking(NORMAL, false), [Ability::Pin]);
        assert_eq!(lacking(NORMAL | PIN_MESSAGES, true), [Ability::Write]);
        assert_eq!(lacking(NORMAL | Permissions::MANAGE_MESSAGES, false), []);
        let nothing = [
            Ability::See,
            Ability::Write,
            Ability::ShowCards,
            Ability::Reply,
            Ability::SendFiles,
            Ability::Pin,
        ];
        assert_eq!(lacking(Permissions::empty(), false), nothing);
    }
}
