//! Channels.

use serde_json::{Value, json};

use crate::discord::gateway::Intents;
use crate::discord::http::Call;
use crate::discord::ids::ChannelId;
use crate::discord::permissions::Permissions;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::world::State;

impl State {
    pub(super) fn get_channel(&mut self, call: &Call) -> Answer {
        let (channel, _) = self.visible(call.channel())?;
        Ok(Some(self.channel_json(channel)))
    }

    /// Of what a channel is, its name can be changed, and whether a thread is archived.
    pub(super) fn update_channel(&mut self, call: &Call) -> Answer {
        let id = call.channel();
        let (channel, may) = self.visible(id)?;
        let (is_thread, is_own) = (channel.is_thread(), channel.person == Some(self.bot));
        let wanted = if is_thread {
            Permissions::MANAGE_THREADS
        } else {
            Permissions::MANAGE_CHANNELS
        };
        if !(may.has(wanted) || is_thread && is_own && !call.has("locked")) {
            return Err(Refusal::missing_permissions());
        }
        let flag = |name: &str| call.body.get(name).and_then(Value::as_bool);
        let channel = self.channels.get_mut(&id).ok_or_else(Refusal::unknown_channel)?;
        if let Some(name) = call.text("name") {
            name.clone_into(&mut channel.name);
        }
        channel.archived = flag("archived").unwrap_or(channel.archived);
        channel.locked = flag("locked").unwrap_or(channel.locked);
        if is_thread {
            self.tell_of_thread("THREAD_UPDATE", id);
        } else {
            self.tell_of_channel("CHANNEL_UPDATE", id);
        }
        Ok(Some(self.channel_json(&self.channels[&id])))
    }

    pub(super) fn delete_channel(&mut self, call: &Call) -> Answer {
        let channel = self.allowed(call.channel(), Permissions::MANAGE_CHANNELS)?;
        let told = self.channel_json(channel);
        self.remove_channel(call.channel());
        Ok(Some(told))
    }

    /// Tells the bot of a channel of a guild.
    pub(in crate::discord) fn tell_of_channel(&mut self, event: &str, id: ChannelId) {
        let channel = &self.channels[&id];
        let (guild, told) = (channel.guild, self.channel_json(channel));
        if guild.is_some_and(|guild| self.bot_is_in(guild)) {
            self.tell(event, guild, Intents::GUILDS, &told);
        }
    }

    /// Tells the bot of a thread that it may see.
    pub(in crate::discord) fn tell_of_thread(&mut self, event: &str, id: ChannelId) {
        let thread = &self.channels[&id];
        let guild = thread.guild;
        let mut told = self.channel_json(thread);
        match event {
            "THREAD_CREATE" => told["newly_created"] = true.into(),
            "THREAD_DELETE" => {
                told = json!({ "id": id, "guild_id": guild, "parent_id": thread.parent, "type": thread.kind.number() });
            }
            _ => {}
        }
        if self.permissions(self.bot, id).has(Permissions::VIEW_CHANNEL) {
            self.tell(event, guild, Intents::GUILDS, &told);
        }
    }

    /// A channel goes away, and its threads.
    pub(in crate::discord) fn remove_channel(&mut self, id: ChannelId) {
        let threads: Vec<ChannelId> = self
            .channels
            .values()
            .filter(|channel| channel.is_thread() && channel.parent == Some(id))
            .map(|thread| thread.id)
            .collect();
        for thread in threads {
            self.remove_channel(thread);
        }
        let Some(channel) = self.channels.get(&id) else {
            return;
        };
        let guild = channel.guild;
        if channel.is_thread() {
            self.tell_of_thread("THREAD_DELETE", id);
        } else {
            self.tell_of_channel("CHANNEL_DELETE", id);
        }
        self.channels.remove(&id);
        if let Some(guild) = guild.and_then(|guild| self.guilds.get_mut(&guild)) {
            guild.channels.retain(|own| *own != id);
        }
    }
}
