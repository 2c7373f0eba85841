//! Somebody, and what they write.

use std::sync::Arc;

use super::room::Room;
use crate::discord::ids::{ChannelId, MessageId, UserId};
use crate::discord::permissions::Permissions;
use crate::discord::seen::{Author, Shown};
use crate::discord::shared::Shared;
use crate::discord::world::{Allowed, State, User};

/// Somebody.
#[derive(Debug, Clone)]
pub struct Person {
    pub(super) shared: Arc<Shared>,
    pub(super) id: UserId,
}

impl From<&Person> for UserId {
    fn from(person: &Person) -> Self {
        person.id
    }
}

impl Person {
    pub(super) fn new(shared: &Arc<Shared>, id: UserId) -> Self {
        Self {
            shared: Arc::clone(shared),
            id,
        }
    }

    /// Their number.
    pub const fn id(&self) -> UserId {
        self.id
    }

    fn know(&self, change: impl FnOnce(&mut User)) {
        self.shared.change(|state| change(state.user_mut(self.id)));
    }

    /// From now on they are called so.
    pub fn is_called(&self, name: &str) {
        self.know(|user| user.global_name = Some(name.to_owned()));
    }

    /// The language of their client, as Discord writes it: `es-ES`.
    pub fn speaks(&self, locale: &str) {
        self.know(|user| locale.clone_into(&mut user.locale));
    }

    /// They take no private messages from bots any more.
    pub fn closes_private(&self) {
        self.know(|user| user.takes_private = false);
    }

    /// They take private messages again.
    pub fn opens_private(&self) {
        self.know(|user| user.takes_private = true);
    }

    /// Their private channel with the bot.
    pub fn private(&self) -> Room {
        let id = self.shared.change(|state| state.private_channel(self.id));
        Room::new(&self.shared, id)
    }

    /// They write something.
    pub fn says(&self, channel: impl Into<ChannelId>, text: &str) -> MessageId {
        self.writes(channel.into(), text, None)
    }

    /// They reply to a message.
    pub fn replies(&self, to: MessageId, text: &str) -> MessageId {
        let channel = self.shared.state().seen.message(to).map(|shown| shown.channel);
        let channel = channel.unwrap_or_else(|| panic!("there is no message {to}"));
        self.writes(channel, text, Some(to))
    }

    fn writes(&self, channel: ChannelId, text: &str, reply_to: Option<MessageId>) -> MessageId {
        self.shared.change(|state| {
            state.expect(self.id, channel, Permissions::VIEW_CHANNEL);
            let mut message = state.draft(channel, Author::Person(self.id));
            text.clone_into(&mut message.text);
            message.reply_to = reply_to;
            message.kind = if reply_to.is_some() { 19 } else { 0 };
            state.call(&mut message, &Allowed::by_default(false));
            state.post(message)
        })
    }

    /// They change what they wrote.
    pub fn edits(&self, message: MessageId, text: &str) {
        self.shared.change(|state| {
            let now = state.unix_ms();
            let shown = state.seen.message_mut(message);
            let shown = shown.unwrap_or_else(|| panic!("there is no message {message}"));
            assert_eq!(shown.author, Author::Person(self.id), "people edit what they wrote");
            shown.earlier.push(std::mem::replace(&mut shown.text, text.to_owned()));
            shown.edited_ms = Some(now);
            state.tell_of_message("MESSAGE_UPDATE", message);
        });
    }

    /// They delete a message, their own or another's.
    pub fn deletes(&self, message: MessageId) {
        self.shared.change(|state| state.delete(message));
    }

    /// They put away a message that only they see.
    pub fn dismisses(&self, message: MessageId) {
        self.shared.change(|state| {
            let shown: Option<&mut Shown> = state.seen.message_mut(message);
            let shown = shown.filter(|shown| shown.only_for == Some(self.id));
            shown.unwrap_or_else(|| panic!("{message} is not theirs alone")).deleted = true;
        });
    }
}

impl State {
    /// Whoever does something somewhere must be able to: a test that says otherwise is wrong.
    pub(super) fn expect(&self, person: UserId, channel: ChannelId, wanted: Permissions) {
        let nick = &self.user(person).nick;
        let Some(found) = self.channels.get(&channel) else {
            panic!("{nick} does something in {channel}, which is not there");
        };
        let may = self.permissions(person, channel);
        assert!(may.has(wanted), "{nick} may not {wanted} in #{}", found.name);
    }
}
