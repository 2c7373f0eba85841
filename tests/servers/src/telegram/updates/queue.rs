//! The updates that the bot has not acknowledged.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::telegram::http::Call;
use crate::telegram::ids::ChatId;

/// Where the numbers begin: somewhere, as on Telegram.
const FIRST: i64 = 700_000_001;
/// Kinds that a bot must ask for: Bot API, getUpdates, `allowed_updates`.
const ASKED_FOR: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// An update.
#[derive(Debug, Clone)]
pub(in crate::telegram) struct Update {
    /// The chat that it is about, or the private chat of whom it is about.
    pub(in crate::telegram) about: ChatId,
    /// As the bot gets it.
    pub(in crate::telegram) body: Arc<str>,
}

/// The updates that the bot has not acknowledged, by their numbers.
#[derive(Debug, Default)]
pub(in crate::telegram) struct Queue {
    pub(super) waiting: BTreeMap<i64, Update>,
    count: i64,
    /// The kinds that the bot asked for last.
    allowed: Option<HashSet<String>>,
    /// Counts the polls: the last one is the one that goes on.
    pub(super) poll: u64,
    /// Whether there is something to tell, or another way to tell it, since somebody looked last.
    pub(in crate::telegram) news: bool,
}

impl Queue {
    /// The number of the next update.
    pub(in crate::telegram) fn number(&mut self) -> i64 {
        self.count += 1;
        FIRST + self.count - 1
    }

    pub(in crate::telegram) fn push(&mut self, id: i64, update: Update) {
        self.waiting.insert(id, update);
        self.news = true;
    }

    pub(in crate::telegram) fn wants(&self, kind: &str) -> bool {
        match &self.allowed {
            Some(allowed) => allowed.contains(kind),
            None => !ASKED_FOR.contains(&kind),
        }
    }

    /// Remembers which kinds the bot asks for, if it says so; an empty list is the default.
    pub(in crate::telegram) fn allow(&mut self, call: &Call) {
        if call.fields.contains_key("allowed_updates") {
            let kinds = call.list("allowed_updates").iter();
            let allowed: HashSet<_> = kinds.filter_map(|kind| kind.as_str()).map(str::to_owned).collect();
            self.allowed = (!allowed.is_empty()).then_some(allowed);
        }
    }

    pub(in crate::telegram) fn allowed(&self) -> Option<Vec<&str>> {
        let allowed = self.allowed.as_ref()?;
        Some(allowed.iter().map(String::as_str).collect())
    }

    /// Forgets what is below the offset; of a negative one, all but so many from the end.
    pub(super) fn acknowledge(&mut self, offset: i64) {
        let first = if offset < 0 {
            let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            self.waiting.keys().rev().take(kept).next_back().copied()
        } else {
            Some(offset)
        };
        self.waiting = first.map_or_else(BTreeMap::new, |first| self.waiting.split_off(&first));
    }

    /// The first of them as a list.
    pub(super) fn first(&self, limit: usize) -> Option<String> {
        let mut updates = self.waiting.values().take(limit);
        let mut list = format!("[{}", updates.next()?.body);
        for update in updates {
            list.push(',');
            list.push_str(&update.body);
        }
        list.push(']');
        Some(list)
    }

    pub(in crate::telegram) fn len(&self) -> usize {
        self.waiting.len()
    }

    pub(in crate::telegram) fn clear(&mut self) {
        self.waiting.clear();
    }
}
