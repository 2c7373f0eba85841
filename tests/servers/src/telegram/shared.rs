//! What the socket, the webhook and the test share.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::world::State;

/// All of it.
#[derive(Debug)]
pub(super) struct Shared {
    state: Mutex<State>,
    /// Marked after every change, for the test.
    pub(super) changed: watch::Sender<()>,
    /// Marked when there is something to tell the bot, or another way to tell it.
    pub(super) news: watch::Sender<()>,
    /// Marked to cut every connection.
    pub(super) cut: watch::Sender<()>,
}

impl Shared {
    pub(super) fn new(state: State) -> Self {
        Self {
            state: Mutex::new(state),
            changed: watch::Sender::new(()),
            news: watch::Sender::new(()),
            cut: watch::Sender::new(()),
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes something, and wakes whoever waits for it.
    pub(super) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state();
        let result = change(&mut state);
        let news = std::mem::take(&mut state.queue.news);
        drop(state);
        if news {
            self.news.send_replace(());
        }
        self.changed.send_replace(());
        result
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the platform's delays are its own, not the bot's"
)]
pub(super) async fn pause(length: Duration) {
    tokio::time::sleep(length).await;
}
