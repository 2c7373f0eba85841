//! Everything after the first answer: by the token of the interaction.

use serde_json::json;

use super::answers::only_for;
use super::content::write;
use crate::discord::http::Call;
use crate::discord::ids::MessageId;
use crate::discord::refusal::{Answer as Answered, Refusal};
use crate::discord::seen::{Answer, Shown};
use crate::discord::world::{Allowed, Interaction, State};

impl State {
    /// The interaction whose token a request has, where it still counts.
    fn by_token(&self, call: &Call) -> Result<Interaction, Refusal> {
        let token = call.parameter("webhook_token").unwrap_or_default();
        let interaction = self.tokens.get(token).and_then(|id| self.interactions.get(id));
        let is_ours = call.parameter("webhook_id") == Some(self.bot.to_string().as_str());
        let interaction = interaction.filter(|found| is_ours && found.acknowledged);
        let interaction = interaction.ok_or_else(Refusal::unknown_webhook)?;
        if self.now() >= interaction.at + self.options.tokens_last {
            return Err(Refusal::invalid_token());
        }
        Ok(interaction.clone())
    }

    /// The message that a request is about: the first answer, or one that followed.
    fn answer_of(&self, interaction: &Interaction, call: &Call) -> Result<MessageId, Refusal> {
        let id = match call.parameter("message_id") {
            Some("@original") | None => interaction.original,
            Some(_) => Some(call.message()).filter(|id| {
                let shown = self.seen.message(*id);
                shown
                    .is_some_and(|shown| shown.interaction == Some(interaction.id) || Some(*id) == interaction.original)
            }),
        };
        id.filter(|id| self.seen.message(*id).is_some())
            .ok_or_else(Refusal::unknown_message)
    }

    pub(super) fn get_answer(&mut self, call: &Call) -> Answered {
        let interaction = self.by_token(call)?;
        let id = self.answer_of(&interaction, call)?;
        Ok(self.seen.message(id).map(|shown| self.message_json(shown)))
    }

    pub(super) fn update_answer(&mut self, call: &Call) -> Answered {
        let interaction = self.by_token(call)?;
        let id = self.answer_of(&interaction, call)?;
        let answer = self.edit(id, &call.body, call, true)?;
        if Some(id) == interaction.original {
            self.answered(&interaction, id);
        }
        Ok(answer)
    }

    /// What was thought about, or only noted, is said now.
    fn answered(&mut self, interaction: &Interaction, id: MessageId) {
        self.waiting.remove(&interaction.id);
        let answer = match self.seen.answer(interaction.id) {
            Answer::Thinking(_) => Answer::Message(id),
            Answer::Noted => Answer::Changed(id),
            _ => return,
        };
        self.seen.answers.insert(interaction.id, answer);
    }

    pub(super) fn delete_answer(&mut self, call: &Call) -> Answered {
        let interaction = self.by_token(call)?;
        let id = self.answer_of(&interaction, call)?;
        self.waiting.remove(&interaction.id);
        self.delete(id);
        Ok(None)
    }

    /// One more message. Right after a deferral it is the message that was deferred (Create Followup Message).
    pub(super) fn follow_up(&mut self, call: &Call) -> Answered {
        let interaction = self.by_token(call)?;
        let original = interaction.original.and_then(|id| self.seen.message(id));
        if let Some(id) = original.filter(|shown| shown.thinking).map(|shown: &Shown| shown.id) {
            let answer = self.edit(id, &call.body, call, true)?;
            self.answered(&interaction, id);
            return Ok(answer);
        }
        let mut message = self.answering(&interaction);
        message.kind = 0;
        message.reply_to = interaction.original.filter(|id| self.seen.message(*id).is_some());
        write(&mut message, &call.body);
        self.attach(&mut message, &call.body, call);
        if message.is_empty() {
            return Err(Refusal::empty_message());
        }
        message.used = None;
        message.only_for = only_for(&interaction, &call.body);
        self.call(&mut message, &Allowed::read(&call.body, true));
        let id = self.say(message);
        let shown = self.seen.message(id).map(|shown| self.message_json(shown));
        Ok(Some(shown.unwrap_or_else(|| json!({}))))
    }
}
