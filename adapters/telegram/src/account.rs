//! The bot's account: who it is, and what every part of the adapter asks of it.

use std::fmt;
use std::sync::Arc;

use muster_core::clock::{Clock, Instant};
use tokio::sync::OnceCell;

use crate::api::Api;
use crate::api::failure::Failure;
use crate::api::methods::GetMe;
use crate::inbound::{Me, Reader};

/// The bot's account.
pub(crate) struct Account {
    pub(crate) api: Api,
    clock: Arc<dyn Clock>,
    me: OnceCell<Me>,
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
        }
    }

    pub(crate) fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Who the bot is; asked once.
    pub(crate) async fn me(&self) -> Result<&Me, Failure> {
        self.me
            .get_or_try_init(async || {
                let user = self.api.ask(&GetMe {}).await?;
                Ok(Me {
                    id: user.id,
                    username: user.username.unwrap_or_default(),
                })
            })
            .await
    }

    /// What reads updates that come now.
    pub(crate) async fn reader(&self) -> Result<Reader, Failure> {
        Ok(Reader {
            me: self.me().await?.clone(),
            now: self.now(),
        })
    }

    /// The link that opens a private chat with the bot, and has it do what the payload says.
    pub(crate) async fn start_link(&self, payload: &str) -> Result<String, Failure> {
        let username = &self.me().await?.username;
        Ok(format!("https://t.me/{username}?start={payload}"))
    }
}
