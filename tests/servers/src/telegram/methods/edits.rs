//! editMessageText, editMessageReplyMarkup.

use std::mem::take;

use super::messages::{entities, markup};
use crate::telegram::http::Call;
use crate::telegram::ids::{ChatId, MessageId};
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::seen::{Author, Shown};
use crate::telegram::world::{Deed, State};

const NOT_MODIFIED: &str = "message is not modified: specified new message content and reply markup are exactly the \
                            same as a current content and reply markup of the message";

impl State {
    pub(super) fn edit_message_text(&mut self, call: &Call) -> Answer {
        let (chat, id, mut new) = self.editable(call)?;
        if new.document.is_some() {
            return Err(Refusal::bad("there is no text in the message to edit"));
        }
        Self::write(
            &mut new,
            call.text("text").unwrap_or_default(),
            entities(call, "entities"),
        );
        new.markup = markup(call);
        new.link_preview = call.fields.get("link_preview_options").cloned();
        self.edit(chat, id, new)
    }

    pub(super) fn edit_message_reply_markup(&mut self, call: &Call) -> Answer {
        let (chat, id, mut new) = self.editable(call)?;
        new.markup = markup(call);
        self.edit(chat, id, new)
    }

    /// The message that a request is about, where the bot may change it.
    fn editable(&mut self, call: &Call) -> Result<(ChatId, MessageId, Shown), Refusal> {
        let chat = self.chat_for(call, Deed::Edit)?;
        let id = MessageId(call.number("message_id").unwrap_or_default());
        let shown = self.seen.message_mut(chat, id);
        let shown = shown.ok_or_else(|| Refusal::bad("message to edit not found"))?;
        if shown.author != Author::Bot || shown.service.is_some() {
            return Err(Refusal::bad("message can't be edited"));
        }
        Ok((chat, id, shown.without_history()))
    }

    fn edit(&mut self, chat: ChatId, id: MessageId, mut new: Shown) -> Answer {
        let Some(old) = self.message(chat, id) else {
            return Err(Refusal::bad("message to edit not found"));
        };
        if (&old.text, &old.entities, &old.markup) == (&new.text, &new.entities, &new.markup) {
            return Err(Refusal::bad(NOT_MODIFIED));
        }
        self.pace(chat)?;
        new.edit_date = Some(self.unix());
        if let Some(shown) = self.seen.message_mut(chat, id) {
            new.at_first = shown.at_first.take();
            if new.at_first.is_none() {
                new.at_first = Some(Box::new(shown.clone()));
            }
            new.earlier = take(&mut shown.earlier);
            new.earlier.push(take(&mut shown.text));
            *shown = new;
        }
        self.seen.edited += 1;
        Ok(self.message_answer(chat, id))
    }
}
