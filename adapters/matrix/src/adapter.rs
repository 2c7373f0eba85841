//! The bot's account, as the engine runs it.

use std::sync::Arc;

use async_trait::async_trait;
use muster_core::clock::Clock;
use muster_core::surface::{
    Adapter, Caps, Courier, Cut, Delivery, Edit, Intake, NotTold, Platform, Rates, Rights, RoomAddress, Standing,
    Verdict,
};

use crate::account::Account;
use crate::post::Post;
use crate::settings::Settings;
use crate::{CAPS, receive, rights, session};

/// The account cannot be used: its store is not ours.
#[derive(Debug, thiserror::Error)]
#[error("Matrix: {0}")]
pub struct CannotStart(String);

/// The name of the store of those settings, which is made where there is none.
pub fn keystore(settings: &Settings) -> Result<String, CannotStart> {
    session::name_of(&settings.store).map_err(|error| CannotStart(error.to_string()))
}

/// The bot's account on Matrix.
#[derive(Debug)]
pub struct MatrixAdapter {
    account: Arc<Account>,
    post: Post,
}

impl MatrixAdapter {
    /// The account of those settings. Its store is taken; nothing is connected until something is received or sent.
    pub fn new(settings: Settings, clock: Arc<dyn Clock>) -> Result<Self, CannotStart> {
        let account = Account::new(settings, clock).map_err(|error| CannotStart(error.to_string()))?;
        let account = Arc::new(account);
        Ok(Self {
            post: Post::new(account.clone()),
            account,
        })
    }
}

#[async_trait]
impl Adapter for MatrixAdapter {
    fn platform(&self) -> Platform {
        Platform::Matrix
    }

    fn keystore(&self) -> Option<&str> {
        Some(self.account.store.name())
    }

    async fn receive(&self, intake: &dyn Intake) -> Cut {
        receive::listen(&self.account, intake).await
    }

    async fn standing(&self, room: &RoomAddress, account: &str) -> Result<Standing, NotTold> {
        rights::standing(&self.account, room, account).await
    }

    async fn rights(&self, room: &RoomAddress) -> Result<Rights, NotTold> {
        rights::rights(&self.account, room).await
    }
}

#[async_trait]
impl Courier for MatrixAdapter {
    fn caps(&self) -> Caps {
        // Answers are messages like any other, also where nothing is limited: a pause that is demanded is theirs too.
        let rates = Rates {
            free_answers: false,
            ..self.account.settings.rates
        };
        Caps { rates, ..CAPS }
    }

    async fn deliver(&self, delivery: &Delivery) -> Verdict {
        self.post.deliver(delivery).await
    }

    async fn edit(&self, edit: &Edit) -> Verdict {
        self.post.edit(edit).await
    }
}
