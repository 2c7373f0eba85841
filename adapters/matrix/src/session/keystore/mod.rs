//! The store of keys, in which a synchronisation is kept whole or not at all.
//!
//! A client that has a new key for the bot sends it in a message that opens a session between their devices. The library
//! (matrix-sdk-crypto 0.18, `decrypt_olm_message`) saves that session at once, and what the message brought only when the
//! whole synchronisation is read. Whoever dies in between keeps a session that reads its message no second time, and no
//! key: nothing that is said with that key can be read any more. Here the sessions of a synchronisation wait until the
//! rest is saved.
//!
//! - here: what waits, and until when; [`passing`]: all else goes straight through

mod passing;
#[cfg(test)]
mod tests;

use std::future::Future;
use std::sync::{Mutex, PoisonError};

use matrix_sdk_crypto::olm::Session;
use matrix_sdk_crypto::store::CryptoStore;
use matrix_sdk_crypto::store::types::{Changes, PendingChanges};

tokio::task_local! {
    /// The sessions that wait; `None` once all of the synchronisation is saved.
    static WAITING: Mutex<Option<Vec<Session>>>;
}

/// Runs a synchronisation: what it saves of sessions is saved with the keys that came through them.
pub(crate) async fn whole<F: Future>(synchronisation: F) -> F::Output {
    WAITING.scope(Mutex::new(Some(Vec::new())), synchronisation).await
}

/// A store of keys that keeps a synchronisation whole.
#[derive(Debug)]
pub(crate) struct KeyStore<S>(pub(crate) S);

impl<S: CryptoStore> KeyStore<S> {
    async fn save(&self, mut changes: Changes) -> Result<(), S::Error> {
        let brings_keys = !changes.inbound_group_sessions.is_empty();
        in_synchronisation(|waiting| {
            if let Some(waiting) = waiting {
                waiting.append(&mut changes.sessions);
                if brings_keys {
                    changes.sessions = std::mem::take(waiting);
                }
            }
        });
        self.0.save_changes(changes).await
    }

    /// The account is what a synchronisation saves last.
    async fn save_last(&self, changes: PendingChanges) -> Result<(), S::Error> {
        let sessions = in_synchronisation(Option::take).flatten().unwrap_or_default();
        if !sessions.is_empty() {
            let sessions = Changes {
                sessions,
                ..Changes::default()
            };
            self.0.save_changes(sessions).await?;
        }
        self.0.save_pending_changes(changes).await
    }
}

/// Does that with what waits; outside of a synchronisation nothing does.
fn in_synchronisation<T>(act: impl FnOnce(&mut Option<Vec<Session>>) -> T) -> Option<T> {
    let acted = WAITING.try_with(|waiting| act(&mut waiting.lock().unwrap_or_else(PoisonError::into_inner)));
    acted.ok()
}
