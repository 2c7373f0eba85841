//! What a server's socket, its deliveries and the test share.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

/// The state of a server, as far as it is shared.
pub(crate) trait Stateful: Send + 'static {
    /// Whether there is something to tell the bot, or another way to tell it, since this was asked last.
    fn take_news(&mut self) -> bool;

    /// Whether connections are taken.
    fn takes_connections(&self) -> bool;
}

/// All of it.
#[derive(Debug)]
pub(crate) struct Shared<S> {
    state: Mutex<S>,
    /// Marked after every change, for the test.
    pub(crate) changed: watch::Sender<()>,
    /// Marked when there is something to tell the bot, or another way to tell it.
    pub(crate) news: watch::Sender<()>,
    /// Marked to cut every connection.
    pub(crate) cut: watch::Sender<()>,
}

impl<S: Stateful> Shared<S> {
    pub(crate) fn new(state: S) -> Self {
        Self {
            state: Mutex::new(state),
            changed: watch::Sender::new(()),
            news: watch::Sender::new(()),
            cut: watch::Sender::new(()),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, S> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes something, and wakes whoever waits for it.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut S) -> T) -> T {
        let mut state = self.state();
        let result = change(&mut state);
        let news = state.take_news();
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
pub(crate) async fn pause(length: Duration) {
    tokio::time::sleep(length).await;
}
