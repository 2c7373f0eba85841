//! sendMessage, and what every message has.

use serde_json::Value;

use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, MessageId};
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::text::entity::Entity;
use crate::telegram::world::{Deed, State};

impl State {
    pub(super) fn send_message(&mut self, call: &Call) -> Answer {
        let mut message = self.begin(call, "text messages")?;
        Self::write(
            &mut message,
            call.text("text").unwrap_or_default(),
            entities(call, "entities"),
        );
        message.link_preview = call.fields.get("link_preview_options").cloned();
        Ok(self.send(message))
    }

    /// A message of the bot's that may be sent, with all but its content.
    pub(super) fn begin(&mut self, call: &Call, what: &'static str) -> Result<Shown, Refusal> {
        let chat = self.chat_for(call, Deed::Send(what))?;
        let reply_to = self.reply_to(chat, call)?;
        let thread = self.thread_for(chat, reply_to, call)?;
        self.pace(chat)?;
        let mut message = self.draft(chat, Author::Bot);
        message.thread = thread;
        message.reply_to = reply_to;
        message.markup = markup(call);
        message.silent = call.flag("disable_notification");
        Ok(message)
    }

    /// Shows a message of the bot's, and answers with it.
    pub(super) fn send(&mut self, message: Shown) -> Value {
        let chat = message.chat;
        let id = self.post(message);
        self.seen.sent += 1;
        self.message_answer(chat, id)
    }

    pub(super) fn message_answer(&self, chat: ChatId, message: MessageId) -> Value {
        self.message(chat, message)
            .map_or(Value::Null, |shown| self.message_json(shown))
    }

    fn reply_to(&self, chat: ChatId, call: &Call) -> Result<Option<MessageId>, Refusal> {
        let Some(parameters) = call.fields.get("reply_parameters") else {
            return Ok(None);
        };
        let id = parameters.get("message_id").and_then(Value::as_i64).map(MessageId);
        let id = id.filter(|id| self.message(chat, *id).is_some());
        let is_optional = parameters.get("allow_sending_without_reply").and_then(Value::as_bool);
        match id {
            None if is_optional != Some(true) => Err(Refusal::bad("message to be replied not found")),
            id => Ok(id),
        }
    }
}

pub(super) fn entities(call: &Call, name: &str) -> Vec<Entity> {
    call.list(name).iter().filter_map(Entity::read).collect()
}

/// The inline keyboard; one without buttons is none.
pub(super) fn markup(call: &Call) -> Option<Value> {
    let markup = call.fields.get("reply_markup")?;
    let rows = markup.get("inline_keyboard")?.as_array()?;
    (!rows.is_empty()).then(|| markup.clone())
}
