//! How much a bot may say: Bot FAQ, "My bot is hitting limits, how do I avoid this?".

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use super::ids::ChatId;

pub use crate::rate::Rate;

/// What a strict server allows of messages and edits. Answers to callbacks and questions are free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// In all chats together.
    pub in_all: Rate,
    /// In a single chat.
    pub chat: Rate,
    /// In a single group, beside that.
    pub group: Rate,
}

impl Rates {
    /// What Telegram says: about 30 a second in all, one a second in a chat, 20 a minute in a group.
    pub const TELEGRAM: Self = Self {
        in_all: Rate::new(30, Duration::from_secs(1)),
        chat: Rate::new(1, Duration::from_secs(1)),
        group: Rate::new(20, Duration::from_mins(1)),
    };
}

/// The moments at which something was said, no more of them than matter.
#[derive(Debug, Default)]
struct Said(VecDeque<Duration>);

impl Said {
    /// How long it takes until one more may be said.
    fn wait(&self, rate: Rate, now: Duration) -> Option<Duration> {
        let first = *self.0.get(self.0.len().checked_sub(rate.most)?)?;
        (first + rate.span).checked_sub(now).filter(|wait| !wait.is_zero())
    }

    fn say(&mut self, rate: Rate, now: Duration) {
        self.0.push_back(now);
        if self.0.len() > rate.most {
            self.0.pop_front();
        }
    }
}

/// What was said lately.
#[derive(Debug, Default)]
pub(super) struct Pace {
    in_all: Said,
    chats: HashMap<ChatId, (Said, Said)>,
}

impl Pace {
    /// Takes one more; where that is too much, the seconds after which to come again.
    pub(super) fn take(&mut self, rates: &Rates, chat: ChatId, now: Duration) -> Result<(), u64> {
        let (said, said_in_group) = self.chats.entry(chat).or_default();
        let is_group = chat.0 < 0;
        let waits = [
            self.in_all.wait(rates.in_all, now),
            said.wait(rates.chat, now),
            said_in_group.wait(rates.group, now).filter(|_| is_group),
        ];
        if let Some(wait) = waits.into_iter().flatten().max() {
            // Rounded up: whoever waits for so long waits long enough.
            return Err(wait.as_secs() + u64::from(wait.subsec_nanos() > 0));
        }
        self.in_all.say(rates.in_all, now);
        said.say(rates.chat, now);
        said_in_group.say(rates.group, now);
        Ok(())
    }
}
