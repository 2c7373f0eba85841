//! Messages in channels: sent, read, deleted.

use serde_json::Value;

use super::content::write;
use crate::discord::http::Call;
use crate::discord::ids::{ChannelId, MessageId, number};
use crate::discord::permissions::Permissions;
use crate::discord::refusal::{Answer, Refusal, Wrong};
use crate::discord::seen::{Author, Shown};
use crate::discord::world::{Allowed, State};

/// The kind of a message that replies.
const REPLY: u64 = 19;

impl State {
    pub(super) fn create_message(&mut self, call: &Call) -> Answer {
        let channel = call.channel();
        self.may_write(channel)?;
        if let Some(known) = self.known_by_nonce(call) {
            self.seen.repeated += 1;
            return Ok(Some(known));
        }
        let mut message = self.draft(channel, Author::Bot);
        write(&mut message, &call.body);
        self.attach(&mut message, &call.body, call);
        message.reply_to = self.reply_to(channel, call)?;
        if message.reply_to.is_some() {
            message.kind = REPLY;
        }
        message.nonce = call.body.get("nonce").filter(|nonce| !nonce.is_null()).cloned();
        self.may_say(channel, &message)?;
        self.call(&mut message, &Allowed::read(&call.body, false));
        self.wake_thread(channel);
        let id = self.say(message);
        self.remember_nonce(call, channel, id);
        let shown = self.seen.message(id).ok_or_else(Refusal::unknown_message)?;
        let mut answer = self.message_json(shown);
        if let Some(nonce) = &shown.nonce {
            answer["nonce"] = nonce.clone();
        }
        Ok(Some(answer))
    }

    /// Shows a message of the bot's, and calls whom it calls.
    pub(super) fn say(&mut self, message: Shown) -> MessageId {
        self.seen.sent += 1;
        self.ping(&message);
        self.post(message)
    }

    /// Whether the bot may write in that channel.
    fn may_write(&self, id: ChannelId) -> Result<(), Refusal> {
        let (channel, may) = self.visible(id)?;
        if !channel.holds_messages() {
            return Err(Refusal::not_a_text_channel());
        }
        if let Some(person) = channel.person.filter(|_| channel.guild.is_none()) {
            return self.may_write_privately(person);
        }
        let wanted = if channel.is_thread() {
            Permissions::SEND_MESSAGES_IN_THREADS
        } else {
            Permissions::SEND_MESSAGES
        };
        if !may.has(wanted) {
            return Err(Refusal::missing_permissions());
        }
        if channel.locked && !may.has(Permissions::MANAGE_THREADS) {
            return Err(Refusal::archived());
        }
        Ok(())
    }

    /// A message opens an archived thread again (Threads, "Active & Archived Threads").
    fn wake_thread(&mut self, id: ChannelId) {
        let Some(thread) = self.channels.get_mut(&id).filter(|thread| thread.archived) else {
            return;
        };
        thread.archived = false;
        self.tell_of_thread("THREAD_UPDATE", id);
    }

