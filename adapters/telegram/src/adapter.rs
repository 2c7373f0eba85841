//! The bot's account, as the engine runs it.

use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use muster_core::clock::Clock;
use muster_core::reply::Card;
use muster_core::surface::{
    Adapter, Address, Caps, Courier, Cut, Delivery, Edit, Inbound, Intake, NotAccepted, NotTold, Platform, Rates,
    Rights, RoomAddress, Skipped, Standing, Verdict,
};
use reqwest::Url;
use tokio::sync::OnceCell;

use crate::account::Account;
use crate::api::Api;
use crate::post::Post;
use crate::receive::polling;
use crate::receive::webhook::{self, Door};
use crate::unanswered::Unanswered;
use crate::{CAPS, menus, rights};

/// Where the account is, and how it is reached.
#[derive(Clone)]
pub struct Settings {
    /// The bot's token, as `@BotFather` gives it.
    pub token: String,
    /// Another Bot API server than Telegram's own: a local one.
    pub api_url: Option<Url>,
    /// Where Telegram sends updates; they are fetched where there is none.
    pub webhook_url: Option<Url>,
    /// How much is sent: [`CAPS`]' rates, unless the server is one without limits.
    pub rates: Rates,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("api_url", &self.api_url.as_ref().map(Url::as_str))
            .field("webhook_url", &self.webhook_url.as_ref().map(Url::as_str))
            .finish_non_exhaustive()
    }
}

/// No requests can be made: this machine lacks what connections to Telegram need.
#[derive(Debug, thiserror::Error)]
#[error("Telegram: {0}")]
pub struct CannotStart(String);

/// The bot's account on Telegram.
#[derive(Debug)]
pub struct TelegramAdapter {
    account: Arc<Account>,
    unanswered: Unanswered,
    post: Post,
    door: Option<Arc<Door>>,
    rates: Rates,
    /// The menus of commands, once they are registered.
    menus: OnceCell<()>,
}

impl TelegramAdapter {
    /// The account of those settings. Nothing is connected until something is received or sent.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, CannotStart> {
        let Settings {
            token,
            api_url,
            webhook_url,
            rates,
        } = settings;
        let door = webhook_url.map(|url| Arc::new(Door::new(url, &token)));
        let api = Api::new(&token, api_url).map_err(|error| CannotStart(error.without_url().to_string()))?;
        let account = Arc::new(Account::new(api, clock));
        let unanswered = Unanswered::new(account.clone());
        Ok(Self {
            post: Post::new(account.clone(), unanswered.clone()),
            account,
            unanswered,
            door,
            rates,
            menus: OnceCell::new(),
        })
    }

    /// What is to be mounted for updates that are sent, if they are. `elsewhere` takes those that come while this node
    /// does not serve the account.
    pub fn routes(&self, elsewhere: Arc<dyn Intake>) -> Option<Router> {
        let door = self.door.clone()?;
        Some(webhook::route(self.account.clone(), door, elsewhere))
    }
}

#[async_trait]
impl Adapter for TelegramAdapter {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    async fn receive(&self, intake: &dyn Intake) -> Cut {
        let listening = Listening {
            intake,
            unanswered: &self.unanswered,
        };
        let heard = async {
            match &self.door {
                Some(door) => door.serve(&self.account, &listening).await,
                None => polling::poll(&self.account, &listening).await,
            }
        };
        let menus = async {
            // After a cut they are as they were.
            let _ = self.menus.get_or_try_init(|| menus::register(&self.account)).await;
            std::future::pending().await
        };
        tokio::select! {
            Err(cut) = heard => cut,
            cut = menus => cut,
        }
    }

    async fn standing(&self, room: &RoomAddress, account: &str) -> Result<Standing, NotTold> {
        rights::standing(&self.account, room, account).await
    }

    async fn rights(&self, room: &RoomAddress) -> Result<Rights, NotTold> {
        rights::rights(&self.account, room).await
    }
}

#[async_trait]
impl Courier for TelegramAdapter {
    fn caps(&self) -> Caps {
        Caps {
            rates: self.rates,
            ..CAPS
        }
    }

    fn answers_in_place(&self, to: &Address, card: &Card) -> bool {
        self.post.answers_in_place(to, card)
    }

    async fn deliver(&self, delivery: &Delivery) -> Verdict {
        self.post.deliver(delivery).await
    }

    async fn edit(&self, edit: &Edit) -> Verdict {
        self.post.edit(edit).await
    }
}

/// Keeps in mind what waits for its answer, before it is handed on.
struct Listening<'a> {
    intake: &'a dyn Intake,
    unanswered: &'a Unanswered,
}

#[async_trait]
impl Intake for Listening<'_> {
    async fn accept(&self, events: Vec<Inbound>) -> Result<(), NotAccepted> {
        self.unanswered.came(&events);
        self.intake.accept(events).await
    }

    fn skipped(&self, why: Skipped) {
        self.intake.skipped(why);
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
            token: "123:hush".to_owned(),
            api_url: None,
            webhook_url: Some("https://desk.example.org/telegram".parse().unwrap()),
            rates: CAPS.rates,
        };
        let shown_settings = format!("{settings:?}");
        let adapter = TelegramAdapter::new(settings, Arc::new(HandClock::at(at(0)))).unwrap();
        let secret = adapter.door.as_ref().unwrap().secret();
        for shown in [shown_settings, format!("{adapter:#?}")] {
            assert!(!shown.contains("hush") && !shown.contains(secret), "{shown}");
        }
    }
}
