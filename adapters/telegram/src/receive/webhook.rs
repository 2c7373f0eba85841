//! Updates that Telegram sends to a web address: taken, accepted, and only then answered with 200.
//!
//! They may reach any node. The one that serves the account accepts them as if it had fetched them; another one writes
//! them down, and the one that serves finds them.

use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use muster_core::surface::{Cut, Inbound, Intake, NotAccepted, Skipped};
use reqwest::Url;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use tokio::sync::{mpsc, oneshot};

use super::events;
use crate::account::Account;
use crate::api::methods::SetWebhook;
use crate::inbound::update;

/// The header that carries the secret (Bot API, `setWebhook`).
const SECRET: &str = "x-telegram-bot-api-secret-token";
/// How many updates may wait to be accepted.
const WAITING: usize = 64;

/// The door for updates that are sent. Its `Debug` form tells neither the address nor the secret.
pub(crate) struct Door {
    url: Url,
    secret: String,
    /// Whoever serves the account on this node.
    serving: Mutex<Option<mpsc::Sender<Sent>>>,
}

impl fmt::Debug for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Door").finish_non_exhaustive()
    }
}

/// An update that was sent, and who waits for its acceptance.
#[derive(Debug)]
struct Sent {
    update: Value,
    accepted: oneshot::Sender<bool>,
}

impl Door {
    /// A door at that address. The secret is made of the token, so that all nodes know it and nobody else does.
    pub(crate) fn new(url: Url, token: &str) -> Self {
        Self {
            url,
            secret: secret_of(token),
            serving: Mutex::default(),
        }
    }

    #[cfg(test)]
    pub(crate) fn secret(&self) -> &str {
        &self.secret
    }

    fn serving(&self) -> MutexGuard<'_, Option<mpsc::Sender<Sent>>> {
        self.serving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Accepts what is sent, as long as this node serves the account.
    pub(crate) async fn serve(&self, account: &Account, intake: &dyn Intake) -> Result<Infallible, Cut> {
        let (sender, mut sent) = mpsc::channel(WAITING);
        *self.serving() = Some(sender);
        let webhook = SetWebhook {
            url: self.url.to_string(),
            secret_token: self.secret.clone(),
            allowed_updates: update::KINDS.to_vec(),
        };
        account.api.ask(&webhook).await?;
        let mut batch = Vec::new();
        while sent.recv_many(&mut batch, WAITING).await > 0 {
            let (updates, waiting): (Vec<_>, Vec<_>) = batch.drain(..).map(|sent| (sent.update, sent.accepted)).unzip();
            let came = events(&updates, &account.reader().await?, intake);
            let taken = came.is_empty() || intake.accept(came).await.is_ok();
            for accepted in waiting {
                // Whoever sent it may have gone: then it is sent again.
                let _ = accepted.send(taken);
            }
        }
        Err(Cut("another task of this node serves the web address".to_owned()))
    }
}

/// The route of the door. `elsewhere` writes down what comes while this node does not serve the account.
pub(crate) fn route(account: Arc<Account>, door: Arc<Door>, elsewhere: Arc<dyn Intake>) -> Router {
    let path = door.url.path().to_owned();
    Router::new().route(&path, post(take)).with_state(Entrance {
        account,
        door,
        elsewhere,
    })
}

#[derive(Clone)]
struct Entrance {
    account: Arc<Account>,
    door: Arc<Door>,
    elsewhere: Arc<dyn Intake>,
}

async fn take(State(entrance): State<Entrance>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let told = headers.get(SECRET).map_or(&[][..], |secret| secret.as_bytes());
    if !bool::from(told.ct_eq(entrance.door.secret.as_bytes())) {
        return StatusCode::NOT_FOUND;
    }
    let Ok(update) = serde_json::from_slice(&body) else {
        // It would be sent again for ever.
        entrance.elsewhere.skipped(Skipped::Malformed);
        return StatusCode::OK;
    };
    match entrance.accept(update).await {
        Ok(()) => StatusCode::OK,
        Err(NotAccepted) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl Entrance {
    async fn accept(&self, update: Value) -> Result<(), NotAccepted> {
        let serving = self.door.serving().clone();
        let Some(serving) = serving.filter(|serving| !serving.is_closed()) else {
            return self.write_down(&update).await;
        };
        let (accepted, answer) = oneshot::channel();
        serving.send(Sent { update, accepted }).await.map_err(|_| NotAccepted)?;
        if answer.await == Ok(true) {
            Ok(())
        } else {
            Err(NotAccepted)
        }
    }

    async fn write_down(&self, update: &Value) -> Result<(), NotAccepted> {
        let reader = self.account.reader().await.map_err(|_| NotAccepted)?;
        let came: Vec<Inbound> = events(std::slice::from_ref(update), &reader, &*self.elsewhere);
        if came.is_empty() {
            return Ok(());
        }
        self.elsewhere.accept(came).await
    }
}

/// 64 characters of `[0-9a-f]`.
fn secret_of(token: &str) -> String {
    let digest = Sha256::new()
        .chain_update(b"muster: the secret of the webhook of ")
        .chain_update(token)
        .finalize();
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_is_the_same_on_every_node_and_another_for_every_bot() {
        let secret = secret_of("123:abc");
        assert_eq!(secret, secret_of("123:abc"));
        assert_ne!(secret, secret_of("123:abd"));
        assert!(
            secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{secret}"
        );
    }
}
