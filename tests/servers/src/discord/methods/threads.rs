//! Threads (Threads, "Creating Threads").

use crate::discord::http::Call;
use crate::discord::ids::{ChannelId, UserId};
use crate::discord::permissions::Permissions;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::world::{Channel, Kind, State};

impl State {
    /// Opens a thread, from a message or without one.
    pub(super) fn create_thread(&mut self, call: &Call) -> Answer {
        let parent = call.channel();
        let channel = self.allowed(parent, Permissions::CREATE_PUBLIC_THREADS)?;
        if channel.guild.is_none() {
            return Err(Refusal::not_in_private());
        }
        if channel.kind != Kind::Text {
            return Err(Refusal::not_a_text_channel());
        }
        let mut fixed = None;
        if call.parameter("message_id").is_some() {
            self.found(call)?;
            // A thread of a message has its number.
            let id = ChannelId(call.message().0);
            if self.channels.contains_key(&id) {
                return Err(Refusal::thread_exists());
            }
            fixed = Some(id);
        }
        let name = call.text("name").unwrap_or_default().to_owned();
        let id = self.open_thread(parent, &name, self.bot, fixed);
        Ok(Some(self.channel_json(&self.channels[&id])))
    }

    /// Somebody opens a thread.
    pub(in crate::discord) fn open_thread(
        &mut self,
        parent: ChannelId,
        name: &str,
        by: UserId,
        fixed: Option<ChannelId>,
    ) -> ChannelId {
        let id = fixed.unwrap_or_else(|| ChannelId(self.snowflake()));
        let mut thread = Channel::new(id, Kind::PublicThread, name, self.unix_ms());
        thread.guild = self.channels[&parent].guild;
        thread.parent = Some(parent);
        thread.person = Some(by);
        if let Some(guild) = thread.guild.and_then(|guild| self.guilds.get_mut(&guild)) {
            guild.channels.push(id);
        }
        self.channels.insert(id, thread);
        self.tell_of_thread("THREAD_CREATE", id);
        id
    }

    /// Bots see public threads whether they joined them or not.
    pub(super) fn join_thread(&mut self, call: &Call) -> Answer {
        let (thread, _) = self.visible(call.channel())?;
        if !thread.is_thread() {
            return Err(Refusal::new(400, 50_024, "Cannot execute action on this channel type"));
        }
        Ok(None)
    }
}
