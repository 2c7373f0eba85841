//! What a session has heard, and may hear again.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::Intents;
use crate::discord::ids::GuildId;

/// A session.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) id: String,
    /// Which shard, of how many.
    pub(super) shard: (u64, u64),
    pub(super) intents: Intents,
    /// The number of the last event.
    pub(super) last: u64,
    /// The events that the bot has not acknowledged, without a gap up to the last one.
    events: VecDeque<(u64, Arc<str>)>,
    /// The guilds that it has not been told of yet.
    pub(super) arriving: VecDeque<GuildId>,
    pub(super) connection: Option<u64>,
    /// When its connection broke.
    pub(super) broke: Option<Duration>,
}

impl Session {
    pub(super) const fn new(id: String, shard: (u64, u64), intents: Intents) -> Self {
        Self {
            id,
            shard,
            intents,
            last: 0,
            events: VecDeque::new(),
            arriving: VecDeque::new(),
            connection: None,
            broke: None,
        }
    }

    /// Whether events of that guild, or of no guild, are this shard's.
    pub(super) const fn is_for(&self, guild: Option<GuildId>) -> bool {
        let (shard, count) = self.shard;
        match guild {
            Some(guild) => (guild.0 >> 22) % count == shard,
            None => shard == 0,
        }
    }

    pub(super) fn push(&mut self, event: &str, data: &Value) {
        self.push_raw(event, &data.to_string());
    }

    /// One more event, whatever its content is.
    pub(super) fn push_raw(&mut self, event: &str, data: &str) {
        self.last += 1;
        let text = format!("{{\"t\":\"{event}\",\"s\":{},\"op\":0,\"d\":{data}}}", self.last);
        self.events.push_back((self.last, text.into()));
    }

    /// The bot says that it has everything up to that one.
    pub(super) fn acknowledge(&mut self, number: u64) {
        while self.events.front().is_some_and(|(first, _)| *first <= number) {
            self.events.pop_front();
        }
    }

    /// Whether everything after that one can be told again.
    pub(super) fn can_replay_after(&self, number: u64) -> bool {
        let first = self.events.front().map_or(self.last + 1, |(first, _)| *first);
        number + 1 >= first
    }

    /// The events after that one.
    pub(super) fn after(&self, number: u64) -> impl Iterator<Item = &(u64, Arc<str>)> {
        let first = self.events.front().map_or(0, |(first, _)| *first);
        let known = usize::try_from((number + 1).saturating_sub(first)).unwrap_or(usize::MAX);
        self.events.iter().skip(known)
    }
}
