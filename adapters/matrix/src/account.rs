//! The bot's account: its settings, its store, and its session once it is needed.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use matrix_sdk::Client;
use muster_core::clock::{Clock, Instant};
use tokio::sync::OnceCell;

use crate::inbound::command::Me;
use crate::receive::since;
use crate::session::{self, NoSession, Store};
use crate::settings::Settings;

/// The bot's account.
pub(crate) struct Account {
    pub(crate) settings: Settings,
    pub(crate) store: Store,
    clock: Arc<dyn Clock>,
    client: OnceCell<Client>,
    me: OnceCell<Me>,
    is_informed: AtomicBool,
}

impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account")
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

impl Account {
    pub(crate) fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, NoSession> {
        Ok(Self {
            store: Store::take(&settings)?,
            settings,
            clock,
            client: OnceCell::new(),
            me: OnceCell::new(),
            is_informed: AtomicBool::default(),
        })
    }

    /// The session, which is opened when it is first asked for.
    pub(crate) async fn client(&self) -> Result<&Client, NoSession> {
        let open = || session::open(&self.settings, &self.store);
        self.client.get_or_try_init(open).await
    }

    /// The session, once the server told which rooms there are: before that, as after a lost store, every room looks like one
    /// that the bot is not in.
    pub(crate) async fn informed_client(&self) -> Option<&Client> {
        let client = self.client().await.ok()?;
        if !self.is_informed.load(Ordering::Relaxed) {
            since::load(client).await.ok()??;
            self.is_informed.store(true, Ordering::Relaxed);
        }
        Some(client)
    }

    /// What people call the bot. A server that does not say it at the moment is asked again.
    pub(crate) async fn me(&self, client: &Client) -> Me {
        let id = client.user_id().map(ToString::to_string).unwrap_or_default();
        let asked = self.me.get_or_try_init(|| named(client, &id)).await;
        asked.cloned().unwrap_or_else(|_| Me {
            id: id.clone(),
            name: String::new(),
        })
    }

    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }
}

async fn named(client: &Client, id: &str) -> matrix_sdk::Result<Me> {
    let name = client.account().get_display_name().await?;
    Ok(Me {
        id: id.to_owned(),
        name: name.unwrap_or_default(),
    })
}
