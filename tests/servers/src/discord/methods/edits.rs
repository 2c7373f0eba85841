//! Edits.

use std::mem::take;

use serde_json::Value;

use super::content::write;
use super::pins::PINNED;
use crate::discord::http::Call;
use crate::discord::ids::MessageId;
use crate::discord::refusal::{Answer, Refusal};
use crate::discord::seen::{Author, Shown};
use crate::discord::world::{Allowed, State};

impl State {
    pub(super) fn update_message(&mut self, call: &Call) -> Answer {
        let (channel, _) = self.visible(call.channel())?;
        if channel.archived {
            return Err(Refusal::archived());
        }
        let shown = self.found(call)?;
        if shown.author != Author::Bot {
            return Err(Refusal::not_the_author());
        }
        if shown.kind == PINNED {
            return Err(Refusal::system_message());
        }
        self.edit(call.message(), &call.body, call, false)
    }

    /// Changes a message of the bot's as a body says, and answers with it.
    pub(super) fn edit(&mut self, id: MessageId, body: &Value, call: &Call, in_answer: bool) -> Answer {
        let shown = self.seen.message_mut(id).ok_or_else(Refusal::unknown_message)?;
        let mut new = shown.without_history();
        write(&mut new, body);
        self.attach(&mut new, body, call);
        if new.is_empty() {
            return Err(Refusal::empty_message());
        }
        if body.get("content").is_some() || body.get("components").is_some() {
            self.call(&mut new, &Allowed::read(body, in_answer));
        }
        let first_words = new.thinking;
        if first_words {
            new.thinking = false;
            self.ping(&new);
        } else {
            new.edited_ms = Some(self.unix_ms());
            self.seen.edited += 1;
        }
        self.replace(id, new, first_words);
        let shown = self.seen.message(id).ok_or_else(Refusal::unknown_message)?;
        let answer = self.message_json(shown);
        if shown.only_for.is_none() {
            self.tell_of_message("MESSAGE_UPDATE", id);
        }
        Ok(Some(answer))
    }

    /// Puts a message in the place of what it was, which is remembered unless there was nothing to read.
    fn replace(&mut self, id: MessageId, mut new: Shown, forgets: bool) {
        let Some(shown) = self.seen.message_mut(id) else {
            return;
        };
        if !forgets {
            new.at_first = shown.at_first.take();
            if new.at_first.is_none() {
                new.at_first = Some(Box::new(shown.clone()));
            }
            new.earlier = take(&mut shown.earlier);
            new.earlier.push(take(&mut shown.text));
        }
        *shown = new;
    }
}
