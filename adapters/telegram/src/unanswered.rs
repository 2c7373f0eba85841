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
            let query = query_of(&event.event);
            if query.is_none() && event.answer_only_for().is_none() {
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
            if let Some(query) = query {
                tokio::spawn(self.clone().wait(event.event.clone(), query));
            }
        }
    }

    /// The command of an event that waits.
    pub(crate) fn command(&self, event: &str) -> Option<String> {
        self.commands().get(event).cloned()
    }

    /// Whether the event waited until now; from now on it does not.
    pub(crate) fn settle(&self, event: &str) -> bool {
        self.commands().remove(event).is_some()
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "no clock of ours knows how long people look at a button that does nothing"
    )]
    async fn wait(self, event: String, query: String) {
        tokio::time::sleep(PATIENCE).await;
        if self.settle(&event)
            && let Err(failure) = self.account.api.ask(&AnswerCallbackQuery::nothing(query)).await
        {
            tracing::debug!(error = %failure, "a tap could not be answered");
        }
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
        Content::Invoked(_) | Content::Noticed(_) => None,
    }
}
