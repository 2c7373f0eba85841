//! The bot's account, as the engine runs it.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use muster_core::clock::Clock;
use muster_core::reply::Card;
use muster_core::surface::{
    Adapter, Address, Caps, Courier, Cut, Delivery, Edit, Intake, NotTold, Platform, Rates, Rights, RoomAddress,
    Sharded, Share, Standing, Turns, Verdict,
};
use reqwest::Url;
use tokio::sync::OnceCell;

use crate::account::Account;
use crate::api::Api;
use crate::gateway::ending::Ending;
use crate::gateway::session::Sessions;
use crate::gateway::starts::Starts;
use crate::gateway::{self, Listening};
use crate::post::Post;
use crate::unanswered::Unanswered;
use crate::{CAPS, commands, rights};

/// Where the account is, and how it is reached.
#[derive(Clone)]
pub struct Settings {
    /// The bot's token, as the Developer Portal gives it.
    pub token: String,
    /// Another server of the API than Discord's own, for tests.
    pub api_url: Option<Url>,
    /// How much is sent: [`CAPS`]' rates.
    pub rates: Rates,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("api_url", &self.api_url.as_ref().map(Url::as_str))
            .finish_non_exhaustive()
    }
}

/// No requests can be made: this machine lacks what connections to Discord need.
#[derive(Debug, thiserror::Error)]
#[error("Discord: {0}")]
pub struct CannotStart(String);

/// The bot's account on Discord.
#[derive(Debug)]
pub struct DiscordAdapter {
    account: Arc<Account>,
    unanswered: Unanswered,
    post: Post,
    sessions: Sessions,
    starts: Starts,
    ending: Ending,
    rates: Rates,
    /// The slash commands, once they are registered.
    commands: OnceCell<()>,
}

impl DiscordAdapter {
    /// The account of those settings. Nothing is connected until something is received or sent.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, CannotStart> {
        let Settings { token, api_url, rates } = settings;
        let api = Api::new(&token, api_url).map_err(CannotStart)?;
        let account = Arc::new(Account::new(api, clock));
        let unanswered = Unanswered::new(account.clone());
        Ok(Self {
            post: Post::new(account.clone(), unanswered.clone()),
            account,
            unanswered,
            sessions: Sessions::default(),
            starts: Starts::default(),
            ending: Ending::default(),
            rates,
            commands: OnceCell::new(),
        })
    }
}

impl DiscordAdapter {
    /// Listens on all shards, or on a share of them.
    async fn listen(&self, intake: &dyn Intake, share: Option<(&Share, &dyn Turns)>) -> Cut {
        let listening = Listening {
            account: &self.account,
            sessions: &self.sessions,
            starts: &self.starts,
            ending: &self.ending,
            unanswered: &self.unanswered,
            intake,
            turns: share.map(|(_, turns)| turns),
        };
        let commands = async {
            // After a cut they are as they were.
            let _ = self
                .commands
                .get_or_try_init(|| commands::register_or_tell(&self.account))
                .await;
            std::future::pending().await
        };
        tokio::select! {
            cut = gateway::listen(listening, share.map(|(share, _)| share)) => cut,
            cut = commands => cut,
        }
    }
}

#[async_trait]
impl Sharded for DiscordAdapter {
    async fn advised(&self) -> Result<u32, Cut> {
        gateway::advised(&self.account).await
    }

    async fn receive_share(&self, share: &Share, turns: &dyn Turns, intake: &dyn Intake) -> Cut {
        self.listen(intake, Some((share, turns))).await
    }
}

#[async_trait]
impl Adapter for DiscordAdapter {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    async fn receive(&self, intake: &dyn Intake) -> Cut {
        self.listen(intake, None).await
    }

    async fn hang_up(&self) {
        self.ending.end().await;
    }

    fn sharded(&self) -> Option<&dyn Sharded> {
        Some(self)
    }

    async fn standing(&self, room: &RoomAddress, account: &str) -> Result<Standing, NotTold> {
        rights::standing(&self.account, room, account).await
    }

    async fn rights(&self, room: &RoomAddress) -> Result<Rights, NotTold> {
        rights::rights(&self.account, room).await
    }
}

#[async_trait]
impl Courier for DiscordAdapter {
    fn caps(&self) -> Caps {
        Caps {
            rates: self.rates,
            ..CAPS
        }
    }

    fn answers_in_place(&self, to: &Address, _card: &Card) -> bool {
        self.post.answers_in_place(to)
    }

    async fn deliver(&self, delivery: &Delivery) -> Verdict {
        self.post.deliver(delivery).await
    }

    async fn edit(&self, edit: &Edit) -> Verdict {
        self.post.edit(edit).await
    }
}

#[cfg(test)]
mod tests {
    use muster_core::testing::HandClock;
    use muster_core::testing::contract::fixtures::at;

    use super::*;

    #[test]
    fn no_secret_is_in_a_debug_form() {
        let settings = Settings {
            token: "hush.hush".to_owned(),
            api_url: None,
            rates: CAPS.rates,
        };
        let shown_settings = format!("{settings:?}");
        let adapter = DiscordAdapter::new(settings, Arc::new(HandClock::at(at(0)))).unwrap();
        for shown in [shown_settings, format!("{adapter:#?}")] {
            assert!(!shown.contains("hush"), "{shown}");
        }
    }
}
