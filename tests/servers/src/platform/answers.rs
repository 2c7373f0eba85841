//! Answers in place: the first answer to an event, and what may follow it (profile `Deadline`).

use std::time::Duration;

use super::seen::FirstAnswer;
use super::state::{State, bad};
use crate::wire::{Chat, Message, Reply};

/// How long after an event its answer may be given or changed (Discord: an interaction's token lives 15 min).
const ANSWER_WITHIN: Duration = Duration::from_mins(15);

impl State {
    pub(super) fn respond(&mut self, event: &str, private: bool, message: Message) -> Result<Reply, Reply> {
        let (chat, account) = self.first_answer_to(event)?;
        self.admit(&chat, true, &message)?;
        let only_for = (private && matches!(chat, Chat::Room(_))).then_some(account);
        let receipt = self.show(&chat, only_for, Some(event), None, message);
        self.first_answer_is(event, FirstAnswer::Message);
        self.in_place_is(event, &receipt);
        Ok(Reply::Done(Some(receipt)))
    }

    pub(super) fn defer(&mut self, event: &str, private: bool) -> Result<Reply, Reply> {
        self.first_answer_to(event)?;
        self.first_answer_is(event, FirstAnswer::Deferral { private });
        Ok(Reply::Done(None))
    }

    /// Where the event happened and who acted, if it can have its first answer.
    fn first_answer_to(&self, event: &str) -> Result<(Chat, String), Reply> {
        match self.seen.event(event) {
            Some(happened) if happened.first_answer.is_some() => Err(Reply::AlreadyAcknowledged),
            Some(happened) if !happened.did_not_respond => {
                Ok((happened.event.chat.clone(), happened.event.account.clone()))
            }
            _ => Err(Reply::Expired),
        }
    }

    fn first_answer_is(&mut self, event: &str, answer: FirstAnswer) {
        let now = self.now();
        if let Some(happened) = self.seen.event_mut(event) {
            let took = now.saturating_sub(happened.told_at.unwrap_or(now));
            happened.first_answer = Some((answer, took));
        }
    }

    fn in_place_is(&mut self, event: &str, receipt: &str) {
        if let Some(happened) = self.seen.event_mut(event) {
            happened.in_place = Some(receipt.to_owned());
        }
    }

    pub(super) fn edit_original(&mut self, event: &str, message: Message) -> Result<Reply, Reply> {
        let now = self.now();
        let happened = self.seen.event(event).ok_or(Reply::Expired)?;
        let Some((first, _)) = happened.first_answer else {
            return bad("the event has no answer that could be changed");
        };
        if now.saturating_sub(happened.told_at.unwrap_or_default()) > ANSWER_WITHIN {
            return Err(Reply::Expired);
        }
        let (chat, account) = (happened.event.chat.clone(), happened.event.account.clone());
        let answer = happened.in_place.clone();
        self.admit(&chat, true, &message)?;
        if let Some(receipt) = answer {
            if self.seen.message(&receipt).is_some_and(|shown| shown.shows(&message)) {
                self.shown_again(&receipt);
            } else {
                self.change(&receipt, message);
            }
            return Ok(Reply::Done(Some(receipt)));
        }
        let private = first == FirstAnswer::Deferral { private: true };
        let only_for = (private && matches!(chat, Chat::Room(_))).then_some(account);
        let receipt = self.show(&chat, only_for, Some(event), None, message);
        self.in_place_is(event, &receipt);
        Ok(Reply::Done(Some(receipt)))
    }
}
