//! What becomes of the bot in a group.

use serde_json::json;

use super::group::Group;
use super::person::Person;
use crate::telegram::ids::{ChatId, UserId};
use crate::telegram::world::{Rights, State, Status};

impl Group {
    /// Somebody takes the bot in.
    pub fn adds_bot(&self, by: &Person) {
        self.shared.change(|state| {
            state.set_member(self.id, state.bot, by.id(), Status::Member.into());
            let bot = json!([state.user(state.bot).json()]);
            state.happens(self.id, by.id(), "new_chat_members", bot);
        });
    }

    /// Somebody throws the bot out.
    pub fn removes_bot(&self, by: &Person) {
        self.shared.change(|state| {
            state.set_member(self.id, state.bot, by.id(), Status::Kicked.into());
            let bot = state.user(state.bot).json();
            state.happens(self.id, by.id(), "left_chat_member", bot);
        });
    }

    /// The bot may not write any more.
    pub fn restricts_bot(&self, by: &Person) {
        self.sets_bot(by, Status::Restricted);
    }

    /// The bot becomes an administrator.
    pub fn promotes_bot(&self, by: &Person, rights: Rights) {
        self.sets_bot(by, Status::Administrator(rights));
    }

    /// The bot is a member like all others again.
    pub fn demotes_bot(&self, by: &Person) {
        self.sets_bot(by, Status::Member);
    }

    fn sets_bot(&self, by: &Person, status: Status) {
        self.shared
            .change(|state| state.set_member(self.id, state.bot, by.id(), status.into()));
    }
}

impl State {
    /// Who founded it.
    pub(super) fn creator(&mut self, chat: ChatId) -> UserId {
        let mut members = self.chat(chat).members.iter();
        let creator = members.find(|(_, member)| member.status == Status::Creator);
        *creator.expect("a group has a creator").0
    }
}
