//! getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat.

use serde_json::{Value, json};

use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, MessageId, UserId};
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::world::{Deed, Kind, Member, State, Status, permissions};

impl State {
    pub(super) fn get_chat(&mut self, call: &Call) -> Answer {
        let id = self.chat_for(call, Deed::Read)?;
        let mut full = self.chat_json(id);
        full["accent_color_id"] = 0.into();
        full["max_reaction_count"] = 11.into();
        full["accepted_gift_types"] = json!({
            "unlimited_gifts": false,
            "limited_gifts": false,
            "unique_gifts": false,
            "premium_subscription": false,
            "gifts_from_channels": false,
        });
        let chat = self.chat(id);
        if chat.is_group() {
            full["permissions"] = permissions(chat.may_write, chat.may_pin).into();
        }
        if let Some(discussion) = chat.discussion {
            full["linked_chat_id"] = discussion.0.into();
        }
        let pin: Option<MessageId> = chat.pins.last().copied();
        if let Some(pin) = pin {
            full["pinned_message"] = self.message_answer(id, pin);
        }
        Ok(full)
    }

    pub(super) fn get_chat_member(&mut self, call: &Call) -> Answer {
        let chat = self.chat_for(call, Deed::Read)?;
        let user = UserId(call.number("user_id").unwrap_or_default());
        if !self.users.contains_key(&user) {
            return Err(Refusal::bad("invalid user_id specified"));
        }
        let member = self.standing(chat, user);
        Ok(self.member_json(chat, user, &member))
    }

    /// In a private chat both are members.
    fn standing(&self, chat: ChatId, user: UserId) -> Member {
        match self.chats.get(&chat) {
            Some(chat) if chat.kind != Kind::Private => chat.member(user),
            _ if user == self.bot || ChatId::from(user) == chat => Status::Member.into(),
            _ => Status::Left.into(),
        }
    }

    pub(super) fn get_chat_administrators(&mut self, call: &Call) -> Answer {
        let id = self.chat_for(call, Deed::Read)?;
        let Some(chat) = self.chats.get(&id).filter(|chat| chat.kind != Kind::Private) else {
            return Err(Refusal::bad("there are no administrators in the private chat"));
        };
        // Other bots are left out, but not this one.
        let mut administrators: Vec<_> = chat.members.iter().filter(|(_, member)| member.administers()).collect();
        administrators.sort_by_key(|(user, _)| **user);
        let shown = administrators
            .into_iter()
            .map(|(user, member)| self.member_json(id, *user, member));
        Ok(shown.collect())
    }

    pub(super) fn get_chat_member_count(&mut self, call: &Call) -> Answer {
        let id = self.chat_for(call, Deed::Read)?;
        let chat = self.chat(id);
        let count = match chat.kind {
            Kind::Private => 2,
            _ => chat.members.values().filter(|member| member.is_there()).count(),
        };
        Ok(count.into())
    }

    pub(super) fn leave_chat(&mut self, call: &Call) -> Answer {
        let id = self.chat_for(call, Deed::Edit)?;
        if self.chat(id).kind == Kind::Private {
            return Err(Refusal::bad("chat member status can't be changed in private chats"));
        }
        self.set_member(id, self.bot, self.bot, Status::Left.into());
        let bot = self.user(self.bot).json();
        self.happens(id, self.bot, "left_chat_member", bot);
        Ok(Value::Bool(true))
    }
}
