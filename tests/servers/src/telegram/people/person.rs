//! Somebody, and their private chat with the bot.

use std::sync::Arc;

use crate::telegram::ids::{ChatId, MessageId, UserId};
use crate::telegram::shared::Shared;
use crate::telegram::world::{Door, Member, State, Status, User};

/// Somebody.
#[derive(Debug, Clone)]
pub struct Person {
    pub(super) shared: Arc<Shared>,
    id: UserId,
}

impl From<&Person> for ChatId {
    /// Their private chat with the bot.
    fn from(person: &Person) -> Self {
        person.id.into()
    }
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

    /// Their username, without the `@`.
    pub fn username(&self) -> Option<String> {
        self.shared.state().user(self.id).username.clone()
    }

    fn know(&self, change: impl FnOnce(&mut User)) {
        self.shared.change(|state| change(state.user_mut(self.id)));
    }

    /// From now on they are called so.
    pub fn is_called(&self, first_name: &str, last_name: Option<&str>) {
        self.know(|user| {
            first_name.clone_into(&mut user.first_name);
            user.last_name = last_name.map(str::to_owned);
        });
    }

    /// The language of their client, an IETF tag.
    pub fn speaks(&self, language: &str) {
        self.know(|user| user.language = Some(language.to_owned()));
    }

    /// They take another username, or none.
    pub fn takes_username(&self, username: Option<&str>) {
        self.shared.change(|state| {
            let mut user = state.user(self.id).clone();
            if let Some(old) = user.username.take() {
                state.usernames.remove(&old.to_lowercase());
            }
            user.username = username.map(str::to_owned);
            state.know(user);
        });
    }

    /// The bot may write to them, without a word to it about that: as if they had started it before.
    pub fn has_started_bot(&self) {
        self.know(|user| user.door = Door::Open);
    }

    /// They press Start in the private chat: the bot may write to them (again).
    pub fn starts_bot(&self) -> MessageId {
        self.opens();
        self.says(self, "/start")
    }

    /// The same by a link that hands something over.
    pub fn starts_bot_with(&self, payload: &str) -> MessageId {
        self.opens();
        self.says(self, &format!("/start {payload}"))
    }

    fn opens(&self) {
        self.shared.change(|state| {
            let was = state.user(self.id).door;
            state.user_mut(self.id).door = Door::Open;
            if was == Door::Blocked {
                state.tell_of_door(self.id, Status::Kicked, Status::Member);
            }
        });
    }

    /// Their private chat is open, without a word: they pressed Start before the bot knew anything of them.
    pub fn has_opened_chat(&self) {
        self.know(|user| user.door = Door::Open);
    }

    /// They block the bot.
    pub fn blocks_bot(&self) {
        self.shared.change(|state| {
            state.user_mut(self.id).door = Door::Blocked;
            state.tell_of_door(self.id, Status::Member, Status::Kicked);
        });
    }

    /// They delete their account.
    pub fn deactivates(&self) {
        self.know(|user| user.deactivated = true);
    }

    /// They go into a group.
    pub fn joins(&self, chat: impl Into<ChatId>) {
        let chat = chat.into();
        self.shared.change(|state| {
            state.set_member(chat, self.id, self.id, Status::Member.into());
            let who = vec![state.user(self.id).json()];
            state.happens(chat, self.id, "new_chat_members", who.into());
        });
    }

    /// They leave a group.
    pub fn leaves(&self, chat: impl Into<ChatId>) {
        let chat = chat.into();
        self.shared.change(|state| {
            state.set_member(chat, self.id, self.id, Status::Left.into());
            let who = state.user(self.id).json();
            state.happens(chat, self.id, "left_chat_member", who);
        });
    }
}

impl State {
    fn tell_of_door(&mut self, person: UserId, old: Status, new: Status) {
        let (old, new) = (Member::from(old), Member::from(new));
        let told = self.member_change(person.into(), self.bot, person, (&old, &new));
        self.push("my_chat_member", person.into(), told);
    }
}
