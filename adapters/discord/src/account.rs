//! The bot's account: who it is, and what every part of the adapter asks of it.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use muster_core::clock::{Clock, Instant};
use tokio::sync::OnceCell;

use crate::api::failure::Failure;
use crate::api::{Api, endpoints};

/// The bot's account.
pub(crate) struct Account {
    pub(crate) api: Api,
    clock: Arc<dyn Clock>,
    me: OnceCell<Me>,
    pub(crate) guilds: Guilds,
}

/// The bot, by Discord's ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Me {
    /// Whose commands and answers they are.
    pub(crate) application: String,
    /// Who is mentioned.
    pub(crate) user: String,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("api", &self.api)
            .finish_non_exhaustive()
    }
}

impl Account {
    pub(crate) fn new(api: Api, clock: Arc<dyn Clock>) -> Self {
        Self {
            api,
            clock,
            me: OnceCell::new(),
            guilds: Guilds::default(),
        }
    }

    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Who the bot is; asked once.
    pub(crate) async fn me(&self) -> Result<&Me, Failure> {
        self.me
            .get_or_try_init(async || {
                let application: endpoints::Application = self.api.ask(endpoints::application()).await?;
                Ok(Me {
                    // An application without its bot has the same id, since 2016.
                    user: application.bot.map_or_else(|| application.id.clone(), |bot| bot.id),
                    application: application.id,
                })
            })
            .await
    }
}

/// What is known of the servers that the bot is in: their names, which no interaction tells. Nothing else is kept.
#[derive(Debug, Default)]
pub(crate) struct Guilds {
    names: Mutex<HashMap<u64, Box<str>>>,
}

impl Guilds {
    fn names(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Box<str>>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a name; whether the server was known before.
    pub(crate) fn called(&self, guild: &str, name: &str) -> bool {
        let Ok(guild) = guild.parse() else { return false };
        self.names().insert(guild, name.into()).is_some()
    }

    /// The server's name, if it is known.
    pub(crate) fn name(&self, guild: &str) -> Option<String> {
        self.names().get(&guild.parse().ok()?).map(ToString::to_string)
    }

    /// The bot is there no more.
    pub(crate) fn left(&self, guild: &str) {
        if let Ok(guild) = guild.parse::<u64>() {
            self.names().remove(&guild);
        }
    }
}
