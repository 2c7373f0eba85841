//! Who may do what where (Permissions, "Permission Overwrites" and "Implicit Permissions").

use super::channel::{Channel, Whose};
use super::state::State;
use crate::discord::ids::{ChannelId, UserId};
use crate::discord::permissions::Permissions;
use crate::discord::refusal::Refusal;

impl State {
    /// What somebody may do in that channel.
    pub(in crate::discord) fn permissions(&self, user: UserId, channel: ChannelId) -> Permissions {
        let Some(channel) = self.channels.get(&channel) else {
            return Permissions::NONE;
        };
        let Some(guild) = channel.guild.and_then(|guild| self.guilds.get(&guild)) else {
            return self.privately(user, channel);
        };
        let all = guild.permissions(user);
        if all.has(Permissions::ADMINISTRATOR) {
            return all;
        }
        let Some(member) = guild.members.get(&user) else {
            return Permissions::NONE;
        };
        // A thread has the overwrites of the channel that it belongs to.
        let ruling = channel.parent.filter(|_| channel.is_thread());
        let ruling = ruling.and_then(|parent| self.channels.get(&parent)).unwrap_or(channel);
        let apply = |all: Permissions, (allow, deny): (Permissions, Permissions)| (all - deny) | allow;
        let everybody = guild.everybody();
        let all = apply(all, sum(ruling, |of| of == Whose::Role(everybody)));
        let is_theirs =
            |of: Whose| matches!(of, Whose::Role(role) if role != everybody && member.roles.contains(&role));
        let all = apply(all, sum(ruling, is_theirs));
        let all = apply(all, sum(ruling, |of| of == Whose::Member(user)));
        implied(all, channel)
    }

    fn privately(&self, user: UserId, channel: &Channel) -> Permissions {
        if channel.person == Some(user) || user == self.bot {
            Permissions::EVERYBODY | Permissions::PIN_MESSAGES
        } else {
            Permissions::NONE
        }
    }

    /// A channel that the bot sees, with what it may do there.
    pub(in crate::discord) fn visible(&self, id: ChannelId) -> Result<(&Channel, Permissions), Refusal> {
        let channel = self.channels.get(&id).ok_or_else(Refusal::unknown_channel)?;
        let may = self.permissions(self.bot, id);
        let is_inside = channel.guild.is_none_or(|guild| self.bot_is_in(guild));
        if !is_inside || !may.has(Permissions::VIEW_CHANNEL) {
            return Err(Refusal::missing_access());
        }
        Ok((channel, may))
    }

    /// A channel in which the bot may do that.
    pub(in crate::discord) fn allowed(&self, id: ChannelId, wanted: Permissions) -> Result<&Channel, Refusal> {
        let (channel, may) = self.visible(id)?;
        if may.has(wanted) {
            Ok(channel)
        } else {
            Err(Refusal::missing_permissions())
        }
    }
}

/// What the overwrites of those allow and deny together.
fn sum(channel: &Channel, of: impl Fn(Whose) -> bool) -> (Permissions, Permissions) {
    let meant = channel.overwrites.iter().filter(|overwrite| of(overwrite.of));
    meant.fold((Permissions::NONE, Permissions::NONE), |(allow, deny), overwrite| {
        (allow | overwrite.allow, deny | overwrite.deny)
    })
}

/// Whoever does not see a channel may do nothing there; whoever may not write there may not embed either.
fn implied(all: Permissions, channel: &Channel) -> Permissions {
    if !all.has(Permissions::VIEW_CHANNEL) {
        return Permissions::NONE;
    }
    let writing = if channel.is_thread() {
        Permissions::SEND_MESSAGES_IN_THREADS
    } else {
        Permissions::SEND_MESSAGES
    };
    if all.has(writing) {
        return all;
    }
    all - Permissions::EMBED_LINKS - Permissions::ATTACH_FILES - Permissions::MENTION_EVERYONE
}
