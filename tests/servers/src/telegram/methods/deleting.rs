//! deleteMessage.

use serde_json::Value;

use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, MessageId};
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::world::{Deed, Kind, State};

impl State {
    pub(super) fn delete_message(&mut self, call: &Call) -> Answer {
        let chat = self.chat_for(call, Deed::Edit)?;
        let id = MessageId(call.number("message_id").unwrap_or_default());
        let shown = self.message(chat, id);
        let shown = shown.ok_or_else(|| Refusal::bad("message to delete not found"))?;
        if !self.may_delete(chat, shown) {
            return Err(Refusal::bad("message can't be deleted"));
        }
        if let Some(shown) = self.seen.message_mut(chat, id) {
            shown.deleted = true;
        }
        Ok(Value::Bool(true))
    }

    fn may_delete(&self, chat: ChatId, shown: &Shown) -> bool {
        let chat = self.chats.get(&chat);
        let is_private = chat.is_none_or(|chat| chat.kind == Kind::Private);
        let may = |right| chat.is_some_and(|chat| chat.member(self.bot).may(right));
        shown.author == Author::Bot || is_private || may("can_delete_messages")
    }
}
