//! Events as they come, again and again: synchronised, accepted, and only then left behind.
//!
//! - here: one synchronisation after another
//! - [`since`]: up to where everything is accepted
//! - [`news`]: what a synchronisation brings, as events of the core; `gap`: what it leaves out
//! - [`invites`]: invitations; [`unread`]: what could not be decrypted

mod gap;
mod invites;
mod news;
pub(crate) mod since;
pub(crate) mod unread;

use std::time::Duration;

use matrix_sdk::Client;
use matrix_sdk::config::{SyncSettings, SyncToken};
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::uint;
use matrix_sdk::sync::SyncResponse;
use muster_core::surface::{Cut, Intake};

use crate::account::Account;
use crate::session::{NoSession, keys, keystore};
use news::News;
use unread::Unread;

/// How long the server waits for something to happen.
const LONG: Duration = Duration::from_secs(30);
/// The same while an invitation is to be accepted again: a server tells of one before it can be.
const SHORT: Duration = Duration::from_secs(2);

/// Listens until that is not possible any more.
pub(crate) async fn listen(account: &Account, intake: &dyn Intake) -> Cut {
    let client = match account.client().await {
        Ok(client) => client,
        Err(error) => return failed(error).await,
    };
    let since = match begin(client).await {
        Ok(since) => since,
        Err(error) => return failed(error.into()).await,
    };
    let mut listening = Listening {
        account,
        client,
        intake,
        unread: Unread::load(client).await,
        since,
        are_secrets_in_order: false,
    };
    loop {
        if let Err(cut) = listening.once().await {
            return cut;
        }
    }
}

/// Up to where everything is accepted; the server tells from there on, whatever the library has seen.
async fn begin(client: &Client) -> matrix_sdk::Result<Option<String>> {
    let since = since::load(client).await?;
    since::get_past_what_was_seen(client, since.as_deref()).await?;
    Ok(since)
}

/// What is needed to listen.
struct Listening<'a> {
    account: &'a Account,
    client: &'a Client,
    intake: &'a dyn Intake,
    unread: Unread,
    since: Option<String>,
    are_secrets_in_order: bool,
}

impl Listening<'_> {
    async fn once(&mut self) -> Result<(), Cut> {
        let all_answered = invites::answer(self.account, self.client).await;
        let wait = if all_answered { LONG } else { SHORT };
        let synchronisation = self.client.sync_once(settings(self.since.clone(), wait));
        let response = match keystore::whole(synchronisation).await {
            Ok(response) => response,
            Err(error) => return Err(failed(error.into()).await),
        };
        if self.since.is_some() {
            self.accept(&response).await?;
        }
        // Of the very first synchronisation all is history.
        since::save(self.client, &response.next_batch)
            .await
            .map_err(|error| cut(&error))?;
        self.since = Some(response.next_batch);
        if !self.are_secrets_in_order {
            self.are_secrets_in_order = true;
            keys::put_in_order(self.client, &self.account.settings, &self.account.store).await;
        }
        Ok(())
    }

    /// Commits what came. What is not accepted comes again, since the place up to which everything is accepted stays.
    async fn accept(&mut self, response: &SyncResponse) -> Result<(), Cut> {
        let since = self.since.clone().unwrap_or_default();
        let news = News {
            account: self.account,
            client: self.client,
            intake: self.intake,
            me: self.account.me(self.client).await,
        };
        let mut events = news
            .read(response, &since, &mut self.unread)
            .await
            .map_err(|error| cut(&error))?;
        if !response.to_device.is_empty() {
            events.extend(news.read_late(&mut self.unread).await);
        }
        if !events.is_empty() {
            let accepted = self.intake.accept(events).await;
            accepted.map_err(|error| Cut(error.to_string()))?;
        }
        self.unread.save(self.client).await.map_err(|error| cut(&error))
    }
}

/// Only a session that the homeserver does not know any more is final.
async fn failed(error: NoSession) -> Cut {
    if matches!(error, NoSession::Ended) {
        tracing::error!(
            "the homeserver does not know this session any more, and its device is gone: set MUSTER_MATRIX_RECOVERY_KEY (key \
             matrix.recovery_key) to what recovery-key.txt in the store says, move the store away, set a new \
             MUSTER_MATRIX_TOKEN where one is set, type muster adopt matrix, and start again"
        );
        std::future::pending::<()>().await;
    }
    cut(&error)
}

fn settings(since: Option<String>, wait: Duration) -> SyncSettings {
    let mut filter = FilterDefinition::with_lazy_loading();
    filter.room.timeline.limit = Some(uint!(100));
    let everything = vec!["*".to_owned()];
    filter.room.ephemeral.not_types.clone_from(&everything);
    filter.presence.not_types = everything;
    SyncSettings::new()
        .token(since.map_or(SyncToken::NoToken, SyncToken::Specific))
        .timeout(wait)
        .filter(Filter::FilterDefinition(filter))
}

fn cut(error: &dyn std::fmt::Display) -> Cut {
    Cut(error.to_string())
}
