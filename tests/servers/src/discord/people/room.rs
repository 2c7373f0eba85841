//! A channel or a thread, and what is allowed there.

use std::sync::Arc;

use super::person::Person;
use crate::discord::ids::{ChannelId, MessageId, RoleId};
use crate::discord::permissions::Permissions;
use crate::discord::shared::Shared;
use crate::discord::world::{Channel, State, Whose};

/// A channel, a thread, or a private channel.
#[derive(Debug, Clone)]
pub struct Room {
    shared: Arc<Shared>,
    id: ChannelId,
}

impl From<&Room> for ChannelId {
    fn from(room: &Room) -> Self {
        room.id
    }
}

impl Room {
    pub(super) fn new(shared: &Arc<Shared>, id: ChannelId) -> Self {
        Self {
            shared: Arc::clone(shared),
            id,
        }
    }

    /// Its number.
    pub const fn id(&self) -> ChannelId {
        self.id
    }

    /// A role is allowed and denied that here, whatever it may elsewhere.
    pub fn rules_role(&self, role: RoleId, allow: Permissions, deny: Permissions) {
        self.changes(|channel| channel.overwrite(Whose::Role(role), allow, deny));
    }

    /// Somebody is allowed and denied that here.
    pub fn rules_member(&self, person: &Person, allow: Permissions, deny: Permissions) {
        self.changes(|channel| channel.overwrite(Whose::Member(person.id), allow, deny));
    }

    /// The bot may not do that here; of `NONE` it may everything again.
    pub fn denies_bot(&self, deny: Permissions) {
        let bot = self.shared.state().bot;
        self.changes(|channel| channel.overwrite(Whose::Member(bot), Permissions::NONE, deny));
    }

    /// Everybody may not do that here.
    pub fn denies_everybody(&self, deny: Permissions) {
        let guild = self.shared.state().channels[&self.id].guild;
        let everybody = RoleId(guild.expect("a channel of a guild").0);
        self.rules_role(everybody, Permissions::NONE, deny);
    }

    /// It takes another name.
    pub fn renames(&self, name: &str) {
        self.changes(|channel| name.clone_into(&mut channel.name));
    }

    /// It goes away.
    pub fn is_deleted(&self) {
        self.shared.change(|state| state.remove_channel(self.id));
    }

    /// Somebody opens a thread in it.
    #[must_use]
    pub fn thread(&self, by: &Person, name: &str) -> Self {
        let id = self
            .shared
            .change(|state| state.open_thread(self.id, name, by.id, None));
        Self::new(&self.shared, id)
    }

    /// Somebody opens a thread from a message.
    #[must_use]
    pub fn thread_from(&self, by: &Person, message: MessageId, name: &str) -> Self {
        let fixed = Some(ChannelId(message.0));
        let id = self
            .shared
            .change(|state| state.open_thread(self.id, name, by.id, fixed));
        Self::new(&self.shared, id)
    }

    /// A thread is archived: whoever writes in it opens it again.
    pub fn is_archived(&self) {
        self.changes(|channel| channel.archived = true);
    }

    /// A thread is archived, and only moderators open it again.
    pub fn is_locked(&self) {
        self.changes(|channel| (channel.archived, channel.locked) = (true, true));
    }

    /// A thread is open again.
    pub fn is_reopened(&self) {
        self.changes(|channel| (channel.archived, channel.locked) = (false, false));
    }

    fn changes(&self, change: impl FnOnce(&mut Channel)) {
        self.shared.change(|state: &mut State| {
            let channel = state.channels.get_mut(&self.id);
            let channel = channel.expect("a channel that is changed is there");
            change(channel);
            let is_thread = channel.is_thread();
            if is_thread {
                state.tell_of_thread("THREAD_UPDATE", self.id);
            } else {
                state.tell_of_channel("CHANNEL_UPDATE", self.id);
            }
        });
    }
}
