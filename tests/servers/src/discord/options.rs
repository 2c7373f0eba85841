//! What kind of server.

use std::time::Duration;

use super::Discord;
use super::gateway::Intents;
use super::ids::UserId;
use super::rates::{Rate, Rates};

/// What kind of server: a lenient one unless it says otherwise, with Discord's own deadlines.
#[derive(Debug, Clone)]
pub struct Options {
    pub(super) token: String,
    pub(super) username: String,
    pub(super) rates: Rates,
    pub(super) validating: bool,
    pub(super) starts_at: Option<i64>,
    pub(super) first_answer: Duration,
    pub(super) tokens_last: Duration,
    pub(super) nonces_last: Duration,
    pub(super) heartbeat: Duration,
    pub(super) sessions_last: Duration,
    pub(super) approved: Intents,
    pub(super) sends: Rate,
    pub(super) identifies: u32,
    pub(super) max_concurrency: u32,
    pub(super) identify_every: Duration,
    pub(super) shards: Option<u64>,
    pub(super) guilds_a_shard: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self::generous()
    }
}

impl Options {
    /// Nothing is too much.
    pub fn generous() -> Self {
        Self {
            token: "MTAwMDAwMDAwMDAwMDAwMDAwMQ.GtestX.a-token_of_the_tests_only_0123456789ab".to_owned(),
            username: "muster".to_owned(),
            rates: Rates::generous(),
            validating: true,
            starts_at: None,
            first_answer: Duration::from_secs(3),
            tokens_last: Duration::from_mins(15),
            nonces_last: Duration::from_mins(3),
            heartbeat: Duration::from_millis(41_250),
            sessions_last: Duration::from_mins(3),
            approved: Intents::UNPRIVILEGED,
            sends: Rate::seconds(120, 60),
            identifies: 1_000,
            max_concurrency: 1,
            identify_every: Duration::ZERO,
            shards: None,
            guilds_a_shard: 2_500,
        }
    }

    /// As strict as Discord: requests, and one identify in 5 s.
    pub fn strict() -> Self {
        Self {
            rates: Rates::discord(),
            identify_every: Duration::from_secs(5),
            ..Self::generous()
        }
    }

    /// The bot's username.
    #[must_use]
    pub fn username(mut self, username: &str) -> Self {
        username.clone_into(&mut self.username);
        self
    }

    /// How much the bot may ask.
    #[must_use]
    pub fn rates(mut self, rates: Rates) -> Self {
        self.rates = rates;
        self
    }

    /// Requests are not held against the specification (for benches).
    #[must_use]
    pub const fn without_validation(mut self) -> Self {
        self.validating = false;
        self
    }

    /// The server's clock begins at that moment, in Unix seconds; otherwise by this machine's clock.
    #[must_use]
    pub const fn starts_at(mut self, unix: i64) -> Self {
        self.starts_at = Some(unix);
        self
    }

    /// How long an interaction waits for its first answer.
    #[must_use]
    pub const fn first_answer_within(mut self, length: Duration) -> Self {
        self.first_answer = length;
        self
    }

    /// How long an interaction can be answered further.
    #[must_use]
    pub const fn tokens_last(mut self, length: Duration) -> Self {
        self.tokens_last = length;
        self
    }

    /// How long a message is known again by its nonce.
    #[must_use]
    pub const fn nonces_last(mut self, length: Duration) -> Self {
        self.nonces_last = length;
        self
    }

    /// How often a heart has to beat.
    #[must_use]
    pub const fn heartbeat(mut self, interval: Duration) -> Self {
        self.heartbeat = interval;
        self
    }

    /// How long a session whose connection broke can be resumed.
    #[must_use]
    pub const fn sessions_last(mut self, length: Duration) -> Self {
        self.sessions_last = length;
        self
    }

    /// Privileged intents that are switched on for this bot.
    #[must_use]
    pub fn approves(mut self, intents: Intents) -> Self {
        self.approved = self.approved | intents;
        self
    }

    /// How much the bot may send to the gateway.
    #[must_use]
    pub const fn sends(mut self, rate: Rate) -> Self {
        self.sends = rate;
        self
    }

    /// How many sessions the bot may start in a day.
    #[must_use]
    pub const fn identifies(mut self, most: u32) -> Self {
        self.identifies = most;
        self
    }

    /// How many shards may identify at once, and how long the next ones wait.
    #[must_use]
    pub const fn concurrency(mut self, most: u32, every: Duration) -> Self {
        self.max_concurrency = most;
        self.identify_every = every;
        self
    }

    /// How many shards are recommended; otherwise as many as the guilds need.
    #[must_use]
    pub const fn recommends_shards(mut self, shards: u64) -> Self {
        self.shards = Some(shards);
        self
    }

    /// How many guilds a shard may hold at most.
    #[must_use]
    pub const fn guilds_a_shard(mut self, most: usize) -> Self {
        self.guilds_a_shard = most;
        self
    }

    /// Starts it.
    pub fn start(self) -> Discord {
        Discord::with(self)
    }

    /// The bot's own number, which is its application's too.
    #[expect(clippy::unused_self, reason = "it belongs to the token")]
    pub(super) const fn bot(&self) -> UserId {
        // What the token begins with, decoded.
        UserId(1_000_000_000_000_000_001)
    }
}