    fn reply_to(&self, channel: ChannelId, call: &Call) -> Result<Option<MessageId>, Refusal> {
        let Some(reference) = call.body.get("message_reference").filter(|given| !given.is_null()) else {
            return Ok(None);
        };
        let original = number(&reference["message_id"]).map(MessageId);
        let original = original.filter(|id| self.message(channel, *id).is_some_and(|shown| shown.only_for.is_none()));
        if original.is_none() && reference["fail_if_not_exists"] != false {
            let wrong = Wrong::at(&["message_reference"], "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
            return Err(Refusal::invalid_form(&[wrong]));
        }
        let may = self.permissions(self.bot, channel);
        if original.is_some() && !may.has(Permissions::READ_MESSAGE_HISTORY) {
            return Err(Refusal::no_history());
        }
        Ok(original)
    }

    /// The message that was sent with the same nonce in the last minutes, where that is to be checked.
    fn known_by_nonce(&self, call: &Call) -> Option<Value> {
        let nonce = enforced_nonce(call)?;
        let (at, channel, id) = self.nonces.get(&nonce)?;
        let is_fresh = self.now() < *at + self.options.nonces_last;
        let shown = self.message(*channel, *id).filter(|_| is_fresh)?;
        let mut answer = self.message_json(shown);
        answer["nonce"] = call.body["nonce"].clone();
        Some(answer)
    }

    fn remember_nonce(&mut self, call: &Call, channel: ChannelId, id: MessageId) {
        let (now, lasts) = (self.now(), self.options.nonces_last);
        if let Some(nonce) = call.body.get("nonce").filter(|nonce| !nonce.is_null()) {
            if self.nonces.len() > 10_000 {
                self.nonces.retain(|_, (at, ..)| now < *at + lasts);
            }
            self.nonces.insert(nonce.to_string(), (now, channel, id));
        }
    }

    pub(super) fn get_message(&mut self, call: &Call) -> Answer {
        self.allowed(call.channel(), Permissions::READ_MESSAGE_HISTORY)?;
        Ok(Some(self.message_json(self.found(call)?)))
    }

    /// The message that a request is about. What one person sees is not there for requests about channels.
    pub(super) fn found(&self, call: &Call) -> Result<&Shown, Refusal> {
        let shown = self.message(call.channel(), call.message());
        shown
            .filter(|shown| is_in_channel(shown))
            .ok_or_else(Refusal::unknown_message)
    }

    pub(super) fn list_messages(&mut self, call: &Call) -> Answer {
        let channel = call.channel();
        self.visible(channel)?;
        if !self
            .permissions(self.bot, channel)
            .has(Permissions::READ_MESSAGE_HISTORY)
        {
            return Ok(Some(Value::Array(Vec::new())));
        }
        let id = |name: &str| call.asked(name).and_then(|id| id.parse::<u64>().ok());
        let limit = call.asked("limit").and_then(|limit| limit.parse().ok()).unwrap_or(50);
        let (before, after) = (id("before"), id("after"));
        let all = self.seen.messages(channel).rev().filter(|shown| is_in_channel(shown));
        let all = all.filter(|shown| before.is_none_or(|before| shown.id.0 < before));
        let mut all: Vec<&Shown> = all
            .filter(|shown| after.is_none_or(|after| shown.id.0 > after))
            .collect();
        if after.is_some() {
            all.drain(..all.len().saturating_sub(limit));
        }
        all.truncate(limit);
        Ok(Some(all.into_iter().map(|shown| self.message_json(shown)).collect()))
    }

    pub(super) fn delete_message(&mut self, call: &Call) -> Answer {
        let (_, may) = self.visible(call.channel())?;
        let is_own = self.found(call)?.author == Author::Bot;
        if !is_own && !may.has(Permissions::MANAGE_MESSAGES) {
            return Err(Refusal::missing_permissions());
        }
        self.delete(call.message());
        Ok(None)
    }

    pub(super) fn delete_messages(&mut self, call: &Call) -> Answer {
        self.allowed(call.channel(), Permissions::MANAGE_MESSAGES)?;
        for id in call.list("messages").iter().filter_map(number).map(MessageId) {
            if self.message(call.channel(), id).is_some_and(is_in_channel) {
                self.delete(id);
            }
        }
        Ok(None)
    }

    /// A message goes away.
    pub(in crate::discord) fn delete(&mut self, id: MessageId) {
        let Some(shown) = self.seen.message_mut(id) else {
            return;
        };
        shown.deleted = true;
        let (channel, is_private) = (shown.channel, shown.only_for.is_some());
        if !is_private {
            self.tell_of_deletion(id, channel);
        }
    }
}

/// Whether it is a message for all who see the channel.
fn is_in_channel(shown: &Shown) -> bool {
    shown.only_for.is_none() && shown.author != Author::Discord
}

fn enforced_nonce(call: &Call) -> Option<String> {
    let is_enforced = call.body.get("enforce_nonce").and_then(Value::as_bool)?;
    let nonce = call.body.get("nonce").filter(|nonce| !nonce.is_null())?;
    is_enforced.then(|| nonce.to_string())
}
