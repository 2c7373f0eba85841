//! Events in groups that wait for their answer, as far as the answer needs to know more of them than where it goes.
//!
//! A tap: Telegram's clients show that something is under way until it is answered, which is possible once and for a while.
//! So a tap that must wait longer than people do is answered with nothing, and what it led to is said in a message. A
//! command whose answer is private: where there is no private chat yet, the button that opens one carries the command.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use muster_core::reply::action::ActionToken;
use muster_core::surface::{Content, Inbound};

use crate::account::Account;
use crate::api::methods::AnswerCallbackQuery;
use crate::inbound::event::EventId;

/// How long a tap may wait.
const PATIENCE: Duration = Duration::from_secs(3);
/// How many events are kept in mind. The answer to another one knows no more than where it goes.
const MOST: usize = 10_000;

/// What a tap is answered with.
#[derive(Debug)]
pub(crate) enum TapAnswer {
    /// An alert that waits to be closed.
    Alert(String),
    /// A chat opens.
    Open(String),
    /// Nothing: what was under way is over.
    Nothing,
}

/// The events without an answer.
#[derive(Debug, Clone)]
pub(crate) struct Unanswered {
    account: Arc<Account>,
    /// The commands, by their events' ids.
    commands: Arc<Mutex<HashMap<String, String>>>,
}

impl Unanswered {
    pub(crate) fn new(account: Arc<Account>) -> Self {
        Self {
            account,
            commands: Arc::default(),
        }
    }

    fn commands(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.commands.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps events in mind. To be called before they are accepted: the answer may come before that is known.
    pub(crate) fn came(&self, events: &[Inbound]) {
        for event in events {
            let is_tap = query_of(&event.event).is_some();
            if !is_tap && event.answer_only_for().is_none() {
                continue;
            }
            let Some(command) = command_of(&event.content) else {
                continue;
            };
            let mut commands = self.commands();
            if commands.len() >= MOST || commands.insert(event.event.clone(), command).is_some() {
                continue;
            }
            drop(commands);
            if is_tap {
                tokio::spawn(self.clone().wait(event.event.clone()));
            }
        }
    }

    /// The command of an event that waits.
    pub(crate) fn command(&self, event: &str) -> Option<String> {
        self.commands().get(event).cloned()
    }

    /// Answers the tap that an event was, unless it has its answer; whether it was answered now. A command that was typed
    /// waits no more either.
    pub(crate) async fn answer(&self, event: &str, with: TapAnswer) -> bool {
        let waited = self.commands().remove(event).is_some();
        let Some(query) = query_of(event).filter(|_| waited) else {
            return false;
        };
        let (text, url) = match with {
            TapAnswer::Alert(text) => (Some(text), None),
            TapAnswer::Open(url) => (None, Some(url)),
            TapAnswer::Nothing => (None, None),
        };
        let answer = AnswerCallbackQuery {
            callback_query_id: query,
            show_alert: text.is_some().then_some(true),
            text,
            url,
        };
        let answered = self.account.api.ask(&answer).await;
        if let Err(failure) = &answered {
            // What is said is shown once more at the worst, in a message.
            tracing::debug!(error = %failure, "a tap could not be answered in place");
        }
        answered.is_ok()
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "no clock of ours knows how long people look at a button that does nothing"
    )]
    async fn wait(self, event: String) {
        tokio::time::sleep(PATIENCE).await;
        self.answer(&event, TapAnswer::Nothing).await;
    }
}

/// The id of the tap that an event was, if it was one.
pub(crate) fn query_of(event: &str) -> Option<String> {
    match event.parse() {
        Ok(EventId::Tap { query }) => Some(query),
        _ => None,
    }
}

fn command_of(content: &Content) -> Option<String> {
    match content {
        Content::Typed(text) => Some(text.clone()),
        Content::Action(token) => Some(token.parse::<ActionToken>().ok()?.into_command()),
        Content::Invoked(_) | Content::Filled { .. } | Content::Noticed(_) => None,
    }
}
