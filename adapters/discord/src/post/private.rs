//! Somebody's private chat with the bot: Discord opens it where there is none.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use muster_core::surface::{Delivery, Refusal, Verdict};

use super::Post;
use super::send::Target;
use crate::api::endpoints::{self, WithId};
use crate::api::failure::Failure;
use crate::place::is_id;
use crate::verdict::verdict;

/// How many are kept in mind; then all are forgotten, and asked for again as they are needed.
const MOST: usize = 20_000;

/// Which private chat is whose.
#[derive(Debug, Default)]
pub(super) struct PrivateChats {
    by_account: Mutex<HashMap<u64, u64>>,
}

impl PrivateChats {
    fn known(&self) -> MutexGuard<'_, HashMap<u64, u64>> {
        self.by_account.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn of(&self, account: &str) -> Option<String> {
        self.known().get(&account.parse().ok()?).map(u64::to_string)
    }

    fn keep(&self, account: &str, channel: &str) {
        let (Ok(account), Ok(channel)) = (account.parse(), channel.parse()) else {
            return;
        };
        let mut known = self.known();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(account, channel);
    }

    fn forget(&self, account: &str) {
        if let Ok(account) = account.parse::<u64>() {
            self.known().remove(&account);
        }
    }
}

impl Post {
    /// Sends a card to somebody in private.
    pub(super) async fn send_to_person(&self, account: &str, delivery: &Delivery) -> Verdict {
        if !is_id(account) {
            return Verdict::Refused(Refusal::Gone);
        }
        let channel = match self.private_chat(account).await {
            Ok(channel) => channel,
            Err(failure) => return verdict(&failure, true),
        };
        let target = Target {
            channel: &channel,
            private: true,
            reply_to: None,
        };
        let verdict = self.send_to(target, delivery).await;
        if verdict == Verdict::Refused(Refusal::Gone) {
            self.private_chats.forget(account);
        }
        verdict
    }

    async fn private_chat(&self, account: &str) -> Result<String, Failure> {
        if let Some(channel) = self.private_chats.of(account) {
            return Ok(channel);
        }
        let chat: WithId = self.account.api.ask(endpoints::private_chat(account)).await?;
        self.private_chats.keep(account, &chat.id);
        Ok(chat.id)
    }
}
