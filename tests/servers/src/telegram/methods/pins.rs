//! pinChatMessage, unpinChatMessage.

use serde_json::Value;

use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, MessageId};
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::world::{Deed, Kind, State};

impl State {
    pub(super) fn pin_chat_message(&mut self, call: &Call) -> Answer {
        let chat = self.pinnable(call)?;
        let id = MessageId(call.number("message_id").unwrap_or_default());
        let shown = self.seen.message_mut(chat, id);
        let shown = shown.ok_or_else(|| Refusal::bad("message to pin not found"))?;
        shown.pinned = true;
        let pinned = self.message_answer(chat, id);
        let pins = &mut self.chat(chat).pins;
        pins.retain(|pin| *pin != id);
        pins.push(id);
        // The bot is told of its own pins too.
        self.happens(chat, self.bot, "pinned_message", pinned);
        Ok(Value::Bool(true))
    }

    pub(super) fn unpin_chat_message(&mut self, call: &Call) -> Answer {
        let chat = self.pinnable(call)?;
        let pins = &mut self.chat(chat).pins;
        let id = match call.number("message_id") {
            Some(id) => Some(MessageId(id)).filter(|id| pins.contains(id)),
            None => pins.last().copied(),
        };
        let id = id.ok_or_else(|| Refusal::bad("message to unpin not found"))?;
        pins.retain(|pin| *pin != id);
        if let Some(shown) = self.seen.message_mut(chat, id) {
            shown.pinned = false;
        }
        Ok(Value::Bool(true))
    }

    fn pinnable(&mut self, call: &Call) -> Result<ChatId, Refusal> {
        let id = self.chat_for(call, Deed::Edit)?;
        let bot = self.bot;
        let chat = self.chat(id);
        let right = match chat.kind {
            Kind::Channel => "can_edit_messages",
            _ => "can_pin_messages",
        };
        if chat.may_pin || chat.member(bot).may(right) {
            return Ok(id);
        }
        Err(Refusal::bad("not enough rights to manage pinned messages in the chat"))
    }
}
