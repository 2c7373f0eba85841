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
        if changes.inbound_group_sessions.is_empty() {
            changes.sessions = until_the_rest_is_saved(changes.sessions);
        } else {
            let mut sessions = waited_so_far();
            sessions.append(&mut changes.sessions);
            changes.sessions = sessions;
        }
        self.0.save_changes(changes).await
    }

    /// The account is what a synchronisation saves last.
    async fn save_last(&self, changes: PendingChanges) -> Result<(), S::Error> {
        let sessions = ends_waiting();
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

/// Lets them wait, where a synchronisation is under way; else what is to be saved now.
fn until_the_rest_is_saved(sessions: Vec<Session>) -> Vec<Session> {
    let mut sessions = Some(sessions);
    // Outside of a synchronisation nothing waits.
    let _ = WAITING.try_with(|waiting| {
        if let Some(waiting) = &mut *waiting.lock().unwrap_or_else(PoisonError::into_inner) {
            waiting.extend(sessions.take().unwrap_or_default());
        }
    });
    sessions.unwrap_or_default()
}

fn waited_so_far() -> Vec<Session> {
    let waited = WAITING.try_with(|waiting| {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.as_mut().map(std::mem::take)
    });
    waited.ok().flatten().unwrap_or_default()
}

fn ends_waiting() -> Vec<Session> {
    let waited = WAITING.try_with(|waiting| waiting.lock().unwrap_or_else(PoisonError::into_inner).take());
    waited.ok().flatten().unwrap_or_default()
}
