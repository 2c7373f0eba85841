//! What kind of server.

use std::time::Duration;

use super::rates::Rates;
use super::{BotApi, ids::UserId};

/// What kind of server: a lenient one unless it says otherwise, since Telegram promises no rate.
#[derive(Debug, Clone)]
pub struct Options {
    pub(super) token: String,
    pub(super) username: String,
    pub(super) privacy_mode: bool,
    pub(super) rates: Option<Rates>,
    pub(super) callbacks_last: Duration,
    pub(super) http_webhooks: bool,
    pub(super) validating: bool,
    pub(super) starts_at: Option<i64>,
    pub(super) back_off: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self::new()
    }
}

impl Options {
    /// Nothing unusual.
    pub fn new() -> Self {
        Self {
            token: "7000000001:AAE-a_token_of_the_tests_only_0123456".to_owned(),
            username: "muster_bot".to_owned(),
            privacy_mode: true,
            rates: None,
            callbacks_last: Duration::from_secs(15),
            http_webhooks: true,
            validating: true,
            starts_at: None,
            back_off: Duration::from_millis(20),
        }
    }

    /// The bot's username.
    #[must_use]
    pub fn username(mut self, username: &str) -> Self {
        username.clone_into(&mut self.username);
        self
    }

    /// The bot reads everything in its groups.
    #[must_use]
    pub const fn without_privacy_mode(mut self) -> Self {
        self.privacy_mode = false;
        self
    }

    /// More than this is refused with 429, and counted.
    #[must_use]
    pub const fn rates(mut self, rates: Rates) -> Self {
        self.rates = Some(rates);
        self
    }

    /// How long a tap on a button may be answered.
    #[must_use]
    pub const fn callbacks_last(mut self, length: Duration) -> Self {
        self.callbacks_last = length;
        self
    }

    /// Webhooks are set as on Telegram: by HTTPS on one of four ports only. Otherwise plain HTTP on this machine does.
    #[must_use]
    pub const fn https_only(mut self) -> Self {
        self.http_webhooks = false;
        self
    }

    /// Requests are not held against the specification (for benches).
    #[must_use]
    pub const fn without_validation(mut self) -> Self {
        self.validating = false;
        self
    }

    /// Messages are dated from that moment on, in Unix seconds; otherwise by this machine's clock.
    #[must_use]
    pub const fn starts_at(mut self, unix: i64) -> Self {
        self.starts_at = Some(unix);
        self
    }

    /// How long a webhook that failed rests; Telegram's own rests are too long for a test.
    #[must_use]
    pub const fn webhook_back_off(mut self, length: Duration) -> Self {
        self.back_off = length;
        self
    }

    /// Starts it.
    pub fn start(self) -> BotApi {
        BotApi::with(self)
    }

    /// The bot's own number: what its token begins with.
    pub(super) fn bot(&self) -> UserId {
        let number = self.token.split(':').next().and_then(|number| number.parse().ok());
        UserId(number.expect("a token begins with the bot's number"))
    }
}
