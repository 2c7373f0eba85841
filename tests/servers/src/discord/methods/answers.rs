//! The first answer to what somebody asked (Receiving and Responding, "Interaction Callback Type").

use std::time::Duration;

use serde_json::{Value, json};

use super::content::write;
use crate::discord::http::Call;
use crate::discord::ids::{InteractionId, MessageId};
use crate::discord::refusal::{Answer as Answered, Refusal, Wrong};
use crate::discord::seen::{Answer, Author, Choice, Form};
use crate::discord::world::{Allowed, Asked, EPHEMERAL, Interaction, State};

/// The kind of a message that answers a command.
const COMMAND_ANSWER: u64 = 20;

impl State {
    pub(super) fn answer_interaction(&mut self, call: &Call) -> Answered {
        let came = self.now();
        let interaction = self.unanswered(call)?;
        let data = &call.body["data"];
        let answer = match (call.body["type"].as_u64(), interaction.asked) {
            (Some(4), Asked::Command | Asked::Component | Asked::Form) => self.answer_with(&interaction, data, call)?,
            (Some(5), Asked::Command | Asked::Component | Asked::Form) => self.think(&interaction, data),
            (Some(6), Asked::Component | Asked::Form) if interaction.source.is_some() => Answer::Noted,
            (Some(7), Asked::Component | Asked::Form) => self.change_source(&interaction, data, call)?,
            (Some(8), Asked::Autocomplete) => Answer::Choices(choices(data)),
            (Some(9), Asked::Command | Asked::Component) => Answer::Form(form(data)),
            (kind, _) => {
                let kind = kind.unwrap_or_default();
                let wrong = Wrong::at(
                    &["type"],
                    "INTERACTION_RESPONSE_TYPE_INVALID",
                    format!("{kind} answers no such thing"),
                );
                return Err(Refusal::invalid_form(&[wrong]));
            }
        };
        self.settle(&interaction, &answer, came);
        if call.asked("with_response") == Some("true") {
            return Ok(Some(self.callback_json(interaction.id, call)));
        }
        Ok(None)
    }

    /// The interaction that a request answers, where that can still be done.
    fn unanswered(&self, call: &Call) -> Result<Interaction, Refusal> {
        let id = call
            .parameter("interaction_id")
            .and_then(|id| id.parse().ok())
            .map(InteractionId);
        let interaction = id.and_then(|id| self.interactions.get(&id));
        let interaction = interaction.filter(|found| Some(found.token.as_str()) == call.parameter("interaction_token"));
        let interaction = interaction.filter(|found| !found.lapsed || found.acknowledged);
        let interaction = interaction.ok_or_else(Refusal::unknown_interaction)?;
        if interaction.acknowledged {
            return Err(Refusal::already_acknowledged());
        }
        Ok(interaction.clone())
    }

    fn answer_with(&mut self, interaction: &Interaction, data: &Value, call: &Call) -> Result<Answer, Refusal> {
        let mut message = self.answering(interaction);
        write(&mut message, data);
        self.attach(&mut message, data, call);
        if message.is_empty() {
            return Err(Refusal::empty_message());
        }
        message.only_for = only_for(interaction, data);
        self.call(&mut message, &Allowed::read(data, true));
        Ok(Answer::Message(self.say(message)))
    }

    fn think(&mut self, interaction: &Interaction, data: &Value) -> Answer {
        let mut message = self.answering(interaction);
        message.thinking = true;
        message.only_for = only_for(interaction, data);
        Answer::Thinking(self.say(message))
    }

    fn change_source(&mut self, interaction: &Interaction, data: &Value, call: &Call) -> Result<Answer, Refusal> {
        let source = interaction.source.ok_or_else(Refusal::unknown_message)?;
        self.edit(source, data, call, true)?;
        Ok(Answer::Changed(source))
    }

    /// A message of the bot's that answers, without what it says.
    pub(super) fn answering(&mut self, interaction: &Interaction) -> crate::discord::seen::Shown {
        let mut message = self.draft(interaction.channel, Author::Bot);
        message.interaction = Some(interaction.id);
        message.used = Some(self.used(interaction));
        if interaction.asked == Asked::Command {
            message.kind = COMMAND_ANSWER;
        }
        message
    }

    fn settle(&mut self, interaction: &Interaction, answer: &Answer, came: Duration) {
        if !matches!(answer, Answer::Thinking(_)) {
            self.waiting.remove(&interaction.id);
        }
        self.seen.answers.insert(interaction.id, answer.clone());
        if let Some(known) = self.interactions.get_mut(&interaction.id) {
            known.acknowledged = true;
            known.acknowledged_at = Some(came);
            known.original = match answer {
                Answer::Message(id) | Answer::Thinking(id) | Answer::Changed(id) => Some(*id),
                Answer::Noted => interaction.source,
                _ => None,
            };
        }
    }

    fn callback_json(&self, id: InteractionId, call: &Call) -> Value {
        let interaction = &self.interactions[&id];
        let shown = interaction
            .original
            .and_then(|original: MessageId| self.seen.message(original));
        let kind = if interaction.asked == Asked::Component { 3 } else { 2 };
        let mut told = json!({ "id": id, "type": kind });
        if let Some(shown) = shown {
            told["response_message_id"] = json!(shown.id);
            told["response_message_loading"] = shown.thinking.into();
            told["response_message_ephemeral"] = shown.only_for.is_some().into();
        }
        let mut resource = json!({ "type": call.body["type"] });
        if let (Some(shown), Some(4 | 5 | 7)) = (shown, call.body["type"].as_u64()) {
            resource["message"] = self.message_json(shown);
        }
        json!({ "interaction": told, "resource": resource })
    }
}

/// Who alone sees an answer.
pub(super) fn only_for(interaction: &Interaction, data: &Value) -> Option<crate::discord::ids::UserId> {
    let flags = data["flags"].as_u64().unwrap_or_default();
    (flags & EPHEMERAL != 0).then_some(interaction.by)
}

fn choices(data: &Value) -> Vec<Choice> {
    let choices = data["choices"].as_array().into_iter().flatten();
    let choice = |choice: &Value| Choice {
        name: choice["name"].as_str().unwrap_or_default().to_owned(),
        value: choice["value"].clone(),
    };
    choices.map(choice).collect()
}

fn form(data: &Value) -> Form {
    let text = |name: &str| data[name].as_str().unwrap_or_default().to_owned();
    Form {
        custom_id: text("custom_id"),
        title: text("title"),
        components: data["components"].clone(),
    }
}
